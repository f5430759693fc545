"""Everyone back from their rooms: a countdown on every screen, and then one group again."""

from datetime import timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Progress
from scholendag.agenda.queries import locked_progress
from scholendag.breakouts.now import groups_now
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

# How long people get, in seconds: to end a sentence, or a round.
PERIODS = (30, 60)
MORE = timedelta(seconds=30)
BACK_ID = "terug"
TOGETHER = "Iedereen zit al in de grote groep. Ga gewoon verder."
NOT_CALLED = "Er is niemand teruggeroepen. Er is niets veranderd."


@transaction.atomic
def call_back(actor: Actor, seconds: int) -> None:
    """Everyone has to be back in so many seconds; who presses second changes nothing.

    Raises Refused when nobody sits in a room.
    """
    progress = locked_progress(actor.sessie)
    if progress.back_at and not progress.is_back:
        return
    if groups_now(actor.sessie.pk) is None:
        raise Refused(TOGETHER)
    _set(progress, timezone.now() + timedelta(seconds=seconds))
    note_down(actor, f"haalde iedereen terug, over {seconds} seconden")
    _show(actor, moved=False)


@transaction.atomic
def give_more(actor: Actor) -> None:
    """Half a minute more; who was back already goes to the room again. Raises Refused."""
    progress = _called(actor)
    moved = progress.is_back
    _set(progress, max(progress.back_at or timezone.now(), timezone.now()) + MORE)
    note_down(actor, "gaf 30 seconden extra om terug te komen")
    _show(actor, moved=moved)


@transaction.atomic
def call_off(actor: Actor) -> None:
    """Nobody has to come back after all. Raises Refused."""
    progress = _called(actor)
    moved = progress.is_back
    _set(progress, None)
    note_down(actor, "liet iedereen toch in de groepjes")
    _show(actor, moved=moved)


def _called(actor: Actor) -> Progress:
    progress = locked_progress(actor.sessie)
    if progress.back_at is None or progress.step is None:
        raise Refused(NOT_CALLED)
    return progress


def _set(progress: Progress, back_at: object) -> None:
    progress.back_at = back_at  # type: ignore[assignment]
    progress.save(update_fields=["back_at"])


def _show(actor: Actor, *, moved: bool) -> None:
    """The countdown for everyone; pages that showed one group again fetch themselves."""
    sessie = actor.sessie.pk
    if moved:
        live.refresh(audiences.everyone(sessie))
        return
    live.push(audiences.everyone(sessie), live.replace(BACK_ID, lambda: _render(sessie)))
    live.refresh(audiences.coaches(sessie))


def _render(sessie_id: int) -> str:
    progress = Progress.objects.get(sessie_id=sessie_id)
    return render_to_string("stage/_back.html", {"progress": progress})
