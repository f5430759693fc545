"""What is typed on a note."""

import uuid
from typing import Any

from django import forms

from scholendag.boards.kinds import BoardKind


class NoteText(forms.CharField):
    """The text of a note of one kind: not empty, not too long, a line break counts as one."""

    default_error_messages = {"required": "Schrijf eerst iets."}

    def __init__(self, kind: BoardKind) -> None:
        super().__init__(
            max_length=kind.max_length,
            error_messages={
                "max_length": "Je tekst is te lang: %(show_value)d tekens. "
                "Er passen er %(limit_value)d op een post-it."
            },
        )

    def to_python(self, value: Any) -> str:
        """The text with line breaks as the browser counts them."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class EditForm(forms.Form):
    """The text of a note that is there already."""

    def __init__(self, *args: Any, kind: BoardKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = NoteText(kind)

    @property
    def text(self) -> str:
        """The checked text."""
        return str(self.cleaned_data["text"])

    @property
    def problem(self) -> str:
        """What is wrong, in one sentence."""
        return next((str(found[0]) for found in self.errors.values()), "")


class ChangeForm(EditForm):
    """The same, and the text that whoever changes it had before them."""

    seen = forms.CharField(required=False, strip=False)

    @property
    def seen_text(self) -> str | None:
        """None from a page that does not say."""
        seen = self.cleaned_data["seen"].replace("\r\n", "\n")
        return str(seen) or None


class AddForm(EditForm):
    """A new note, with the id that makes it one note however often it is sent."""

    client_id = forms.UUIDField(
        error_messages=dict.fromkeys(
            ("required", "invalid"),
            "Dit lukte niet. Laad de pagina opnieuw en plak je tekst nog eens.",
        )
    )

    @property
    def sent_as(self) -> uuid.UUID:
        """The checked id."""
        found = self.cleaned_data["client_id"]
        assert isinstance(found, uuid.UUID)  # noqa: S101 - the field made it one
        return found
