"""What of a poll is pushed: how many voted, how many dots lie where, and someone's own dots."""

from collections.abc import Callable
from functools import cache

from django.template.loader import render_to_string

from scholendag import live
from scholendag.boards import tallies
from scholendag.boards.ballots import Ballot
from scholendag.boards.polls import Poll


def ballot(poll: Poll, participant: int) -> live.Fragment:
    """Which dots are theirs (by pk), and how many are left; for this person alone."""
    return ballots(poll, [participant])[participant]


def ballots(poll: Poll, people: list[int]) -> dict[int, live.Fragment]:
    """The same for several people, looked up together."""
    look = cache(lambda: tallies.ballots(poll, people))
    return {pk: _ballot(poll, pk, look) for pk in people}


def turnout(poll: Poll) -> live.Fragment:
    """How many people voted, such as "12 van 24 hebben gestemd"."""
    return live.replace(
        poll.turnout_id,
        lambda: render_to_string("boards/_turnout.html", {"turnout": tallies.turnout(poll)}),
    )


def tally(poll: Poll) -> live.Fragment:
    """How many dots lie where. As long as that is secret there is nothing in it."""
    return live.replace(poll.tally_id, lambda: _render_tally(poll.pk))


def _ballot(poll: Poll, pk: int, look: Callable[[], dict[int, Ballot]]) -> live.Fragment:
    return live.replace(
        poll.ballot_id, lambda: render_to_string("boards/_ballot.html", {"ballot": look()[pk]})
    )


def _render_tally(pk: int) -> str:
    """From a fresh row: it may have been closed, or opened, meanwhile."""
    fresh = Poll.objects.get(pk=pk)
    return render_to_string("boards/_tally.html", {"tally": tallies.tally(fresh)})
