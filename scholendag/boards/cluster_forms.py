"""Which notes go where, and what a cluster is called."""

import re
from typing import Any

from django import forms

from scholendag.boards.kinds import NAME_LENGTH
from scholendag.boards.models import Override

# More than any board holds; a longer list is no list of notes.
MOST = 2000
# A new cluster, loose, beside a note (pk), in a cluster (pk), in a lane (key).
TO = re.compile(r"nieuw|los|bij-[0-9]{1,18}|cluster-[0-9]{1,18}|vak-[-a-z0-9_]{1,50}")


class _Several(forms.TextInput):
    """What was sent once with spaces, or several times, as one text."""

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> str:
        """All that was sent under this name."""
        return " ".join(data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")])


class Pks(forms.CharField):
    """The pks of notes, with spaces between them or each as a value of its own."""

    widget = _Several

    def clean(self, value: Any) -> list[int]:
        """At least one."""
        parts = str(super().clean(value)).split()
        if len(parts) > MOST or not all(re.fullmatch("[0-9]{1,18}", part) for part in parts):
            raise forms.ValidationError("Kies eerst een post-it.")
        return [int(part) for part in parts]


class NameForm(forms.Form):
    """A name, or none."""

    name = forms.CharField(
        required=False,
        max_length=NAME_LENGTH,
        label="Naam",
        error_messages={"max_length": "Deze naam is te lang. Er passen %(limit_value)d tekens."},
    )


class PlaceForm(NameForm):
    """Which notes, and where they go."""

    notes = Pks(error_messages={"required": "Kies eerst een post-it."})
    to = forms.RegexField(
        rf"\A(?:{TO.pattern})\Z",
        error_messages=dict.fromkeys(("required", "invalid"), "Kies waar de post-its heen gaan."),
    )


class RenameForm(NameForm):
    """Another name for a cluster, and the one that stood there."""

    seen = forms.CharField(required=False, max_length=10 * NAME_LENGTH, strip=False)


class OverrideForm(forms.Form):
    """What a board is to be; empty lets the step say."""

    to = forms.ChoiceField(choices=Override.choices, required=False)

    @property
    def override(self) -> Override | None:
        """The checked choice."""
        chosen = self.cleaned_data["to"]
        return Override(chosen) if chosen else None
