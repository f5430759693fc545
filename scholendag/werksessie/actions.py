"""Writing and sharing a lesson plan."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.breakouts import now_fragments
from scholendag.breakouts.writing import longest_of, settled
from scholendag.live import audiences
from scholendag.werksessie import fragments
from scholendag.werksessie.models import LessonPlan


@transaction.atomic
def write(
    plan: LessonPlan, bases: Sequence[str] = (), *, has_pen: bool = True, **texts: str
) -> None:
    """Store these fields of the plan (aim, activities, check_at_end); the room reads along.

    `bases` is what the page had of the one text that it sends. Raises NotTheWriter or Overtaken;
    then `plan` is as it is now.
    """
    plan.refresh_from_db(
        fields=list(texts), from_queryset=LessonPlan.objects.select_for_update(no_key=True)
    )
    was_empty = plan.is_empty
    for field, text in texts.items():
        longest = longest_of(LessonPlan, field)
        now = settled(text, bases, getattr(plan, field), has_pen=has_pen, longest=longest)
        setattr(plan, field, now)
    plan.save(update_fields=list(texts))
    live.push(audiences.room(plan.room_id), fragments.plan(plan.pk))
    if plan.room.writer_id:
        live.push(audiences.participant(plan.room.writer_id), fragments.fields(plan.pk))
    if plan.is_shared:
        live.push(audiences.everyone(plan.block.sessie_id), fragments.shared(plan))
    coaches, sessie = audiences.coaches(plan.block.sessie_id), plan.block.sessie_id
    live.push(coaches, fragments.counts(plan.block))
    if plan.is_empty != was_empty:
        live.push(coaches, now_fragments.row(sessie, plan.room))


@transaction.atomic
def share(plan: LessonPlan) -> None:
    """Let everyone of the day read it."""
    _set_shared(plan, shared=True)


@transaction.atomic
def unshare(plan: LessonPlan) -> None:
    """Keep it to the room again."""
    _set_shared(plan, shared=False)


def _set_shared(plan: LessonPlan, *, shared: bool) -> None:
    plan.shared_at = timezone.now() if shared else None
    plan.save(update_fields=["shared_at"])
    live.push(audiences.everyone(plan.block.sessie_id), fragments.shared(plan))
    live.refresh(audiences.room(plan.room_id))
    live.push(audiences.coaches(plan.block.sessie_id), fragments.counts(plan.block))
