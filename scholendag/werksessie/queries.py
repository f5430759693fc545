"""The lesson plans of a room and of a day."""

from collections.abc import Iterable

from django.db.models import QuerySet

from scholendag.agenda.models import Block, Step
from scholendag.breakouts.models import Room
from scholendag.sessies.models import Participant
from scholendag.werksessie.models import LessonPlan


def plans_of(block: Block, room: Room) -> list[LessonPlan]:
    """One plan for each person in the room, in the order of the rounds; made when missing."""
    owners = [
        seat.participant
        for seat in room.seats.select_related("participant").filter(participant__removed_at=None)
    ]
    LessonPlan.objects.bulk_create(
        [LessonPlan(block=block, room=room, owner=owner) for owner in owners],
        ignore_conflicts=True,
    )
    # A plan follows its owner when the coach moves someone to another room.
    LessonPlan.objects.filter(block=block, owner__in=owners).exclude(room=room).update(room=room)
    return list(_plans(block).filter(room=room, owner__in=owners))


def shared_plans(block: Block) -> QuerySet[LessonPlan]:
    """What everyone of the day may read."""
    return _plans(block).filter(shared_at__isnull=False)


def plan_by(block: Block, owner: Participant) -> LessonPlan | None:
    """What this person made, when there is something in it."""
    plan = _plans(block).filter(owner=owner).first()
    return None if plan is None or plan.is_empty else plan


def plan_counts(block: Block) -> tuple[int, int]:
    """How many plans have something in them, and how many are shared."""
    plans = list(_plans(block))
    return sum(not plan.is_empty for plan in plans), sum(plan.is_shared for plan in plans)


def rooms_with_text(step: Step, rooms: Iterable[int]) -> Iterable[int]:
    """Which of these rooms (by pk) wrote something of a lesson in the block of the step."""
    plans = LessonPlan.objects.filter(block=step.block_id, room__in=list(rooms))
    empty = {"aim": "", "activities": "", "check_at_end": ""}
    return plans.exclude(**empty).values_list("room_id", flat=True)


def _plans(block: Block) -> QuerySet[LessonPlan]:
    return LessonPlan.objects.filter(block=block).select_related("owner", "room", "room__team")
