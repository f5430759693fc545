"""Pages with a board in them travel small; a page that shows the secret links of a day does not."""

import gzip

import pytest
from django.urls import reverse

from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.cast import Cast, PageClient

pytestmark = pytest.mark.django_db

TAKES_GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def deelnemer(cast: Cast) -> tuple[PageClient, str]:
    return cast.client(cast.anna), reverse("stage:deelnemer", args=[cast.sessie.code])


def test_a_browser_that_takes_it_gets_the_page_small(deelnemer: tuple[PageClient, str]) -> None:
    client, day = deelnemer
    small = client.get(day, headers=TAKES_GZIP)
    assert small["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small["Vary"]
    assert b'id="stage"' in gzip.decompress(small.content)
    whole = client.get(day)
    assert "Content-Encoding" not in whole
    assert len(small.content) < len(whole.content) / 2


def test_two_answers_of_one_page_differ_in_length(deelnemer: tuple[PageClient, str]) -> None:
    """Who counts bytes on the wire learns nothing of a guess that stands beside a secret."""
    client, day = deelnemer
    lengths = {len(client.get(day, headers=TAKES_GZIP).content) for _ in range(20)}
    assert len(lengths) > 5


def test_a_page_that_did_not_change_is_still_known(deelnemer: tuple[PageClient, str]) -> None:
    client, day = deelnemer
    fetch = TAKES_GZIP | {"HX-Request": "true"}
    first = client.get(day, headers=fetch)
    assert first["Content-Encoding"] == "gzip"
    again = client.get(day, headers=fetch | {"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_every_page_with_a_live_region_travels_small(cast: Cast) -> None:
    links = ensure_links(cast.sessie)
    coach, anyone = cast.client(cast.marieke), cast.client()
    for client, url in (
        (coach, reverse("stage:begeleider", args=[cast.sessie.pk])),
        (anyone, reverse("stage:scherm", args=[links[AccessLink.Role.SCHERM].token])),
        (anyone, reverse("sessies:join-link", args=[links[AccessLink.Role.DEELNEMER].token])),
        (anyone, reverse("review:terugkijken", args=[links[AccessLink.Role.SCHOOLLEIDER].token])),
    ):
        assert client.get(url, headers=TAKES_GZIP)["Content-Encoding"] == "gzip", url


def test_a_page_of_secret_links_is_left_as_it_is(cast: Cast) -> None:
    share = reverse("sessies:share", args=[cast.sessie.pk])
    page = cast.client(cast.marieke).get(share, headers=TAKES_GZIP)
    assert page.status_code == 200
    assert "Content-Encoding" not in page
