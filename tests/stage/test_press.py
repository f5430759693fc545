"""The coach presses; every screen follows, and nobody presses twice."""

import pytest
from django.urls import reverse

from scholendag.agenda.models import LogEntry, Progress
from scholendag.live import audiences
from scholendag.live.frames import SOON
from tests.cast import BlockFactory, StepFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(cast):
    """Three steps: two in a first block, one in a second."""
    first = BlockFactory.create(sessie=cast.sessie, position=1, title="Welkom")
    second = BlockFactory.create(
        sessie=cast.sessie, position=2, title="Verwachtingen", instrument="verwachtingen"
    )
    steps = [
        StepFactory.create(block=first, position=1, title="Opening"),
        StepFactory.create(block=first, position=2, title="Uitleg"),
        StepFactory.create(block=second, position=1, title="Plakken", phase="schrijven"),
    ]
    Progress.objects.get_or_create(sessie=cast.sessie)
    return steps


def press(cast, verb, seen, who=None):
    url = reverse("stage:press", args=[cast.sessie.pk, verb])
    return cast.client(who or cast.marieke).post(url, {"seen": seen.pk if seen else ""})


def current(cast):
    return Progress.objects.get(sessie=cast.sessie).step


def test_start_opens_the_first_step_and_answers_with_the_page_as_it_is_now(cast, day):
    answer = press(cast, "start", None)

    assert current(cast) == day[0]
    assert "Opening" in answer.content.decode()


def test_every_screen_is_told_to_refresh_after_the_commit(
    cast, day, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        press(cast, "start", None)

    everyone = audiences.everyone(cast.sessie.pk)
    assert (everyone, {"type": "live.frame", "frame": {"refresh": SOON}}) in sent


def test_the_clock_is_pushed_as_such_and_the_step_stays(
    cast, day, sent, django_capture_on_commit_callbacks
):
    press(cast, "start", None)
    with django_capture_on_commit_callbacks(execute=True):
        press(cast, "pauze", day[0])

    [frame] = [m["frame"] for a, m in sent if a == audiences.everyone(cast.sessie.pk)]
    assert "data-remaining" in frame["content"]
    assert current(cast) == day[0]


def test_a_second_coach_who_presses_late_moves_nothing_and_reads_who_was_first(cast, day):
    youssef = cast._coach("youssef@voorbeeld.example", "Youssef Amrani", cast.sessie)
    press(cast, "start", None)
    press(cast, "volgende", day[0])

    answer = press(cast, "volgende", day[0], who=youssef)

    assert current(cast) == day[1]
    assert "Marieke de Wit was je voor" in answer.content.decode()
    assert LogEntry.objects.filter(sessie=cast.sessie, by=youssef.name).count() == 0


def test_entering_a_step_lets_its_instrument_make_what_it_needs(cast, day):
    press(cast, "start", None)
    press(cast, "volgende", day[0])
    press(cast, "volgende", day[1])

    assert day[2].block.boards.count() == 1


def test_going_back_and_forth_keeps_what_was_made(cast, day):
    press(cast, "start", None)
    press(cast, "volgende", day[0])
    press(cast, "volgende", day[1])
    press(cast, "terug", day[2])
    press(cast, "volgende", day[1])

    assert day[2].block.boards.count() == 1


def test_a_step_is_opened_from_the_agenda(cast, day):
    press(cast, "start", None)
    url = reverse("stage:go-to", args=[cast.sessie.pk, day[2].pk])

    cast.client(cast.marieke).post(url, {"seen": day[0].pk})

    assert current(cast) == day[2]


def test_a_step_of_another_day_cannot_be_opened(cast, day):
    stranger = StepFactory.create(block__sessie=cast.other_sessie)
    url = reverse("stage:go-to", args=[cast.sessie.pk, stranger.pk])

    assert cast.client(cast.marieke).post(url, {"seen": ""}).status_code == 404


@pytest.mark.parametrize("who", ["olaf", "anna", None])
def test_only_the_schools_own_coach_may_press(cast, day, who):
    url = reverse("stage:press", args=[cast.sessie.pk, "start"])
    person = getattr(cast, who) if who else None

    assert cast.client(person).post(url, {"seen": ""}).status_code == 404
    assert current(cast) is None


def test_a_button_that_does_not_exist_is_a_404(cast, day):
    assert press(cast, "ontplof", None).status_code == 404


@pytest.mark.parametrize("seen", ["abc", "-1", "9" * 40, "9" * 5000, "٣"])
def test_a_hostile_step_number_changes_nothing(cast, day, seen):
    press(cast, "start", None)
    url = reverse("stage:press", args=[cast.sessie.pk, "volgende"])

    answer = cast.client(cast.marieke).post(url, {"seen": seen})

    assert answer.status_code == 200
    assert current(cast) == day[0]


def test_closing_the_day_thanks_everyone(cast, day):
    press(cast, "start", None)
    press(cast, "sluit", day[0])

    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    assert "De dag is klaar" in page.content.decode()


def test_after_the_day_everyone_can_look_back(cast, day):
    press(cast, "start", None)
    press(cast, "sluit", day[0])
    back = reverse("stage:look-back", args=[cast.sessie.code, day[2].block_id])

    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))

    assert back in page.content.decode()
    assert cast.client(cast.anna).get(back).status_code == 200
