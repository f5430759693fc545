"""The handleiding and the statement on accessibility: for anyone, linked where people look."""

import pytest
from django.urls import reverse

from scholendag.help.chapters import CHAPTERS
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.roles import link_of

pytestmark = pytest.mark.django_db
CHAPTER_URLS = [reverse("help:chapter", args=[chapter.slug]) for chapter in CHAPTERS]
EVERYONES = [reverse("help:handleiding"), *CHAPTER_URLS, reverse("help:accessibility")]


def page_of(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("url", EVERYONES)
def test_nobody_has_to_sign_in_to_read(client, url):
    page = page_of(client, url)

    assert page.count("<h1>") == 1
    assert f'href="{reverse("help:accessibility")}"' in page


@pytest.mark.parametrize("url", CHAPTER_URLS)
def test_a_chapter_tells_of_before_during_and_after_and_of_trouble(client, url):
    page = page_of(client, url)

    for place in ("voor-de-dag", "op-de-dag", "na-de-dag", "als-iets-misgaat"):
        assert f'id="{place}"' in page


def test_an_unknown_chapter_is_not_there(client):
    assert client.get(reverse("help:chapter", args=["conrector"])).status_code == 404


def test_the_handleiding_opens_from_where_people_are(cast, client):
    terugkijken = ensure_links(cast.sessie)[AccessLink.Role.SCHOOLLEIDER]
    redacteur = link_of(cast.sessie, AccessLink.Role.DATAREDACTEUR)
    chapter = "/handleiding/{}/".format

    coaches = page_of(cast.client(cast.marieke), reverse("sessies:home"))
    assert f'href="{chapter("begeleider")}"' in coaches
    assert 'href="/handleiding/"' in page_of(client, reverse("login"))
    looks_back = page_of(client, reverse("review:terugkijken", args=[terugkijken.token]))
    assert f'href="{chapter("schoolleider")}"' in looks_back
    role_page = page_of(client, reverse("stage:rol", args=[redacteur.token]))
    assert f'href="{chapter("dataredacteur")}"' in role_page


def test_problems_go_to_the_address_of_the_host(client, settings):
    url = reverse("help:accessibility")
    settings.CONTACT_EMAIL = ""
    assert "mailto:" not in page_of(client, url)
    assert "begeleider van jullie dag" in page_of(client, url)

    settings.CONTACT_EMAIL = "hulp@voorbeeld.example"
    assert 'href="mailto:hulp@voorbeeld.example"' in page_of(client, url)


def test_the_statement_claims_no_more_than_is_known(client):
    page = page_of(client, reverse("help:accessibility"))

    assert "voldoet gedeeltelijk" in page
    assert "WCAG 2.2" in page
    assert "Een onafhankelijk onderzoek is nog niet gedaan." in page
