"""What was written in a hidden round and never shown: the coach hears it, its writer keeps it."""

import pytest
from django.urls import reverse

from scholendag.agenda.models import Progress, Step
from scholendag.boards import actions
from scholendag.boards.models import Board, Note
from scholendag.stage import actions as stage
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TEXT = "Ik twijfel aan mezelf"
TOLD = "Bij Verhaal is 1 post-it nog niet getoond."
KEPT = "Dit is niet aan iedereen getoond."


@pytest.fixture
def hidden(cast: Cast) -> Board:
    """Anna wrote something in a hidden round of the story, which runs."""
    before = cast.step("uitleg", "uitleg")
    step = cast.step("inspiratieverhaal", "geraakt", running=False)
    step.block.title = "Verhaal"
    step.block.save()
    stage.go_to(cast.sessie, step, before.pk, cast.coach)
    board = Board.objects.filter(block=step.block, revealed_at=None).first()
    assert board
    Note.objects.create(lane=board.lanes.first(), author=cast.anna, text=TEXT)
    return board


def goes_on(cast: Cast, board: Board) -> Step:
    """To a block after that of the board."""
    seen = Progress.objects.get(sessie=cast.sessie).step_id
    after = cast.step("uitleg", "uitleg", running=False)
    stage.go_to(cast.sessie, after, seen, cast.coach)
    return after


def desk(cast: Cast) -> str:
    url = reverse("stage:begeleider", args=[cast.sessie.pk])
    return cast.client(cast.marieke).get(url).content.decode()


def looks_back(cast: Cast, board: Board, who: str) -> str:
    url = reverse("stage:look-back", args=[cast.sessie.code, board.block_id])
    return cast.client(getattr(cast, who)).get(url).content.decode()


def test_while_the_round_runs_the_coach_is_not_told(cast: Cast, hidden: Board) -> None:
    assert TOLD not in desk(cast)


def test_who_goes_on_without_the_signal_is_told_and_can_still_give_it(
    cast: Cast, hidden: Board
) -> None:
    goes_on(cast, hidden)
    page = desk(cast)
    assert TOLD in page
    assert TEXT not in page

    signal = reverse("boards:reveal", args=[hidden.block_id, hidden.kind_slug])
    assert signal in page
    assert cast.client(cast.marieke).post(signal).status_code < 300
    assert TOLD not in desk(cast)
    assert TEXT in looks_back(cast, hidden, "bram")


def test_closing_the_day_says_what_nobody_will_see(cast: Cast, hidden: Board) -> None:
    goes_on(cast, hidden)
    assert "Let op: bij Verhaal is 1 post-it nog niet getoond." in desk(cast)


def test_what_was_not_shown_stays_there_for_who_wrote_it_alone(cast: Cast, hidden: Board) -> None:
    goes_on(cast, hidden)
    own = looks_back(cast, hidden, "anna")
    assert TEXT in own
    assert KEPT in own
    others = looks_back(cast, hidden, "bram")
    assert TEXT not in others
    assert KEPT not in others


def test_after_the_signal_it_hangs_there_once(cast: Cast, hidden: Board) -> None:
    actions.reveal(hidden.block, hidden.kind, cast.coach)
    goes_on(cast, hidden)
    own = looks_back(cast, hidden, "anna")
    assert own.count(TEXT) == 1
    assert KEPT not in own
