"""What each role sees, phase by phase; above all who does not see what before the signal."""

import uuid

import pytest
from django.urls import reverse

from scholendag.boards.actions import reveal
from scholendag.boards.placing import add_note
from scholendag.datamuur.kinds import HARVEST
from scholendag.datamuur.panels import enter, review
from scholendag.datamuur.queries import harvests
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from scholendag.sessies.refused import Refused

PROUD = "Wij vangen nieuwe leerlingen goed op"
BETTER = "Wij bellen ouders te laat"
SMALL_CARD = "In de winter is het verzuim hoog"
GUIDING = "Wat valt op?"


@pytest.fixture
def see(cast):
    """The page of the day as this role has it now."""
    scherm = ensure_links(cast.sessie)[AccessLink.Role.SCHERM].token
    urls = {
        "coach": (cast.marieke, reverse("stage:begeleider", args=[cast.sessie.pk])),
        "scherm": (None, reverse("stage:scherm", args=[scherm])),
    }

    def page(who):
        day = reverse("stage:deelnemer", args=[cast.sessie.code])
        person, url = urls[who] if who in urls else (getattr(cast, who), day)
        return cast.client(person).get(url).content.decode()

    return page


@pytest.fixture
def chosen(wall, cast):
    """The first room has chosen one of each, the second nothing."""
    enter(wall.run("kiezen"))
    for key, text in (("trots", PROUD), ("beter", BETTER)):
        add_note(cast.actor(cast.anna), wall.lane(wall.first, key), text, uuid.uuid4())
    return wall


def test_the_explanation_names_the_subjects_not_the_figures(wall, see):
    wall.card()
    for who in ("anna", "coach", "scherm"):
        assert "Verzuim" in see(who)
        assert GUIDING in see(who)
        assert SMALL_CARD not in see(who)


def test_who_reads_sees_the_cards_and_the_screen_shows_the_questions(wall, see):
    wall.card()
    wall.run("lezen")
    assert SMALL_CARD in see("anna")
    assert SMALL_CARD in see("coach")
    assert GUIDING in see("scherm")
    assert SMALL_CARD not in see("scherm")


def test_without_cards_people_use_paper(wall, see):
    wall.run("lezen")
    assert "Lees de kaarten op papier." in see("anna")


def test_without_groups_people_still_read_and_choose_nothing(wall, see):
    wall.card()
    wall.first.division.delete()
    for phase in ("lezen", "bespreken", "kiezen"):
        enter(wall.run(phase))
        assert SMALL_CARD in see("anna")
        assert 'name="text"' not in see("anna")


def test_only_the_writer_gets_forms_to_choose_with(wall, see):
    enter(wall.run("kiezen"))
    assert 'id="plak-' in see("anna")
    assert 'id="plak-' not in see("bram")


def test_before_the_signal_a_choice_is_for_the_room_alone(chosen, see):
    for phase in ("kiezen", "opbrengst"):
        enter(chosen.run(phase))
        assert PROUD in see("anna")
        assert PROUD in see("bram")
        for who in ("cas", "coach", "scherm"):
            assert PROUD not in see(who)
            assert BETTER not in see(who)


def test_the_coach_sees_how_far_each_room_is(chosen, see, cast):
    page = see("coach")
    assert "1 van 2 groepjes klaar" in page
    assert "Groepje 2" in page
    assert [(one.proud, one.better, one.is_ready) for one in harvests(chosen.block)] == [
        (1, 1, True),
        (0, 0, False),
    ]
    add_note(cast.actor(cast.cas), chosen.lane(chosen.second, "trots"), "Iets", uuid.uuid4())
    assert harvests(chosen.block)[1].is_ready is False
    assert "1 van 2 groepjes klaar" in see("coach")


def test_a_room_is_warned_about_an_empty_lane_and_not_stopped(chosen, see, cast):
    assert "Kies van allebei minstens één." in see("cas")
    assert "Kies van allebei minstens één." not in see("anna")
    add_note(cast.actor(cast.cas), chosen.lane(chosen.second, "trots"), "Iets", uuid.uuid4())
    assert "Er hangt nog niets bij “Kan beter”." in see("cas")


def test_nobody_puts_up_a_fourth(chosen, cast):
    lane = chosen.lane(chosen.first, "trots")
    for number in (2, 3):
        add_note(cast.actor(cast.anna), lane, f"Trots {number}", uuid.uuid4())
    with pytest.raises(Refused):
        add_note(cast.actor(cast.anna), lane, "Trots 4", uuid.uuid4())
    assert lane.notes.count() == 3
    add_note(cast.actor(cast.anna), chosen.lane(chosen.first, "beter"), "Nog een", uuid.uuid4())


def test_nobody_puts_up_a_note_for_a_room_but_its_writer(chosen, cast):
    lane = chosen.lane(chosen.first, "beter")
    for person in (cast.bram, cast.cas, cast.zoe):
        with pytest.raises(Refused):
            add_note(cast.actor(person), lane, "Inbraak", uuid.uuid4())
    assert lane.notes.count() == 1


def test_while_rooms_choose_only_numbers_reach_the_coach(
    chosen, cast, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        lane = chosen.lane(chosen.second, "trots")
        add_note(cast.actor(cast.cas), lane, "Ons geheim", uuid.uuid4())
    received = {}
    for audience, message in sent:
        received[audience] = received.get(audience, "") + message["frame"]["content"]
    room, coaches = f"room.{chosen.second.pk}", f"sessie.{cast.sessie.pk}.coaches"
    assert "Ons geheim" in received.pop(room)
    assert "<td>1</td><td>0</td><td>nog niet</td>" in received[coaches]
    received.pop(f"participant.{cast.cas.pk}")
    assert "Ons geheim" not in "".join(received.values())


def test_after_the_signal_everyone_sees_everything(chosen, see, cast):
    chosen.run("opbrengst")
    reveal(chosen.block, HARVEST, cast.coach)
    for who in ("anna", "cas", "coach", "scherm"):
        assert PROUD in see(who)
        assert BETTER in see(who)


def test_the_coach_gives_the_signal_in_the_last_step(chosen, see):
    assert ">Toon alles</button>" not in see("coach")
    enter(chosen.run("opbrengst"))
    assert ">Toon alles</button>" in see("coach")
    assert ">Toon alles</button>" not in see("anna")


def test_entering_twice_makes_one_board_a_room(wall):
    for _ in range(2):
        enter(wall.run("kiezen"))
    assert wall.block.boards.count() == 2


def test_looking_back_shows_cards_and_after_the_signal_what_was_chosen(chosen, cast):
    never_shown = "Deze tekst is op de dag niet getoond."
    chosen.card()
    token = ensure_links(cast.sessie)[AccessLink.Role.SCHOOLLEIDER].token
    url = reverse("review:terugkijken", args=[token])
    before = cast.client().get(url).content.decode()
    assert SMALL_CARD in before
    assert never_shown in before
    assert PROUD not in before
    reveal(chosen.block, HARVEST, cast.coach)
    after = cast.client().get(url).content.decode()
    assert PROUD in after
    assert never_shown not in after
    assert "Anna" not in after


def test_looking_back_at_nothing_is_nothing(wall):
    assert review(wall.block) is None
