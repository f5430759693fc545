"""The coach makes an action of a note."""

from typing import Any

from django import forms

from scholendag.agenda.models import Block
from scholendag.boards.models import Note
from scholendag.retrospective.queries import promotable
from scholendag.sessies.queries import roster


class PromoteForm(forms.Form):
    """Which note, what it becomes, and who watches over it."""

    note: forms.ModelChoiceField[Note] = forms.ModelChoiceField(
        queryset=None,
        label="Kies een post-it",
        empty_label="Kies een post-it",
        error_messages={
            "required": "Kies eerst een post-it.",
            "invalid_choice": "Deze post-it is er niet meer of is al een actie. Kies een andere.",
        },
    )
    what = forms.CharField(
        label="Wat gaan we doen?",
        max_length=300,
        error_messages={"required": "Schrijf op wat jullie gaan doen."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    guardian = forms.CharField(
        label="Wie bewaakt het?",
        max_length=40,
        error_messages={"required": "Kies iemand die dit bewaakt."},
        widget=forms.TextInput(attrs={"list": "bewakers", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, block: Block, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].queryset = promotable(block)  # type: ignore[attr-defined]
        self.names = [person.name for person in roster(block.sessie)]
