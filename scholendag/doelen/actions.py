"""Writing a goal, fixing it, and the actions that follow from it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.breakouts.writing import longest_of, settled
from scholendag.doelen import fragments, queries
from scholendag.doelen.models import Action, Goal
from scholendag.live import audiences
from scholendag.schools.models import Team
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused


class AlreadyFixed(Refused):
    """The goal does not change any more."""

    message = "Het doel ligt al vast. Maak een nieuw doel als je iets anders wilt."


class Gone(Refused):
    """Somebody took the action away in the meantime."""

    message = "Iemand haalde deze actie net weg."


class Incomplete(Refused):
    """The goal cannot be fixed yet; `gaps` says by field, in Dutch, what to do about it."""

    message = "Er mist nog iets. Kijk hierboven."

    def __init__(self, gaps: dict[str, str]) -> None:
        super().__init__()
        self.gaps = gaps


def open_goal(sessie: Sessie, team: Team) -> Goal:
    """What the team works on in this sessie; its first draft if there is nothing yet."""
    return queries.goals_in(sessie, team).last() or _draft_of(sessie, team)


@transaction.atomic
def write(goal: Goal, **fields: Any) -> Goal:
    """Store these fields of a draft; the team and the coaches read along. Raises AlreadyFixed.

    Another number of weeks gives another end date, also if one had been chosen.
    """
    goal = _locked_draft(goal)
    if fields.get("weeks", goal.weeks) != goal.weeks:
        fields["ends_on"] = None
    for name, value in fields.items():
        setattr(goal, name, value)
    goal.save(update_fields=list(fields))
    _show_draft(goal)
    return goal


@transaction.atomic
def write_text(
    goal: Goal, field: str, text: str, bases: Sequence[str] = (), *, has_pen: bool = True
) -> str:
    """Store this text of a draft, typed while the page had one of `bases`; returns what is stored.

    Raises AlreadyFixed, NotTheWriter or Overtaken.
    """
    longest = longest_of(Goal, field)
    now = getattr(_locked_draft(goal), field)
    stored = settled(text, bases, now, has_pen=has_pen, longest=longest)
    write(goal, **{field: stored})
    return stored


@transaction.atomic
def fix(goal: Goal) -> Goal:
    """Settle on this goal and its end date. It stays as it is from then on.

    Raises AlreadyFixed or Incomplete.
    """
    goal = _locked_draft(goal)
    if gaps := queries.gaps_of(goal):
        raise Incomplete(gaps)
    goal.ends_on = goal.last_day
    goal.fixed_at = timezone.now()
    goal.save(update_fields=["ends_on", "fixed_at"])
    _show_everywhere(goal)
    return goal


@transaction.atomic
def start_anew(goal: Goal) -> Goal:
    """A new draft beside a fixed goal, which stays. Twice gives the same draft."""
    draft = _draft_of(goal.sessie, goal.team)
    _show_everywhere(draft)
    return draft


@transaction.atomic
def add_action(
    goal: Goal,
    what: str,
    who: str = "",
    due_on: date | None = None,
    client_id: UUID | None = None,
) -> Action:
    """An action for this goal; sent twice with one `client_id` it is there once.

    Other words under the same id are another action: nobody's words are passed over.
    """
    fields = {"what": what, "who": who, "due_on": due_on}
    action, _ = Action.objects.get_or_create(
        goal=goal, client_id=client_id or uuid4(), defaults=fields
    )
    if action.what != what:
        action = Action.objects.create(goal=goal, client_id=uuid4(), **fields)
    _show_action(action, fragments.new_action(action))
    return action


@transaction.atomic
def change_action(action: Action, what: str, who: str, due_on: date | None) -> None:
    """Other words, someone else or another day. Raises Gone."""
    _check_that_it_is_there(action)
    action.what, action.who, action.due_on = what, who, due_on
    action.save(update_fields=["what", "who", "due_on"])
    _show_action(action, fragments.action(action))


@transaction.atomic
def remove_action(action: Action) -> None:
    """Take an action out of a draft. Raises AlreadyFixed: then it is part of the history."""
    _locked_draft(action.goal)
    gone = live.remove(action.dom_id)
    action.delete()
    _show_action(action, gone)


@transaction.atomic
def tick(action: Action) -> None:
    """Done today; who ticks what was done already changes nothing. Raises Gone."""
    _check_that_it_is_there(action)
    Action.objects.filter(pk=action.pk, done_on=None).update(done_on=timezone.localdate())
    _show_action(action, fragments.action(action))


@transaction.atomic
def untick(action: Action) -> None:
    """Not done after all. Raises Gone."""
    _check_that_it_is_there(action)
    Action.objects.filter(pk=action.pk).update(done_on=None)
    _show_action(action, fragments.action(action))


def _draft_of(sessie: Sessie, team: Team) -> Goal:
    """One draft a team, also when two people ask for it at once: the constraint sees to it."""
    draft, _ = Goal.objects.get_or_create(sessie=sessie, team=team, fixed_at=None)
    return draft


def _locked_draft(goal: Goal) -> Goal:
    """The goal as it is now, kept from others until the end of the transaction."""
    locked = Goal.objects.select_for_update(of=("self",)).select_related("team", "sessie")
    goal = locked.get(pk=goal.pk)
    if goal.is_fixed:
        raise AlreadyFixed
    return goal


def _check_that_it_is_there(action: Action) -> None:
    """Who wants to take it away waits for us."""
    if not Action.objects.select_for_update().filter(pk=action.pk).exists():
        raise Gone


def _show_draft(goal: Goal) -> None:
    _show_team(goal, fragments.sheet(goal.pk), fragments.sentence(goal.pk))
    room = queries.room_of_team(goal.sessie, goal.team)
    if room and room.writer_id:
        live.push(audiences.participant(room.writer_id), fragments.fields(goal.pk))


def _show_action(action: Action, change: live.Fragment) -> None:
    goal = action.goal
    _show_team(goal, change, fragments.sheet(goal.pk), fragments.tally(goal.team))
    live.push(audiences.coaches(goal.sessie_id), change, fragments.tally(goal.team))


def _show_team(goal: Goal, *changes: live.Fragment) -> None:
    live.push(audiences.team(goal.team_id), *changes)
    live.push(audiences.coaches(goal.sessie_id), fragments.standing(goal.sessie, goal.team))


def _show_everywhere(goal: Goal) -> None:
    """The pages of the team change in a way of their own for who writes, so they refetch."""
    live.refresh(audiences.team(goal.team_id))
    live.refresh(audiences.coaches(goal.sessie_id))
    live.push(audiences.everyone(goal.sessie_id), fragments.settled(goal.team))
