"""What a coach sees of the simulated colleagues, and what is left of a rehearsal."""

from functools import partial

from django.template.loader import render_to_string

from scholendag import live
from scholendag.rehearsal.models import Rehearsal
from scholendag.sessies.models import Sessie

MARK_ID = "proefrit"
COLLEAGUES_ID = "nepcollegas"


def colleagues(rehearsal: Rehearsal) -> live.Fragment:
    """Whether the simulated colleagues are there, for the coaches."""
    fresh = Rehearsal.objects.select_related("sessie").filter(pk=rehearsal.pk)
    return live.replace(COLLEAGUES_ID, lambda: render_colleagues(fresh.first()))


def render_colleagues(rehearsal: Rehearsal | None, refusal: str = "") -> str:
    """The same as HTML; None for what was thrown away. `refusal` says why they cannot come."""
    context = {"rehearsal": rehearsal, "refusal": refusal}
    return render_to_string("rehearsal/_colleagues.html", context)


def over(day: Sessie) -> tuple[live.Fragment, ...]:
    """A page of a rehearsal after it was thrown away; who coaches `day` can go on there."""
    end = partial(render_to_string, "rehearsal/_over.html", {"day": day})
    return live.remove(MARK_ID), live.replace("stage", end)
