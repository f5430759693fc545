"""Who may write goals and actions. Reading them is for everyone of the sessie."""

from scholendag.breakouts.models import Room
from scholendag.breakouts.queries import rooms_of
from scholendag.doelen.models import Goal
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, Role


def is_of_team(actor: Actor, team: Team) -> bool:
    """Sits in the team's room today, or holds the link of its verbeterbord."""
    if actor.role is Role.BORD:
        return actor.team == team
    if actor.participant is None:
        return False
    return rooms_of(actor.participant).filter(team=team).exists()


def may_use_board(actor: Actor, team: Team) -> bool:
    """The whole team and the coach keep the board up to date, also after the day."""
    if actor.is_coach:
        return actor.sessie.school_id == team.school_id
    return is_of_team(actor, team)


def writes_for(actor: Actor, goal: Goal) -> bool:
    """Holds the pen of the team's room today. One person writes, so nobody overwrites another."""
    return (
        actor.participant is not None
        and Room.objects.filter(
            team=goal.team_id,
            division__sessie=goal.sessie_id,
            division__fixed_at__isnull=False,
            writer=actor.participant,
        ).exists()
    )


def refusal_of_goal(actor: Actor, goal: Goal) -> str:
    """Why this person cannot change this goal now; nothing when they can.

    A goal stays the same for as long as it runs (facilitator's guide): wanting something else
    makes a new goal.
    """
    if goal.is_fixed:
        return "Het doel ligt al vast. Maak een nieuw doel als je iets anders wilt."
    return refusal_of_pen(actor, goal)


def refusal_of_draft(actor: Actor, goal: Goal) -> str:
    """Why this person can add nothing to this draft; nothing when they sit with the team today.

    Who gave the pen away may still add what they typed before that.
    """
    sits_there = actor.participant is not None and actor.sessie.pk == goal.sessie_id
    if goal.is_fixed or goal.sessie.is_closed or not (sits_there and is_of_team(actor, goal.team)):
        return refusal_of_goal(actor, goal)
    return ""


def refusal_of_pen(actor: Actor, goal: Goal) -> str:
    """Why this person does not write for the team in this sessie; nothing when they do."""
    if goal.sessie.is_closed:
        return "De dag is afgesloten. Ga verder op het bord van je team."
    if not writes_for(actor, goal):
        return "Iemand anders schrijft nu voor jullie team. Vraag om de pen, of lees mee."
    return ""


def refusal_of_action(actor: Actor, goal: Goal) -> str:
    """Why this person cannot change the actions of this goal; nothing when they can.

    Actions are chosen anew every week (facilitator's guide): those of a draft are the writer's,
    those of a fixed goal the whole team's.
    """
    if not goal.is_fixed:
        return refusal_of_pen(actor, goal)
    return "" if may_use_board(actor, goal.team) else "Deze actie is van een ander team."


def refusal_of_tick(actor: Actor, goal: Goal) -> str:
    """Why this person cannot tick off an action of this goal; nothing when they can."""
    if not goal.is_fixed:
        return "Stel eerst het doel vast."
    return refusal_of_action(actor, goal)
