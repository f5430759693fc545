from typing import Any

from django.core.management.base import BaseCommand

from scholendag.rehearsal.actions import throw_away_expired


class Command(BaseCommand):
    """Throws away rehearsals of more than a day ago; safe to repeat at every deployment.

    A server does so by itself, but not after it was stopped meanwhile.
    """

    help = "Throws away the rehearsals that nobody threw away within a day."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Throw away, and say how many."""
        self.stdout.write(f"{throw_away_expired()} rehearsals thrown away")
