"""What the coach says of a board: open, closed or fixed, and whether the coach reads along."""

from functools import partial

import pytest
from django.urls import reverse

from scholendag.agenda.models import LogEntry
from scholendag.boards import actions, directing, opening, placing, queries, states
from scholendag.boards.directing import NO_STEP, WRITTEN
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Note, Override
from scholendag.boards.placing import CLOSED, NOT_YOU
from scholendag.boards.states import State
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.live.frames import SOON
from tests.boards.scene import ROOMS, SECRET, TEAMS, WALL, Committed, Scene, Sent, heard_by, refused

TEXT = "Ik twijfel aan mezelf"
ALONG = "Je begeleider leest nu al mee."


def wall(scene: Scene, kind: BoardKind = WALL) -> Wall:
    scene.board(kind)
    return Wall(scene.block, kind)


def say(scene: Scene, to: Override | None, kind: BoardKind = WALL) -> None:
    directing.override(scene.cast.coach, wall(scene, kind), to)


def state(scene: Scene, kind: BoardKind = WALL) -> State:
    board = queries.all_boards().get(pk=scene.board(kind).pk)
    return states.state_of(board, queries.standing_of(scene.cast.coach).step)


# --- open, closed, fixed


def test_a_closed_board_takes_no_notes_and_the_text_stays_with_who_writes(scene: Scene) -> None:
    note = scene.add(WALL)
    say(scene, Override.CLOSED)
    assert state(scene) is State.CLOSED
    assert refused(partial(scene.add, WALL)) == CLOSED
    anna = scene.actors["anna"]
    assert refused(partial(actions.edit_note, anna, note, "Anders")) == CLOSED
    assert "Er kunnen geen post-its meer bij." in scene.page(WALL, anna)


def test_a_board_can_stay_open_as_long_as_the_next_step_lasts(scene: Scene) -> None:
    scene.board(WALL)
    scene.go("bespreken")
    assert state(scene) is State.CLOSED
    say(scene, Override.OPEN)
    assert state(scene) is State.OPEN
    scene.add(WALL, "Nog een")
    scene.go("later")
    assert state(scene) is State.CLOSED


def test_what_was_closed_follows_the_next_step_again(scene: Scene) -> None:
    say(scene, Override.CLOSED)
    scene.go("schrijven")
    assert state(scene) is State.OPEN


def test_a_fixed_board_stays_fixed_until_that_is_lifted(scene: Scene) -> None:
    note = scene.add(WALL)
    say(scene, Override.FIXED)
    scene.go("schrijven")
    assert state(scene) is State.FIXED
    anna = scene.actors["anna"]
    tries = [
        partial(scene.add, WALL),
        partial(actions.edit_note, anna, note, "Anders"),
        partial(actions.take_back, anna, note),
    ]
    assert [refused(one) for one in tries] == [CLOSED, CLOSED, actions.STAYS]
    assert "Dit bord staat vast." in scene.page(WALL, anna)
    say(scene, None)
    assert state(scene) is State.OPEN


def test_a_hidden_text_on_a_fixed_board_can_not_be_changed_either(scene: Scene) -> None:
    note = scene.add(SECRET, TEXT)
    say(scene, Override.FIXED, SECRET)
    edit = partial(actions.edit_note, scene.actors["anna"], note, "Anders")
    assert refused(edit) == CLOSED


def test_it_holds_for_all_rooms_and_for_one_that_comes_later(scene: Scene) -> None:
    say(scene, Override.FIXED, ROOMS)
    later = opening.open_board(scene.block, ROOMS, room=scene.other_trio)
    assert states.state_of(later, None) is State.FIXED


def test_without_a_step_there_is_nothing_to_open(scene: Scene) -> None:
    scene.board(WALL)
    scene.cast.sessie.progress.delete()
    assert refused(partial(say, scene, Override.OPEN)) == NO_STEP
    say(scene, Override.FIXED)


