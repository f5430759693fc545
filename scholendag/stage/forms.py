"""What the coach fills in while the day runs."""

from django import forms

from scholendag.agenda.models import Progress

# Joins emoji into one, and shows nothing by itself.
JOINER = "\u200d"
LONGEST = Progress._meta.get_field("message").max_length


class MessageForm(forms.Form):
    """One line that everyone can read in a moment."""

    text = forms.CharField(
        max_length=LONGEST,
        error_messages={
            "required": "Typ eerst een bericht.",
            "max_length": "Dit bericht is te lang. Gebruik hooguit %(limit_value)d tekens.",
        },
    )

    def clean_text(self) -> str:
        """The text on one line, without what no screen can show."""
        text = " ".join(self.cleaned_data["text"].split())
        if not text.replace(JOINER, "").isprintable():
            raise forms.ValidationError("Dit kunnen we niet lezen. Gebruik gewone letters.")
        return text
