"""What the coach fills in on the pages of a day."""

import re

from django import forms

from scholendag.agenda.models import Progress
from scholendag.sessies.models import Techniekkaart

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
        return _readable(self.cleaned_data["text"])


# Also the short number of a desk in the school. Who calls it sees soon enough whether it is right.
PHONE = re.compile(r"\+?[0-9() ./-]*")
FEWEST_DIGITS = 3


class TechniqueForm(forms.ModelForm[Techniekkaart]):
    """Where the groups are, who is host, and whom to call when something does not work."""

    class Meta:
        model = Techniekkaart
        fields = ("platform", "host", "host_divides", "help_phone")
        labels = {
            "platform": "Waar zitten jullie?",
            "host": "Wie is host?",
            "host_divides": "De host deelt de groepjes in",
            "help_phone": "Telefoonnummer voor hulp",
        }
        help_texts = {
            "host": "Kies iemand met een account van de school. "
            "Een begeleider van buiten kan vaak geen kamers maken.",
            "host_divides": "Laat dit leeg als elk groepje een eigen link krijgt.",
            "help_phone": "Iedereen met de link van de dag kan dit nummer zien.",
        }
        error_messages = {
            "host": {"max_length": "Deze naam is te lang. Gebruik hooguit %(limit_value)d tekens."},
            "help_phone": {"max_length": "Dit nummer is te lang. Typ één nummer."},
        }
        widgets = {
            "platform": forms.RadioSelect,
            "host": forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            "help_phone": forms.TelInput(attrs={"autocomplete": "off"}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        platforms = self.fields["platform"]
        platforms.choices = [("", "Dat weten we nog niet"), *Techniekkaart.Platform.choices]  # type: ignore[attr-defined]
        platforms.error_messages["invalid_choice"] = "Kies een van deze mogelijkheden."

    def clean_host(self) -> str:
        """The name on one line."""
        return _readable(self.cleaned_data["host"])

    def clean_help_phone(self) -> str:
        """Something that a phone can call."""
        number = " ".join(self.cleaned_data["help_phone"].split())
        digits = sum(character.isdigit() for character in number)
        if number and not (PHONE.fullmatch(number) and digits >= FEWEST_DIGITS):
            raise forms.ValidationError("Dit is geen telefoonnummer. Typ alleen de cijfers.")
        return number


def _readable(text: str) -> str:
    text = " ".join(text.split())
    if not text.replace(JOINER, "").isprintable():
        raise forms.ValidationError("Dit kunnen we niet lezen. Gebruik gewone letters.")
    return text
