"""What may be filled in about a goal and an action."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django import forms

from scholendag.doelen.dates import objection_to
from scholendag.doelen.models import Action, Goal


def too_long(limit: int) -> str:
    """What to say about a text of more than `limit` characters."""
    return f"Dit is te lang. Gebruik hooguit {limit} tekens."


def _checked(day: date | None, before: date | None) -> date | None:
    """The day, unless it cannot be planned; a day that was there already may have passed."""
    if day and day != before and (objection := objection_to(day)):
        raise forms.ValidationError(objection)
    return day


class GoalForm(forms.ModelForm[Goal]):
    """The fields of a draft that were sent. All of them may still be empty."""

    class Meta:
        model = Goal
        fields = ("improvement", "weeks", "ends_on", "group", "pupils_verb", "pupils_text")
        error_messages: ClassVar[Mapping[str, Mapping[str, str]]] = {
            "improvement": {"max_length": too_long(300)},
            "weeks": {"required": "Kies 4, 6 of 8 weken.", "invalid_choice": "Kies 4, 6 of 8."},
            "ends_on": {"invalid": "Kies een dag uit de kalender."},
            "group": {"max_length": too_long(80)},
            "pupils_text": {"max_length": too_long(240)},
        }

    def __init__(self, data: Mapping[str, str], goal: Goal) -> None:
        super().__init__(data, instance=goal)
        for name in set(self.fields) - set(data):
            del self.fields[name]

    def clean_ends_on(self) -> date | None:
        """A day after today, or none: then the weeks say when."""
        return _checked(self.cleaned_data["ends_on"], self.instance.last_day)


class ActionForm(forms.ModelForm[Action]):
    """Wat, wie, wanneer. Only `what` is needed; the rest can come later."""

    client_id = forms.UUIDField(required=False)

    class Meta:
        model = Action
        fields = ("what", "who", "due_on")
        error_messages: ClassVar[Mapping[str, Mapping[str, str]]] = {
            "what": {
                "required": "Schrijf op wat je gaat doen.",
                "max_length": too_long(240),
            },
            "who": {"max_length": too_long(80)},
            "due_on": {"invalid": "Kies een dag uit de kalender."},
        }

    def clean_due_on(self) -> date | None:
        """Today or later, or none yet."""
        return _checked(self.cleaned_data["due_on"], self.initial.get("due_on"))
