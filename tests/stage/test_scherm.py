"""What the page of the scherm carries: how to join, and before the signal no trace of a note."""

import re
import uuid

import pytest
from django.urls import reverse

from scholendag.boards import opening, placing
from scholendag.boards.kinds import kind_called
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def page(cast: Cast) -> str:
    link = ensure_links(cast.sessie)[AccessLink.Role.SCHERM]
    answer = cast.client().get(reverse("stage:scherm", args=[link.token]))
    assert answer.status_code == 200
    return answer.content.decode()


def of_the_stage(cast: Cast) -> str:
    """The live region, without what differs from one second to the next."""
    [stage] = re.findall(r'<main id="stage".*</main>', page(cast), re.S)
    return re.sub(r'data-(now|ends-at|fresh-until)="[^"]*"', "", stage)


def test_before_the_signal_nothing_follows_from_how_much_and_how_long_people_write(
    cast: Cast,
) -> None:
    """Not in places kept free, sizes or pages either: only how many are ready."""
    block = cast.step("inspiratieverhaal", "geraakt").block
    lane = opening.open_board(block, kind_called("geraakt")).lanes.get()
    anna = cast.actor(cast.anna)
    placing.add_note(anna, lane, "Kort", uuid.uuid4())
    before = of_the_stage(cast)
    lane.notes.update(text="Een veel langere tekst, die niemand nog mag lezen " * 4)
    lane.notes.create(text="Nog een", author=cast.anna)
    assert of_the_stage(cast) == before
    assert "post-it-" not in before
    assert "1 van " in before


def test_who_comes_late_finds_code_and_qr_on_every_step(cast: Cast) -> None:
    cast.step("pauze", "pauze")
    shown = page(cast)
    assert cast.sessie.code in shown
    assert "Toon de QR-code" in shown
    assert shown.count("<svg") == 1
