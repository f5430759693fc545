"""Only with other people: as far as that goes, and never silently where it does not."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from scholendag.breakouts import actions, arranging, fragments
from scholendag.breakouts.again import least_repeats, meetings, repeats
from scholendag.breakouts.assign import Person, Wishes, assign
from scholendag.breakouts.models import Division
from scholendag.breakouts.sizes import TRIO
from scholendag.breakouts.ways import Split, Way
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused
from tests.breakouts.groups import crowd, seated
from tests.cast import Cast

ONLY_NEW = Way(Split.TRIO, only_new=True)


def trios(number: int, seed: int, earlier: list[list[int]], **wishes: Any) -> list[list[int]]:
    people = [Person(one, "onderbouw" if one % 2 else "bovenbouw") for one in range(number)]
    return assign(people, TRIO, seed, earlier, Wishes(**wishes))


@given(number=st.integers(9, 60), seed=st.integers(0, 2**32 - 1))
def test_also_where_a_bouw_stays_together_people_meet_others_first(number: int, seed: int) -> None:
    earlier = trios(number, seed, [], mix=False)
    plan = trios(number, seed, earlier, mix=False, only_new=True)
    assert repeats(plan, meetings(earlier)) == least_repeats(plan, earlier)


@given(number=st.integers(2, 30), rounds=st.integers(1, 4), seed=st.integers(0, 2**32 - 1))
def test_never_are_fewer_repeats_found_than_are_called_unavoidable(
    number: int, rounds: int, seed: int
) -> None:
    earlier: list[list[int]] = []
    for turn in range(rounds):
        plan = trios(number, seed + turn, earlier, only_new=True)
        assert least_repeats(plan, earlier) <= repeats(plan, meetings(earlier))
        earlier += plan


@pytest.mark.parametrize(("people", "least"), [(3, 3), (4, 6), (6, 2), (9, 0)])
def test_few_people_cannot_but_meet_again(people: int, least: int) -> None:
    earlier = trios(people, 1, [])
    assert least_repeats(trios(people, 2, earlier), earlier) == least
    assert least_repeats([], earlier) == 0


@pytest.fixture
def day(cast: Cast) -> Cast:
    cast.step("checkin", "checkin", running=False, grouping="trio", division="check-in")
    cast.step("datamuur", "lezen", running=False, grouping="trio", division="wall")
    return cast


def divided(day: Cast, people: int) -> Division:
    """So many people sat together before; now they asked for only others."""
    crowd(day.sessie, people)
    actions.divide(day.sessie, "check-in", "trio")
    return actions.divide(day.sessie, "wall", "trio", ONLY_NEW)


def press(day: Cast, name: str, **data: str) -> HttpResponse:
    url = reverse(f"breakouts:{name}", args=[day.sessie.pk, "wall"])
    return day.client(day.marieke).post(url, data)


def test_with_enough_people_it_is_fixed_at_once(day: Cast) -> None:
    division = divided(day, 24)
    page = fragments.render_division(day.sessie, "wall")
    assert "Niemand ontmoet dezelfde twee keer." in page
    assert "Zet toch vast" not in page
    assert press(day, "fix", seen=str(division.version)).status_code == 200
    division.refresh_from_db()
    assert division.is_fixed


def test_where_it_cannot_be_the_count_is_said_before_it_is_fixed(day: Cast) -> None:
    division = divided(day, 6)
    page = fragments.render_division(day.sessie, "wall")
    number = len(_pairs(division) & _pairs_of(day, "check-in"))
    assert number >= 1
    assert (
        "met zoveel mensen kan het niet anders." in page or "misschien kan het met minder" in page
    )
    assert f'name="repeats" value="{number}"' in page
    assert "Zet toch vast" in page

    for known in ({}, {"repeats": "3"}):
        answer = press(day, "fix", **known)
        assert answer.status_code == 422
        assert "elkaar weer. Vind je dat goed? Druk dan nog een keer." in answer.content.decode()
        division.refresh_from_db()
        assert not division.is_fixed
    assert press(day, "fix", repeats="2").status_code == 200
    division.refresh_from_db()
    assert division.is_fixed


def test_three_people_read_that_it_cannot_be_otherwise(day: Cast) -> None:
    divided(day, 3)
    sentence = "3 tweetallen zien elkaar weer: met zoveel mensen kan het niet anders."
    assert sentence in fragments.render_division(day.sessie, "wall")


def test_who_is_moved_back_to_someone_known_is_counted(day: Cast) -> None:
    division = divided(day, 24)
    one, other = next(iter(_pairs_of(day, "check-in")))
    actions.move(division, one, division.seats.get(participant=other).room, day.coach)
    assert "1 tweetal ziet elkaar weer. Schud opnieuw" in fragments.render_division(
        day.sessie, "wall"
    )
    with pytest.raises(Refused, match="1 tweetal ziet elkaar weer"):
        actions.fix(division, day.coach)


def test_it_is_asked_with_the_form_and_stays_asked(day: Cast) -> None:
    crowd(day.sessie, 9)
    press(day, "shuffle", split="trio", only_new="on")
    assert Division.objects.get().way == ONLY_NEW
    press(day, "shuffle")
    assert Division.objects.get().way == ONLY_NEW
    assert 'name="only_new" checked' in fragments.render_division(day.sessie, "wall")
    press(day, "shuffle", split="trio")
    assert not Division.objects.get().only_new


def test_the_same_groups_once_more_are_meant_to_meet_again(day: Cast) -> None:
    division = divided(day, 6)
    source = Division.objects.get(key="check-in")
    source.way = ONLY_NEW
    source.save()
    arranging.take_over(day.sessie, "wall", "trio", source, by=day.coach)
    division.refresh_from_db()
    actions.fix(division, day.coach)
    assert division.is_fixed


def _pairs(division: Division) -> set[tuple[Participant, Participant]]:
    """Every two who share a room, the one who joined first comes first."""
    rooms = seated(division)
    return {(one, two) for room in rooms for one in room for two in room if one.pk < two.pk}


def _pairs_of(day: Cast, key: str) -> set[tuple[Participant, Participant]]:
    return _pairs(Division.objects.get(sessie=day.sessie, key=key))
