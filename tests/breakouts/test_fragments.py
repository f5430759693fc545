"""What the coach, a deelnemer and the scherm see of groups."""

import re
from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from scholendag.breakouts import actions, fragments
from scholendag.sessies.actions import remove
from tests.breakouts.groups import crowd, fixed, members
from tests.cast import Cast, ParticipantFactory


def panel(cast: Cast, key: str = "trio") -> str:
    return fragments.render_division(cast.sessie, key)


def room_page(cast: Cast, **fields: Any) -> str:
    step = cast.step("checkin", "checkin", grouping="trio", **fields)
    return render_to_string("breakouts/_room.html", fragments.room_context(cast.anna, step))


def scherm(cast: Cast) -> str:
    step = cast.step("checkin", "checkin", grouping="trio")
    context = {"division": fragments.division_context(step)}
    return render_to_string("breakouts/_room_cards.html", context)


def test_the_coach_reads_which_groups_will_come(cast: Cast) -> None:
    step = cast.step("checkin", "checkin", grouping="trio")
    assert "nog niemand binnen" in panel(cast)
    crowd(cast.sessie, 25)
    html = panel(cast)
    assert "25 mensen: 7 groepjes van 3 en 1 groepje van 4." in html
    assert "Maak groepjes" in html
    assert "Zet vast" not in html
    context = {"division": fragments.division_context(step)}
    assert render_to_string("breakouts/_division.html", context) == html


def test_the_coach_reads_how_duos_come_out_of_the_teams(cast: Cast) -> None:
    cast.step("werksessie", "werken", grouping="duo")
    crowd(cast.sessie, 22)
    assert "22 mensen: 11 duo&#x27;s." in panel(cast, "duo")
    fixed(cast.sessie, "team", "team")
    assert "22 mensen: 8 duo&#x27;s en 2 drietallen." in panel(cast, "duo")


def test_the_panel_offers_what_can_be_done_now(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    assert all(verb in panel(cast) for verb in ("Zet vast", "Schud opnieuw", "Verplaats"))
    assert "Maak los" not in panel(cast)
    actions.fix(division)
    assert all(verb in panel(cast) for verb in ("Maak los", "Verplaats", "Kopieer indeling"))
    assert "Schud opnieuw" not in panel(cast)
    assert "Zet vast" not in panel(cast)


def test_groups_in_which_work_hangs_cannot_be_let_go(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    step = cast.step("datamuur", "kiezen", grouping="trio")
    room = fixed(cast.sessie).rooms.get(number=1)
    room.boards.create(sessie=cast.sessie, block=step.block, kind_slug="datamuur")
    assert "Maak los" not in panel(cast)


def test_the_coach_is_warned_of_someone_left_alone(cast: Cast) -> None:
    crowd(cast.sessie, 9)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=3)
    one, two, three = members(room)
    remove(one)
    assert "Groepje 3 heeft" not in panel(cast)
    remove(two)
    assert "Groepje 3 heeft nog maar 1 persoon." in panel(cast)
    remove(three)
    assert "Groepje 3 is leeg." in panel(cast)
    assert one.name not in panel(cast)


def test_the_coach_sees_who_has_no_group_yet(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    fixed(cast.sessie)
    assert "Nog niet in een groepje" not in panel(cast)
    ParticipantFactory.create(sessie=cast.sessie, name="Dirk")
    assert "Nog niet in een groepje: Dirk (niet verbonden)." in panel(cast)


def test_the_list_to_copy_is_on_the_button(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    fixed(cast.sessie)
    assert 'data-copy="Kamer 1: Anna, Bram"' in panel(cast)


def test_a_deelnemer_waits_for_the_coach(cast: Cast) -> None:
    assert "De begeleider maakt zo de groepjes." in room_page(cast)
    actions.divide(cast.sessie, "trio", "trio")
    assert "De begeleider maakt zo de groepjes." in room_page(cast)


def test_a_deelnemer_sees_the_own_room(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    division = fixed(cast.sessie)
    room = division.rooms.get()
    actions.link_room(room, "https://kamer.example/1")
    html = room_page(cast)
    assert "Jij zit in groepje 1" in html
    assert "Anna" in html
    assert "Bram" in html
    assert f"schrijft {room.writer} op." in html
    assert 'href="https://kamer.example/1"' in html
    assert html == fragments.render_room(room.pk)


def test_a_team_has_its_name(cast: Cast) -> None:
    cast.anna  # noqa: B018 - joins now
    fixed(cast.sessie, "team", "team")
    assert "Jij zit in Team 1" in room_page(cast, division="team")


def test_who_has_no_seat_reads_that_one_is_coming(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    fixed(cast.sessie)
    html = room_page(cast)
    assert "Je zit nog niet in een groepje." in html
    assert "Leraar" not in html


def test_a_name_cannot_bring_html_along(cast: Cast) -> None:
    ParticipantFactory.create(sessie=cast.sessie, name="<b>Bo</b>")
    division = fixed(cast.sessie)
    everything = panel(cast) + scherm(cast) + fragments.render_room(division.rooms.get().pk)
    assert "<b>Bo" not in everything
    assert "&lt;b&gt;Bo&lt;/b&gt;" in everything


def test_the_scherm_shows_first_names_once_groups_are_fixed(cast: Cast) -> None:
    ParticipantFactory.create(sessie=cast.sessie, name="Anna de Vries")
    division = actions.divide(cast.sessie, "trio", "trio")
    assert "Anna" not in scherm(cast)
    actions.fix(division)
    actions.link_room(division.rooms.get(), "https://kamer.example/geheim")
    html = scherm(cast)
    assert "<li>Anna</li>" in html
    assert "Vries" not in html
    assert "geheim" not in html
    assert not re.search(r"<button|<form", html)


@pytest.mark.parametrize("is_fixed", [False, True])
def test_more_people_take_no_more_queries(
    cast: Cast, is_fixed: bool, django_assert_num_queries: Any
) -> None:
    cast.step("checkin", "checkin", grouping="trio")
    crowd(cast.sessie, 3)
    make = fixed if is_fixed else actions.divide
    make(cast.sessie, "trio", "trio")
    with CaptureQueriesContext(connection) as few:
        panel(cast)
    actions.Division.objects.all().delete()
    crowd(cast.sessie, 27)
    make(cast.sessie, "trio", "trio")
    with django_assert_num_queries(len(few.captured_queries)):
        panel(cast)
