"""Counting dots. What a secret poll came to is counted for nobody before it is closed."""

from collections import Counter
from collections.abc import Collection, Mapping

from django.db.models import Count, Exists, OuterRef

from scholendag.boards import voting_rules
from scholendag.boards.ballots import Ballot, Tally, Turnout, Voting
from scholendag.boards.counting import of_those_here
from scholendag.boards.kinds import Scope
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.polls import Dot, Poll
from scholendag.boards.rules import Standing
from scholendag.boards.walls import Wall

# A list of the most dots, to talk about; not a ranking of all.
SHOWN = 5


def last_poll(wall: Wall) -> Poll | None:
    """The poll that is open on these boards, or else the last one."""
    if wall.kind.scope is Scope.TEAM:
        return None
    polls = Poll.objects.filter(block=wall.block, kind_slug=wall.kind.slug)
    return polls.select_related("block__sessie").last()


def voting_on(board: Board, who: Standing, *, gathered: bool = False) -> Voting | None:
    """The last poll as this person sees it on the board, or where all boards of its kind are
    gathered; None without one."""
    poll = last_poll(Wall(board.block, board.kind))
    if poll is None:
        return None
    votes = voting_rules.votes_on(board, gathered=gathered) and voting_rules.may_vote(who, board)
    person = who.actor.participant
    ballot = ballots(poll, [person.pk])[person.pk] if votes and person else None
    return Voting(tally(poll), turnout(poll) if poll.is_open else None, ballot)


def tally(poll: Poll) -> Tally:
    """How many dots lie on each loose note and each cluster; nothing as long as that is secret."""
    if poll.is_secret:
        return Tally(poll)
    counts = _counts(poll)
    if poll.is_open:
        return Tally(poll, counts)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    shown = ranked[:SHOWN]
    as_many = [number for _, number in ranked[SHOWN:] if number == shown[-1][1]]
    texts = _texts([dom_id for dom_id, _ in shown])
    most = tuple((texts[dom_id], number) for dom_id, number in shown if dom_id in texts)
    return Tally(poll, counts, most, len(as_many))


def turnout(poll: Poll) -> Turnout:
    """How many gave at least one dot, of those who are here."""
    gave = Exists(Dot.objects.filter(poll=poll, participant=OuterRef("pk")))
    return Turnout(poll, *of_those_here(poll.block.sessie, gave))


def ballots(poll: Poll, people: Collection[int]) -> dict[int, Ballot]:
    """The dots of each of these participants (by pk)."""
    given: dict[int, Counter[str]] = {pk: Counter() for pk in people}
    hidden: dict[int, Counter[int]] = {pk: Counter() for pk in people}
    for dot in Dot.objects.filter(poll=poll, participant__in=people).select_related("note"):
        if dot.note and dot.note.is_hidden:
            hidden[dot.participant_id][dot.note.pk] += 1
        else:
            given[dot.participant_id][_place(dot.note_id, dot.cluster_id)] += 1
    return {pk: Ballot(poll, dict(given[pk]), dict(hidden[pk])) for pk in people}


def _counts(poll: Poll) -> Mapping[str, int]:
    """A dot on a note that went in a cluster counts there; one on a hidden note nowhere."""
    dots = Dot.objects.filter(poll=poll, participant__removed_at=None, note__hidden_at=None)
    rows = dots.values_list("note", "note__cluster", "cluster").annotate(Count("pk"))
    counts: Counter[str] = Counter()
    for note, around, cluster, number in rows.order_by():
        counts[_place(note, cluster or around)] += number
    return counts


def _place(note: int | None, cluster: int | None) -> str:
    return Cluster(pk=cluster).dom_id if cluster else Note(pk=note).dom_id


def _texts(dom_ids: Collection[str]) -> dict[str, str]:
    """What each of these is called; a cluster without a name by the first of its notes."""
    pks: dict[str, set[int]] = {"post-it": set(), "cluster": set()}
    for dom_id in dom_ids:
        what, _, pk = dom_id.rpartition("-")
        pks[what].add(int(pk))
    clusters = list(Cluster.objects.filter(pk__in=pks["cluster"]))
    texts = {one.dom_id: str(one) for one in clusters}
    nameless = [one.pk for one in clusters if not one.name]
    for note in Note.objects.filter(cluster__in=nameless, hidden_at=None).order_by("-pk"):
        texts[Cluster(pk=note.cluster_id).dom_id] = note.text
    return texts | {one.dom_id: one.text for one in Note.objects.filter(pk__in=pks["post-it"])}
