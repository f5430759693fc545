from typing import Any

from django.core.management.base import BaseCommand

from scholendag.breakouts.addresses import clear_forgotten


class Command(BaseCommand):
    """Forgets the e-mail addresses of days that nobody closed; safe to repeat at any time.

    A server does so whenever a day begins or ends, or a list comes in.
    """

    help = "Forgets the e-mail addresses of days that began two days ago and were never closed."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Forget, and say how many."""
        self.stdout.write(f"{clear_forgotten()} addresses forgotten")
