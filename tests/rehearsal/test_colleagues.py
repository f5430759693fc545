"""A simulated colleague uses the pages as anyone does, and knows when to go."""

import pytest
from django.urls import reverse

from scholendag.agenda.queries import steps_of
from scholendag.boards.models import Note
from scholendag.rehearsal import browsers
from scholendag.rehearsal.browsers import Answer, InsideBrowser, Unreachable
from scholendag.rehearsal.colleagues import colleagues_of
from scholendag.sessies.actions import remove
from scholendag.sessies.models import Participant
from scholendag.stage.actions import go_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(day):
    """The first simulated colleague of the day."""
    [anna] = colleagues_of(day, 1, InsideBrowser)
    return anna


@pytest.fixture
def writing(day, coach):
    """The step in which everyone says what they hope for."""
    step = steps_of(day.pk).get(block__instrument="verwachtingen")
    go_to(day, step, None, coach)
    return step


def test_joins_by_the_form_and_is_there(anna, day):
    assert anna.turn() > 0

    person = day.participants.get()
    assert (person.name, person.bouw) == ("Anna", "Onderbouw")
    anna.turn()
    person.refresh_from_db()
    assert person.is_present


@pytest.fixture
def another_server():
    """Middleware reads its settings once, when a server starts."""
    browsers._pages.cache_clear()
    yield
    browsers._pages.cache_clear()


@pytest.mark.parametrize("site", ["http://127.0.0.1:8000", "https://school.example"])
@pytest.mark.usefixtures("writing", "eager", "another_server")
def test_needs_no_network_whatever_the_public_address_is(anna, day, settings, site):
    settings.SITE_URL = site
    settings.ALLOWED_HOSTS = ["127.0.0.1", "school.example"]
    settings.SECURE = settings.SECURE_SSL_REDIRECT = site.startswith("https")
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.CSRF_COOKIE_SECURE = settings.SECURE

    anna.join()
    anna.take_part()

    assert Note.objects.get().author == day.participants.get()


def test_puts_up_two_notes_and_then_only_looks(anna, writing, eager):
    anna.post_its = 2
    anna.join()
    for _ in range(5):
        anna.take_part()

    assert Note.objects.count() == 2


def test_colleagues_do_not_repeat_each_other(day, writing, eager):
    for person in colleagues_of(day, 5, InsideBrowser):
        person.join()
        person.take_part()

    texts = Note.objects.values_list("text", flat=True)
    assert len(set(texts)) == len(texts) == 5


def test_who_was_here_before_goes_on_as_the_same_person(anna, day):
    anna.join()
    [again] = colleagues_of(day, 1, InsideBrowser)

    again.join()
    again.take_part()

    assert Participant.objects.filter(sessie=day).count() == 1


def test_who_was_taken_out_does_not_come_back(anna, day):
    anna.join()
    remove(day.participants.get())

    assert anna.turn() is None
    assert not day.participants.filter(removed_at=None).exists()


def test_goes_when_the_day_is_gone(anna, day):
    anna.join()
    day.delete()

    assert anna.turn() is None


class Broken:
    """A server that does not answer."""

    def __init__(self, answer):
        self.answer = answer

    def get(self, path):
        if self.answer is None:
            raise Unreachable
        return self.answer


@pytest.mark.parametrize("answer", [None, Answer(503, "Even geduld"), Answer(500, "Kapot")])
def test_tries_again_later_when_the_server_does_not_answer(day, answer):
    [anna] = colleagues_of(day, 1, lambda: Broken(answer))

    assert anna.turn() > 0
    assert not anna.is_in


def test_a_day_that_is_full_or_closed_lets_nobody_in(day):
    [anna] = colleagues_of(day, 1, lambda: Broken(Answer(200, "<p>Deze dag is afgesloten</p>")))

    assert anna.turn() is None


def test_no_press_of_a_coach_is_ever_taken(anna, day, writing, eager):
    """It sends only forms with something to write in, and a deelnemer's page has no others."""
    anna.join()
    page = anna.browser.get(reverse("stage:deelnemer", args=[day.code]))

    assert 'data-role="deelnemer"' in page.text
    assert anna.browser.get(reverse("stage:begeleider", args=[day.pk])).status == 404
