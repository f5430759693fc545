"""Dots are given, taken back and counted; what they rest on stays until the poll closes."""

import uuid
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from scholendag.agenda.models import LogEntry
from scholendag.boards import actions, opening, tallies, voting
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Cluster, Note
from scholendag.boards.polls import Dot, Poll
from tests.boards.polling import LOOSE, ROOMS_APART, ROOMS_TOGETHER, Polling, counts_in
from tests.boards.scene import SECRET, refused
from tests.cast import ParticipantFactory


def test_everyone_has_so_many_dots_also_on_one_note(polling: Polling) -> None:
    note, other = polling.note(), polling.note("Meer tijd")
    polling.opens(3)
    polling.gives("anna", note)
    polling.gives("anna", note)
    polling.gives("anna", other)
    assert refused(lambda: polling.gives("anna", other)) == voting.NONE_LEFT
    polling.takes("anna", note, keep=1)
    polling.gives("anna", other)
    assert counts_in(polling.page("bram")) == {f"{note.dom_id}:1", f"{other.dom_id}:2"}


def test_a_press_that_is_sent_again_is_one_dot(polling: Polling) -> None:
    note, client_id = polling.note(), uuid.uuid4()
    polling.opens(1)
    polling.gives("anna", note, client_id)
    polling.gives("anna", note, client_id)
    assert polling.dots("anna") == 1
    assert refused(lambda: polling.gives("bram", note, client_id)) == voting.TRY_AGAIN
    other = polling.note("Iets anders")
    assert refused(lambda: polling.gives("anna", other, client_id)) == voting.TRY_AGAIN


def test_taking_back_twice_takes_one(polling: Polling) -> None:
    note = polling.note()
    polling.opens(3)
    for _ in range(3):
        polling.gives("anna", note)
    polling.takes("anna", note, keep=2)
    polling.takes("anna", note, keep=2)
    assert polling.dots("anna") == 2


def test_there_is_one_poll_at_a_time(polling: Polling) -> None:
    polling.note()
    poll = polling.opens()
    assert refused(polling.opens) == voting.ALREADY
    with pytest.raises(IntegrityError):
        Poll.objects.create(block=poll.block, kind_slug=poll.kind_slug)


def test_a_dot_lies_on_one_thing(polling: Polling) -> None:
    poll, person = polling.opens_on_a_note()
    with pytest.raises(IntegrityError):
        Dot.objects.create(poll=poll, participant=person, client_id=uuid.uuid4())


def test_a_later_poll_begins_at_nothing_and_counts_instead(polling: Polling) -> None:
    note = polling.note()
    polling.opens()
    polling.gives("anna", note)
    polling.closes()
    polling.opens()
    assert counts_in(polling.page("anna")) == set()
    polling.gives("bram", note)
    polling.gives("bram", note)
    assert counts_in(polling.page("anna")) == {f"{note.dom_id}:2"}


def test_who_was_let_out_does_not_count(polling: Polling) -> None:
    note = polling.note()
    polling.opens()
    polling.gives("anna", note)
    polling.gives("bram", note)
    polling.scene.cast.bram.removed_at = timezone.now()
    polling.scene.cast.bram.save()
    assert counts_in(polling.page("anna")) == {f"{note.dom_id}:1"}


def test_the_most_dots_are_listed_when_it_is_closed_and_the_order_stays(polling: Polling) -> None:
    notes = [polling.note(f"Idee {number}") for number in range(7)]
    cluster = polling.cluster("Licht", "Lucht")
    Cluster.objects.update(name="")
    polling.opens(10)
    for note, number in zip(notes, (1, 0, 2, 1, 1, 1, 1), strict=True):
        for _ in range(number):
            polling.gives("anna", note)
    for _ in range(3):
        polling.gives("bram", cluster)
    assert "Meeste stippen" not in polling.page("coach")
    polling.closes()
    poll = Poll.objects.get()
    assert tallies.tally(poll).most == (
        ("Licht", 3),
        ("Idee 2", 2),
        ("Idee 0", 1),
        ("Idee 3", 1),
        ("Idee 4", 1),
    )
    assert tallies.tally(poll).more == 2
    page = polling.page("scherm")
    assert "Meeste stippen" in page
    places = [page.rindex(f'id="{note.dom_id}"') for note in notes]
    assert places == sorted(places)


def test_how_many_voted_is_told_and_not_who(polling: Polling) -> None:
    note = polling.note()
    polling.opens()
    polling.gives("anna", note)
    polling.gives("anna", note)
    polling.gives("bram", note)
    assert "2 van 3 hebben gestemd" in polling.page("coach")
    assert "Sluit het stemmen" in polling.page("coach")
    assert "Sluit het stemmen" not in polling.page("anna") + polling.page("scherm")


def test_the_log_says_that_there_was_a_vote(polling: Polling) -> None:
    polling.note()
    polling.opens()
    polling.closes()
    deeds = list(LogEntry.objects.order_by("pk").values_list("deed", flat=True))
    assert deeds == ["liet stemmen op het bord “Muur”", "sloot het stemmen op het bord “Muur”"]


def test_nothing_is_voted_on_that_not_everyone_can_read(polling: Polling) -> None:
    polling.scene.put(SECRET)
    wall = polling.wall(SECRET)
    opens = lambda: voting.open_poll(polling.coach, wall, 3, hides_counts=False)  # noqa: E731
    assert refused(opens) == voting.NOT_YET
    actions.reveal(polling.scene.block, SECRET, polling.coach)
    opens()


def test_a_room_that_comes_late_votes_too(polling: Polling) -> None:
    polling.note("Van ons", ROOMS_TOGETHER)
    polling.opens(kind=ROOMS_TOGETHER)
    late = polling.note_of_cas(ROOMS_TOGETHER)
    polling.gives("anna", late)
    polling.closes()
    assert not opening.open_board(
        polling.scene.block, ROOMS_TOGETHER, room=polling.scene.other_trio
    ).voting_id


@pytest.mark.parametrize(
    ("kind", "on_own", "on_gathered"), [(ROOMS_TOGETHER, False, True), (ROOMS_APART, True, False)]
)
def test_rooms_vote_where_all_of_it_is(
    polling: Polling, kind: BoardKind, on_own: bool, on_gathered: bool
) -> None:
    polling.note("Van ons", kind)
    polling.opens(kind=kind)
    anna = polling.actors["anna"]
    assert ("data-voting" in polling.scene.page(kind, anna)) is on_own
    gathered = polling.scene.gathered(kind, anna)
    assert ("data-voting" in gathered) is on_gathered


@pytest.mark.parametrize("name", ["anna", "coach", "scherm"])
def test_the_number_of_queries_does_not_grow_with_notes_or_dots(
    polling: Polling, name: str
) -> None:
    def cost(act: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as captured:
            act()
        return len(captured)

    poll, _ = polling.opens_on_a_note()
    lane, found = polling.scene.lane(LOOSE), []
    for _ in range(2):
        found.append(cost(lambda: polling.scene.page(LOOSE, polling.actors[name])))
        for person in ParticipantFactory.create_batch(4, sessie=polling.scene.cast.sessie):
            note = Note.objects.create(lane=lane, author=person, text="Tekst")
            Dot.objects.create(poll=poll, participant=person, note=note, client_id=uuid.uuid4())
    assert found[1] <= found[0] <= 15
