import pytest
from django.utils import timezone

from scholendag.agenda import rules
from scholendag.agenda.models import Step
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Sessie
from tests.cast import Cast


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BEGELEIDER])
def test_only_a_coach_prepares(day: Sessie, steps: list[Step], role: Role) -> None:
    actor = Actor(day, role)
    hello, plan, talk, _ = steps
    assert not rules.may_prepare(actor)
    assert not rules.may_change(actor, hello, None)
    assert not rules.may_swap_steps(actor, hello, plan, None)
    assert not rules.may_swap_blocks(actor, hello.block, talk.block, None)


def test_before_the_start_everything_may_change(coach: Actor, steps: list[Step]) -> None:
    hello, plan, talk, _ = steps
    assert all(rules.may_change(coach, step, None) for step in steps)
    assert rules.may_swap_steps(coach, hello, plan, None)
    assert rules.may_swap_blocks(coach, hello.block, talk.block, None)


def test_after_the_end_nothing_may_change(coach: Actor, steps: list[Step]) -> None:
    coach.sessie.closed_at = timezone.now()
    hello, plan, talk, _ = steps
    assert not any(rules.may_change(coach, step, None) for step in steps)
    assert not rules.may_swap_steps(coach, hello, plan, None)
    assert not rules.may_swap_blocks(coach, hello.block, talk.block, None)


def test_what_has_been_may_not_change_and_what_runs_may(coach: Actor, steps: list[Step]) -> None:
    current = steps[2]
    assert [rules.may_change(coach, step, current) for step in steps] == [
        False,
        False,
        True,
        True,
    ]


def test_a_running_step_does_not_move(coach: Actor, steps: list[Step]) -> None:
    hello, plan, talk, silence = steps
    assert not rules.may_swap_steps(coach, hello, plan, hello)
    assert not rules.may_swap_steps(coach, hello, plan, plan)
    assert not rules.may_swap_steps(coach, silence, talk, talk)
    assert rules.may_swap_steps(coach, talk, silence, plan)


def test_a_block_that_has_begun_does_not_move(coach: Actor, steps: list[Step]) -> None:
    hello, plan, talk, _ = steps
    assert not rules.may_swap_blocks(coach, hello.block, talk.block, hello)
    assert not rules.may_swap_blocks(coach, talk.block, hello.block, plan)


def test_blocks_after_the_running_one_may_move(coach: Actor, steps: list[Step], cast: Cast) -> None:
    hello, _, talk, _ = steps
    last = type(talk.block)(sessie=coach.sessie, position=3)
    assert rules.may_swap_blocks(coach, talk.block, last, hello)
    assert not rules.may_swap_blocks(coach, talk.block, last, talk)
