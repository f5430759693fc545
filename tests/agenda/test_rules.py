from collections.abc import Callable

import pytest
from django.utils import timezone

from scholendag.agenda import rules
from scholendag.agenda.models import Block, Step
from scholendag.agenda.reach import Reach
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Sessie

May = Callable[[Actor, Step, Reach], bool]
NOT_BEGUN = Reach()


def may_all(rule: May, actor: Actor, steps: list[Step], reach: Reach) -> list[bool]:
    return [rule(actor, step, reach) for step in steps]


def reach(*ran: Step) -> Reach:
    """These ran, and the last of them runs now."""
    return Reach(ran[-1], frozenset(step.pk for step in ran))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BEGELEIDER])
def test_only_a_coach_prepares(day: Sessie, steps: list[Step], role: Role) -> None:
    actor = Actor(day, role)
    assert not rules.may_prepare(actor)
    for rule in (rules.may_change, rules.may_regroup, rules.may_move):
        assert not any(may_all(rule, actor, steps, NOT_BEGUN))
    assert not rules.may_change_block(actor, steps[0].block, NOT_BEGUN)
    assert not rules.may_move_block(actor, steps[:2], NOT_BEGUN)


def test_before_the_start_everything_may_change(coach: Actor, steps: list[Step]) -> None:
    for rule in (rules.may_change, rules.may_regroup, rules.may_move):
        assert all(may_all(rule, coach, steps, NOT_BEGUN))
    assert rules.may_move_block(coach, steps[:2], NOT_BEGUN)
    assert rules.may_place_block([steps[2].block], 0, NOT_BEGUN)


def test_after_the_end_nothing_may_change(coach: Actor, steps: list[Step]) -> None:
    coach.sessie.closed_at = timezone.now()
    for rule in (rules.may_change, rules.may_regroup, rules.may_move):
        assert not any(may_all(rule, coach, steps, NOT_BEGUN))
    assert not rules.may_change_block(coach, steps[0].block, NOT_BEGUN)
    assert not rules.may_move_block(coach, steps[:2], NOT_BEGUN)


def test_what_has_been_may_not_change_and_what_runs_may(coach: Actor, steps: list[Step]) -> None:
    hello, plan, talk, _ = steps
    far = reach(hello, plan, talk)
    assert may_all(rules.may_change, coach, steps, far) == [False, False, True, True]
    assert may_all(rules.may_regroup, coach, steps, far) == [False, False, False, True]
    assert may_all(rules.may_move, coach, steps, far) == [False, False, False, True]


def test_what_ran_does_not_move_after_the_day_went_back(coach: Actor, steps: list[Step]) -> None:
    hello, plan, _, _ = steps
    back = reach(hello, plan, hello)
    assert may_all(rules.may_move, coach, steps, back) == [False, False, True, True]
    assert may_all(rules.may_change, coach, steps, back) == [True, True, True, True]


def test_what_the_day_jumped_over_may_still_move(coach: Actor, steps: list[Step]) -> None:
    hello, _, talk, _ = steps
    jumped = reach(hello, talk)
    assert may_all(rules.may_move, coach, steps, jumped) == [False, True, False, True]


def test_a_block_of_which_something_ran_does_not_move(coach: Actor, steps: list[Step]) -> None:
    hello, plan, talk, silence = steps
    assert not rules.may_move_block(coach, [hello, plan], reach(hello))
    assert rules.may_move_block(coach, [talk, silence], reach(hello))


def test_a_step_gets_a_place_where_its_turn_still_comes(steps: list[Step]) -> None:
    hello, plan, talk, silence = steps
    now = reach(plan)
    begin, together = hello.block, talk.block
    assert [rules.may_place_step(begin, [hello, plan], at, now) for at in range(3)] == [
        False,
        False,
        True,
    ]
    assert all(rules.may_place_step(together, [talk, silence], at, now) for at in range(3))
    assert not rules.may_place_step(begin, [hello, plan], 2, reach(talk))


def test_a_block_gets_a_place_after_the_running_one(day: Sessie, steps: list[Step]) -> None:
    first, second = day.blocks.all()
    last = Block(sessie=day, position=3)
    others = [first, second]
    assert last not in others
    assert [rules.may_place_block(others, at, reach(steps[2])) for at in range(3)] == [
        False,
        False,
        True,
    ]
