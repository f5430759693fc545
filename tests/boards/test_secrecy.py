"""Before the coach's signal nobody else's text is in any byte; after it everyone has it."""

import uuid

import pytest
from django.urls import reverse

from scholendag.boards import actions, opening, placing
from scholendag.boards.kinds import BoardKind, kind_called
from scholendag.boards.models import Note
from scholendag.live import audiences
from scholendag.live.frames import SOON
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from scholendag.sessies.refused import Refused
from tests.boards.scene import ROOMS, SECRET, SECRET_TEAMS, WALL, Committed, Scene, Sent, heard_by
from tests.cast import Cast

TEXT = "Ik twijfel aan mezelf"
HIDDEN = pytest.mark.parametrize("kind", [SECRET, ROOMS, SECRET_TEAMS], ids=lambda kind: kind.slug)


def insiders(kind: BoardKind) -> set[str]:
    return {"anna", "bram"} if kind is ROOMS else {"anna"}


def own_audience(scene: Scene, kind: BoardKind) -> str:
    if kind is ROOMS:
        return audiences.room(scene.trio.pk)
    return audiences.participant(scene.cast.anna.pk)


def after_the_signal(kind: BoardKind) -> set[str]:
    if kind is SECRET_TEAMS:
        return {"anna", "bram", "coach", "schoolleider", "bord"}
    return {"anna", "bram", "cas", "coach", "scherm", "schoolleider"}


def who_sees(scene: Scene, kind: BoardKind) -> set[str]:
    """On whose page, of this board or of all of its kind together, the text stands."""
    return {
        name
        for name, actor in scene.actors.items()
        if TEXT in scene.page(kind, actor) + scene.gathered(kind, actor)
    }


@HIDDEN
def test_only_those_whose_it_is_see_it_before(scene: Scene, kind: BoardKind) -> None:
    scene.add(kind, TEXT)
    assert who_sees(scene, kind) == insiders(kind)
    scene.go("iets anders")
    assert who_sees(scene, kind) == insiders(kind)


@HIDDEN
def test_everyone_sees_it_after(scene: Scene, kind: BoardKind) -> None:
    scene.add(kind, TEXT)
    actions.reveal(scene.block, kind, scene.cast.coach)
    assert who_sees(scene, kind) == after_the_signal(kind)


@HIDDEN
def test_nothing_that_is_pushed_says_it_before(
    cast: Cast,
    scene: Scene,
    sent: Sent,
    kind: BoardKind,
    committed: Committed,
) -> None:
    with committed():
        note = scene.add(kind, TEXT)
        anna = cast.actor(cast.anna)
        actions.edit_note(anna, note, f"{TEXT} soms")
        actions.take_back(anna, note)
        scene.add(kind, TEXT)
    assert heard_by(sent, TEXT) == {own_audience(scene, kind)}


@HIDDEN
def test_the_signal_brings_it_to_every_screen_at_once(
    scene: Scene, sent: Sent, kind: BoardKind, committed: Committed
) -> None:
    scene.add(kind, TEXT)
    sent.clear()
    with committed():
        actions.reveal(scene.block, kind, scene.cast.coach)
    everyone = audiences.everyone(scene.cast.sessie.pk)
    coaches = audiences.coaches(scene.cast.sessie.pk)
    expected = {audiences.team(scene.team.pk), coaches} if kind is SECRET_TEAMS else {everyone}
    assert heard_by(sent, TEXT) == expected
    assert (everyone, {"type": "live.frame", "frame": {"refresh": SOON}}) in sent


@HIDDEN
def test_no_answer_to_anyone_says_it_before(scene: Scene, kind: BoardKind) -> None:
    """Whatever the others ask for about the note, its lane or its id."""
    cast = scene.cast
    note = scene.add(kind, TEXT)
    outside = [cast.client(cast.cas), cast.client(cast.zoe), cast.client(cast.marieke)]
    outside += [cast.client(cast.olaf), cast.client(), scene.bord_client(scene.team)]
    if kind is not ROOMS:
        outside.append(cast.client(cast.bram))
    for client in outside:
        answers = [
            client.get(reverse("boards:edit", args=[note.pk])),
            client.post(reverse("boards:edit", args=[note.pk]), {"text": "Anders"}),
            client.post(reverse("boards:take-back", args=[note.pk])),
            client.post(reverse("boards:hide", args=[note.pk])),
            client.post(reverse("boards:unhide", args=[note.pk])),
        ]
        assert {answer.status_code for answer in answers} == {404}
        answers += [
            scene.post(client, note.lane, "Van mij"),
            scene.post(client, note.lane, "Van mij", client_id=note.client_id),
            scene.post(client, note.lane, ""),
            scene.post(client, note.lane, "x" * 999),
        ]
        assert not [answer for answer in answers if TEXT in answer.content.decode()]
    assert Note.objects.get(pk=note.pk).text == TEXT


def test_someone_elses_client_id_is_refused_without_saying_why(scene: Scene) -> None:
    note = scene.add(SECRET, TEXT)
    bram = scene.cast.client(scene.cast.bram)
    answer = scene.post(bram, note.lane, TEXT, client_id=note.client_id)
    assert answer.status_code == 422
    assert note.dom_id not in answer.content.decode()
    assert placing.TRY_AGAIN in answer.content.decode()


