"""The pages of a rehearsal: its mark everywhere, its way out for coaches, nothing for others."""

import pytest
from django.urls import reverse

from scholendag.rehearsal.models import Rehearsal
from scholendag.sessies.models import AccessLink, Sessie
from tests.cast import ParticipantFactory

pytestmark = pytest.mark.django_db
MARK = "rehearsal__mark"
WAY_OUT = "Gooi de proefrit weg"


def path(name, day):
    return reverse(f"rehearsal:{name}", args=[day.pk])


@pytest.fixture
def marieke(cast, day, turns):
    return cast.client(cast.marieke)


def test_a_coach_starts_one_and_is_on_its_page(marieke, day):
    page = marieke.get(path("page", day)).content.decode()
    assert "Start de proefrit" in page

    answer = marieke.post(path("start", day), {"colleagues": "8"})

    rehearsal = Rehearsal.objects.get()
    assert rehearsal.colleagues == 8
    assert answer["Location"] == reverse("stage:begeleider", args=[rehearsal.sessie_id])
    assert rehearsal.sessie.code in marieke.get(path("page", day)).content.decode()


@pytest.mark.parametrize("number", ["", "5", "41", "acht", "9" * 30, "-6", "6.5"])
def test_a_wrong_number_says_which_it_may_be_and_makes_nothing(marieke, day, number):
    answer = marieke.post(path("start", day), {"colleagues": number})

    assert answer.status_code == 422
    assert "Kies een getal van 6 tot en met 40." in answer.content.decode()
    assert not Rehearsal.objects.exists()


def test_every_page_of_it_is_marked_and_no_page_of_the_real_day(marieke, cast, day, rehearsal):
    copy = rehearsal.sessie
    screen = AccessLink.objects.get(sessie=copy, role="scherm")
    join = AccessLink.objects.get(sessie=copy, role="deelnemer")
    person = ParticipantFactory.create(sessie=copy)
    others = [
        (cast.client(person), reverse("stage:deelnemer", args=[copy.code])),
        (cast.client(), reverse("stage:scherm", args=[screen.token])),
        (cast.client(), reverse("sessies:join-link", args=[join.token])),
    ]
    for name in ("stage:begeleider", "agenda:prepare", "sessies:share"):
        page = marieke.get(reverse(name, args=[copy.pk])).content.decode()
        assert MARK in page
        assert WAY_OUT in page
        assert MARK not in marieke.get(reverse(name, args=[day.pk])).content.decode()
    for client, url in others:
        page = client.get(url).content.decode()
        assert MARK in page
        assert WAY_OUT not in page


@pytest.mark.parametrize("instrument", ["datamuur", "leerlingarena"])
def test_the_pages_that_prepare_a_block_are_marked(marieke, rehearsal, instrument):
    block = rehearsal.sessie.blocks.get(instrument=instrument)

    page = marieke.get(reverse(f"{instrument}:prepare", args=[block.pk])).content.decode()

    assert WAY_OUT in page


def test_the_real_day_shows_the_way_in_and_the_rehearsal_does_not(marieke, day, rehearsal):
    for name in ("stage:begeleider", "agenda:prepare"):
        way_in = path("page", day)
        assert way_in in marieke.get(reverse(name, args=[day.pk])).content.decode()
        own = path("page", rehearsal.sessie)
        assert own not in marieke.get(reverse(name, args=[rehearsal.sessie_id])).content.decode()


def test_one_press_throws_it_away(marieke, day, rehearsal):
    answer = marieke.post(path("throw-away", day), follow=True)

    assert "De proefrit is weg." in answer.content.decode()
    assert not Sessie.objects.filter(rehearsal_of=day).exists()
    assert marieke.get(reverse("stage:begeleider", args=[rehearsal.sessie_id])).status_code == 404
    assert marieke.post(path("throw-away", day)).status_code == 302


def test_open_pages_say_that_it_is_over(
    marieke, day, rehearsal, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        marieke.post(path("throw-away", day))

    audience, message = sent[-1]
    assert audience == f"sessie.{rehearsal.sessie_id}.everyone"
    assert "De proefrit is voorbij" in message["frame"]["content"]


def test_when_the_colleagues_are_gone_a_button_brings_them_back(marieke, day, rehearsal):
    there = marieke.get(path("colleagues", day)).content.decode()
    assert "8 nepcollega's doen mee." in there.replace("&#x27;", "'")
    Rehearsal.objects.update(seen_at=None)
    gone = marieke.get(path("colleagues", day)).content.decode()
    assert "Laat ze terugkomen" in gone

    answer = marieke.post(path("bring-back", day)).content.decode()

    assert "doen mee." in answer
    assert Rehearsal.objects.get().is_attended


def test_what_is_gone_answers_quietly(marieke, day):
    for answer in (marieke.get(path("colleagues", day)), marieke.post(path("bring-back", day))):
        assert answer.status_code == 200
        assert "naar huis" in answer.content.decode()


def test_after_the_start_of_the_day_the_page_says_why_not(marieke, day):
    day.progress.started_at = day.starts_at
    day.progress.save()

    page = marieke.get(path("page", day)).content.decode()
    answer = marieke.post(path("start", day), {"colleagues": "8"})

    assert "Start de proefrit" not in page
    assert answer.status_code == 409
    assert "al begonnen" in answer.content.decode()
    assert not Rehearsal.objects.exists()


@pytest.mark.parametrize("name", ["page", "start", "colleagues", "bring-back", "throw-away"])
def test_for_anyone_else_it_is_not_there(cast, day, rehearsal, name):
    anna = ParticipantFactory.create(sessie=day)
    for client in (cast.client(cast.olaf), cast.client(anna), cast.client()):
        method = client.get if name in ("page", "colleagues") else client.post
        assert method(path(name, day)).status_code == 404
    assert Rehearsal.objects.exists()
