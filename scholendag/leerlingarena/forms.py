"""What the coach fills in around a leerlingarena. Nowhere is there a field for a pupil's name."""

from typing import ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from scholendag.leerlingarena.models import (
    FEWEST_PUPILS,
    MOST_PUPILS,
    Conversation,
    Feedback,
    Question,
)
from scholendag.sessies.models import Participant

HOW_MANY = f"Kies een aantal van {FEWEST_PUPILS} tot en met {MOST_PUPILS}."


class QuestionForm(forms.ModelForm[Question]):
    """One question to the pupils."""

    class Meta:
        model = Question
        fields = ("text", "asker", "is_spare")
        labels: ClassVar[dict[str, str]] = {
            "text": "Vraag",
            "asker": "Wie stelt de vraag?",
            "is_spare": "Reservevraag",
        }
        help_texts: ClassVar[dict[str, str]] = {
            "text": "Een open vraag die niet over één persoon gaat.",
            "is_spare": "Voor als er tijd over is.",
        }
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            "text": {"required": "Typ een vraag."}
        }
        widgets: ClassVar[dict[str, forms.Widget]] = {"text": forms.Textarea(attrs={"rows": 2})}


class ConversationForm(forms.ModelForm[Conversation]):
    """How many pupils there are, and what still has to be arranged."""

    pupils = forms.IntegerField(
        label="Aantal leerlingen",
        help_text="Ongeveer zes. In de app heten zij Leerling 1, Leerling 2, enzovoort.",
        min_value=FEWEST_PUPILS,
        max_value=MOST_PUPILS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), HOW_MANY),
    )

    class Meta:
        model = Conversation
        fields = ("pupils", "checklist")
        labels: ClassVar[dict[str, str]] = {"checklist": "Zo bereid je het voor"}
        help_texts: ClassVar[dict[str, str]] = {
            "checklist": "Eén punt op een regel. Alleen begeleiders lezen dit."
        }
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "checklist": forms.Textarea(attrs={"rows": 8})
        }


class AantekenaarForm(forms.Form):
    """Who will take notes for everyone."""

    participant = forms.ModelChoiceField(
        queryset=Participant.objects.none(),
        error_messages={"required": "Kies eerst een naam.", "invalid_choice": "Kies een naam."},
    )

    def __init__(self, data: QueryDict, candidates: QuerySet[Participant]) -> None:
        super().__init__(data)
        field = self.fields["participant"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared just above
        field.queryset = candidates


class FeedbackForm(forms.ModelForm[Feedback]):
    """How the pupils hear what is done with what they told."""

    class Meta:
        model = Feedback
        fields = ("how", "who", "on")
        labels: ClassVar[dict[str, str]] = {"how": "Hoe", "who": "Wie", "on": "Wanneer"}
        help_texts: ClassVar[dict[str, str]] = {
            "how": "Bijvoorbeeld: we gaan langs in de klassen, of we maken een filmpje.",
            "who": "De voornaam van een collega.",
        }
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            "how": {"required": "Vul in hoe jullie het vertellen."},
            "who": {"required": "Vul in wie dit doet."},
            "on": {"required": "Kies een datum.", "invalid": "Kies een datum."},
        }
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "how": forms.Textarea(attrs={"rows": 2}),
            "on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
