"""Fixing groups and letting them go, with a line in the log: everyone moves by such a press."""

from collections.abc import Callable

from django.db import transaction

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Step
from scholendag.breakouts import actions
from scholendag.breakouts.models import Division
from scholendag.breakouts.queries import key_of
from scholendag.live import audiences
from scholendag.sessies.actors import Actor


def fix(actor: Actor, division: Division) -> None:
    """Tell everyone where they sit. Raises Refused."""
    _noted(actor, division, actions.fix, "zette de groepjes van {} vast")


def reopen(actor: Actor, division: Division) -> None:
    """Let fixed groups go. Raises Refused."""
    _noted(actor, division, actions.reopen, "maakte de groepjes van {} los")


@transaction.atomic
def _noted(actor: Actor, division: Division, act: Callable[[Division], None], deed: str) -> None:
    """Who presses when a colleague just did, changes nothing and is not in the log."""
    was_fixed = Division.objects.select_for_update(no_key=True).get(pk=division.pk).is_fixed
    act(division)
    if division.is_fixed is not was_fixed:
        note_down(actor, deed.format(_title_of(division)))
        live.refresh(audiences.coaches(division.sessie_id))


def _title_of(division: Division) -> str:
    """The first step that works in these groups; how they are called when none does any more."""
    steps = Step.objects.filter(block__sessie=division.sessie_id).exclude(grouping="")
    return next((step.title for step in steps if key_of(step) == division.key), division.key)
