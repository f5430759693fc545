"""An agenda that is copied to another day: all that was planned, nothing that happened."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from scholendag.agenda.copying import copy_agenda
from scholendag.agenda.models import Block, Step
from scholendag.agenda.queries import steps_of
from tests.cast import BlockFactory, SessieFactory, StepFactory

pytestmark = pytest.mark.django_db

# What a copy has of its own.
OWN = {"id", "block", "planned_at"}


@pytest.fixture
def day():
    """A day of 9.00 with an arena that has to begin at 10.30."""
    starts_at = timezone.make_aware(datetime(2026, 3, 28, 9))
    sessie = SessieFactory.create(starts_at=starts_at)
    first = BlockFactory.create(sessie=sessie, position=1, settings={"texts": ["Welkom"]})
    arena = BlockFactory.create(sessie=sessie, position=2, anchor=time(10, 30))
    StepFactory.create(block=first, minutes=10, goal="Iedereen is er", skipped_at=starts_at)
    StepFactory.create(
        block=arena,
        slack=Step.Slack.BREAK,
        shortest=5,
        division="drietal",
        grouping="trio",
        planned_at=starts_at,
    )
    return sessie


def planned(step):
    return {
        field.name: field.value_from_object(step)
        for field in Step._meta.concrete_fields
        if field.name not in OWN
    }


def test_every_field_of_every_step_is_copied(day):
    copy = SessieFactory.create(starts_at=day.starts_at)

    copy_agenda(day, copy)

    assert [planned(step) for step in steps_of(copy.pk)] == [
        planned(step) for step in steps_of(day.pk)
    ]
    assert [step.planned_at for step in steps_of(copy.pk)] == [None, None]
    assert copy.blocks.first().settings == {"texts": ["Welkom"]}
    assert (Block.objects.count(), Step.objects.count()) == (4, 4)


@pytest.mark.parametrize(
    ("later", "anchor"),
    [(timedelta(), time(10, 30)), (timedelta(hours=4, minutes=5), time(14, 35))],
)
def test_an_anchor_keeps_its_distance_to_the_start(day, later, anchor):
    copy = SessieFactory.create(starts_at=day.starts_at + later)

    pairs = copy_agenda(day, copy)

    assert [new.anchor for _, new in pairs] == [None, anchor]
    assert [block.sessie for block, _ in pairs] == [day, day]


def test_an_anchor_is_a_time_on_the_wall_also_when_the_clock_was_changed_between_the_days(day):
    next_day = timezone.make_aware(datetime(2026, 3, 29, 9))

    pairs = copy_agenda(day, SessieFactory.create(starts_at=next_day))

    assert pairs[1][1].anchor == time(10, 30)
