"""What the coach says to everyone, over the whole screen for a moment."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import LogEntry, Progress
from scholendag.live import audiences
from scholendag.sessies.actors import link_cookie
from scholendag.sessies.models import AccessLink
from tests.roles import link_of

pytestmark = pytest.mark.django_db
BACK = "Kom terug uit de groepjes"


def send(cast, text, who=None):
    url = reverse("stage:message", args=[cast.sessie.pk])
    return cast.client(who or cast.marieke).post(url, {"text": text})


def page_of_anna(cast):
    return cast.client(cast.anna).get(f"/dag/{cast.sessie.code}/").content.decode()


def test_everyone_reads_it_at_once(cast, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert send(cast, BACK).status_code == 204

    [frame] = [message["frame"] for to, message in sent if to == audiences.everyone(cast.sessie.pk)]
    assert BACK in str(frame)
    assert audiences.coaches(cast.sessie.pk) in dict(sent)


def test_who_comes_in_while_it_shows_reads_it_too_and_later_not_any_more(cast):
    send(cast, BACK)
    assert BACK in page_of_anna(cast)

    Progress.objects.update(message_at=timezone.now() - timedelta(seconds=9))
    assert BACK not in page_of_anna(cast)


def test_each_message_takes_the_place_of_the_one_before(cast):
    send(cast, BACK)
    send(cast, "Nog 5 minuten")

    page = page_of_anna(cast)
    assert "Nog 5 minuten" in page
    assert BACK not in page


def test_the_other_coach_sees_what_was_said_and_by_whom(cast):
    send(cast, BACK)
    page = cast.client(cast.marieke).get(f"/begeleiden/{cast.sessie.pk}/").content.decode()
    assert f"“{BACK}”" in page
    entry = LogEntry.objects.get()
    assert str(entry) == f"Marieke de Wit stuurde iedereen het bericht “{BACK}”"


@pytest.mark.parametrize("text", ["", "   ", "x" * 121, "Hoi\u202e", "Hoi\x00"])
def test_what_cannot_be_read_is_refused_and_shown_to_nobody(cast, text):
    answer = send(cast, text)
    assert answer.status_code == 422
    assert answer.content
    assert text.strip() not in answer.content.decode() or not text.strip()
    assert not Progress.objects.get(sessie=cast.sessie).message


def test_markup_is_text(cast):
    send(cast, "<b>Hoi</b> 👩\u200d🏫\nallemaal")
    assert "&lt;b&gt;Hoi&lt;/b&gt; 👩\u200d🏫 allemaal" in page_of_anna(cast)


def test_after_the_day_there_is_nobody_to_say_it_to(cast):
    Progress.objects.filter(sessie=cast.sessie).update(ended_at=timezone.now())
    answer = send(cast, BACK)
    assert answer.status_code == 422
    assert "afgesloten" in answer.content.decode()


def test_only_a_coach_speaks_to_everyone(cast):
    assert cast.sessie
    assert send(cast, BACK, cast.anna).status_code == 404
    assert send(cast, BACK, cast.olaf).status_code == 404


def test_a_medebegeleider_speaks_by_name(cast):
    link = link_of(cast.sessie, AccessLink.Role.MEDEBEGELEIDER)
    client = cast.client()
    client.cookies[link_cookie(link)] = link.token
    url = reverse("stage:message", args=[cast.sessie.pk])
    assert client.post(url, {"text": BACK}).status_code == 204
    assert LogEntry.objects.get().by == "Joris"
