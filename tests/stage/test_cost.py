"""A step change is as many fetches as there are people, so a page must not cost more in a full
room than in a small one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Progress, Step
from scholendag.boards.models import Board, Note
from scholendag.breakouts import actions as breakouts
from scholendag.breakouts.queries import room_of
from scholendag.sessies import actions as sessies
from scholendag.stage import actions
from tests.cast import Cast, ParticipantFactory

FEW, MANY = 4, 16
# The desk counts what every room wrote and who is alone, and a press lets go of who called.
REASONABLE = 45
STEPS = [
    ("verwachtingen", "schrijven", ""),
    ("inspiratieverhaal", "geraakt", ""),
    ("datamuur", "kiezen", "trio"),
    ("datamuur", "opbrengst", "trio"),
    ("leerlingarena", "nabespreking", ""),
    ("werksessie", "ronde-a", "duo"),
    ("retrospective", "plakken", ""),
]


def fill_up(cast: Cast, people: int) -> None:
    for _ in range(people - cast.sessie.participants.count()):
        ParticipantFactory.create(sessie=cast.sessie, present_since=timezone.now())


def write_everywhere(step: Step) -> None:
    for board in Board.objects.filter(block=step.block):
        people = [board.room.writer] if board.room else step.block.sessie.participants.all()
        for lane in board.lanes.all():
            Note.objects.bulk_create(Note(lane=lane, author=one, text="Rust") for one in people)


def costs(cast: Cast, step: Step) -> dict[str, int]:
    """The queries of the press that opens this step, and of the pages after it."""
    seen = Progress.objects.get(sessie=cast.sessie).step_id
    found = {}
    with CaptureQueriesContext(connection) as queries:
        actions.go_to(cast.sessie, step, seen, cast.coach)
    found["press"] = len(queries)
    write_everywhere(step)
    for client, url in (
        (cast.client(cast.anna), reverse("stage:deelnemer", args=[cast.sessie.code])),
        (cast.client(cast.marieke), reverse("stage:begeleider", args=[cast.sessie.pk])),
    ):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        found[url] = len(queries)
    return found


@pytest.mark.parametrize(("instrument", "phase", "grouping"), STEPS)
def test_a_full_room_costs_no_more_queries_than_a_small_one(cast, instrument, phase, grouping):
    sessies.arrive(cast.anna)
    cast.step("uitleg", "uitleg")
    found = []
    for people in (FEW, MANY):
        fill_up(cast, people)
        key = f"met-{people}" if grouping else ""
        step = cast.step(instrument, phase, running=False, grouping=grouping, division=key)
        if grouping:
            breakouts.fix(breakouts.divide(cast.sessie, key, grouping))
            breakouts.take_pen(room_of(cast.anna, step), cast.anna)
        found.append(costs(cast, step))

    small, full = found
    assert {what: cost for what, cost in full.items() if cost > small[what]} == {}
    assert max(small.values()) < REASONABLE
