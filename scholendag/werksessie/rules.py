"""Who may write and read a lesson plan."""

from django.db.models import Q, QuerySet

from scholendag.breakouts.models import Room, Seat
from scholendag.breakouts.rules import sits_in
from scholendag.sessies.actors import Actor
from scholendag.werksessie.models import LessonPlan


def readable_by(actor: Actor) -> QuerySet[LessonPlan]:
    """The plans of the actor's own room, and those that are shared with everyone."""
    plans = LessonPlan.objects.filter(block__sessie=actor.sessie)
    rooms = Room.objects.filter(
        seats__in=Seat.objects.filter(participant=actor.participant),
        division__fixed_at__isnull=False,
    )
    mine = Q(room__in=rooms) if actor.participant else Q(pk=None)
    return plans.filter(mine | Q(shared_at__isnull=False)).distinct()


def may_write(actor: Actor, plan: LessonPlan) -> bool:
    """The writer of the room writes for both; the day must still be open."""
    return (
        actor.participant is not None
        and plan.room.writer_id == actor.participant.pk
        and not actor.sessie.is_closed
    )


def sits_with(actor: Actor, plan: LessonPlan) -> bool:
    """Sits in the room where the plan is made; a shared plan is read by others too."""
    return sits_in(actor, plan.room)


def may_share(actor: Actor, plan: LessonPlan) -> bool:
    """Whoever's lesson it is decides that everyone may read it, or the writer of the room."""
    return may_write(actor, plan) or plan.owner == actor.participant
