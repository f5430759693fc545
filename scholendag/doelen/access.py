"""Who asks about something of a lasting team, which may meet on more than one day."""

from django.db.models import Q
from django.http import Http404, HttpRequest

from scholendag.doelen.rules import may_use_board
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, actor_in
from scholendag.sessies.models import Sessie


def actor_for(request: HttpRequest, team: Team) -> Actor:
    """Someone of the team, on any of its days, or their coach. Raises Http404 for an outsider."""
    for sessie in _days_of(team):
        actor = _actor_or_none(request, sessie)
        if actor and may_use_board(actor, team):
            return actor
    raise Http404


def _days_of(team: Team) -> list[Sessie]:
    """Where the team sat together, made a goal or was given its board; the latest first."""
    days = Q(divisions__rooms__team=team) | Q(goals__team=team) | Q(links__team=team)
    return list(Sessie.objects.filter(days).select_related("school").distinct())


def _actor_or_none(request: HttpRequest, sessie: Sessie) -> Actor | None:
    try:
        return actor_in(request, sessie)
    except Http404:
        return None
