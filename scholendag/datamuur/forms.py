"""What the coach fills in on a card, and what a notulist writes."""

from typing import ClassVar

from django import forms

from scholendag.datamuur.models import DataCard, RoomNotes


class CardForm(forms.ModelForm[DataCard]):
    """One card of the data wall."""

    class Meta:
        model = DataCard
        fields = (
            "subject",
            "strong_1",
            "strong_2",
            "attention_1",
            "attention_2",
            "source",
            "year",
        )
        labels: ClassVar[dict[str, str]] = {
            "subject": "Onderwerp",
            "strong_1": "Dit gaat goed",
            "strong_2": "Dit gaat ook goed",
            "attention_1": "Dit vraagt aandacht",
            "attention_2": "Dit vraagt ook aandacht",
            "source": "Bron",
            "year": "Jaar",
        }
        help_texts: ClassVar[dict[str, str]] = {
            "subject": "Bijvoorbeeld: verzuim, of advies en toets.",
            "strong_1": "Kort, en met een cijfer als je dat hebt.",
            "attention_1": "Kort, en met een cijfer als je dat hebt.",
            "source": "Waar komt dit vandaan? Bijvoorbeeld: leerlingenquête.",
            "year": "Bijvoorbeeld: 2024/2025.",
        }
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            "subject": {"required": "Vul het onderwerp in."},
            "strong_1": {"required": "Vul in wat goed gaat."},
            "attention_1": {"required": "Vul in wat aandacht vraagt."},
        }
        widgets: ClassVar[dict[str, forms.Widget]] = {
            name: forms.Textarea(attrs={"rows": 2})
            for name in ("strong_1", "strong_2", "attention_1", "attention_2")
        }


class NotesForm(forms.ModelForm[RoomNotes]):
    """The notes of a room."""

    class Meta:
        model = RoomNotes
        fields = ("text",)
