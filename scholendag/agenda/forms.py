"""What a coach fills in to make a day and to fit its agenda to the school."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from scholendag.accounts.models import User
from scholendag.agenda.copying import days_to_copy
from scholendag.agenda.models import Programme
from scholendag.agenda.owned import programmes_for
from scholendag.schools.models import School
from scholendag.schools.queries import coached_schools
from scholendag.sessies.models import Sessie

TOO_LONG = "Dit is te lang. Gebruik hooguit %(limit_value)d tekens, jij typte er %(show_value)d."


class DayForm(forms.Form):
    """What a day is called, what it is about and when it begins."""

    title = forms.CharField(
        label="Titel",
        max_length=120,
        initial="Scholendag",
        error_messages={"required": "Geef de dag een titel.", "max_length": TOO_LONG},
    )
    theme = forms.CharField(
        label="Thema",
        help_text="Als je wilt. Deelnemers zien dit als ze binnenkomen.",
        required=False,
        max_length=200,
        error_messages={"max_length": TOO_LONG},
    )
    date = forms.DateField(
        label="Datum",
        error_messages={"required": "Kies een datum.", "invalid": "Kies een datum die bestaat."},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    time = forms.TimeField(
        label="Begintijd",
        error_messages={
            "required": "Kies een begintijd.",
            "invalid": "Kies een tijd, zoals 13:00.",
        },
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )

    @property
    def starts_at(self) -> datetime:
        """The start as an aware moment. Only of a valid form."""
        data = self.cleaned_data
        return timezone.make_aware(datetime.combine(data["date"], data["time"]))


class EarlierDayField(forms.ModelChoiceField[Sessie]):
    """A day, called by its title, school and date."""

    def label_from_instance(self, obj: Sessie) -> str:
        """Such as `Scholendag, De Wilgenboom (12-03-2026)`."""
        date = timezone.localtime(obj.starts_at)
        return f"{obj.title}, {obj.school} ({date:%d-%m-%Y})"


class NewDayForm(DayForm):
    """A new day, for a school of this coach or for a new one."""

    school = forms.ModelChoiceField(
        label="School",
        queryset=School.objects.none(),
        required=False,
        empty_label="Een nieuwe school",
        error_messages={"invalid_choice": "Kies een school uit de lijst."},
    )
    new_school = forms.CharField(
        label="Naam van de nieuwe school",
        help_text="Alleen als de school nog niet in de lijst staat.",
        required=False,
        max_length=120,
        error_messages={"max_length": TOO_LONG},
    )
    place = forms.CharField(
        label="Plaats van de nieuwe school",
        required=False,
        max_length=80,
        error_messages={"max_length": TOO_LONG},
    )
    programme = forms.ModelChoiceField(
        label="Sjabloon",
        queryset=Programme.objects.none(),
        required=False,
        empty_label="Kies een sjabloon",
        error_messages={"invalid_choice": "Kies een sjabloon uit de lijst."},
    )
    earlier = EarlierDayField(
        label="Of neem de agenda over van een eerdere dag",
        help_text="Alleen de agenda. Wat mensen schreven, blijft bij die dag.",
        queryset=Sessie.objects.none(),
        required=False,
        empty_label="Nee, gebruik het sjabloon",
        error_messages={"invalid_choice": "Kies een dag uit de lijst."},
    )
    field_order = ("school", "new_school", "place", "programme", "earlier")

    def __init__(self, coach: User, data: Any = None) -> None:
        super().__init__(data)
        self.schools = coached_schools(coach)
        self._offer("school", self.schools)
        self._offer("programme", programmes_for(coach))
        self._field("earlier").queryset = days_to_copy(coach)

    def clean_date(self) -> Any:
        """Today or later: an earlier year is soon typed by mistake."""
        date = self.cleaned_data["date"]
        if date < timezone.localdate():
            raise forms.ValidationError("Deze datum is al geweest. Kies vandaag of later.")
        return date

    def clean(self) -> dict[str, Any]:
        """Either a school of the list or a new one, and an agenda from one place."""
        data = self.cleaned_data
        if "programme" in data and not data["programme"] and not data.get("earlier"):
            self.add_error("programme", "Kies een sjabloon.")
        if "school" in data and "new_school" in data:
            self._check_school(data["school"], data["new_school"])
        return data

    def _check_school(self, school: School | None, new_school: str) -> None:
        if school and new_school:
            self.add_error(
                "new_school", "Je koos al een school. Maak dit leeg, of kies Een nieuwe school."
            )
        elif not school and not new_school:
            self.add_error("school", "Kies een school, of typ de naam van een nieuwe school.")
        elif self.schools.filter(name__iexact=new_school).exists():
            self.add_error("new_school", "Deze school staat al in de lijst. Kies hem daar.")

    def _offer(self, name: str, choices: Any) -> None:
        """The choices of this field; the only one there is has been chosen already."""
        field = self._field(name)
        field.queryset = choices
        first_two = list(choices[:2])
        field.initial = first_two[0] if len(first_two) == 1 else None

    def _field(self, name: str) -> "forms.ModelChoiceField[Any]":
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the types
        return field
