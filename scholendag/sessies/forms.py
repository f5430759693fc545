"""What people fill in to come in."""

import uuid
from typing import Any, cast

from django import forms

from scholendag.sessies import codes, names
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.sessies.queries import sessie_with_code
from scholendag.sessies.rules import HANDED_OUT
from scholendag.sessies.sharing import TASKS

BOUW_SUGGESTIONS = (
    "Onderbouw",
    "Middenbouw",
    "Bovenbouw",
    "Hele school",
    "Intern begeleider",
    "Vakleerkracht",
    "Onderwijsassistent",
    "Directie",
)
UNREADABLE = "Gebruik gewone letters."


def _too_long(what: str) -> str:
    return (
        f"{what} is te lang. Gebruik hooguit %(limit_value)d tekens, jij typte er %(show_value)d."
    )


class CodeForm(forms.Form):
    """The code, as it stands on the beamer."""

    sessie: Sessie

    code = forms.CharField(
        label="Code",
        help_text="Zes tekens. Hoofdletters, spaties en streepjes maken niet uit.",
        max_length=40,
        error_messages={
            "required": "Typ de code die je van je begeleider kreeg.",
            "max_length": _too_long("Deze code"),
        },
        widget=forms.TextInput(
            attrs={
                "class": "code",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )

    def clean_code(self) -> str:
        """The code of an existing sessie, which is then in `sessie`."""
        code = codes.tidy(self.cleaned_data["code"])
        if complaint := codes.complaint(code):
            raise forms.ValidationError(complaint)
        sessie = sessie_with_code(code)
        if sessie is None:
            raise forms.ValidationError("Wij kennen deze code niet. Heb je hem goed overgetypt?")
        self.sessie = sessie
        return code


class JoinForm(forms.Form):
    """Who you are. `addition` is only asked for when someone else has the same name."""

    name = forms.CharField(
        label="Hoe heet je?",
        help_text="Alleen je voornaam is genoeg.",
        max_length=names.MAX_LENGTH,
        error_messages={"required": "Typ je voornaam.", "max_length": _too_long("Deze naam")},
        widget=forms.TextInput(
            attrs={"autocomplete": "given-name", "autocapitalize": "words", "spellcheck": "false"}
        ),
    )
    bouw = forms.CharField(
        label="Bouw of vak",
        help_text="Als je wilt. Kies uit de lijst of typ zelf iets.",
        required=False,
        max_length=40,
        error_messages={"max_length": _too_long("Dit")},
        widget=forms.TextInput(attrs={"list": "bouwen", "autocomplete": "off"}),
    )
    addition = forms.CharField(
        label="Wat is de eerste letter van je achternaam?",
        help_text="Je bouw mag ook. Zo weten we wie wie is.",
        required=False,
        max_length=20,
        error_messages={"max_length": _too_long("Dit")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    client_id = forms.CharField(required=False, initial=uuid.uuid4, widget=forms.HiddenInput)

    def clean_name(self) -> str:
        """The name, tidied."""
        name = names.tidy(self.cleaned_data["name"])
        if not names.is_name(name):
            raise forms.ValidationError(f"Dit kunnen we niet lezen als naam. {UNREADABLE}")
        return name

    def clean_bouw(self) -> str:
        """The bouw, tidied."""
        return self._readable("bouw")

    def clean_addition(self) -> str:
        """The addition, tidied."""
        return self._readable("addition")

    def clean_client_id(self) -> uuid.UUID:
        """The id that came with the form; a new one when it is no id."""
        try:
            return uuid.UUID(self.cleaned_data["client_id"])
        except ValueError:
            return uuid.uuid4()

    def clean(self) -> dict[str, Any]:
        """The name and its addition fit together."""
        if not self.errors and len(self.full_name) > names.MAX_LENGTH:
            self.add_error("addition", "Samen met je naam is dit te lang. Maak het korter.")
        return self.cleaned_data

    @property
    def full_name(self) -> str:
        """The name by which the others know you. Only of a valid form."""
        return names.with_addition(self.cleaned_data["name"], self.cleaned_data["addition"])

    def _readable(self, field: str) -> str:
        text = names.tidy(self.cleaned_data[field])
        if not text.isprintable():
            raise forms.ValidationError(f"Dit kunnen we niet lezen. {UNREADABLE}")
        return text


class RoleForm(forms.Form):
    """Who gets which role, by a link of their own."""

    holder = forms.CharField(
        label="Voor wie?",
        help_text="Alleen de voornaam is genoeg. Die staat ook bij “Wat er gebeurde”.",
        max_length=names.MAX_LENGTH,
        error_messages={
            "required": "Typ voor wie de link is.",
            "max_length": _too_long("Deze naam"),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(
        label="Wat gaat die doen?",
        error_messages={
            "required": "Kies een rol.",
            "invalid_choice": "Deze rol bestaat niet. Kies er een uit de lijst.",
        },
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(role.value, f"{role.label.capitalize()}: {TASKS[role]}") for role in HANDED_OUT]
        cast(forms.ChoiceField, self.fields["role"]).choices = choices

    def clean_holder(self) -> str:
        """The name, tidied."""
        name = names.tidy(self.cleaned_data["holder"])
        if not names.is_name(name):
            raise forms.ValidationError(f"Dit kunnen we niet lezen als naam. {UNREADABLE}")
        return name

    def clean_role(self) -> AccessLink.Role:
        """The role that was chosen."""
        return AccessLink.Role(self.cleaned_data["role"])
