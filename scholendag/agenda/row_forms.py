"""What a coach changes of one step or block, among the forms of all the others."""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from scholendag.agenda.content import usual_shortest
from scholendag.agenda.models import Block, Step

TOO_LONG = "Dit is te lang. Gebruik hooguit %(limit_value)d tekens, jij typte er %(show_value)d."
MINUTES_RANGE = "Kies een aantal minuten van 0,5 tot 240."
ONE_DIGIT = "Gebruik hooguit één cijfer achter de komma."
SEEN = "was-"
NEW_GROUPS = "eigen groepjes voor deze stap"

# The groups of the day: how large those with this key are, and which steps sit in them.
Groups = Mapping[str, tuple[str, list[Step]]]


def tidy(words: str) -> str:
    """The line ends of a text as everyone but a browser writes them."""
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def plain(number: Decimal | None) -> str:
    """5 and not 5.0; nothing for None."""
    return "" if number is None else f"{float(number):g}"


class RowForm(forms.Form):
    """A form about one step or block.

    With each field comes, as `was-…`, what stood in it when the coach began. So only what the
    coach changed is stored, and what someone else changed meanwhile is noticed.
    """

    def __init__(self, row: Step | Block, data: Any = None) -> None:
        kind = "stap" if isinstance(row, Step) else "blok"
        super().__init__(data, auto_id=f"{kind}-{row.pk}-%s", initial=self.values_of(row))
        self.row = row
        # What someone else wrote there instead, to be overruled by a second press.
        self.theirs: dict[str, Any] = {}

    def values_of(self, row: Any) -> dict[str, Any]:
        """What the fields begin with."""
        raise NotImplementedError

    @property
    def seen(self) -> dict[str, Any]:
        """What the coach saw in each field."""
        return {
            name: value
            for name in self.cleaned_data
            if SEEN + name in self.data and (value := self._as_seen(name)) is not ...
        }

    @property
    def changed(self) -> dict[str, Any]:
        """What the coach made of it, where that is something else."""
        seen = self.seen
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in seen or seen[name] != value
        }

    def overrule(self, theirs: Mapping[str, Any]) -> None:
        """Show what someone else wrote meanwhile; a second press stores one's own."""
        for name, value in theirs.items():
            shown = self._shown(name, value)
            self.theirs[SEEN + name] = shown
            stands = f"Daar staat nu: “{shown}”." if shown else "Het veld is nu leeg."
            words = f"Iemand anders veranderde dit net. {stands} Bewaar nog eens om dit te houden."
            self.add_error(name, words)

    def _as_seen(self, name: str) -> Any:
        try:
            return self.fields[name].clean(self.data[SEEN + name])
        except ValidationError:
            return ...

    @staticmethod
    def _shown(_name: str, value: object) -> str:
        if isinstance(value, time):
            return f"{value:%H:%M}"
        return plain(value) if isinstance(value, Decimal | None) else str(value)


def minutes_field(label: str, least: float, required: bool = True) -> forms.DecimalField:
    """A number of minutes with at most one digit after the comma."""
    wrong = MINUTES_RANGE if least else "Kies een aantal minuten van 0 tot 240."
    kinds = ("required", "invalid", "min_value", "max_value", "max_digits", "max_whole_digits")
    return forms.DecimalField(
        label=label,
        required=required,
        min_value=least,
        max_value=240,
        max_digits=4,
        decimal_places=1,
        error_messages=dict.fromkeys(kinds, wrong) | {"max_decimal_places": ONE_DIGIT},
        widget=forms.NumberInput(attrs={"step": "0.5", "inputmode": "decimal"}),
    )


def title_field(missing: str) -> forms.CharField:
    """What a step or block is called."""
    return forms.CharField(
        label="Titel",
        max_length=80,
        error_messages={"required": missing, "max_length": TOO_LONG},
    )


class MinutesForm(RowForm):
    """How long a step is planned to take."""

    minutes = minutes_field("Minuten", 0.5)
    minutes.widget.attrs["data-minutes"] = ""

    def values_of(self, row: Step) -> dict[str, Any]:
        """5 and not 5.0."""
        return {"minutes": plain(row.minutes)}


