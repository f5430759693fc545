"""All kinds of board times everyone who could look, against tables made from the declaration.

The tables name people, not rules: whoever changes `rules.py` cannot change them by accident.
"""

import pytest
from django.utils import timezone

from scholendag.boards import queries, rules
from scholendag.boards.kinds import Adds, BoardKind, Scope, all_kinds
from scholendag.boards.models import Note
from scholendag.boards.rules import Standing
from scholendag.live import audiences
from tests.boards.scene import KINDS, ROOMS, WALL, Scene
from tests.cast import Cast

REGISTERED = tuple(kind for kind in all_kinds() if kind not in KINDS)
EACH_KIND = pytest.mark.parametrize("kind", [*REGISTERED, *KINDS], ids=lambda kind: kind.slug)

IN_THE_ROOM = {"anna", "bram"}
ALONE = {"anna"}
COACH = {"coach"}
ON_THE_DAY = {"anna", "bram", "cas", "coach", "scherm", "schoolleider"}
AROUND_THE_TEAM = {"anna", "bram", "coach", "schoolleider", "bord"}

BEFORE_THE_SIGNAL = {Scope.SESSIE: ALONE, Scope.ROOM: IN_THE_ROOM, Scope.TEAM: ALONE}
SHARED = {Scope.SESSIE: ON_THE_DAY, Scope.ROOM: ON_THE_DAY, Scope.TEAM: AROUND_THE_TEAM}
MEMBERS = {
    Scope.SESSIE: {"anna", "bram", "cas"},
    Scope.ROOM: IN_THE_ROOM,
    Scope.TEAM: {"anna", "bram", "bord"},
}
LET_IN = {
    Adds.EVERYONE: {"anna", "bram", "cas"},
    Adds.WRITER: {"anna"},
    Adds.AANTEKENAAR: {"anna"},
    Adds.TEAM: {"anna", "bram", "bord"},
}


def readers(kind: BoardKind, revealed: bool) -> set[str]:
    return (SHARED if revealed or not kind.after_signal else BEFORE_THE_SIGNAL)[kind.scope]


def seen(kind: BoardKind, revealed: bool) -> set[str]:
    """Who may know the board at all: a board that waits shows its coach how far people are."""
    return readers(kind, revealed) | MEMBERS[kind.scope] | COACH


def adders(kind: BoardKind) -> set[str]:
    return LET_IN[kind.adds] & MEMBERS[kind.scope]


class Table:
    """One kind of board with a note of Anna on it."""

    def __init__(self, cast: Cast, kind: BoardKind, revealed: bool) -> None:
        self.scene = Scene(cast)
        self.kind = kind
        open_in = sorted(kind.open_in or {"altijd"})
        self.go(open_in[0])
        self.board = self.scene.board(kind)
        self.board.revealed_at = timezone.now() if revealed else None
        self.board.save()
        self.note = self.scene.put(kind)

    def go(self, phase: str) -> None:
        self.scene.go(phase)

    def fresh(self) -> Note:
        return queries.all_notes().get(pk=self.note.pk)

    def standings(self) -> dict[str, Standing]:
        return {name: queries.standing_of(actor) for name, actor in self.scene.actors.items()}

    def who(self, may: object) -> set[str]:
        """Everyone for whom this rule holds."""
        assert callable(may)
        return {name for name, who in self.standings().items() if may(who)}


