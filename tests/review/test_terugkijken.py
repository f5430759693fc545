"""The schoolleider reads what the day left: everything, and never who wrote a post-it."""

import re
import uuid

import pytest
from django.urls import reverse

from scholendag.boards.actions import hide
from scholendag.boards.models import Note
from scholendag.boards.opening import open_board
from scholendag.boards.placing import add_note
from scholendag.instruments.simple import EXPECTATIONS
from scholendag.sessies.actions import ensure_links, renew_link
from scholendag.sessies.models import AccessLink
from tests.cast import StepFactory

pytestmark = pytest.mark.django_db
TEXT = "Dat we één ding kiezen"


@pytest.fixture
def link(cast):
    return ensure_links(cast.sessie)[AccessLink.Role.SCHOOLLEIDER]


@pytest.fixture
def note(cast) -> Note:
    step = cast.step("verwachtingen", "schrijven")
    lane = open_board(step.block, EXPECTATIONS).lanes.get()
    return add_note(cast.actor(cast.anna), lane, TEXT, uuid.uuid4())


def page(cast, link):
    return cast.client().get(reverse("review:terugkijken", args=[link.token]))


def test_the_boards_are_there_and_their_authors_are_not(cast, link, note):
    html = page(cast, link).content.decode()

    assert TEXT in html
    assert cast.anna.name not in html


def test_there_is_nothing_to_press_but_what_prints_it(cast, link, note):
    html = page(cast, link).content.decode()

    assert "<form" not in html
    document = html[html.index("<main") : html.index("</main>")]
    assert re.findall(r"<button[^>]*>", document) == [
        '<button type="button" class="button button--primary" data-print>'
    ]
    assert "hx-post" not in html


def test_what_the_coach_hid_stays_hidden(cast, link, note):
    hide(cast.coach, note)

    assert TEXT not in page(cast, link).content.decode()


def test_a_scanner_that_only_asks_for_the_head_finds_the_link_alive(cast, link, note):
    answer = cast.client().head(reverse("review:terugkijken", args=[link.token]))

    assert answer.status_code == 200


def test_it_still_opens_after_the_day(cast, link, note):
    cast.sessie.closed_at = cast.sessie.starts_at
    cast.sessie.save()

    assert TEXT in page(cast, link).content.decode()


def test_a_replaced_link_opens_nothing(cast, link, note):
    renew_link(link)

    answer = page(cast, link)

    assert answer.status_code == 404
    assert TEXT not in answer.content.decode()


def test_nothing_of_another_day_is_there(cast, link, note):
    StepFactory.create(block__sessie=cast.other_sessie, block__instrument="verwachtingen")
    other = ensure_links(cast.other_sessie)[AccessLink.Role.SCHOOLLEIDER]

    assert TEXT not in page(cast, other).content.decode()


def test_an_empty_day_says_what_will_be_here(cast, link):
    assert "Er is nog niets opgeschreven." in page(cast, link).content.decode()
