"""Who tells prepares by a link of their own: answers that are kept as one types."""

import pytest
from django.utils import timezone

from scholendag.agenda.queries import timetable
from scholendag.breakouts.writing import OTHER_TEXT
from scholendag.inspiratieverhaal.guiding import GUIDING
from scholendag.inspiratieverhaal.models import Story
from scholendag.live import audiences
from scholendag.sessies.models import AccessLink
from scholendag.stage.readiness import checks_of
from tests.cast import BlockFactory
from tests.roles import link_of

pytestmark = pytest.mark.django_db
Role = AccessLink.Role


def line(telling):
    return checks_of(telling.cast.sessie, timetable(telling.cast.sessie))[0]


def test_the_link_leads_to_the_six_questions(telling):
    page = telling.role_page()
    assert "jij bent verteller" in page
    assert f'href="{telling.url("prepare")}"' in page

    preparation = telling.fatma.get(telling.url("prepare")).content.decode()
    assert len(GUIDING) == 6
    for question in GUIDING:
        assert question.text in preparation


def test_opening_the_preparation_stores_nothing(telling):
    telling.fatma.get(telling.url("prepare"))
    assert not Story.objects.exists()


def test_each_answer_is_kept_by_itself(telling):
    assert telling.types("came_from", "Uit twee scholen").status_code == 200
    assert telling.types("need", "Eerlijkheid").status_code == 200

    story = telling.story
    assert (story.came_from, story.need, story.are_now) == ("Uit twee scholen", "Eerlijkheid", "")
    assert "Uit twee scholen" in telling.fatma.get(telling.url("prepare")).content.decode()


def test_what_two_devices_type_in_one_answer_is_put_together(telling):
    telling.types("need", "Rust", base="")
    answer = telling.types("need", "Rust en vertrouwen", base="Rust")
    assert OTHER_TEXT not in answer

    behind = telling.types("need", "Meer Rust", base="Rust")
    assert telling.story.need == "Meer Rust en vertrouwen"
    assert behind[OTHER_TEXT] == "1"
    assert "Meer Rust en vertrouwen" in behind.content.decode()


def test_two_devices_that_changed_the_same_words_lose_neither(telling):
    telling.types("need", "Rust", base="")
    telling.types("need", "Tijd", base="Rust")
    late = telling.types("need", "Moed", base="Rust")

    assert late.status_code == 409
    assert "Jouw tekst is bewaard op dit apparaat." in late.content.decode()
    assert telling.story.need == "Tijd"


@pytest.mark.parametrize("data", [{}, {"ready_at": "2026-01-01"}, {"need": "a", "meaning": "b"}])
def test_only_one_answer_at_a_time_can_be_sent(telling, data):
    assert telling.fatma.post(telling.url("answer"), data).status_code == 404
    assert not Story.objects.exists()


def test_an_answer_that_is_too_long_is_refused_in_words(telling):
    answer = telling.types("need", "x" * 2001)
    assert answer.status_code == 422
    assert "hooguit 2000 tekens" in answer.content.decode()
    assert not Story.objects.exists()


def test_an_answer_reaches_the_other_devices_of_its_teller_and_nobody_else(
    telling, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        telling.types("need", "Eerlijkheid")
    assert {audience for audience, _ in sent} == {audiences.link(telling.link.pk)}
    assert "Eerlijkheid" in str(sent)


def test_the_coach_reads_only_that_it_is_ready(telling, sent, django_capture_on_commit_callbacks):
    assert line(telling).detail.startswith("Geef de schoolleider een link")
    telling.types("need", "Eerlijkheid")
    assert (str(line(telling).state), line(telling).detail) == (
        "nog doen",
        "De verteller is nog niet klaar.",
    )

    with django_capture_on_commit_callbacks(execute=True):
        telling.fatma.post(telling.url("ready"))
    assert [audience for audience, _ in sent][-1] == audiences.coaches(telling.cast.sessie.pk)
    ready = line(telling)
    assert str(ready.state) == "goed"
    assert ready.detail.startswith("Fatma: klaar.")
    assert ready.url == f"/begeleiden/{telling.cast.sessie.pk}/delen/"

    telling.fatma.post(telling.url("not-ready"))
    assert str(line(telling).state) == "nog doen"


def test_who_gets_a_new_link_goes_on_and_another_teller_begins_anew(telling):
    telling.types("need", "Eerlijkheid")
    telling.link.revoke()
    again = link_of(telling.cast.sessie, Role.VERTELLER, "Fatma")
    joris = link_of(telling.cast.sessie, Role.VERTELLER, "Joris")

    page = telling.cast.client(again).get(telling.url("prepare")).content.decode()
    assert "Eerlijkheid" in page
    page = telling.cast.client(joris).get(telling.url("prepare")).content.decode()
    assert "Eerlijkheid" not in page


def test_after_the_day_nothing_can_be_prepared(telling):
    telling.cast.sessie.closed_at = timezone.now()
    telling.cast.sessie.save()
    assert telling.fatma.get(telling.url("prepare")).status_code == 404
    assert telling.types("need", "Te laat").status_code == 404


def test_the_block_of_another_instrument_has_no_story(telling):
    wall = BlockFactory.create(sessie=telling.cast.sessie, instrument="datamuur")
    assert telling.fatma.get(telling.url("prepare", wall.pk)).status_code == 404
