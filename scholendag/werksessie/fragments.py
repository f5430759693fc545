"""How a lesson plan looks to those who read along."""

from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.werksessie.models import LessonPlan
from scholendag.werksessie.queries import plan_counts, shared_plans


def plan(pk: int) -> live.Fragment:
    """The plan as the others in the room read it."""
    return live.replace(f"les-{pk}", lambda: _render_plan(pk))


def fields(pk: int) -> live.Fragment:
    """The fields of the plan, for its writer on every device."""
    return live.replace(
        f"les-{pk}-velden",
        lambda: render_to_string(
            "werksessie/_fields.html", {"plan": LessonPlan.objects.get(pk=pk)}
        ),
    )


def shared(plan: LessonPlan) -> live.Fragment:
    """The list of plans that are shared with everyone."""
    block = plan.block
    return live.replace(
        f"gedeelde-lessen-{block.pk}",
        lambda: render_to_string(
            "werksessie/_shared.html", {"block": block, "plans": shared_plans(block)}
        ),
    )


def saved(plan: LessonPlan, problem: str) -> live.Fragment:
    """The line under the form that says that the text is kept, or why not."""
    context = {"plan": plan, "problem": problem, "saved": not problem}
    return live.replace(
        f"bewaard-les-{plan.pk}", lambda: render_to_string("werksessie/_saved.html", context)
    )


def counts(block: Block) -> live.Fragment:
    """For the coach: how many plans are begun and how many shared."""
    return live.replace(f"lessen-stand-{block.pk}", lambda: _render_counts(block))


def _render_counts(block: Block) -> str:
    started, shared = plan_counts(block)
    context = {"block": block, "started": started, "shared": shared}
    return render_to_string("werksessie/_counts.html", context)


def _render_plan(pk: int) -> str:
    plan = LessonPlan.objects.select_related("owner").get(pk=pk)
    return render_to_string("werksessie/_plan.html", {"plan": plan})
