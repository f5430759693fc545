"""Everyone is called back from the rooms, by the clock of the server."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import LogEntry, Progress
from scholendag.live import audiences
from scholendag.sessies.refused import Refused
from scholendag.stage import recall
from tests.breakouts.groups import content, crowd, fixed, refreshed


@pytest.fixture
def person(cast):
    """Someone of the threes that everyone sits in."""
    cast.step("datamuur", "kiezen", grouping="trio")
    people = crowd(cast.sessie, 6)
    fixed(cast.sessie)
    return people[0]


def progress(cast):
    return Progress.objects.get(sessie=cast.sessie)


def day(cast, who):
    return (
        cast.client(who).get(reverse("stage:deelnemer", args=[cast.sessie.code])).content.decode()
    )


def time_is_up(cast):
    Progress.objects.update(back_at=timezone.now() - timedelta(seconds=1))


def press(cast, name, who=None, **data):
    return cast.client(who or cast.marieke).post(
        reverse(f"stage:{name}", args=[cast.sessie.pk]), data
    )


@pytest.mark.parametrize(("given", "seconds"), [("30", 30), ("60", 60), ("9999", 60), ("x", 60)])
def test_everyone_gets_so_long_and_never_longer(cast, person, given, seconds):
    press(cast, "call-back", seconds=given)
    left = progress(cast).back_at - timezone.now()
    assert timedelta(seconds=seconds - 5) < left <= timedelta(seconds=seconds)
    page = day(cast, person)
    assert "Kom terug naar de grote groep" in page
    assert "Jij zit in groepje" in page


def test_all_screens_hear_it(cast, person, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        press(cast, "call-back", seconds="30")
    assert "Kom terug" in content(sent, audiences.everyone(cast.sessie.pk))


def test_when_time_is_up_everyone_is_in_one_group(cast, person):
    press(cast, "call-back", seconds="30")
    time_is_up(cast)
    page = day(cast, person)
    assert "Je bent terug in de grote groep" in page
    assert "Jij zit in groepje" not in page
    assert "Kom terug naar de grote groep" not in page


def test_a_second_press_does_not_start_again(cast, person):
    press(cast, "call-back", seconds="30")
    before = progress(cast).back_at
    press(cast, "call-back", seconds="60")
    assert progress(cast).back_at == before


def test_more_time_also_when_it_was_up(cast, person, sent, django_capture_on_commit_callbacks):
    press(cast, "call-back", seconds="30")
    before = progress(cast).back_at
    press(cast, "give-more")
    assert progress(cast).back_at == before + timedelta(seconds=30)

    time_is_up(cast)
    with django_capture_on_commit_callbacks(execute=True):
        press(cast, "give-more")
    assert "Jij zit in groepje" in day(cast, person)
    assert audiences.everyone(cast.sessie.pk) in refreshed(sent)


def test_it_can_be_called_off(cast, person):
    press(cast, "call-back", seconds="30")
    press(cast, "call-off")
    assert progress(cast).back_at is None
    assert "Kom terug naar de grote groep" not in day(cast, person)


def test_another_step_ends_it(cast, person):
    press(cast, "call-back", seconds="30")
    step = cast.step("uitleg", "uitleg", running=False)
    press_step = reverse("stage:go-to", args=[cast.sessie.pk, step.pk])
    cast.client(cast.marieke).post(press_step, {"seen": progress(cast).step_id})
    assert progress(cast).back_at is None


def test_there_must_be_someone_to_call_back(cast):
    cast.step("uitleg", "uitleg")
    assert press(cast, "call-back", seconds="30").status_code == 422
    for name in ("give-more", "call-off"):
        assert press(cast, name).status_code == 422
    with pytest.raises(Refused):
        recall.call_back(cast.coach, 30)


def test_only_a_coach_calls_back_and_the_log_says_who(cast, person):
    for who in (cast.olaf, person):
        assert press(cast, "call-back", who, seconds="30").status_code == 404
    press(cast, "call-back", seconds="30")
    assert "haalde iedereen terug" in LogEntry.objects.first().deed
