from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from scholendag.agenda.content import ProgrammeError
from scholendag.agenda.programmes import FOLDER, load_programmes
from scholendag.instruments import registry


class Command(BaseCommand):
    """Puts the programmes of a folder in the database; safe to repeat at every deployment."""

    help = "Loads the programmes that a day can be made from."

    def add_arguments(self, parser: CommandParser) -> None:
        """Another folder than the one that comes with the project."""
        parser.add_argument("--folder", type=Path, default=FOLDER)

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Load, or say everything that is wrong."""
        try:
            programmes = load_programmes(options["folder"], registry.has_phase)
        except ProgrammeError as error:
            raise CommandError(str(error)) from error
        for programme in programmes:
            self.stdout.write(f"{programme.slug}: {programme.title}")