def test_everyone_hears_it_and_the_log_tells_who_said_it(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    scene.board(WALL)
    with committed():
        say(scene, Override.CLOSED)
    everyone = audiences.everyone(scene.cast.sessie.pk)
    assert (everyone, {"type": "live.frame", "frame": {"refresh": SOON}}) in sent
    entry = LogEntry.objects.latest("pk")
    assert f"{entry.by} {entry.deed}" == "Marieke de Wit sloot het bord “Muur”"


@pytest.mark.parametrize("path", ["state", "let-cluster", "read-along"])
def test_only_the_coach_of_the_day_says_such_things(scene: Scene, path: str) -> None:
    cast = scene.cast
    scene.board(SECRET)
    scene.actors  # noqa: B018 - makes the other day
    url = reverse(f"boards:{path}", args=[scene.block.pk, SECRET.slug])
    to = "vast" if path == "state" else "ja"
    for who in (None, cast.anna, cast.zoe, cast.olaf):
        assert cast.client(who).post(url, {"to": to}).status_code == 404
    assert Board.objects.get().override == ""
    coach = cast.client(cast.marieke)
    assert coach.get(url).status_code == 405
    assert coach.post(url, {"to": "onzin"}).status_code == 404
    assert coach.post(url.replace(SECRET.slug, "bestaat-niet"), {"to": to}).status_code == 404
    assert coach.post(url, {"to": to}).status_code == 204


def test_a_teams_board_is_not_for_the_coach_of_one_day_to_fix(scene: Scene) -> None:
    scene.board(TEAMS)
    fix = partial(directing.override, scene.cast.coach, Wall(scene.block, TEAMS), Override.FIXED)
    assert refused(fix) == NOT_YOU


# --- reading along


def reads(scene: Scene, kind: BoardKind = SECRET, *, to: bool = True) -> None:
    directing.read_along(scene.cast.coach, wall(scene, kind), reads=to)


def who_sees(scene: Scene, kind: BoardKind = SECRET) -> set[str]:
    return {
        name
        for name, actor in scene.actors.items()
        if TEXT in scene.page(kind, actor) + scene.gathered(kind, actor)
    }


def test_the_coach_who_said_so_reads_along_and_nobody_else(scene: Scene) -> None:
    reads(scene)
    scene.add(SECRET, TEXT)
    assert who_sees(scene) == {"anna", "coach"}


@pytest.mark.parametrize("kind", [SECRET, ROOMS], ids=lambda kind: kind.slug)
def test_it_is_pushed_to_the_coaches_and_the_writer_alone(
    scene: Scene, sent: Sent, committed: Committed, kind: BoardKind
) -> None:
    reads(scene, kind)
    with committed():
        note = scene.add(kind, TEXT)
        actions.edit_note(scene.actors["anna"], note, TEXT + "!")
    own = (
        audiences.room(scene.trio.pk)
        if kind is ROOMS
        else audiences.participant(scene.cast.anna.pk)
    )
    assert heard_by(sent, TEXT) == {own, audiences.coaches(scene.cast.sessie.pk)}


def test_who_writes_reads_that_the_coach_reads_along(scene: Scene) -> None:
    assert ALONG not in scene.page(SECRET, scene.actors["anna"])
    reads(scene)
    for name in ("anna", "bram", "cas", "scherm"):
        shown = scene.page(SECRET, scene.actors[name])
        assert ALONG in shown, name
    reads(scene, to=False)
    assert ALONG not in scene.page(SECRET, scene.actors["anna"])


def test_what_was_written_in_confidence_is_never_read_later(scene: Scene) -> None:
    scene.add(SECRET, TEXT)
    assert refused(partial(reads, scene)) == WRITTEN
    assert who_sees(scene) == {"anna"}


def test_after_stopping_the_coach_reads_no_more(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    reads(scene)
    scene.add(SECRET, TEXT)
    reads(scene, to=False)
    assert who_sees(scene) == {"anna"}
    with committed():
        scene.add(SECRET, TEXT, by=scene.cast.bram)
    assert heard_by(sent, TEXT) == {audiences.participant(scene.cast.bram.pk)}


def test_a_room_that_comes_later_is_told_too(scene: Scene) -> None:
    reads(scene, ROOMS)
    later = opening.open_board(scene.block, ROOMS, room=scene.other_trio)
    assert later.coach_reads_at is not None


def test_reading_along_means_nothing_where_nothing_is_hidden(scene: Scene) -> None:
    assert refused(partial(reads, scene, WALL)) == NOT_YOU


def test_the_signal_shows_it_to_all(scene: Scene) -> None:
    reads(scene)
    placing.add_note(scene.actors["anna"], scene.lane(SECRET), TEXT, Note().client_id)
    actions.reveal(scene.block, SECRET, scene.cast.coach)
    assert who_sees(scene) == {"anna", "bram", "cas", "coach", "scherm", "schoolleider"}
