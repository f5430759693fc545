"""Who gets the tour of the begeleider's page: a coach who never finished or skipped it."""

import pytest
from django.urls import reverse

from scholendag.sessies.models import AccessLink
from tests.roles import link_of

pytestmark = pytest.mark.django_db
SEEN = "/rondleiding/gezien/"


def begins_by_itself(client, cast) -> bool:
    page = client.get(reverse("stage:begeleider", args=[cast.sessie.pk])).content.decode()
    return "data-begins" in page and 'id="rondleiding"' in page


def test_it_begins_until_a_coach_has_seen_it_and_for_each_coach_apart(cast):
    marieke = cast.client(cast.marieke)
    assert begins_by_itself(marieke, cast)

    assert marieke.post(SEEN).status_code == 204

    assert not begins_by_itself(cast.client(cast.marieke), cast)
    cast.olaf.refresh_from_db()
    assert cast.olaf.saw_tour_at is None


def test_a_running_day_has_none(cast):
    cast.step("uitleg", "uitleg")

    page = cast.client(cast.marieke).get(reverse("stage:begeleider", args=[cast.sessie.pk]))

    assert 'id="rondleiding"' not in page.content.decode()


def test_who_coaches_by_a_link_can_look_at_it_but_is_not_remembered(cast):
    link = link_of(cast.sessie, AccessLink.Role.MEDEBEGELEIDER)
    client = cast.client(link)

    page = client.get(reverse("stage:begeleider", args=[cast.sessie.pk])).content.decode()

    assert 'id="rondleiding"' in page
    assert "data-begins" not in page
    assert SEEN not in page


def test_only_an_account_can_say_it_was_seen(cast):
    assert cast.client().post(SEEN).status_code == 302
    assert cast.client(cast.marieke).get(SEEN).status_code == 405
