"""What people do to a school."""

from django.db import transaction

from scholendag.accounts.models import User
from scholendag.schools.models import Membership, School


@transaction.atomic
def make_school(name: str, place: str, coach: User) -> School:
    """A new school; who makes it is its expertcoach."""
    school = School.objects.create(name=name, place=place)
    Membership.objects.create(school=school, user=coach, role=Membership.Role.COACH)
    return school
