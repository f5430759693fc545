"""The three elements of a lesson design."""

from typing import ClassVar

from django import forms

from scholendag.werksessie.models import LessonPlan


class LessonPlanForm(forms.ModelForm[LessonPlan]):
    """What the writer of the duo fills in; each field is saved as soon as it changes."""

    class Meta:
        model = LessonPlan
        fields = ("aim", "activities", "check_at_end")
        labels: ClassVar[dict[str, str]] = {
            "aim": "Leerdoel",
            "activities": "Activiteiten",
            "check_at_end": "Check aan het eind",
        }
        help_texts: ClassVar[dict[str, str]] = {
            "aim": "Wat kennen of kunnen leerlingen na deze les? Waaraan zie je dat?",
            "activities": "Wat doen leerlingen? Denk aan gesprekken, taken en materiaal.",
            "check_at_end": "Hoe zie je aan het eind of het gelukt is?",
        }
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "aim": forms.Textarea(attrs={"rows": 2}),
            "activities": forms.Textarea(attrs={"rows": 4}),
            "check_at_end": forms.Textarea(attrs={"rows": 2}),
        }
