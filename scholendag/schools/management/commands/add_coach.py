"""`manage.py add_coach`: how the first expertcoach of a host comes in."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from scholendag.accounts.models import User
from scholendag.schools.models import Membership, School

PASSWORD_BYTES = 12


class Command(BaseCommand):
    """Give someone the role of expertcoach at a school; make either when it is not there yet."""

    help = "Makes someone expertcoach of a school, and prints a password for a new account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and of which school."""
        parser.add_argument("email")
        parser.add_argument("name", help="first and last name")
        parser.add_argument("school")
        parser.add_argument("place")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Safe to repeat: an account that exists keeps its name and its password."""
        user = User.objects.filter(email=options["email"].lower()).first()
        if user is None:
            password = secrets.token_urlsafe(PASSWORD_BYTES)
            user = User.objects.create_user(options["email"], options["name"], password)
            self.stdout.write(f"Password of {user.email}: {password}")
        school, _ = School.objects.get_or_create(name=options["school"], place=options["place"])
        Membership.objects.get_or_create(user=user, school=school, role=Membership.Role.COACH)
        self.stdout.write(f"{user} is expertcoach of {school}.")