@pytest.fixture(params=[False, True], ids=["not revealed", "revealed"])
def revealed(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@EACH_KIND
def test_who_may_read(cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool) -> None:
    note = Table(cast, kind, revealed)
    assert note.who(lambda who: rules.may_read(who, note.fresh())) == readers(kind, revealed)
    board = note.fresh().lane.board
    assert note.who(lambda who: rules.may_see(who, board)) == seen(kind, revealed)


@EACH_KIND
def test_reading_does_not_end_with_the_step_or_the_day(
    cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool
) -> None:
    note = Table(cast, kind, revealed)
    note.go("iets anders")
    assert note.who(lambda who: rules.may_read(who, note.fresh())) == readers(kind, revealed)
    close(cast)
    assert note.who(lambda who: rules.may_read(who, note.fresh())) == readers(kind, revealed)


@EACH_KIND
def test_what_the_coach_hid_only_coaches_read(
    cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool
) -> None:
    table = Table(cast, kind, revealed)
    Note.objects.update(hidden_at=timezone.now())
    coaches = COACH & readers(kind, revealed)
    assert table.who(lambda who: rules.may_read(who, table.fresh())) == coaches
    assert table.who(lambda who: rules.may_change(who, table.fresh())) == set()


@EACH_KIND
def test_who_may_add_while_it_is_open(
    cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool
) -> None:
    table = Table(cast, kind, revealed)
    board = table.fresh().lane.board
    assert table.who(lambda who: rules.belongs(who, board)) == MEMBERS[kind.scope]
    assert table.who(lambda who: rules.may_add(who, board)) == adders(kind)


@EACH_KIND
def test_who_may_add_in_another_step(cast: Cast, trial_kinds: None, kind: BoardKind) -> None:
    table = Table(cast, kind, revealed=False)
    table.go("iets anders")
    board = table.fresh().lane.board
    assert table.who(lambda who: rules.may_add(who, board)) == (
        set() if kind.open_in else adders(kind)
    )


@EACH_KIND
def test_the_same_phase_of_another_block_opens_only_a_teams_board(
    cast: Cast, trial_kinds: None, kind: BoardKind
) -> None:
    table = Table(cast, kind, revealed=False)
    phase = sorted(kind.open_in or {"altijd"})[0]
    cast.step(table.scene.block.instrument, phase)
    opens = kind.open_in is None or kind.scope is Scope.TEAM
    board = table.fresh().lane.board
    assert table.who(lambda who: rules.may_add(who, board)) == (adders(kind) if opens else set())
    cast.run(cast.step("iets-anders", phase))
    opens = kind.open_in is None
    assert table.who(lambda who: rules.may_add(who, board)) == (adders(kind) if opens else set())


@EACH_KIND
def test_after_the_day_only_a_teams_board_can_be_added_to(
    cast: Cast, trial_kinds: None, kind: BoardKind
) -> None:
    table = Table(cast, kind, revealed=False)
    close(cast)
    lives_on = adders(kind) if kind.scope is Scope.TEAM else set()
    board = table.fresh().lane.board
    assert table.who(lambda who: rules.may_add(who, board)) == lives_on


@EACH_KIND
def test_only_the_author_changes_a_note(
    cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool
) -> None:
    table = Table(cast, kind, revealed)
    assert table.who(lambda who: rules.may_change(who, table.fresh())) == ALONE
    table.go("iets anders")
    waits = kind.after_signal and not revealed
    still = ALONE if waits or kind.open_in is None else set()
    assert table.who(lambda who: rules.may_change(who, table.fresh())) == still


@EACH_KIND
def test_the_coach_hides_what_the_coach_can_read(
    cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool
) -> None:
    table = Table(cast, kind, revealed)
    board = table.fresh().lane.board
    assert table.who(lambda who: rules.may_moderate(who, board)) == COACH & readers(kind, revealed)


@EACH_KIND
def test_only_the_coach_gives_a_signal(cast: Cast, trial_kinds: None, kind: BoardKind) -> None:
    table = Table(cast, kind, revealed=False)
    block = table.scene.block
    assert table.who(lambda who: rules.may_reveal(who.actor, block, kind)) == (
        COACH if kind.after_signal else set()
    )


@EACH_KIND
def test_a_push_reaches_who_may_read_and_nobody_else(
    cast: Cast, trial_kinds: None, kind: BoardKind, revealed: bool
) -> None:
    """The schoolleider looks back without a socket."""
    table = Table(cast, kind, revealed)
    hears = {
        audiences.everyone(cast.sessie.pk): {"anna", "bram", "cas", "coach", "scherm"},
        audiences.coaches(cast.sessie.pk): {"coach"},
        audiences.room(table.scene.trio.pk): {"anna", "bram"},
        audiences.team(table.scene.team.pk): {"anna", "bram", "bord"},
        audiences.participant(cast.anna.pk): {"anna"},
    }
    reached = rules.readers(table.fresh().lane.board, cast.anna.pk, cast.sessie.pk)
    assert set.union(*(hears[one] for one in reached)) == readers(kind, revealed) - {"schoolleider"}


def test_who_was_let_out_may_not_write(scene: Scene) -> None:
    board = scene.board(WALL)
    assert rules.may_add(queries.standing_of(scene.actors["anna"]), board)
    scene.cast.anna.removed_at = timezone.now()
    assert not rules.may_add(queries.standing_of(scene.actors["anna"]), board)


def test_before_groups_are_fixed_nobody_sits_anywhere(scene: Scene) -> None:
    note = scene.put(ROOMS)
    scene.trio.division.fixed_at = None
    scene.trio.division.save()
    who = queries.standing_of(scene.actors["anna"])
    assert not rules.may_add(who, scene.board(ROOMS))
    assert not rules.may_read(who, queries.all_notes().get(pk=note.pk))


def close(cast: Cast) -> None:
    cast.sessie.closed_at = timezone.now()
    cast.sessie.save()
