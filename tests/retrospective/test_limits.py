"""How many notes each has, by the size of the group that shares a board (domein.md, A7, 7.10)."""

import uuid
from contextlib import suppress

import pytest

from scholendag.boards import clustering, placing
from scholendag.boards.models import Board, Note
from scholendag.boards.queries import board_of
from scholendag.boards.walls import Wall
from scholendag.breakouts.models import Room, Seat
from scholendag.retrospective import arranging
from scholendag.retrospective.kinds import BOARDS
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused
from tests.cast import Cast, ParticipantFactory
from tests.retrospective.conftest import Teams, come_in

pytestmark = pytest.mark.django_db


def put_up(cast: Cast, by: Participant, board: Board, lane: int) -> bool:
    """Whether there was room for one more."""
    before = Note.objects.count()
    with suppress(Refused):
        placing.add_note(cast.actor(by), board.lanes.all()[lane], "Rust", uuid.uuid4())
    return Note.objects.count() > before


def over_all_lanes(cast: Cast, by: Participant, board: Board) -> int:
    """How many notes somebody gets up who tries every lane twice."""
    return sum(put_up(cast, by, board, lane) for lane in (0, 0, 1, 1, 2, 2))


def board_for(teams: Teams, room: Room | None) -> Board:
    board = board_of(teams.block, arranging.kind_of(teams.block).slug, room=room)
    assert board
    return board


def sit(room: Room, people: int) -> None:
    """So many sit in the room in all."""
    for _ in range(people - room.seats.count()):
        person = ParticipantFactory.create(sessie=room.division.sessie)
        Seat.objects.create(division=room.division, room=room, participant=person)


@pytest.mark.parametrize(("people", "notes"), [(10, 3), (11, 2), (20, 2), (21, 1)])
def test_on_one_board_everyone_who_takes_part_counts(cast, people, notes):
    teams = Teams(cast, "nee")
    come_in(cast, people)
    teams.begins()

    assert over_all_lanes(cast, cast.anna, board_for(teams, None)) == notes


@pytest.mark.parametrize(("people", "notes"), [(10, 3), (11, 2), (20, 2), (21, 1)])
def test_on_the_board_of_a_team_only_the_team_counts(cast, teams, people, notes):
    sit(teams.lower, people)
    come_in(cast, 60)
    teams.begins()

    assert over_all_lanes(cast, cast.anna, board_for(teams, teams.lower)) == notes
    assert over_all_lanes(cast, cast.cas, board_for(teams, teams.upper)) == 3


def test_each_lane_takes_one_note_of_a_person(cast, teams):
    teams.begins()
    board = board_for(teams, teams.lower)

    assert put_up(cast, cast.anna, board, 0)
    assert not put_up(cast, cast.anna, board, 0)
    assert put_up(cast, cast.bram, board, 0)


@pytest.mark.parametrize("per_team", ["ja", "nee"])
def test_clustering_changes_nothing_of_how_many_are_left(cast, per_team):
    teams = Teams(cast, per_team)
    come_in(cast, 11)
    sit(teams.lower, 11)
    teams.begins()
    room = teams.lower if per_team == "ja" else None
    board = board_for(teams, room)
    for lane in (0, 1):
        assert put_up(cast, cast.anna, board, lane)
    note = Note.objects.filter(lane=board.lanes.all()[0]).get()
    wall = Wall(teams.block, board.kind)
    clustering.put_together(cast.coach, wall, [note.pk], "Rust")

    assert not put_up(cast, cast.anna, board, 0)
    assert not put_up(cast, cast.anna, board, 2)
    assert put_up(cast, cast.bram, board, 0)
    note.delete()
    assert put_up(cast, cast.anna, board, 2)


def test_a_team_clusters_its_own_board_and_nobody_elses(cast, teams):
    teams.begins()
    own, other = (teams.note(room, "Rust") for room in (teams.lower, teams.upper))
    teams.goes_on("bespreken")
    wall = Wall(teams.block, arranging.kind_of(teams.block))

    clustering.put_together(cast.actor(cast.bram), wall, [own.pk], "Rust")
    with pytest.raises(Refused):
        clustering.put_together(cast.actor(cast.bram), wall, [other.pk], "Van ons")

    assert Note.objects.get(pk=own.pk).cluster
    assert Note.objects.get(pk=other.pk).cluster is None


def test_the_boards_are_the_two_sets_of_lanes_for_all_and_for_teams():
    assert len({kind.slug for kind in BOARDS.values()}) == 4
    assert all(len(kind.lanes) == 3 for kind in BOARDS.values())
