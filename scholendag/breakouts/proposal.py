"""What a coach reads about groups that are not fixed yet, and what they can choose instead."""

from collections.abc import Sequence
from typing import Any

from scholendag.breakouts import again, assign, prepared, wishes
from scholendag.breakouts.models import Division
from scholendag.breakouts.prepared import Planned
from scholendag.breakouts.queries import Seating
from scholendag.breakouts.sizes import TEAM
from scholendag.breakouts.ways import NEEDS_NUMBER, Split, usual
from scholendag.breakouts.wording import (
    meeting_sentence,
    since_sentence,
    size_sentence,
    unwanted_sentence,
)
from scholendag.sessies.models import Sessie
from scholendag.sessies.queries import roster

Context = dict[str, Any]


def choices(
    sessie: Sessie,
    key: str,
    kind: str,
    plans: Sequence[Planned],
    division: Division | None = None,
) -> Context:
    """The ways to divide people here, and the groups of another step that can be taken over."""
    has_teams = kind != TEAM and bool(prepared.team_of(sessie, key))
    others = prepared.others_made(division or Division(sessie=sessie, key=key), plans)
    way = division.way if division else usual(kind) if kind else None
    return {
        "way": way,
        "splits": [one for one in Split if has_teams or one is not Split.PER_TEAM],
        "needs_number": NEEDS_NUMBER,
        "has_teams": has_teams,
        "others": [{"key": other, "name": name} for other, name in others.items()],
        "same_as": others.get(division.same_as, "") if division else "",
    }


def seen_in(division: Division, rooms: Sequence[Seating]) -> Context:
    """How large the rooms are, who meets again, what was asked in vain and who came or went."""
    noun = TEAM if division.kind == TEAM else division.way.split
    return {
        "sizes": size_sentence([len(one.people) for one in rooms if one.people], noun),
        "meetings": _meetings(division, rooms),
        "repeats": prepared.repeats(division),
        "complaints": wishes.not_granted(wishes.wishes_of(division.sessie), rooms),
        "since": since_in(division, rooms),
    }


def _meetings(division: Division, rooms: Sequence[Seating]) -> str:
    """Empty where it says nothing: before anyone met, and where people are to meet again."""
    way = division.way
    if not (way.mix or way.only_new) or division.same_as:
        return ""
    before = prepared.met_before(division)
    met = again.meetings(before)
    now = [[person.pk for person in one.people] for one in rooms]
    number = again.repeats(now, met)
    if way.only_new and number:
        return unwanted_sentence(number, again.least_repeats(now, before))
    return meeting_sentence(number) if met else ""


def since_in(division: Division, rooms: Sequence[Seating]) -> str:
    """Who came or went after the groups were made; empty when nobody did."""
    seated = {person.pk: person for one in rooms for person in one.people}
    here = {person.pk: person for person in assign.to_seat(roster(division.sessie))}
    came = [person.name for pk, person in here.items() if pk not in seated]
    left = [person.name for pk, person in seated.items() if pk not in here]
    return since_sentence(came, left)
