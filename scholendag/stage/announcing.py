"""What the coach says to everyone at once, over the whole screen for a moment."""

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.queries import locked_progress
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused
from scholendag.stage import fragments


class DayIsOver(Refused):
    """There is nobody left to say it to."""

    message = "De dag is afgesloten. Je bericht is niet verstuurd."


@transaction.atomic
def announce(actor: Actor, text: str) -> None:
    """Show this text (one line) on every screen, in place of any message before it.

    Raises DayIsOver.
    """
    progress = locked_progress(actor.sessie)
    if progress.ended_at:
        raise DayIsOver
    progress.message, progress.message_at = text, timezone.now()
    progress.save(update_fields=["message", "message_at"])
    note_down(actor, f"stuurde iedereen het bericht “{text}”")
    live.push(audiences.everyone(actor.sessie.pk), fragments.message(actor.sessie.pk))
    live.refresh(audiences.coaches(actor.sessie.pk))
