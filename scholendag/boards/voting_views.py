"""Voting with dots: the coach opens and closes, deelnemers give dots. Every answer is fragments."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards import fragments, queries, rules, tallies, voting, voting_fragments
from scholendag.boards import voting_rules as may
from scholendag.boards.kinds import kind_called
from scholendag.boards.polls import Poll
from scholendag.boards.voting import Votable
from scholendag.boards.voting_forms import GiveForm, PollForm, TakeForm
from scholendag.boards.walls import Wall
from scholendag.sessies.actors import Actor, actor_in
from scholendag.sessies.refused import Refused

FIND = {"note": voting.note_called, "cluster": voting.cluster_called}


@require_POST
def open_poll(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """Let people vote on all boards of this kind in the block."""
    found = get_object_or_404(Block.objects.select_related("sessie"), pk=block)
    try:
        wall = Wall(found, kind_called(kind))
    except KeyError:
        raise Http404 from None
    actor = _coach(request, wall)
    form = PollForm(request.POST)
    if not form.is_valid():
        return _blocked(wall, live.problems_in(form))
    hides = form.cleaned_data["hides_counts"]
    try:
        voting.open_poll(actor, wall, form.cleaned_data["dots"], hides_counts=hides)
    except Refused as refusal:
        return _blocked(wall, refusal.message)
    return live.refetch()


@require_POST
def close_poll(request: HttpRequest, pk: int) -> HttpResponse:
    """End the vote and show what it came to."""
    poll = get_object_or_404(Poll.objects.select_related("block__sessie"), pk=pk)
    voting.close_poll(_coach(request, Wall(poll.block, poll.kind)), poll)
    return live.refetch()


@require_POST
def give(request: HttpRequest, what: str, pk: int) -> HttpResponse:
    """Give a dot to a note or a cluster."""
    on, actor = _votable(request, what, pk)
    form = GiveForm(request.POST)
    if not form.is_valid():
        return _refused(on, live.problems_in(form))
    return _vote(actor, on, lambda: voting.place_dot(actor, on, form.cleaned_data["client_id"]))


@require_POST
def take(request: HttpRequest, what: str, pk: int) -> HttpResponse:
    """Take dots back until as many lie there as the form says."""
    on, actor = _votable(request, what, pk)
    form = TakeForm(request.POST)
    if not form.is_valid():
        return _refused(on, live.problems_in(form))
    return _vote(actor, on, lambda: voting.take_dot(actor, on, form.cleaned_data["keep"]))


def _vote(actor: Actor, on: Votable, act: Callable[[], Poll]) -> HttpResponse:
    assert actor.participant  # noqa: S101 - only they get this far
    try:
        poll = act()
    except Refused as refusal:
        return _refused(on, refusal.message)
    shown = [] if poll.is_secret else [voting_fragments.tally(poll)]
    ballot = voting_fragments.ballot(poll, actor.participant.pk)
    return live.answer(ballot, voting_fragments.turnout(poll), *shown)


def _refused(on: Votable, message: str) -> HttpResponse:
    """Beside the dots that are left, where one looks; without a poll above the board."""
    poll = tallies.last_poll(on.wall)
    if poll is None or not poll.is_open:
        return _blocked(on.wall, message)
    return live.answer(fragments.refusal(f"{poll.ballot_id}-melding", message), status=422)


def _blocked(wall: Wall, message: str) -> HttpResponse:
    return live.answer(fragments.blocked(wall.block, wall.kind, message), status=422)


def _coach(request: HttpRequest, wall: Wall) -> Actor:
    """Who asks, as a coach of the day. Raises Http404 for everyone else."""
    actor = actor_in(request, wall.block.sessie)
    if not rules.may_direct(actor, wall.block, wall.kind):
        raise Http404
    return actor


def _votable(request: HttpRequest, what: str, pk: int) -> tuple[Votable, Actor]:
    """What is voted on, found by someone who is ever asked to. Raises Http404 for others."""
    on = FIND[what](pk)
    if on is None:
        raise Http404
    actor = actor_in(request, on.board.sessie)
    [who] = queries.standings_on(on.board, [actor])
    if not may.is_voter(who, on.board):
        raise Http404
    return on, actor
