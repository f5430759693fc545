"""After the story it is silent for some seconds; then the first round opens by itself."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda import running
from scholendag.agenda.models import LogEntry, Progress
from scholendag.boards.models import Note
from scholendag.boards.opening import open_board
from scholendag.inspiratieverhaal.instrument import INSTRUMENT, TOUCHED
from scholendag.inspiratieverhaal.rules import silent_until

pytestmark = pytest.mark.django_db
STIL = "Stil. Laat het verhaal even bezinken."
WRITING = "<textarea"
SIGNAL = ">Toon alles</button>"


@pytest.fixture
def goes(telling):
    """The coach opens a step."""

    def go(phase):
        seen = Progress.objects.get(sessie=telling.cast.sessie).step_id
        running.go_to(telling.cast.sessie, telling.steps[phase], seen, telling.cast.coach)

    return go


def later(seconds):
    """So many seconds pass."""
    for entry in LogEntry.objects.all():
        LogEntry.objects.filter(pk=entry.pk).update(at=entry.at - timedelta(seconds=seconds))


def test_first_there_is_nothing_to_write_in_then_there_is(telling, goes):
    goes("luisteren")
    goes("geraakt")
    silent = telling.pages()
    for name in ("anna", "scherm", "marieke"):
        assert STIL in silent[name]
        assert "data-fresh-until" in silent[name]
        assert 'class="composer"' not in silent[name]
    assert STIL in telling.role_page()
    assert SIGNAL not in silent["marieke"]

    later(5)
    after = telling.pages()
    assert WRITING in after["anna"]
    assert SIGNAL in after["marieke"]
    assert STIL not in "".join(after.values()) + telling.role_page()


def test_the_second_round_and_the_story_have_none(telling, goes):
    for phase in ("luisteren", "vragen"):
        goes(phase)
        assert STIL not in "".join(telling.pages().values())


def test_standing_still_makes_it_no_longer_and_brings_none_back(telling, goes):
    goes("geraakt")
    sessie, step = telling.cast.sessie, telling.steps["geraakt"]
    running.pause(sessie, step.pk, telling.cast.coach)
    later(5)
    assert STIL not in telling.pages()["anna"]
    running.resume(sessie, step.pk, telling.cast.coach)
    assert STIL not in telling.pages()["anna"]


def test_who_comes_back_to_the_step_is_not_silent_for_longer(telling, goes):
    goes("geraakt")
    later(3)
    goes("luisteren")
    goes("geraakt")
    later(5)
    assert STIL not in telling.pages()["anna"]


def test_what_comes_from_a_device_that_was_behind_is_kept(telling, goes):
    goes("geraakt")
    lane = open_board(telling.block, TOUCHED).lanes.get()
    form = {"text": "Dat je bleef", "client_id": str(uuid.uuid4())}
    anna = telling.cast.client(telling.cast.anna)
    assert anna.post(reverse("boards:add", args=[lane.pk]), form).status_code == 201
    assert Note.objects.get().text == "Dat je bleef"
    assert "Dat je bleef" not in "".join(telling.pages().values())


@pytest.mark.parametrize(("stilte", "seconds"), [(0, 0), (12, 12), (60, 60)])
def test_a_programme_says_how_long(telling, stilte, seconds):
    assert INSTRUMENT.wrong_settings({"stilte": stilte}) == ""
    telling.block.settings = {"stilte": stilte}
    telling.block.save()
    telling.steps["geraakt"].block = telling.block
    now = timezone.now()
    assert silent_until(telling.steps["geraakt"], now) == now + timedelta(seconds=seconds)


@pytest.mark.parametrize("stilte", [-1, 61, 2.5, "5", True, None, [5]])
def test_a_strange_number_is_refused_and_never_breaks_a_day(telling, stilte):
    assert "stilte" in INSTRUMENT.wrong_settings({"stilte": stilte})
    telling.steps["geraakt"].block.settings = {"stilte": stilte}
    now = timezone.now()
    assert silent_until(telling.steps["geraakt"], now) == now + timedelta(seconds=5)


def test_without_a_word_in_the_programme_it_is_five_seconds(telling):
    assert INSTRUMENT.wrong_settings({}) == ""
    now = timezone.now()
    assert silent_until(telling.steps["geraakt"], now) == now + timedelta(seconds=5)
