"""What a coach fills in to keep a programme, and the file to read one from."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from scholendag.accounts.models import User
from scholendag.agenda import owned
from scholendag.agenda.content import ProgrammeContent, ProgrammeError
from scholendag.agenda.forms import TOO_LONG
from scholendag.agenda.kinds import has_phase
from scholendag.agenda.models import Programme
from scholendag.agenda.reading import read_programme
from scholendag.sessies.models import Sessie

# The scholendag is 30 kB; with many more notes for the coach a file is still smaller than this.
LARGEST = 200_000
TOO_LARGE = "Dit bestand is te groot voor een sjabloon. Kies een bestand van hooguit 200 kB."
NO_FILE = "Kies een bestand."


class ImportForm(forms.Form):
    """The file of a programme; its cleaned value is what it holds."""

    file = forms.FileField(
        label="Bestand (YAML)",
        error_messages=dict.fromkeys(("required", "missing", "invalid"), NO_FILE)
        | {"empty": "Dit bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )

    def clean_file(self) -> ProgrammeContent:
        """The programme in it, when every instrument and phase is known here."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        try:
            return read_programme(file.read(), has_phase)
        except ProgrammeError as error:
            raise forms.ValidationError(list(error.mistakes)) from error


class SaveForm(forms.Form):
    """How the agenda of a day is kept: as a new programme, or in place of one of one's own."""

    title = forms.CharField(
        label="Naam",
        max_length=120,
        error_messages={"required": "Geef het sjabloon een naam.", "max_length": TOO_LONG},
    )
    summary = forms.CharField(
        label="Korte uitleg",
        help_text="Als je wilt.",
        required=False,
        max_length=2000,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    instead_of = forms.ModelChoiceField(
        label="Zet het in de plaats van",
        queryset=Programme.objects.none(),
        required=False,
        empty_label="niets, maak een nieuw sjabloon",
        error_messages={"invalid_choice": "Kies een sjabloon uit de lijst."},
    )

    def __init__(self, user: User, sessie: Sessie, data: Any = None) -> None:
        super().__init__(data, initial={"title": sessie.title})
        self.user, self.sessie = user, sessie
        field = self.fields["instead_of"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the types
        field.queryset = user.programmes.all()

    def clean(self) -> None:
        """There is something to keep."""
        if not self.sessie.blocks.filter(steps__isnull=False).exists():
            raise forms.ValidationError("Deze agenda is leeg. Voeg eerst een blok toe.")

    def save(self) -> Programme:
        """Keep it. Only of a valid form. Raises Refused."""
        data = self.cleaned_data
        content = owned.programme_of(self.sessie, data["title"], data["summary"])
        programme: Programme | None = data["instead_of"]
        if programme is None:
            return owned.save_own(self.user, content)
        owned.replace_own(programme, content)
        return programme
