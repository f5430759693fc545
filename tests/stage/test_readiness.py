"""What the coach reads before the start: what is ready, what is not, and where it is mended."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scholendag.agenda.models import Progress
from scholendag.agenda.queries import timetable
from scholendag.breakouts.models import Division, Room
from scholendag.leerlingarena.models import Conversation, Question
from scholendag.live import audiences
from scholendag.schools.models import Membership
from scholendag.sessies.models import AccessLink, Duty
from scholendag.stage.readiness import checks_of
from tests.cast import ParticipantFactory, SessieFactory, UserFactory
from tests.roles import link_of
from tests.stage.ready import card, cards, lines, states

pytestmark = pytest.mark.django_db
Role = AccessLink.Role


def test_nothing_is_ready_on_a_new_day(cast, day):
    assert states(cast) == {
        "Kaarten voor datamuur": "nog doen",
        "Vragen voor leerlingarena": "nog doen",
        "Tijd van de leerlingen": "nog doen",
        "Taken": "nog doen",
        "Tweede begeleider": "nog doen",
        "Techniek": "nog doen",
        "Groepjes": "nog doen",
        "Meedoen": "nog doen",
    }


def test_a_day_that_is_prepared_is_ready(cast, day):
    wall, arena = day.values()
    cards(wall, 4, strong_2="Sfeer", attention_2="Rekenen")
    Question.objects.create(block=arena, position=1, text="Wat helpt je?")
    Conversation.objects.create(block=arena, pupils=5)
    arena.anchor = time(14, 30)
    arena.save()
    for role in (Role.GESPREKSLEIDER, Role.AANTEKENAAR, Role.MEDEBEGELEIDER):
        link_of(cast.sessie, role)
    card(cast, platform="teams", host="Fatma", host_divides=True, help_phone="0900 0000")
    assert cast.anna

    assert set(states(cast).values()) == {"goed"}
    assert {title: check.detail for title, check in lines(cast).items()} == {
        "Kaarten voor datamuur": "4 kaarten.",
        "Vragen voor leerlingarena": "1 vraag.",
        "Tijd van de leerlingen": "14.30 uur, met 5 leerlingen.",
        "Taken": "Joris (aantekenaar), Joris (gespreksleider).",
        "Tweede begeleider": "Je staat er niet alleen voor.",
        "Techniek": "Microsoft Teams, Fatma is host, hulp: 0900 0000.",
        "Groepjes": "Fatma deelt de groepjes in.",
        "Meedoen": "De eersten zijn binnen.",
    }


def test_more_cards_than_people_can_choose_from_is_not_ready(cast, day):
    cards(day["datamuur"], 6)
    line = lines(cast)["Kaarten voor datamuur"]
    assert line.state == "goed"
    assert "Op 6 daarvan staan nog geen 2 sterke en 2 aandachtspunten." in line.detail

    cards(day["datamuur"], 1)
    line = lines(cast)["Kaarten voor datamuur"]
    assert line.state == "nog doen"
    assert "hooguit 6" in line.detail


def test_spare_questions_alone_are_no_questions(cast, day):
    Question.objects.create(block=day["leerlingarena"], position=1, text="En?", is_spare=True)
    assert states(cast)["Vragen voor leerlingarena"] == "nog doen"


def test_a_task_is_known_by_a_link_or_a_duty_and_not_by_a_link_that_was_withdrawn(cast, day):
    link = link_of(cast.sessie, Role.GESPREKSLEIDER)
    Duty.objects.create(participant=cast.anna, kind=Duty.Kind.AANTEKENAAR)
    assert lines(cast)["Taken"].detail == "Nog niemand is dataredacteur."

    link.revoke()
    assert lines(cast)["Taken"].detail == "Nog niemand is dataredacteur of gespreksleider."


def test_who_only_prepares_is_not_missed_when_it_is_prepared(cast, day):
    cards(day["datamuur"], 3)
    link_of(cast.sessie, Role.GESPREKSLEIDER)
    link_of(cast.sessie, Role.AANTEKENAAR)
    assert states(cast)["Taken"] == "goed"


def test_what_is_skipped_or_not_on_the_agenda_asks_nothing(cast):
    cast.step("uitleg", "uitleg", running=False)
    assert states(cast)["Taken"] == "niet nodig"
    assert states(cast)["Groepjes"] == "niet nodig"
    assert "Vragen voor leerlingarena" not in states(cast)


def test_in_one_place_there_are_tables_and_nobody_is_host(cast, day):
    card(cast, platform="lokaal", help_phone="2043")
    assert states(cast)["Techniek"] == "goed"
    assert states(cast)["Groepjes"] == "goed"


def test_a_room_without_a_link_is_mended_on_the_page_of_the_groups(cast, day):
    division = Division.objects.create(sessie=cast.sessie, key="trio", kind="trio")
    Room.objects.create(division=division, number=1, url="https://video.example/een")
    Room.objects.create(division=division, number=2)
    line = lines(cast)["Groepjes"]
    assert (str(line.state), line.detail) == ("nog doen", "1 van de 2 groepjes met een link.")
    assert line.url == reverse("breakouts:groups", args=[cast.sessie.pk])


def test_what_is_missing_on_the_techniekkaart_is_named(cast, day):
    card(cast, platform="zoom")
    detail = lines(cast)["Techniek"].detail
    assert detail == "Vul nog in: wie host is, een telefoonnummer voor hulp."


def test_people_of_another_day_count_for_nothing(cast, day):
    link_of(cast.other_sessie, Role.MEDEBEGELEIDER)
    assert cast.zoe
    assert cast.olaf
    assert states(cast)["Meedoen"] == "nog doen"
    assert states(cast)["Tweede begeleider"] == "nog doen"


def test_the_list_is_there_before_the_start_and_not_after_it(cast, day):
    client = cast.client(cast.marieke)
    url = reverse("stage:begeleider", args=[cast.sessie.pk])
    assert "Klaar om te starten?" in client.get(url).content.decode()

    client.post(reverse("stage:press", args=[cast.sessie.pk, "start"]), {"seen": ""})
    assert Progress.objects.get(sessie=cast.sessie).step
    assert "Klaar om te starten?" not in client.get(url).content.decode()


def test_more_people_and_links_cost_no_more_queries(cast, day):
    found = []
    for number in (1, 10):
        for index in range(number):
            ParticipantFactory.create(sessie=cast.sessie)
            link_of(cast.sessie, Role.AANTEKENAAR, f"Joris {number}{index}")
        rows = timetable(cast.sessie)
        with CaptureQueriesContext(connection) as queries:
            checks_of(cast.sessie, rows)
        found.append(len(queries))
    assert found[0] == found[1]


def test_the_coach_sees_that_the_first_came_in_and_that_cards_are_made(
    cast, day, sent, django_capture_on_commit_callbacks
):
    coaches = audiences.coaches(cast.sessie.pk)

    def refreshes():
        return [to for to, message in sent if "refresh" in message.get("frame", {})]

    with django_capture_on_commit_callbacks(execute=True):
        cast.client(cast.anna).get(f"/dag/{cast.sessie.code}/")
    assert refreshes() == [coaches]

    with django_capture_on_commit_callbacks(execute=True):
        cast.client(cast.bram).get(f"/dag/{cast.sessie.code}/")
    assert refreshes() == [coaches]  # the second is no news

    url = reverse("datamuur:add", args=[day["datamuur"].pk])
    texts = {"subject": "Verzuim", "strong_1": "Rust", "attention_1": "Taal"}
    with django_capture_on_commit_callbacks(execute=True):
        cast.client(cast.marieke).post(url, texts)
    assert refreshes() == [coaches] * 2


def test_who_coaches_the_day_coaches_its_rehearsal(cast, day):
    assert cast.marieke
    second = UserFactory.create(email="youssef@voorbeeld.example")
    Membership.objects.create(school=cast.sessie.school, user=second, role=Membership.Role.COACH)
    assert states(cast)["Tweede begeleider"] == "goed"

    copy = SessieFactory.create(rehearsal_of=cast.sessie)
    found = {check.title: str(check.state) for check in checks_of(copy, [])}
    assert found["Tweede begeleider"] == "goed"
