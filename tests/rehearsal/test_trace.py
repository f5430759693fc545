"""A rehearsal leaves nothing: not a row of any model, whatever happened in it."""

import pytest
from django.apps import apps
from django.db import models

from scholendag.agenda.queries import steps_of
from scholendag.breakouts.actions import divide, fix
from scholendag.breakouts.queries import division_called, key_of
from scholendag.rehearsal import actions
from scholendag.rehearsal.browsers import InsideBrowser
from scholendag.rehearsal.colleagues import colleagues_of
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, Role
from scholendag.stage import actions as stage


def rows():
    """Everything there is, by model."""
    return {model: model._base_manager.count() for model in apps.get_models()}


def everything_of_the_real_school(day):
    return {
        "teams": list(day.school.teams.values_list("pk", "name")),
        "steps": list(steps_of(day.pk).values()),
    }


def play(rehearsal, marieke):
    """The whole day: every step, with groups, and everyone writing in each."""
    copy = rehearsal.sessie
    coach = Actor(copy, Role.BEGELEIDER, user=marieke)
    people = colleagues_of(copy, rehearsal.colleagues, InsideBrowser)
    for person in people:
        person.join()
    seen = None
    for step in steps_of(copy.pk):
        stage.go_to(copy, step, seen, coach)
        seen = step.pk
        if step.grouping and division_called(copy, key_of(step)) is None:
            fix(divide(copy, key_of(step), step.grouping))
        for person in people:
            person.take_part()
            person.take_part()


@pytest.mark.django_db
def test_after_a_whole_rehearsal_every_model_has_as_many_rows(cast, day, coach, turns, eager):
    before, school = rows(), everything_of_the_real_school(day)
    rehearsal = actions.start(coach, 12)
    play(rehearsal, cast.marieke)
    during = rows()
    assert Team.objects.exclude(school=day.school).exists()
    filled = {model.__name__ for model in during if during[model] > before[model]}
    assert {"Note", "Goal", "Action", "LessonPlan", "Team", "LogEntry", "AccessLink"} <= filled

    actions.throw_away(rehearsal)

    assert rows() == before
    assert everything_of_the_real_school(day) == school


def test_nothing_is_kept_outside_the_database():
    kept = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField)
    ]
    assert not kept, "throwing a rehearsal away has to delete files too"
