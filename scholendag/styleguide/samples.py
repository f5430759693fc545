"""Things of a day that the page with all components shows: invented, and never stored."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import SimpleNamespace as Sample
from typing import Any

from django import forms
from django.utils.timezone import now

from scholendag.boards.boardview import NoteView


class SampleForm(forms.Form):
    """A field of each kind, the last of them filled in wrongly."""

    name = forms.CharField(label="Hoe heet je?", help_text="Alleen je voornaam.", required=False)
    team = forms.ChoiceField(label="Team", choices=[("1", "Onderbouw"), ("2", "Bovenbouw")])
    story = forms.CharField(label="Wat viel je op?", widget=forms.Textarea(attrs={"rows": 2}))
    knows = forms.BooleanField(label="Ik wil dat het team dit leest")
    day = forms.DateField(
        label="Wanneer?", error_messages={"invalid": "Kies een dag, zoals 12-3-2027."}
    )


def samples() -> dict[str, Any]:
    """What `styleguide/stijl.html` is filled with, next to the tokens."""
    return {
        "notes": [_note(number, **look) for number, look in enumerate(_NOTES, start=1)],
        "clocks": [(title, _clock(minutes, **state)) for title, minutes, state in _CLOCKS],
        "people": [_person(*person) for person in _PEOPLE],
        "rooms": [("Groepje 1", ["Anna", "Bram", "Cas"]), ("Groepje 2", [])],
        "timetable": _timetable(now()),
        "form": SampleForm({"name": "Anna", "story": "Veel rust in de klas", "day": "morgen"}),
    }


_NOTES: tuple[Mapping[str, Any], ...] = (
    {"text": "Meer rust in de ochtend"},
    {"text": "Leerlingen weten vaak niet\nwanneer iets goed is", "author": "Anna"},
    {"text": "Eén plek voor alle afspraken", "of": "Groepje 3"},
    {"text": "Deze post-it heeft de begeleider weggehaald", "is_hidden": True},
)
_CLOCKS: tuple[tuple[str, float, Mapping[str, Any]], ...] = (
    ("Loopt", 12.0, {}),
    ("Bijna om", 1.5, {}),
    ("Staat stil", 4.0, {"is_paused": True}),
    ("Om", -1.0, {}),
)
_PEOPLE = (("Anna", "Onderbouw", True), ("Bram", "Bovenbouw", True), ("Cas", "Wiskunde", False))


def _note(number: int, **look: Any) -> NoteView:
    dom_id = f"voorbeeld-{number}"
    return NoteView(
        0, dom_id, f"{dom_id}-wijzig", sent_as=0, order=number, is_read_only=True, **look
    )


def _clock(minutes: float, *, is_paused: bool = False) -> dict[str, Any]:
    ends_at = now() + timedelta(minutes=minutes)
    seconds = round(minutes * 60)
    return {
        "clock": Sample(ends_at=ends_at, is_paused=is_paused),
        "now": now(),
        "duration": 900,
        "remaining": seconds,
        "until": None if is_paused else ends_at,
    }


def _person(name: str, bouw: str, is_present: bool) -> Sample:
    return Sample(
        pk=0, sessie_id=0, dom_id=f"voorbeeld-{name}", name=name, bouw=bouw, is_present=is_present
    )


def _timetable(start: datetime) -> list[Sample]:
    titles = ["Welkom", "Verwachtingen", "Datamuur", "Pauze"]
    return [
        Sample(
            block=Sample(pk=f"voorbeeld-{place}", title=title),
            starts_at=start + timedelta(minutes=20 * place),
            is_current=place == 1,
            is_done=place < 1,
            is_skipped=False,
            steps=[
                Sample(
                    step=Sample(title=name, is_skipped=False),
                    is_done=name == "Schrijven",
                    is_current=name == "Bespreken",
                    starts_at=start + timedelta(minutes=20 * place + 5 * number),
                )
                for number, name in enumerate(["Schrijven", "Bespreken", "Kiezen"])
            ],
        )
        for place, title in enumerate(titles)
    ]
