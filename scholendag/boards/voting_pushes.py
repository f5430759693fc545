"""Who sees what of a poll when dots come and go, or what they lie on changes."""

from scholendag import live
from scholendag.boards import tallies, voting_fragments
from scholendag.boards.models import Note
from scholendag.boards.polls import Dot, Poll
from scholendag.boards.walls import Wall
from scholendag.live import audiences


def push_votes(poll: Poll, participant: int) -> None:
    """Someone (by pk) gave a dot or took one back. Of a secret poll nobody hears on what."""
    live.push(audiences.participant(participant), voting_fragments.ballot(poll, participant))
    shown = [voting_fragments.turnout(poll)]
    shown += [] if poll.is_secret else [voting_fragments.tally(poll)]
    live.push(audiences.everyone(poll.block.sessie_id), *shown)


def push_changed(note: Note) -> None:
    """A note on which dots may lie was changed, hidden or brought back."""
    board = note.lane.board
    poll = tallies.last_poll(Wall(board.block, board.kind))
    if poll and not poll.is_secret:
        live.push(audiences.everyone(board.sessie_id), voting_fragments.tally(poll))
    if poll and poll.is_open:
        dots = Dot.objects.filter(poll=poll, note=note.pk)
        people = list(dots.values_list("participant", flat=True).distinct().order_by())
        for pk, shown in voting_fragments.ballots(poll, people).items():
            live.push(audiences.participant(pk), shown)
