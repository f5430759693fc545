"""Which boards a terugblik has: chosen beforehand, decided when people begin to write."""

from django.db import transaction

from scholendag import live
from scholendag.agenda.models import Block, Step
from scholendag.agenda.queries import is_running, locked_progress
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board
from scholendag.boards.opening import open_board, open_rooms
from scholendag.live import audiences
from scholendag.retrospective import queries, rules
from scholendag.retrospective.choices import SLUGS, Choices, choices_of
from scholendag.retrospective.kinds import BOARDS
from scholendag.retrospective.models import Arrangement
from scholendag.sessies.queries import roster
from scholendag.sessies.refused import Refused

WRITTEN = "Er hangt al iets op het bord. De vakken en de borden blijven zoals ze zijn."
BEGUN = "De groep is al aan het plakken. Ga eerst terug naar de uitleg."


def kind_of(block: Block) -> BoardKind:
    """The kind of board on which people look back here."""
    return BOARDS[choices_of(block).vakken, queries.is_per_team(block)]


def will_be_per_team(step: Step) -> bool:
    """Each team would have a board, if this step were the first in which people write."""
    people = roster(step.block.sessie).count()
    return choices_of(step.block).is_per_team(people, in_groups=bool(step.grouping))


def waits_for_teams(step: Step) -> bool:
    """People look back in their teams, so they wait for those; not where all share a board."""
    if step.phase == rules.EXPLAINING:
        return will_be_per_team(step)
    return queries.is_per_team(step.block)


def enter(step: Step) -> None:
    """Decide, once, who shares a board, and make the boards as far as there are rooms."""
    if step.phase == rules.EXPLAINING:
        return
    Arrangement.objects.get_or_create(
        block=step.block, defaults={"per_team": will_be_per_team(step)}
    )
    open_boards(step.block)


def open_boards(block: Block) -> None:
    """The board of everyone, or one for each team that has been told where it sits."""
    if queries.is_per_team(block):
        open_rooms(block, kind_of(block), queries.rooms_at(block))
    else:
        open_board(block, kind_of(block))


@transaction.atomic
def choose(block: Block, choices: Choices) -> None:
    """Other lanes or other boards, as long as nobody wrote. Raises Refused.

    What was decided is decided anew. Boards on which nobody wrote go, so that they hold no rooms.
    """
    step = locked_progress(block.sessie).step
    if queries.is_written_on(block):
        raise Refused(WRITTEN)
    if rules.has_begun(step, block):
        raise Refused(BEGUN)
    Arrangement.objects.filter(block=block).delete()
    Board.objects.filter(block=block, kind_slug__in=SLUGS).delete()
    block.refresh_from_db(fields=["settings"])
    block.settings |= choices.as_settings
    block.save(update_fields=["settings"])
    audience = audiences.everyone if is_running(block) else audiences.coaches
    live.refresh(audience(block.sessie_id))
