"""Joining, presence and being removed."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from scholendag.live import audiences
from scholendag.sessies import actions, queries, rules
from scholendag.sessies.models import Participant
from tests.cast import Cast, ParticipantFactory

Sent = list[tuple[str, dict[str, Any]]]


def html_of(sent: Sent) -> str:
    return "".join(message["frame"]["content"] for _, message in sent if "frame" in message)


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Any) -> Any:
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_joining_shows_the_begeleiders_and_nobody_else(cast: Cast, sent: Sent, commit: Any) -> None:
    with commit():
        participant = actions.join(cast.sessie, "Anna", "Onderbouw")
    assert [audience for audience, _ in sent] == [audiences.coaches(cast.sessie.pk)]
    assert f'id="{participant.dom_id}"' in html_of(sent)
    assert "0 van 1 aanwezig" in html_of(sent)


def test_a_name_is_taken_once(cast: Cast) -> None:
    assert cast.anna
    with pytest.raises(actions.NameTaken) as taken:
        actions.join(cast.sessie, "ánna")
    assert taken.value.participant == cast.anna
    assert Participant.objects.count() == 1


def test_the_same_name_on_another_day_is_someone_else(cast: Cast) -> None:
    assert actions.join(cast.sessie, "Zoë") != cast.zoe


def test_the_same_form_twice_is_one_person(cast: Cast, sent: Sent, commit: Any) -> None:
    form = uuid.uuid4()
    first = actions.join(cast.sessie, "Anna", client_id=form)
    with commit():
        assert actions.join(cast.sessie, "Anna", client_id=form) == first
    assert sent == []


def test_the_same_form_with_another_name_is_another_person(cast: Cast) -> None:
    form = uuid.uuid4()
    anna = actions.join(cast.sessie, "Anna", client_id=form)
    assert actions.join(cast.sessie, "Bram", client_id=form) != anna


def test_the_form_of_one_day_gives_nobody_of_it_to_another(cast: Cast) -> None:
    joined = actions.join(cast.sessie, "Zoë", client_id=cast.zoe.client_id)
    assert joined != cast.zoe
    assert joined.sessie == cast.sessie


def test_nobody_joins_a_closed_day(cast: Cast) -> None:
    stale = cast.sessie
    type(stale).objects.update(closed_at=timezone.now())
    with pytest.raises(actions.DayIsClosed):
        actions.join(stale, "Anna")


def test_a_day_is_full_at_its_limit(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MAX_PARTICIPANTS", 2)
    ParticipantFactory.create(sessie=cast.sessie, removed_at=timezone.now())
    actions.join(cast.sessie, "Anna")
    actions.join(cast.sessie, "Bram")
    with pytest.raises(actions.DayIsFull):
        actions.join(cast.sessie, "Cas")


def test_arriving_shows_the_begeleiders_and_nobody_else(
    cast: Cast, sent: Sent, commit: Any
) -> None:
    with commit():
        actions.arrive(cast.anna)
    assert [audience for audience, _ in sent] == [audiences.coaches(cast.sessie.pk)]
    assert "1 van 1 aanwezig" in html_of(sent)
    assert "is-present" in html_of(sent)


def test_arriving_in_a_second_tab_changes_nothing(cast: Cast, sent: Sent, commit: Any) -> None:
    actions.arrive(cast.anna)
    since = Participant.objects.get().present_since
    with commit():
        actions.arrive(cast.anna)
    assert sent == []
    assert Participant.objects.get().present_since == since


def test_leaving_is_shown_and_the_person_stays(cast: Cast, sent: Sent, commit: Any) -> None:
    actions.arrive(cast.anna)
    with commit():
        actions.leave(cast.anna)
    assert "0 van 1 aanwezig" in html_of(sent)
    assert "afwezig" in html_of(sent)
    assert not Participant.objects.get().is_present


def test_after_a_crash_nobody_is_present_until_they_arrive_again(cast: Cast) -> None:
    actions.arrive(cast.anna)
    actions.everyone_left()
    assert not Participant.objects.get().is_present
    actions.arrive(cast.anna)
    assert Participant.objects.get().is_present


def polled(minutes: float) -> Participant:
    """Anna, who has no socket and fetched her page so many minutes ago."""
    ago = timezone.now() - timedelta(minutes=minutes)
    Participant.objects.exclude(polled_at=None).update(polled_at=ago)
    return Participant.objects.get()


def test_who_only_fetches_is_away_some_minutes_after_the_last_time(
    cast: Cast, sent: Sent, commit: Any
) -> None:
    actions.look_in(cast.anna)
    assert polled(2.9).is_present
    assert queries.present(cast.sessie).exists()

    gone = polled(3.1)
    assert not gone.is_present
    assert not queries.present(cast.sessie).exists()

    with commit():
        actions.look_in(gone)
    assert polled(0).is_present
    assert "1 van 1 aanwezig" in html_of(sent)


def test_who_fetches_every_few_seconds_is_noted_down_once_a_minute(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    actions.look_in(cast.anna)
    just_now = Participant.objects.get()
    with django_assert_num_queries(0):
        actions.look_in(just_now)
    earlier = polled(1.1)
    with django_assert_num_queries(1):
        actions.look_in(earlier)
    since = Participant.objects.get().polled_at
    assert since
    assert since > timezone.now() - timedelta(minutes=1)


def test_a_socket_holds_however_long_nothing_is_fetched(
    cast: Cast, sent: Sent, commit: Any
) -> None:
    actions.look_in(cast.anna)
    with commit():
        actions.arrive(cast.anna)
    assert sent == []
    assert polled(60).is_present
    actions.look_in(Participant.objects.get())
    assert Participant.objects.get().polled_at is None

    actions.leave(cast.anna)
    assert not Participant.objects.get().is_present
    actions.look_in(Participant.objects.get())
    assert not polled(3.1).is_present


def test_removing_takes_someone_off_the_list_and_off_their_socket(
    cast: Cast, sent: Sent, commit: Any
) -> None:
    assert cast.bram
    with commit():
        actions.remove(cast.anna)
    assert f'hx-target="#{cast.anna.dom_id}" hx-swap="delete"' in html_of(sent)
    assert "0 van 1 aanwezig" in html_of(sent)
    assert (audiences.participant(cast.anna.pk), {"type": "live.regroup"}) in sent


def test_removing_twice_is_removing_once(cast: Cast, sent: Sent, commit: Any) -> None:
    actions.remove(cast.anna)
    with commit():
        actions.remove(cast.anna)
    assert sent == []


def test_who_was_removed_neither_arrives_nor_appears(cast: Cast, sent: Sent, commit: Any) -> None:
    with commit():
        actions.arrive(cast.anna)
        actions.remove(cast.anna)
        actions.arrive(cast.anna)
    assert f'id="{cast.anna.dom_id}"' not in html_of(sent)
    assert not Participant.objects.get().is_present


def test_who_was_removed_can_join_again_as_someone_new(cast: Cast) -> None:
    actions.remove(cast.anna)
    again = actions.join(cast.sessie, "Anna", client_id=cast.anna.client_id)
    assert again != cast.anna
    assert again.removed_at is None
