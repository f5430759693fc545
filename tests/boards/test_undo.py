"""Taken back is gone, and comes back only for who took it back and where it still fits."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import signing
from django.http import HttpResponse
from django.urls import reverse

from scholendag.boards import actions, placing, undo
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Note
from scholendag.live import audiences
from scholendag.sessies.models import Participant
from tests.boards.scene import (
    ROOMS,
    SECRET,
    TEAMS,
    WALL,
    Committed,
    Scene,
    Sent,
    heard_by,
    refused,
)
from tests.cast import PageClient

TEXT = 'Rust & "reinheid"'


def take_back(client: PageClient, note: Note) -> str:
    """The note, packed, as the button that comes in its place has it."""
    answer = client.post(reverse("boards:take-back", args=[note.pk]))
    found = re.search(r'name="packed" value="([^"]+)"', answer.content.decode())
    assert found
    return found[1]


def put_back(client: PageClient, packed: str) -> HttpResponse:
    return client.post(reverse("boards:put-back"), {"packed": packed})


def taken(scene: Scene, note: Note) -> Note:
    """The note once Anna has taken it back, as it can be put back."""
    packed = undo.pack(note)
    actions.take_back(scene.actors["anna"], note)
    found = undo.unpack(packed)
    assert found
    return found


def test_a_note_comes_back_as_it_was(scene: Scene) -> None:
    anna = scene.cast.client(scene.cast.anna)
    note = scene.add(WALL, TEXT)
    actions.edit_note(scene.actors["anna"], note, f"{TEXT}!")
    before = Note.objects.values("pk", "lane", "author", "text", "client_id", "edited_at").get()
    packed = take_back(anna, note)
    assert not Note.objects.exists()
    answer = put_back(anna, packed)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert f'hx-target="#{note.gone_id}" hx-swap="delete"' in text
    assert f'id="{note.dom_id}"' in text
    assert "Nog 2 van de 3" in text
    assert Note.objects.values(*before).get() == before


def test_the_page_of_who_took_it_back_gets_its_place_and_nobody_elses(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.add(WALL, TEXT)
    with committed():
        answer = scene.cast.client(scene.cast.anna).post(
            reverse("boards:take-back", args=[note.pk])
        )
    assert f'<li id="{note.gone_id}"' in answer.content.decode()
    assert not heard_by(sent, note.gone_id)


def test_it_is_shown_to_those_who_may_read_it(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    for kind, reader in (
        (WALL, audiences.everyone(scene.cast.sessie.pk)),
        (SECRET, audiences.participant(scene.cast.anna.pk)),
        (ROOMS, audiences.room(scene.trio.pk)),
    ):
        note = taken(scene, scene.add(kind, "Lavendel"))
        sent.clear()
        with committed():
            undo.put_back(scene.actors["anna"], note)
        assert heard_by(sent, "Lavendel") == {reader}


def test_pressed_twice_it_comes_back_once(scene: Scene) -> None:
    anna = scene.cast.client(scene.cast.anna)
    packed = take_back(anna, scene.add(WALL, TEXT))
    assert [put_back(anna, packed).status_code for _ in range(2)] == [200, 200]
    assert Note.objects.count() == 1


def test_where_it_no_longer_fits_it_says_so(scene: Scene) -> None:
    anna = scene.cast.client(scene.cast.anna)
    note = scene.add(WALL, TEXT)
    packed = take_back(anna, note)
    for _ in range(3):
        scene.add(WALL)
    answer = put_back(anna, packed)
    assert answer.status_code == 422
    assert placing.FULL in answer.content.decode()
    assert f'hx-target="#{note.gone_id}"' in answer.content.decode()
    assert Note.objects.count() == 3


def test_what_others_of_the_room_put_up_meanwhile_counts(scene: Scene) -> None:
    note = taken(scene, scene.add(ROOMS))
    scene.trio.writer = scene.cast.bram
    scene.trio.save()
    for _ in range(3):
        scene.add(ROOMS, by=scene.cast.bram)
    act = lambda who: lambda: undo.put_back(scene.actors[who], note)  # noqa: E731
    assert refused(act("anna")) == placing.NOT_YOU
    assert refused(act("bram")) == placing.FULL


def test_on_a_closed_board_it_does_not_come_back(scene: Scene) -> None:
    note = taken(scene, scene.add(WALL))
    scene.go("iets anders")
    assert refused(lambda: undo.put_back(scene.actors["anna"], note)) == placing.CLOSED


def test_in_a_hidden_round_it_comes_back_until_the_signal(scene: Scene) -> None:
    anna = scene.actors["anna"]
    note = taken(scene, scene.add(SECRET))
    scene.go("iets anders")
    again = taken(scene, undo.put_back(anna, note))
    actions.reveal(scene.block, SECRET, scene.cast.coach)
    assert refused(lambda: undo.put_back(anna, again)) == placing.CLOSED
    assert not Note.objects.exists()


@pytest.mark.parametrize("kind", [WALL, ROOMS, TEAMS], ids=lambda kind: kind.slug)
def test_nobody_puts_back_what_someone_else_took_away(scene: Scene, kind: BoardKind) -> None:
    cast = scene.cast
    packed = take_back(cast.client(cast.anna), scene.add(kind, TEXT))
    clients = [cast.client(who) for who in (cast.bram, cast.cas, cast.zoe, cast.olaf, None)]
    clients += [cast.client(cast.marieke), scene.bord_client(scene.other_team)]
    codes = {put_back(client, packed).status_code for client in clients}
    assert codes <= {404, 422}
    assert not Note.objects.exists()


def test_what_was_made_up_or_is_old_is_nothing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = scene.cast.client(scene.cast.anna)
    note = scene.add(WALL)
    packed = take_back(anna, note)
    changed = signing.dumps(signing.loads(packed, salt=undo.SALT), salt="agenda.undo")
    for wrong in ("", "x" * 100_000, packed[:-1], changed):
        assert put_back(anna, wrong).status_code == 404
    monkeypatch.setattr(undo, "AN_HOUR", timedelta(seconds=-1).total_seconds())
    assert put_back(anna, packed).status_code == 404
    assert anna.get(reverse("boards:put-back")).status_code == 405
    assert not Note.objects.exists()


def test_an_id_that_someone_took_meanwhile_is_no_hindrance(scene: Scene) -> None:
    note = taken(scene, scene.add(WALL, TEXT))
    placing.add_note(scene.actors["bram"], note.lane, "Van Bram", note.client_id)
    undo.put_back(scene.actors["anna"], note)
    assert Note.objects.get(text=TEXT).client_id != Note.objects.get(text="Van Bram").client_id


def test_the_writer_of_a_room_puts_back_what_a_colleague_wrote(scene: Scene) -> None:
    """Also when that colleague is gone by then."""
    note = scene.add(ROOMS, TEXT)
    scene.trio.writer = scene.cast.bram
    scene.trio.save()
    packed = undo.pack(note)
    actions.take_back(scene.actors["bram"], note)
    Participant.objects.filter(pk=scene.cast.anna.pk).delete()
    found = undo.unpack(packed)
    assert found
    undo.put_back(scene.actors["bram"], found)
    assert Note.objects.get().author is None


def test_at_the_limit_the_field_says_what_one_can_do(scene: Scene) -> None:
    anna, bram = scene.actors["anna"], scene.actors["bram"]
    for _ in range(2):
        scene.add(WALL)
    assert "haal hem weg" not in scene.page(WALL, anna)
    scene.add(WALL)
    assert "haal hem weg" in scene.page(WALL, anna)
    assert "haal hem weg" not in scene.page(WALL, bram)


def test_a_browser_knows_its_own_note_by_half_of_its_id(scene: Scene) -> None:
    """Which is not enough to send anything under that id."""
    client_id = uuid.UUID("12345678-1234-4234-8234-123456789abc")
    note = placing.add_note(scene.actors["anna"], scene.lane(WALL), TEXT, client_id)
    page = scene.page(WALL, scene.actors["bram"])
    assert f'data-sent="{int("8234123456789abc", 16)}"' in page
    assert str(note.client_id) not in page
