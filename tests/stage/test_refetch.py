"""A page that fetches itself again when nothing changed is told so, in a few headers."""

from datetime import datetime, timedelta

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Progress, Step
from scholendag.boards.models import Board, Note
from scholendag.breakouts import actions as breakouts
from scholendag.breakouts.queries import room_of
from scholendag.instruments.registry import all_instruments
from scholendag.sessies.actions import arrive, ensure_links, remove
from scholendag.sessies.models import AccessLink
from scholendag.stage import actions
from scholendag.verbeterbord.actions import open_bord
from tests.cast import BlockFactory, Cast, PageClient
from tests.teams import seat_team

pytestmark = pytest.mark.django_db

PHASES = [(one.slug, phase.slug) for one in all_instruments() for phase in one.phases]
WIRE = 1000  # bytes


def fetch(client: PageClient, url: str, known: str = "") -> HttpResponse:
    """As a page that is open fetches itself again."""
    headers = {"HX-Request": "true"} | ({"If-None-Match": known} if known else {})
    return client.get(url, headers=headers)


def size(answer: HttpResponse) -> int:
    return len(answer.serialize())


@pytest.fixture
def day(cast: Cast) -> str:
    return reverse("stage:deelnemer", args=[cast.sessie.code])


@pytest.fixture
def pages(cast: Cast, day: str) -> dict[str, tuple[PageClient, str]]:
    """Who looks, and at which page."""
    scherm = ensure_links(cast.sessie)[AccessLink.Role.SCHERM]
    seat_team(cast.sessie, "Onderbouw", cast.anna, cast.bram)
    bord_block = BlockFactory.create(sessie=cast.sessie, instrument="verbeterbord", title="Bord")
    bord = open_bord(bord_block, cast.sessie.divisions.get().rooms.get().team)[1]
    return {
        "deelnemer": (cast.client(cast.anna), day),
        "begeleider": (
            cast.client(cast.marieke),
            reverse("stage:begeleider", args=[cast.sessie.pk]),
        ),
        "scherm": (cast.client(), reverse("stage:scherm", args=[scherm.token])),
        "bord": (cast.client(), reverse("verbeterbord:bord", args=[bord.token])),
        "terug": (
            cast.client(cast.anna),
            reverse("stage:look-back", args=[cast.sessie.code, bord_block.pk]),
        ),
    }


def go_to(cast: Cast, step: Step) -> None:
    seen = Progress.objects.get(sessie=cast.sessie).step_id
    actions.go_to(cast.sessie, step, seen, cast.coach)


def write_everywhere(step: Step) -> None:
    for board in Board.objects.filter(block=step.block):
        for lane in board.lanes.all():
            author = board.room.writer if board.room else step.block.sessie.participants.first()
            Note.objects.create(lane=lane, author=author, text="Meer rust")


@pytest.mark.parametrize("grouping", ["", "duo"])
@pytest.mark.parametrize(("instrument", "phase"), PHASES)
def test_at_every_step_what_did_not_change_is_not_sent_again(
    cast, pages, instrument, phase, grouping
):
    for person in (cast.anna, cast.bram):
        arrive(person)
    step = cast.step(instrument, phase, running=False, grouping=grouping, division=grouping)
    if grouping:
        breakouts.fix(breakouts.divide(cast.sessie, grouping, grouping))
        breakouts.take_pen(room_of(cast.anna, step), cast.anna)
    go_to(cast, step)
    write_everywhere(step)

    for client, url in pages.values():
        first = fetch(client, url)
        again = fetch(client, url, known=first["ETag"])
        assert first.status_code == 200
        assert again.status_code == 304, url
        assert again["ETag"] == first["ETag"]
        assert size(again) < WIRE


def test_whatever_changes_is_sent_to_those_who_see_it(cast, pages):
    step = cast.step("verwachtingen", "schrijven", running=False)
    arrive(cast.anna)
    go_to(cast, step)
    lane = Board.objects.get(block=step.block).lanes.first()

    def changed() -> set[str]:
        """Whose page is another one than at the time before."""
        before = dict(known)
        for who, (client, url) in pages.items():
            known[who] = fetch(client, url, known=before.get(who, ""))["ETag"]
        return {who for who in pages if known[who] != before.get(who)}

    known: dict[str, str] = {}
    assert changed() == set(pages)
    assert changed() == set()
    Note.objects.create(lane=lane, author=cast.anna, text="Meer rust")
    assert changed() == {"deelnemer", "begeleider", "scherm"}
    arrive(cast.bram)
    assert "begeleider" in changed()
    actions.press(cast.sessie, "pauze", step.pk, cast.coach)
    assert changed() == {"deelnemer", "begeleider", "scherm"}
    actions.press(cast.sessie, "verder", step.pk, cast.coach)
    assert changed() == {"deelnemer", "begeleider", "scherm"}
    go_to(cast, cast.step("pauze", "pauze", running=False))
    assert changed() >= {"deelnemer", "begeleider", "scherm", "terug"}


def test_a_change_is_sent_whole(cast, day):
    cast.step("uitleg", "uitleg")
    anna = cast.client(cast.anna)
    known = fetch(anna, day)["ETag"]
    cast.step("pauze", "pauze", title="Even pauze")

    answer = fetch(anna, day, known=known)

    assert answer.status_code == 200
    assert "Even pauze" in answer.content.decode()


def test_the_time_of_the_server_comes_with_either_answer(cast, day):
    cast.step("uitleg", "uitleg")
    anna = cast.client(cast.anna)
    first = fetch(anna, day)
    for answer in (first, fetch(anna, day, known=first["ETag"])):
        off = timezone.now() - datetime.fromisoformat(answer["X-Now"])
        assert timedelta(0) <= off < timedelta(seconds=30)


def test_no_cache_keeps_a_region_to_show_it_later_as_a_page(cast, day):
    anna = cast.client(cast.anna)
    first = fetch(anna, day)
    for answer in (first, fetch(anna, day, known=first["ETag"])):
        assert answer["Cache-Control"] == "no-store"


def test_opening_a_page_always_gives_the_page(cast, day):
    anna = cast.client(cast.anna)
    known = fetch(anna, day)["ETag"]

    opened = anna.get(day, headers={"If-None-Match": known})

    assert opened.status_code == 200
    assert "ETag" not in opened


def test_who_lost_the_right_is_not_told_that_nothing_changed(cast, day):
    anna = cast.client(cast.anna)
    known = fetch(anna, day)["ETag"]
    remove(cast.anna)

    assert fetch(anna, day, known=known).status_code == 302
