"""How many notes fit: for a person, for a room, in each lane."""

import uuid
from dataclasses import replace

import pytest

from scholendag.boards import actions, kinds, placing
from scholendag.boards.kinds import BoardKind, Limit
from scholendag.boards.models import Lane, Note
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused
from tests.boards.scene import (
    NOTED,
    ROOMS,
    SHARED_ROOMS,
    TEAMS,
    WALL,
    Scene,
    refused,
)
from tests.cast import ParticipantFactory


def add_until_full(scene: Scene, kind: BoardKind, by: Participant, number: int = 0) -> int:
    """How many notes fit before the board is full."""
    for done in range(20):
        try:
            scene.add(kind, f"Nummer {done}", by=by, number=number)
        except Refused:
            return done
    return 20


def test_each_person_has_a_limit(scene: Scene) -> None:
    cast = scene.cast
    assert add_until_full(scene, WALL, cast.anna) == 3
    assert add_until_full(scene, WALL, cast.anna, number=1) == 0
    assert add_until_full(scene, WALL, cast.bram) == 3


def test_a_limit_can_be_for_each_lane_of_a_room(scene: Scene) -> None:
    anna = scene.cast.anna
    assert add_until_full(scene, ROOMS, anna) == 3
    assert add_until_full(scene, ROOMS, anna, number=1) == 3


def test_a_limit_of_the_room_counts_what_the_others_put_up(scene: Scene) -> None:
    assert add_until_full(scene, SHARED_ROOMS, scene.cast.anna) == 2
    assert add_until_full(scene, SHARED_ROOMS, scene.cast.bram) == 1


def test_a_limit_can_depend_on_how_many_take_part(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = replace(WALL, slug="proef-klein", limits=(Limit(lambda people: 4 - people),))
    monkeypatch.setitem(kinds._kinds, kind.slug, kind)
    assert scene.cast.cas
    assert add_until_full(scene, kind, scene.cast.anna) == 1
    ParticipantFactory.create_batch(3, sessie=scene.cast.sessie)
    assert add_until_full(scene, kind, scene.cast.bram) == 0


def test_a_bord_link_counts_as_one_person(scene: Scene) -> None:
    bord = Actor(scene.cast.sessie, Role.BORD, team=scene.team)
    lane = scene.lane(TEAMS)
    for _ in range(2):
        placing.add_note(bord, lane, "Van ons", uuid.uuid4())
    assert refused(lambda: placing.add_note(bord, lane, "Nog", uuid.uuid4())) == placing.FULL
    scene.add(TEAMS, by=scene.cast.bram)


def test_a_note_taken_back_makes_room(scene: Scene) -> None:
    add_until_full(scene, WALL, scene.cast.anna)
    assert refused(lambda: scene.add(WALL)) == placing.FULL
    actions.take_back(scene.actors["anna"], Note.objects.all()[0])
    scene.add(WALL, "Toch deze")


def test_a_note_that_the_coach_hid_still_counts(scene: Scene) -> None:
    """Otherwise bringing it back would exceed the limit."""
    add_until_full(scene, WALL, scene.cast.anna)
    actions.hide(scene.cast.coach, Note.objects.all()[0])
    assert add_until_full(scene, WALL, scene.cast.anna) == 0
    assert "verborgen" in scene.page(WALL, scene.actors["anna"])


def test_a_kind_without_limits_is_full_never(scene: Scene) -> None:
    assert add_until_full(scene, NOTED, scene.cast.anna) == 20
    assert Lane.objects.get(pk=scene.lane(NOTED).pk).notes.count() == 20