def test_a_hidden_note_that_is_sent_again_to_an_open_board_stays_hidden(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    """A browser that mixes up two fields must not give the signal by itself."""
    note = scene.add(SECRET, TEXT)
    with committed():
        scene.post(
            scene.cast.client(scene.cast.anna), scene.lane(WALL), TEXT, client_id=note.client_id
        )
    assert heard_by(sent, TEXT) == set()


def test_the_coach_sees_only_how_many_are_ready_before(scene: Scene) -> None:
    scene.add(SECRET, TEXT)
    scene.add(SECRET, "Mooi", by=scene.cast.cas)
    page = scene.page(SECRET, scene.cast.coach)
    assert "2 van 3 klaar" in page
    assert "post-it-" not in page
    assert "Toon alles" in page


def test_a_second_press_on_the_signal_changes_nothing(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    scene.add(SECRET, TEXT)
    actions.reveal(scene.block, SECRET, scene.cast.coach)
    shown_at = scene.board(SECRET).revealed_at
    with committed():
        actions.reveal(scene.block, SECRET, scene.cast.coach)
    assert scene.board(SECRET).revealed_at == shown_at
    assert sent == []


def test_the_pages_of_the_day_keep_the_secret(cast: Cast) -> None:
    """The same through a real instrument and the real pages."""
    block = cast.step("inspiratieverhaal", "geraakt").block
    kind = kind_called("geraakt")
    lane = opening.open_board(block, kind).lanes.get()
    placing.add_note(cast.actor(cast.anna), lane, TEXT, uuid.uuid4())
    scherm = ensure_links(cast.sessie)[AccessLink.Role.SCHERM]
    day = reverse("stage:deelnemer", args=[cast.sessie.code])
    pages = {
        "anna": (cast.client(cast.anna), day),
        "bram": (cast.client(cast.bram), day),
        "coach": (cast.client(cast.marieke), reverse("stage:begeleider", args=[cast.sessie.pk])),
        "scherm": (cast.client(), reverse("stage:scherm", args=[scherm.token])),
    }

    def seen() -> set[str]:
        answers = {name: client.get(url) for name, (client, url) in pages.items()}
        assert {answer.status_code for answer in answers.values()} == {200}
        return {name for name, answer in answers.items() if TEXT in answer.content.decode()}

    assert seen() == {"anna"}
    actions.reveal(block, kind, cast.coach)
    assert seen() == {"anna", "bram", "coach", "scherm"}


def test_only_the_coach_gives_the_signal(scene: Scene) -> None:
    cast = scene.cast
    scene.add(SECRET, TEXT)
    url = reverse("boards:reveal", args=[scene.block.pk, SECRET.slug])
    people = [cast.anna, cast.zoe, cast.olaf, None]
    assert [cast.client(who).post(url).status_code for who in people] == [404] * 4
    assert not scene.board(SECRET).is_revealed
    assert cast.client(cast.marieke).get(url).status_code == 405
    answer = cast.client(cast.marieke).post(url)
    assert answer.status_code == 204
    assert answer.headers["HX-Trigger"] == "live:refresh"
    assert scene.board(SECRET).is_revealed


def test_there_is_no_signal_for_what_is_not_hidden(scene: Scene) -> None:
    coach = scene.cast.client(scene.cast.marieke)
    for kind in ("proef-muur", "bestaat-niet"):
        assert coach.post(reverse("boards:reveal", args=[scene.block.pk, kind])).status_code == 404
    with pytest.raises(Refused):
        actions.reveal(scene.block, SECRET, scene.actors["anna"])


def test_after_the_signal_a_late_note_goes_to_everyone(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    scene.add(SECRET, "Eerst")
    actions.reveal(scene.block, SECRET, scene.cast.coach)
    with committed():
        scene.add(SECRET, "Nog iets")
    assert heard_by(sent, "Nog iets") == {audiences.everyone(scene.cast.sessie.pk)}


def test_a_room_that_comes_after_the_signal_is_shown_too(scene: Scene) -> None:
    scene.add(ROOMS, TEXT)
    actions.reveal(scene.block, ROOMS, scene.cast.coach)
    late = opening.open_board(scene.block, ROOMS, room=scene.other_trio)
    cas = scene.cast.actor(scene.cast.cas)
    placing.add_note(cas, late.lanes.all()[0], "Ook van ons", uuid.uuid4())
    assert "Ook van ons" in scene.gathered(ROOMS, scene.actors["bram"])


def test_the_order_after_the_signal_is_the_same_for_everyone_and_not_by_time(scene: Scene) -> None:
    cast = scene.cast
    for number in range(12):
        lane = scene.lane(SECRET)
        Note.objects.create(lane=lane, author=cast.anna, text=f"Nummer {number}")
    actions.reveal(scene.block, SECRET, cast.coach)
    ids = [f"post-it-{pk}" for pk in Note.objects.values_list("pk", flat=True)]

    def order(name: str) -> list[str]:
        page = scene.page(SECRET, scene.actors[name])
        return sorted(ids, key=lambda one: page.index(f'id="{one}"'))

    assert order("bram") == order("cas") == order("coach") == order("bram")
    assert order("bram") != ids