class StepForm(RowForm):
    """What a step is called, what everyone reads, in what groups, and whether it can be shorter."""

    title = title_field("Geef de stap een titel.")
    prompt = forms.CharField(
        label="Opdracht op ieders scherm",
        required=False,
        max_length=600,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    grouping = forms.ChoiceField(label="Groepjes", required=False, choices=Step.Grouping.choices)
    division = forms.ChoiceField(label="Met wie", required=False)
    slack = forms.ChoiceField(
        label="Kan korter als de dag uitloopt",
        required=False,
        choices=[
            ("", "nee"),
            ("pauze", "ja, als eerste (pauze)"),
            ("opbrengst", "ja, als tweede (samen nabespreken)"),
            ("speling", "ja, als laatste (speling)"),
        ],
    )
    shortest = minutes_field("Duurt minstens (minuten)", 0, required=False)

    def __init__(self, row: Step, groups: Groups, may_regroup: bool, data: Any = None) -> None:
        super().__init__(row, data)
        self.step = row
        self.groups = groups
        if may_regroup:
            self._offer_groups(row)
        else:
            del self.fields["grouping"], self.fields["division"]

    def values_of(self, row: Step) -> dict[str, Any]:
        """As it is now."""
        return {
            "title": row.title,
            "prompt": row.prompt,
            "grouping": row.grouping,
            "division": row.division,
            "slack": row.slack,
            "shortest": plain(row.shortest),
        }

    def clean_prompt(self) -> str:
        """With the line ends of a text file."""
        return tidy(self.cleaned_data["prompt"])

    def clean(self) -> None:
        """What belongs together agrees."""
        if "grouping" in self.cleaned_data and "division" in self.cleaned_data:
            self._check_groups()
        if "slack" in self.cleaned_data and "shortest" in self.cleaned_data:
            self._check_shortest()

    def _offer_groups(self, step: Step) -> None:
        own = [(step.division, NEW_GROUPS)] if self._is_alone(step) else [("", NEW_GROUPS)]
        others = [
            (key, f"zelfde als bij {', '.join(map(str, steps))} ({Step.Grouping(kind).label})")
            for key, (kind, steps) in self.groups.items()
            if key != own[0][0]
        ]
        field = self.fields["division"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = [*own, *others]

    def _is_alone(self, step: Step) -> bool:
        return not step.division or self.groups[step.division][1] == [step]

    def _check_groups(self) -> None:
        data, step = self.cleaned_data, self.step
        kind, steps = self.groups.get(data["division"], ("", []))
        if not data["grouping"]:
            data["division"] = ""
        elif not data["division"]:
            data["division"] = f"stap-{step.pk}"
        elif steps != [step] and kind != data["grouping"]:
            size = Step.Grouping(kind).label
            self.add_error("division", f"Die groepjes zijn {size}. Kies die ook bij Groepjes.")

    def _check_shortest(self) -> None:
        data = self.cleaned_data
        if not data["slack"]:
            data["shortest"] = None
        elif data["shortest"] is None:
            data["shortest"] = usual_shortest(data["slack"], self.step.minutes)
        if data["slack"] and data["shortest"] is None:
            self.add_error("shortest", "Vul in hoeveel minuten deze stap minstens duurt.")
        elif data["slack"] and data["shortest"] > self.step.minutes:
            most = plain(self.step.minutes).replace(".", ",")
            self.add_error("shortest", f"De stap duurt nu {most} minuten. Kies niet meer dan dat.")


class BlockForm(RowForm):
    """What a block is called, and whether it hangs on the clock."""

    title = title_field("Geef het blok een titel.")
    anchor = forms.TimeField(
        label="Moet beginnen om",
        help_text="Alleen als anderen erop rekenen, zoals leerlingen die inloggen.",
        required=False,
        error_messages={"invalid": "Kies een tijd, zoals 14:30."},
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    anchor.widget.attrs["data-anchor"] = ""

    def values_of(self, row: Block) -> dict[str, Any]:
        """As it is now."""
        return {"title": row.title, "anchor": row.anchor}
