"""What someone is shown of boards, and in how many queries."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from scholendag.boards import counting, opening, queries
from scholendag.boards.kinds import BoardKind, Per
from scholendag.boards.limits import Left
from scholendag.boards.models import Note
from scholendag.sessies.actions import remove
from tests.boards.scene import NOTED, ROOMS, SECRET, SHARED_ROOMS, TEAMS, WALL, Scene
from tests.cast import ParticipantFactory


def number_of_queries(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        act()
    return len(captured)


def fill(scene: Scene, kind: BoardKind, number: int) -> None:
    """Notes of as many people in each lane."""
    for lane in scene.board(kind).lanes.all():
        for person in ParticipantFactory.create_batch(number, sessie=scene.cast.sessie):
            Note.objects.create(lane=lane, author=person, text="Tekst")


@pytest.mark.parametrize("kind", [WALL, SHARED_ROOMS, TEAMS], ids=lambda kind: kind.slug)
@pytest.mark.parametrize("name", ["anna", "coach", "scherm"])
def test_the_number_of_queries_does_not_grow(scene: Scene, kind: BoardKind, name: str) -> None:
    actor = scene.actors[name]
    fill(scene, kind, 1)
    page = number_of_queries(lambda: scene.page(kind, actor))
    gathered = number_of_queries(lambda: scene.gathered(kind, actor))
    fill(scene, kind, 3)
    assert number_of_queries(lambda: scene.page(kind, actor)) == page
    assert number_of_queries(lambda: scene.gathered(kind, actor)) == gathered
    assert max(page, gathered) <= 12


def test_gathering_more_rooms_takes_no_more_queries(scene: Scene) -> None:
    coach = scene.cast.coach
    fill(scene, SHARED_ROOMS, 1)
    one = number_of_queries(lambda: scene.gathered(SHARED_ROOMS, coach))
    other = opening.open_board(scene.block, SHARED_ROOMS, room=scene.other_trio)
    Note.objects.create(lane=other.lanes.all()[0], author=scene.cast.cas, text="Van ons")
    assert number_of_queries(lambda: scene.gathered(SHARED_ROOMS, coach)) == one
    assert "Van ons" in scene.gathered(SHARED_ROOMS, coach)


def test_a_gathered_view_has_the_lanes_once_and_says_whose_a_note_is(scene: Scene) -> None:
    scene.add(SHARED_ROOMS, "Van één")
    other = opening.open_board(scene.block, SHARED_ROOMS, room=scene.other_trio)
    Note.objects.create(lane=other.lanes.all()[0], author=scene.cast.cas, text="Van twee")
    view = queries.gathered_view(scene.block, SHARED_ROOMS, scene.actors["scherm"])
    assert [lane.kind.key for lane in view.lanes] == ["goed", "beter"]
    assert [(note.text, note.of) for note in view.lanes[0].notes] == [
        ("Van één", str(scene.trio)),
        ("Van twee", str(scene.other_trio)),
    ]
    assert view.lanes[1].notes == ()


def test_what_belongs_to_someone(scene: Scene) -> None:
    own, other = scene.add(WALL, "Van mij"), scene.add(WALL, "Van Bram", by=scene.cast.bram)
    view = queries.view_of(scene.board(WALL), scene.actors["anna"])
    assert view.own[0].note_ids == (own.dom_id,)
    assert [note.pk for note in view.lanes[0].notes] == [own.pk, other.pk]
    assert view.lanes[0].composer
    assert view.lanes[0].composer.left.limit == Left(left=2, of=3)


def test_only_who_may_add_gets_a_composer(scene: Scene) -> None:
    with_form = {
        name
        for name, actor in scene.actors.items()
        if queries.view_of(scene.board(WALL), actor).lanes[0].composer
    }
    assert with_form == {"anna", "bram", "cas"}


def test_the_tightest_limit_is_shown(scene: Scene) -> None:
    scene.add(SHARED_ROOMS, by=scene.cast.bram)
    scene.add(SHARED_ROOMS, by=scene.cast.bram)
    view = queries.view_of(scene.board(SHARED_ROOMS), scene.actors["anna"])
    assert view.lanes[0].composer
    assert view.lanes[0].composer.left.limit == Left(left=1, of=3, per=Per.ROOM)


def test_without_a_limit_nothing_is_counted_down(scene: Scene) -> None:
    assert not re.search(r"Nog \d", scene.page(NOTED, scene.actors["anna"]))


def test_who_wrote_is_counted_once_of_who_is_there(scene: Scene) -> None:
    cast = scene.cast
    scene.add(WALL)
    scene.add(WALL, number=1)
    assert counted(scene, WALL) == (1, 3)
    for person in (cast.bram, cast.cas):
        person.present_since = timezone.now()
        person.save()
    absent = ParticipantFactory.create(sessie=cast.sessie)
    assert counted(scene, WALL) == (1, 3)
    remove(cast.cas)
    assert counted(scene, WALL) == (1, 2)
    scene.add(WALL, by=absent)
    assert counted(scene, WALL) == (2, 3)


def test_a_room_is_ready_with_something_in_every_lane(scene: Scene) -> None:
    scene.board(ROOMS)
    scene.add(ROOMS)
    assert counted(scene, ROOMS) == (0, 2)
    scene.add(ROOMS, number=1)
    assert counted(scene, ROOMS) == (1, 2)
    remove(scene.cast.cas)
    assert counted(scene, ROOMS) == (1, 1)


@pytest.mark.parametrize("kind", [TEAMS, NOTED], ids=lambda kind: kind.slug)
def test_nobody_is_ever_ready_with_a_teams_board_or_taking_notes(
    scene: Scene, kind: BoardKind
) -> None:
    assert queries.view_of(scene.board(kind), scene.cast.coach).ready is None


def test_there_is_no_board_before_it_is_opened(scene: Scene) -> None:
    assert queries.board_of(scene.block, SECRET.slug) is None
    assert queries.gathered_view(scene.block, SECRET, scene.cast.coach).lanes[0].notes == ()


def counted(scene: Scene, kind: BoardKind) -> tuple[int, int]:
    found = counting.ready(scene.block, kind)
    return found.done, found.of
