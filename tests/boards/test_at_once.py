"""Several people, or several devices of one person, at the same moment."""

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scholendag.boards import actions, kinds, opening, placing, undo
from scholendag.boards.kinds import Limit, Per, at_most
from scholendag.boards.models import Board, Lane, Note
from scholendag.live import audiences
from scholendag.live.frames import SOON
from tests.at_once import in_threads, together
from tests.boards.scene import ROOMS, SECRET, SHARED_ROOMS, WALL, Scene, Sent, content

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sent")]


def adding(scene: Scene, lane: Lane, who: str, client_id: uuid.UUID) -> Callable[[], Note]:
    """To press Plak on a device of one's own."""
    own_lane = Lane.objects.get(pk=lane.pk)
    return partial(placing.add_note, scene.actors[who], own_lane, "Rust", client_id)


def test_whoever_writes_waits_for_the_board(scene: Scene) -> None:
    """On PostgreSQL for its row; SQLite gives one writer at a time the whole database."""
    if connection.vendor == "sqlite":
        assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        return
    lane = scene.lane(WALL)
    with CaptureQueriesContext(connection) as captured:
        placing.add_note(scene.actors["anna"], lane, "Rust", uuid.uuid4())
    queries = [query["sql"] for query in captured]
    locks = [number for number, sql in enumerate(queries) if "FOR NO KEY UPDATE" in sql]
    notes = [number for number, sql in enumerate(queries) if 'FROM "boards_note"' in sql]
    assert locks[0] < notes[0]


@in_threads
@pytest.mark.parametrize(
    ("limit", "fit"),
    [
        pytest.param(Limit(at_most(3)), 6, id="each person, on the board"),
        pytest.param(Limit(at_most(1), each_lane=True), 4, id="each person, in each lane"),
        pytest.param(Limit(at_most(3), Per.ROOM), 3, id="the room, on the board"),
        pytest.param(Limit(at_most(2), Per.ROOM, each_lane=True), 4, id="the room, in each lane"),
    ],
)
def test_no_limit_is_exceeded_by_two_of_a_room_and_no_retry_counts_twice(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, limit: Limit, fit: int
) -> None:
    """Both write in both lanes on two devices, and every note is sent twice."""
    kind = replace(SHARED_ROOMS, slug="proef-grens", limits=(limit,))
    monkeypatch.setitem(kinds._kinds, kind.slug, kind)
    lanes = list(scene.board(kind).lanes.all())
    presses = [
        adding(scene, lane, who, client_id)
        for who in ("anna", "bram")
        for lane in lanes * 2
        for client_id in [uuid.uuid4()] * 2
    ]
    got = together(*presses)
    notes = Note.objects.all()
    assert {note for note in got if isinstance(note, Note)} == set(notes)
    assert set(got) - set(notes) <= {placing.FULL}
    assert len(notes) == fit
    by_whom = Counter(note.author for note in notes)
    by_lane = Counter((note.author, note.lane) for note in notes)
    if limit.per is Per.PERSON:
        most = (by_lane if limit.each_lane else by_whom).values()
        assert max(most) == limit.count(0)
    elif limit.each_lane:
        assert set(Counter(note.lane for note in notes).values()) == {limit.count(0)}


@in_threads
def test_one_person_with_many_devices_never_exceeds_the_limit(scene: Scene) -> None:
    lanes = list(scene.board(WALL).lanes.all())
    presses = [adding(scene, lanes[n % 2], "anna", uuid.uuid4()) for n in range(8)]
    got = together(*presses)
    assert got.count(placing.FULL) == 5
    assert Note.objects.count() == 3


@in_threads
def test_two_people_of_a_room_never_exceed_its_limit(scene: Scene) -> None:
    lane = scene.lane(SHARED_ROOMS)
    presses = [adding(scene, lane, who, uuid.uuid4()) for who in ("anna", "bram") * 3]
    got = together(*presses)
    assert got.count(placing.FULL) == 3
    assert Note.objects.count() == 3


@in_threads
def test_retries_that_arrive_together_make_one_note(scene: Scene) -> None:
    lane, client_id = scene.lane(WALL), uuid.uuid4()
    notes = together(*[adding(scene, lane, "anna", client_id) for _ in range(6)])
    assert set(notes) == {Note.objects.get()}


def putting_back(scene: Scene, packed: str) -> Callable[[], Note]:
    """To press Zet terug on a device of one's own."""
    taken = undo.unpack(packed)
    assert taken
    return partial(undo.put_back, scene.actors["anna"], taken)


@in_threads
def test_a_note_put_back_while_another_is_added_exceeds_no_limit(scene: Scene) -> None:
    first, *_ = [scene.add(WALL) for _ in range(3)]
    packed = undo.pack(first)
    actions.take_back(scene.actors["anna"], first)
    presses = [putting_back(scene, packed), adding(scene, first.lane, "anna", uuid.uuid4())]
    got = together(*presses)
    assert got.count(placing.FULL) == 1
    assert Note.objects.count() == 3


@in_threads
def test_a_note_put_back_on_two_devices_comes_back_once(scene: Scene) -> None:
    note = scene.add(WALL)
    packed = undo.pack(note)
    actions.take_back(scene.actors["anna"], note)
    got = together(*[putting_back(scene, packed) for _ in range(4)])
    assert set(got) == {Note.objects.get()}


@in_threads
def test_two_coaches_give_one_signal_and_no_note_stays_behind(scene: Scene, sent: Sent) -> None:
    lane = scene.lane(SECRET)
    signal = partial(actions.reveal, scene.block, SECRET, scene.cast.coach)
    together(signal, signal, adding(scene, lane, "anna", uuid.uuid4()))
    everyone = audiences.everyone(scene.cast.sessie.pk)
    assert [to for to, message in sent if message.get("frame") == {"refresh": SOON}] == [everyone]
    assert Note.objects.get().text in content(sent, everyone)


@in_threads
def test_a_board_that_many_open_together_is_one_board(scene: Scene) -> None:
    asking = partial(opening.open_board, scene.block, ROOMS, room=scene.trio)
    boards = together(*[asking] * 6)
    assert set(boards) == {Board.objects.get()}
    assert Lane.objects.count() == 2
