"""Who may do what around a story, and how long it is silent after it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from scholendag.agenda.models import Block, Step
from scholendag.sessies.actors import Actor, Role

MOST_PICTURES = 8
# Some seconds of silence after the story (domein.md, 2B); a programme can set another number.
SILENCE, LONGEST_SILENCE = 5, 60
WRONG_SILENCE = f"stilte moet een geheel getal van 0 tot en met {LONGEST_SILENCE} zijn"


def may_show(actor: Actor, block: Block) -> bool:
    """Who tells and who runs the day choose the picture that everyone sees."""
    return actor.sessie.pk == block.sessie_id and (actor.is_coach or actor.role is Role.VERTELLER)


def is_told(step: Step | None, block: Block) -> bool:
    """The story of this block is being told."""
    return step is not None and step.block_id == block.pk and step.phase == "luisteren"


def has_place(pictures: int) -> bool:
    """There is room for one more picture beside this many."""
    return pictures < MOST_PICTURES


def wrong_settings(settings: dict[str, Any]) -> str:
    """What is wrong with the silence that a programme asks for; nothing for a good one."""
    return "" if _is_silence(settings.get("stilte", SILENCE)) else WRONG_SILENCE


def silent_until(step: Step, entered_at: datetime | None) -> datetime | None:
    """Until when nobody writes in the first round, entered at this moment; None without silence."""
    if step.phase != "geraakt" or entered_at is None:
        return None
    return entered_at + _silence_in(step.block.settings)


def _silence_in(settings: Mapping[str, Any]) -> timedelta:
    seconds = settings.get("stilte", SILENCE)
    return timedelta(seconds=seconds if _is_silence(seconds) else SILENCE)


def _is_silence(seconds: object) -> bool:
    is_number = isinstance(seconds, int) and not isinstance(seconds, bool)
    return is_number and 0 <= seconds <= LONGEST_SILENCE  # type: ignore[operator]
