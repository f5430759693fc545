"""The three elements of a lesson design."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from scholendag.werksessie.models import LessonPlan

TOO_LONG = "Dit is te lang. Gebruik hooguit %(limit_value)d tekens, jij typte er %(show_value)d."


class LessonPlanForm(forms.ModelForm[LessonPlan]):
    """The fields that were sent, usually one: each saves itself as soon as it changes.

    So a device that is behind never sends the old text of another field along.
    """

    class Meta:
        model = LessonPlan
        fields = ("aim", "activities", "check_at_end")
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            name: {"max_length": TOO_LONG} for name in fields
        }

    def __init__(self, data: Mapping[str, str], plan: LessonPlan) -> None:
        super().__init__(data, instance=plan)
        for name in set(self.fields) - set(data):
            del self.fields[name]
