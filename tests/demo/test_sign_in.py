"""The one-click link of the demo: in the demo only, on this machine only."""

import pytest
from django.urls import reverse

from scholendag.demo.views import pass_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(cast, settings):
    settings.DEMO = True
    return reverse("demo:sign-in", args=[pass_for(cast.marieke, cast.sessie)])


def test_the_link_signs_the_coach_in_and_opens_the_day(cast, client, link):
    answer = client.get(link, headers={"host": "127.0.0.1:8000"})

    assert answer["Location"] == reverse("stage:begeleider", args=[cast.sessie.pk])
    assert int(client.session["_auth_user_id"]) == cast.marieke.pk


def test_outside_the_demo_it_is_not_there(client, link, settings):
    settings.DEMO = False

    assert client.get(link, headers={"host": "127.0.0.1:8000"}).status_code == 404


@pytest.mark.parametrize(
    ("host", "address", "extra"),
    [
        ("127.0.0.1:8000", "203.0.113.9", {}),
        ("scholendag.example", "127.0.0.1", {}),
        ("127.0.0.1:8000", "127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}),
    ],
    ids=["another machine", "a public name", "behind a proxy"],
)
def test_from_anywhere_else_it_is_not_there(client, link, settings, host, address, extra):  # noqa: PLR0917
    settings.ALLOWED_HOSTS = ["127.0.0.1", "scholendag.example"]

    answer = client.get(link, headers={"host": host, **extra}, REMOTE_ADDR=address)

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_changed_link_is_not_there(client, link):
    assert client.get(link[:-4] + "xxx/", headers={"host": "localhost"}).status_code == 404
