"""Voting with dots. Whoever votes waits for the poll, so nobody ever gives more than there are."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.queries import current_step
from scholendag.boards import clusters, queries, rules, voting_pushes, voting_rules
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.placing import NOT_YOU
from scholendag.boards.polls import Dot, Poll
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused

ALREADY = "Er wordt al gestemd op dit bord. Sluit dat eerst."
NOT_YET = "Op dit bord kan nu niet gestemd worden. Is het al voor iedereen te lezen, en niet vast?"
OVER = "Het stemmen is klaar. Deze stip telt niet meer mee."
NONE_LEFT = "Je stippen zijn op. Haal er eerst een terug."
IN_CLUSTER = "Deze post-it ligt bij andere. Geef je stip daaraan."
GONE = "Hier kun je nu geen stip geven. Kijk nog eens op het bord."
TRY_AGAIN = "Dit lukte niet. Laad de pagina opnieuw en geef je stip nog eens."


@dataclass(frozen=True)
class Votable:
    """What a dot can lie on, a note or a cluster, and a board on which it is."""

    board: Board
    note: Note | None = None
    cluster: Cluster | None = None

    @property
    def wall(self) -> Wall:
        """All boards on which is voted together."""
        return Wall(self.board.block, self.board.kind)

    def again(self) -> "Votable | None":
        """The same as it is now; None when it is gone."""
        if self.note:
            return note_called(self.note.pk)
        return cluster_called(self.cluster.pk) if self.cluster else None

    def dots_of(self, person: Participant | None, poll: Poll) -> QuerySet[Dot]:
        """Their dots here."""
        return Dot.objects.filter(
            poll=poll, participant=person, note=self.note, cluster=self.cluster
        )


def note_called(pk: int) -> Votable | None:
    """The note with this pk, as it is now."""
    note = queries.all_notes().filter(pk=pk).first()
    return Votable(note.lane.board, note=note) if note else None


def cluster_called(pk: int) -> Votable | None:
    """The cluster with this pk, as it is now."""
    cluster = Cluster.objects.filter(pk=pk).select_related("block").first()
    if cluster is None:
        return None
    boards = queries.boards_of(cluster.block, cluster.kind)
    board = (boards.filter(pk=cluster.board_id) if cluster.board_id else boards).first()
    return Votable(board, cluster=cluster) if board else None


@transaction.atomic
def open_poll(actor: Actor, wall: Wall, dots: int, *, hides_counts: bool) -> Poll:
    """Let people vote on these boards, with so many dots each. Raises Refused."""
    if not rules.may_direct(actor, wall.block, wall.kind):
        raise Refused(NOT_YOU)
    boards = clusters.hold(wall)
    if any(rules.is_voted_on(board) for board in boards):
        raise Refused(ALREADY)
    if not boards or not all(voting_rules.may_open(actor, board) for board in boards):
        raise Refused(NOT_YET)
    poll = Poll.objects.create(
        block=wall.block, kind_slug=wall.kind.slug, dots=dots, hides_counts=hides_counts
    )
    _say(boards, poll)
    _note_down(actor, wall, "liet stemmen op")
    return poll


@transaction.atomic
def close_poll(actor: Actor, poll: Poll) -> None:
    """End the vote: everyone sees at the same moment what it came to. Once; a second press
    changes nothing. Raises Refused."""
    wall = Wall(poll.block, poll.kind)
    if not rules.may_direct(actor, wall.block, wall.kind):
        raise Refused(NOT_YOU)
    boards = clusters.hold(wall)
    fresh = _hold(pk=poll.pk)
    if fresh is None:
        return
    fresh.closed_at = timezone.now()
    fresh.save(update_fields=["closed_at"])
    _say(boards, None)
    _note_down(actor, wall, "sloot het stemmen op")


@transaction.atomic
def place_dot(actor: Actor, on: Votable, client_id: uuid.UUID) -> Poll:
    """Give a dot; one that is sent again stays one. Raises Refused."""
    poll, person = _vote(actor, on)
    sent = Dot.objects.filter(client_id=client_id).first()
    if sent is None:
        _check(on)
        if Dot.objects.filter(poll=poll, participant=person).count() >= poll.dots:
            raise Refused(NONE_LEFT)
        Dot.objects.create(
            poll=poll, participant=person, note=on.note, cluster=on.cluster, client_id=client_id
        )
    elif sent not in on.dots_of(person, poll):
        raise Refused(TRY_AGAIN)
    voting_pushes.push_votes(poll, person.pk)
    return poll


@transaction.atomic
def take_dot(actor: Actor, on: Votable, keep: int) -> Poll:
    """Take one's dots back until `keep` of them lie here, so that a press that is sent again takes
    no second one. Also from a note that the coach hid. Raises Refused."""
    poll, person = _vote(actor, on)
    theirs = on.dots_of(person, poll)
    theirs.filter(pk__in=[dot.pk for dot in theirs[keep:]]).delete()
    voting_pushes.push_votes(poll, person.pk)
    return poll


def _vote(actor: Actor, on: Votable) -> tuple[Poll, Participant]:
    """The open poll while it is ours, and the one who votes. Raises Refused."""
    poll = _hold(block=on.wall.block, kind_slug=on.wall.kind.slug)
    if poll is None:
        raise Refused(OVER)
    fresh = queries.all_boards().get(pk=on.board.pk)
    [who] = queries.standings_on(fresh, [actor])
    if actor.participant is None or not voting_rules.may_vote(who, fresh):
        raise Refused(NOT_YOU)
    return poll, actor.participant


def _check(on: Votable) -> None:
    """Raises Refused for what is gone, hidden or in a cluster by now."""
    now = on.again()
    if now is None or (now.note and now.note.is_hidden):
        raise Refused(GONE)
    if now.note and now.note.cluster_id:
        raise Refused(IN_CLUSTER)


def _hold(**which: object) -> Poll | None:
    """The poll, if it is still open; who else votes or closes it waits for us."""
    polls = Poll.objects.select_related("block__sessie").filter(closed_at=None, **which)
    return polls.select_for_update(of=("self",), no_key=True).first()


def _say(boards: list[Board], poll: Poll | None) -> None:
    """Store it with every board. Every page looks different then, so each fetches its own."""
    for board in boards:
        board.voting = poll
        board.save(update_fields=["voting"])
    for sessie in {board.sessie_id for board in boards}:
        live.refresh(audiences.everyone(sessie))


def _note_down(actor: Actor, wall: Wall, deed: str) -> None:
    step = current_step(wall.block.sessie_id)
    note_down(actor, f"{deed} het bord “{wall.kind.title}”", step)
