"""The demo school: believable, ready to start, and the same when it is made again."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from scholendag.agenda.models import Block
from scholendag.agenda.queries import timetable
from scholendag.agenda.timetable import total_minutes
from scholendag.datamuur.models import DataCard
from scholendag.demo import people
from scholendag.demo.build import build
from scholendag.rehearsal.people import TEACHERS, colleague
from scholendag.schools.models import Membership, School
from scholendag.sessies.models import Participant, Sessie

pytestmark = pytest.mark.django_db


def demo_json(**options):
    out = StringIO()
    call_command("demo", "--no-server", "--json", stdout=out, **options)
    return json.loads(out.getvalue())


def test_the_school_has_its_people_and_a_day_that_is_ready():
    demo = build()

    school = School.objects.get(name=people.SCHOOL)
    roles = school.memberships.values_list("role", flat=True)
    assert sorted(roles) == [Membership.Role.COACH, Membership.Role.COACH, Membership.Role.LEADER]
    assert school.teams.count() == 3
    assert sum(len(names) for names in TEACHERS.values()) == 24
    assert total_minutes(timetable(demo.sessie)) == 240
    assert DataCard.objects.filter(block__sessie=demo.sessie).exists()
    assert Participant.objects.count() == 0


def test_making_it_again_changes_nothing():
    first = demo_json()
    blocks = Block.objects.count()

    assert demo_json() | {"begeleider": ""} == first | {"begeleider": ""}
    assert (Sessie.objects.count(), Block.objects.count()) == (1, blocks)


def test_the_links_name_the_port_and_every_role():
    links = demo_json(port=8123)

    assert list(links) == ["begeleider", "deelnemer", "scherm", "schoolleider", "code"]
    assert all(links[role].startswith("http://127.0.0.1:8123/") for role in list(links)[:4])
    assert len(links["code"]) == 6


def test_after_a_day_was_closed_the_demo_has_a_new_one():
    first = build().sessie
    first.closed_at = first.starts_at
    first.save()

    assert build().sessie != first


def test_the_two_dozen_colleagues_have_names_of_their_own():
    names = [colleague(number)[0] for number in range(150)]

    assert len(set(names)) == 150
