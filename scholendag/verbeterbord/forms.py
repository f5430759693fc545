"""What may be filled in on a verbeterbord."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django import forms

from scholendag.doelen.dates import objection_to
from scholendag.verbeterbord.models import BoardRole, PlannedSession


class PlanForm(forms.ModelForm[PlannedSession]):
    """What, on which day and at what time."""

    class Meta:
        model = PlannedSession
        fields = ("kind", "on", "at")
        error_messages: ClassVar[Mapping[str, Mapping[str, str]]] = {
            "kind": {
                "required": "Kies een bordsessie of een werksessie.",
                "invalid_choice": "Kies een bordsessie of een werksessie.",
            },
            "on": {"required": "Kies een dag.", "invalid": "Kies een dag uit de kalender."},
            "at": {
                "required": "Kies een tijd.",
                "invalid": "Schrijf de tijd als 15:30.",
            },
        }

    def clean_on(self) -> date:
        """Today or later."""
        day: date = self.cleaned_data["on"]
        if objection := objection_to(day):
            raise forms.ValidationError(objection)
        return day


class RoleForm(forms.ModelForm[BoardRole]):
    """The first name of who has a role."""

    class Meta:
        model = BoardRole
        fields = ("name",)
        error_messages: ClassVar[Mapping[str, Mapping[str, str]]] = {
            "name": {"max_length": "Dit is te lang. Gebruik hooguit 40 tekens."},
        }
