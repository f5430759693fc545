"""Making an action of a note, and choosing the boards beforehand."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms

from scholendag.agenda.models import Block
from scholendag.boards.models import Cluster
from scholendag.breakouts.models import Room
from scholendag.breakouts.queries import seating_of
from scholendag.retrospective.actions import GONE
from scholendag.retrospective.choices import Choices, Lanes, PerTeam
from scholendag.retrospective.queries import Source, sources
from scholendag.sessies.queries import roster

NOTHING = ("", "Kies een post-it")


class PromoteForm(forms.Form):
    """Which note or cluster, what it becomes, and who watches over it."""

    source = forms.ChoiceField(
        label="Kies een post-it",
        error_messages={"required": "Kies eerst een post-it.", "invalid_choice": GONE},
    )
    what = forms.CharField(
        label="Wat gaan we doen?",
        max_length=300,
        error_messages={"required": "Schrijf op wat jullie gaan doen."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    guardian = forms.CharField(
        label="Wie bewaakt het?",
        max_length=40,
        error_messages={"required": "Kies iemand die dit bewaakt."},
        widget=forms.TextInput(attrs={"list": "bewakers", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, block: Block, room: Room | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = sources(block, room)
        self._by_key = {source.key: source for source in found}
        field = self.fields["source"]
        field.choices = [NOTHING, *_grouped(found, by_room=room is None)]  # type: ignore[attr-defined]
        self.names = seating_of(room).names if room else _names(block)

    def clean_source(self) -> Source:
        """The note or cluster with this key."""
        return self._by_key[self.cleaned_data["source"]]


class ChoicesForm(forms.Form):
    """The lanes of the boards, and who shares one."""

    vakken = forms.ChoiceField(
        label="Welke vakken?",
        choices=(
            (Lanes.DAY, "Dit neem ik mee · Deze vraag heb ik nog · Wat is je eerste stap?"),
            (Lanes.WORKS, "Dit werkt · Dit werkt een beetje · Dit werkt nog niet"),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de vakken."},
    )
    per_team = forms.ChoiceField(
        label="Wie kijken samen terug?",
        choices=(
            (PerTeam.BY_SIZE, "Iedereen samen, of met meer dan 12 mensen elk team apart"),
            (PerTeam.NO, "Altijd iedereen samen"),
            (PerTeam.YES, "Altijd elk team apart"),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie samen terugkijken."},
    )

    @property
    def choices(self) -> Choices:
        """What was chosen, of a form that is valid."""
        data = self.cleaned_data
        return Choices(Lanes(data["vakken"]), PerTeam(data["per_team"]))


def _grouped(found: Iterable[Source], *, by_room: bool) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sources under headings: of which team they are, or else clusters before notes."""

    def heading(source: Source) -> tuple[int, str]:
        if by_room and source.room:
            return source.room.number, str(source.room)
        return (0, "Clusters") if isinstance(source.of, Cluster) else (1, "Post-its")

    groups = groupby(sorted(found, key=heading), key=heading)
    return [(words, [(one.key, one.label) for one in ones]) for (_, words), ones in groups]


def _names(block: Block) -> list[str]:
    return [person.name for person in roster(block.sessie)]
