"""All kinds of board times everyone who could look: who votes, who opens and closes a poll."""

import pytest
from django.utils import timezone

from scholendag.boards import queries, rules, voting_rules
from scholendag.boards.kinds import BoardKind, Scope, all_kinds
from scholendag.boards.models import Board
from scholendag.boards.polls import Poll
from tests.boards.polling import POLLED, Polling
from tests.boards.scene import KINDS
from tests.cast import Cast

ASKED = tuple(kind for kind in all_kinds() if kind not in (*KINDS, *POLLED))
EACH_KIND = pytest.mark.parametrize("kind", [*ASKED, *KINDS, *POLLED], ids=lambda kind: kind.slug)
TEACHERS = {"anna", "bram", "cas"}
# Those of Anna's room or team; a team's board has no coach who could let people vote on it.
AROUND_ANNA = {"anna", "bram"}


def voters(kind: BoardKind) -> set[str]:
    return AROUND_ANNA if kind.clusters_apart else TEACHERS


def fresh(polling: Polling, kind: BoardKind, **fields: object) -> Board:
    board = polling.scene.board(kind)
    Board.objects.filter(pk=board.pk).update(revealed_at=timezone.now(), **fields)
    return queries.all_boards().get(pk=board.pk)


def who(polling: Polling, may: object) -> set[str]:
    assert callable(may)
    actors = polling.actors.items()
    return {name for name, actor in actors if may(queries.standing_of(actor))}


@EACH_KIND
def test_who_may_vote_while_a_poll_is_open(polling: Polling, kind: BoardKind) -> None:
    board = fresh(polling, kind)
    assert who(polling, lambda one: voting_rules.may_vote(one, board)) == set()
    poll = Poll.objects.create(block=polling.scene.block, kind_slug=kind.slug)
    board = fresh(polling, kind, voting=poll)
    assert who(polling, lambda one: voting_rules.may_vote(one, board)) == voters(kind)
    polling.scene.go("iets anders")
    assert who(polling, lambda one: voting_rules.may_vote(one, board)) == voters(kind)


@EACH_KIND
def test_nobody_votes_on_what_waits_is_fixed_or_over(polling: Polling, kind: BoardKind) -> None:
    poll = Poll.objects.create(block=polling.scene.block, kind_slug=kind.slug)
    if kind.after_signal:
        fresh(polling, kind, voting=poll)
        Board.objects.update(revealed_at=None)
        waits = queries.all_boards().get(kind_slug=kind.slug)
        assert who(polling, lambda one: voting_rules.may_vote(one, waits)) == set()
    fixed = fresh(polling, kind, voting=poll, override="vast")
    assert who(polling, lambda one: voting_rules.may_vote(one, fixed)) == set()
    board = fresh(polling, kind, voting=poll, override="")
    board.sessie.closed_at = timezone.now()
    over = set() if kind.scope is not Scope.TEAM else TEACHERS
    assert who(polling, lambda one: voting_rules.may_vote(one, board)) == over


@EACH_KIND
def test_only_the_coach_opens_and_closes(polling: Polling, kind: BoardKind) -> None:
    board = fresh(polling, kind)
    coach = set() if kind.scope is Scope.TEAM else {"coach"}
    assert who(polling, lambda one: voting_rules.may_open(one.actor, board)) == coach
    directs = who(polling, lambda one: rules.may_direct(one.actor, board.block, kind))
    assert directs == coach


@EACH_KIND
def test_nothing_is_changed_while_people_vote(polling: Polling, kind: BoardKind) -> None:
    note = polling.scene.put(kind)
    poll = Poll.objects.create(block=polling.scene.block, kind_slug=kind.slug)
    fresh(polling, kind, voting=poll)
    note = queries.all_notes().get(pk=note.pk)
    board = note.lane.board
    assert who(polling, lambda one: rules.may_change(one, note)) == set()
    assert who(polling, lambda one: rules.may_cluster(one, board)) == set()
    assert who(polling, lambda one: rules.may_move(one, board)) == set()
    assert who(polling, lambda one: rules.may_moderate(one, board)) == {"coach"}


def test_who_was_let_out_votes_no_more(polling: Polling, cast: Cast) -> None:
    polling.opens_on_a_note()
    board = polling.board()
    cast.anna.removed_at = timezone.now()
    assert who(polling, lambda one: voting_rules.may_vote(one, board)) == {"bram", "cas"}
