"""What a browser gets back, and what an outsider does not."""

import uuid
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from scholendag.boards import actions, placing
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Note
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.sessies.actors import Role
from tests.boards.scene import NOTED, ROOMS, SECRET, TEAMS, WALL, Scene
from tests.cast import BlockFactory, ParticipantFactory, SessieFactory


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def url(verb: str, note: Note) -> str:
    return reverse(f"boards:{verb}", args=[note.pk])


def test_a_note_comes_back_with_what_else_changes(scene: Scene) -> None:
    lane = scene.lane(WALL)
    answer = scene.post(scene.cast.client(scene.cast.anna), lane, "Rust")
    note = Note.objects.get()
    assert answer.status_code == 201
    assert f'hx-target="#{lane.dom_id}"' in text(answer)
    assert f'<p id="over-{lane.pk}" class="composer__left" role="status">Nog 2 van de 3.</p>' in (
        text(answer)
    )
    assert f'id="{lane.board.mine_id}"' in text(answer)
    assert f'data-notes="{note.dom_id}"' in text(answer)
    assert f'<p id="melding-{lane.pk}" class="composer__error" role="alert"></p>' in text(answer)


def test_a_retry_gets_the_same_answer(scene: Scene) -> None:
    anna, lane, client_id = scene.cast.client(scene.cast.anna), scene.lane(WALL), uuid.uuid4()
    first = scene.post(anna, lane, client_id=client_id)
    second = scene.post(anna, lane, client_id=client_id)
    assert (first.status_code, second.status_code) == (201, 200)
    assert text(first) == text(second)
    assert Note.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ("", "Schrijf eerst iets."),
        (" \r\n ", "Schrijf eerst iets."),
        ("x" * 281, "Je tekst is te lang: 281 tekens. Er passen er 280 op een post-it."),
        ("a\x00b", "Null"),
    ],
)
def test_wrong_text_is_refused_beside_the_field(scene: Scene, sent: str, says: str) -> None:
    lane = scene.lane(WALL)
    answer = scene.post(scene.cast.client(scene.cast.anna), lane, sent)
    assert answer.status_code == 422
    assert says in text(answer)
    assert f'hx-target="#melding-{lane.pk}"' in text(answer)
    assert not Note.objects.exists()


@pytest.mark.parametrize("client_id", ["", "geen-uuid"])
def test_without_a_proper_id_nothing_is_stored(scene: Scene, client_id: str) -> None:
    anna = scene.cast.client(scene.cast.anna)
    answer = scene.post(anna, scene.lane(WALL), client_id=client_id)
    assert answer.status_code == 422
    assert "Laad de pagina opnieuw" in text(answer)
    assert not Note.objects.exists()


def test_at_the_limit_and_on_a_closed_board_it_says_why(scene: Scene) -> None:
    anna, lane = scene.cast.client(scene.cast.anna), scene.lane(WALL)
    codes = [scene.post(anna, lane).status_code for _ in range(4)]
    assert codes == [201, 201, 201, 422]
    assert placing.FULL in text(scene.post(anna, lane))
    scene.go("iets anders")
    answer = scene.post(anna, lane)
    assert answer.status_code == 422
    assert placing.CLOSED in text(answer)


def test_one_person_with_two_devices_has_one_limit(scene: Scene) -> None:
    devices = [scene.cast.client(scene.cast.anna) for _ in range(2)]
    codes = [
        scene.post(device, lane).status_code
        for device in devices
        for lane in scene.board(WALL).lanes.all()
    ]
    assert codes == [201, 201, 201, 422]


@pytest.mark.parametrize("kind", [WALL, SECRET, ROOMS, TEAMS], ids=lambda kind: kind.slug)
def test_who_is_not_of_the_board_finds_no_lane(scene: Scene, kind: BoardKind) -> None:
    cast, lane = scene.cast, scene.lane(kind)
    outsiders = [cast.zoe, cast.olaf, cast.marieke, None]
    outsiders += [cast.cas] if kind in (ROOMS, TEAMS) else []
    clients = [cast.client(who) for who in outsiders]
    clients.append(scene.bord_client(scene.other_team))
    assert {scene.post(client, lane).status_code for client in clients} == {404}
    gone = [cast.client(cast.anna).post(reverse("boards:add", args=[lane.pk + 999]))]
    assert [answer.status_code for answer in gone] == [404]


def test_who_may_read_but_not_write_is_told(scene: Scene) -> None:
    bram = scene.cast.client(scene.cast.bram)
    for kind in (NOTED, ROOMS):
        answer = scene.post(bram, scene.lane(kind))
        assert answer.status_code == 422
        assert placing.NOT_YOU in text(answer)


def test_the_form_to_change_a_note_holds_its_text(scene: Scene) -> None:
    note = scene.add(WALL, "Rust & <reinheid>")
    answer = scene.cast.client(scene.cast.anna).get(url("edit", note))
    assert answer.status_code == 200
    assert ">Rust &amp; &lt;reinheid&gt;</textarea>" in text(answer)


def test_a_change_shows_the_note_and_takes_the_form_away(scene: Scene) -> None:
    note = scene.add(WALL)
    answer = scene.cast.client(scene.cast.anna).post(url("edit", note), {"text": " Anders "})
    assert answer.status_code == 200
    assert '<p class="note__text">Anders</p>' in text(answer)
    assert f'<hx-partial hx-target="#wijzig-{note.pk}" hx-swap="innerHTML"></hx-partial>' in (
        text(answer)
    )
    note.refresh_from_db()
    assert note.edited_at


def test_a_refused_change_keeps_what_was_typed(scene: Scene) -> None:
    anna, note = scene.cast.client(scene.cast.anna), scene.add(WALL)
    too_long = anna.post(url("edit", note), {"text": "x" * 281})
    assert too_long.status_code == 422
    assert "x" * 281 in text(too_long)
    assert "281 tekens" in text(too_long)
    scene.go("iets anders")
    late = anna.post(url("edit", note), {"text": "Te laat"})
    assert late.status_code == 422
    assert placing.CLOSED in text(late)
    assert ">Te laat</textarea>" in text(late)
    assert Note.objects.get().text == note.text


def test_a_note_is_taken_back(scene: Scene) -> None:
    anna, note = scene.cast.client(scene.cast.anna), scene.add(WALL)
    answer = anna.post(url("take-back", note))
    assert f'hx-target="#{note.dom_id}" hx-swap="delete"' in text(answer)
    assert "Nog 3 van de 3" in text(answer)
    assert f'<p id="melding-{note.lane.pk}" class="composer__error" role="alert"></p>' in (
        text(answer)
    )
    assert anna.post(url("take-back", note)).status_code == 404


def test_when_it_is_too_late_to_take_back_the_note_says_so(scene: Scene) -> None:
    note = scene.add(WALL)
    scene.go("iets anders")
    answer = scene.cast.client(scene.cast.anna).post(url("take-back", note))
    assert answer.status_code == 422
    assert actions.STAYS in text(answer)
    assert Note.objects.exists()


def test_the_coach_hides_and_brings_back(scene: Scene) -> None:
    coach, note = scene.cast.client(scene.cast.marieke), scene.add(WALL)
    hidden = coach.post(url("hide", note))
    assert hidden.status_code == 200
    assert "is-hidden" in text(hidden)
    assert note.text not in scene.page(WALL, scene.actors["anna"])
    shown = coach.post(url("unhide", note))
    assert "is-hidden" not in text(shown)
    assert note.text in scene.page(WALL, scene.actors["anna"])


def test_the_author_of_a_hidden_note_cannot_reach_it(scene: Scene) -> None:
    note = scene.add(WALL)
    actions.hide(scene.cast.coach, note)
    anna = scene.cast.client(scene.cast.anna)
    assert anna.get(url("edit", note)).status_code == 404
    assert anna.post(url("take-back", note)).status_code == 404


@pytest.mark.parametrize("verb", ["edit", "take-back", "hide", "unhide"])
def test_someone_elses_note_is_not_theirs(scene: Scene, verb: str) -> None:
    note, cast = scene.add(WALL), scene.cast
    others = [cast.bram, cast.cas, cast.zoe, cast.olaf, None]
    clients = [cast.client(who) for who in others]
    codes = {client.post(url(verb, note), {"text": "Van mij"}).status_code for client in clients}
    assert codes == {404}
    assert Note.objects.get().text == note.text


def test_a_coach_corrects_but_does_not_take_away_what_others_wrote(scene: Scene) -> None:
    """The log says who did (tests/boards/test_actions.py); taking away is for who wrote it."""
    coach, note = scene.cast.client(scene.cast.marieke), scene.add(WALL)
    assert coach.post(url("edit", note), {"text": "Zonder naam"}).status_code == 200
    assert coach.post(url("take-back", note)).status_code == 404
    assert Note.objects.get().text == "Zonder naam"


def test_a_header_gives_nobody_a_role(scene: Scene) -> None:
    anna = scene.cast.client(scene.cast.anna)
    anna.role = Role.BEGELEIDER
    assert anna.post(url("hide", scene.add(WALL))).status_code == 404


def test_writing_is_a_post(scene: Scene) -> None:
    anna, note = scene.cast.client(scene.cast.anna), scene.add(WALL)
    paths = [url(verb, note) for verb in ("take-back", "hide", "unhide")]
    paths.append(reverse("boards:add", args=[note.lane.pk]))
    assert {anna.get(path).status_code for path in paths} == {405}


def test_the_bord_of_a_team_writes_on_it_and_on_nothing_else(scene: Scene) -> None:
    bord = scene.bord_client(scene.team)
    assert scene.post(bord, scene.lane(TEAMS), "Gelukt").status_code == 201
    note = Note.objects.get()
    assert note.author is None
    assert bord.post(url("edit", note), {"text": "Echt gelukt"}).status_code == 200
    assert scene.post(bord, scene.lane(WALL)).status_code == 404
    assert bord.post(url("take-back", scene.add(TEAMS))).status_code == 404


def test_a_team_writes_on_its_board_on_a_later_day(scene: Scene) -> None:
    lane = scene.lane(TEAMS)
    later = SessieFactory.create(
        school=scene.cast.sessie.school, starts_at=timezone.now() + timedelta(days=7)
    )
    BlockFactory.create(sessie=later)
    division = Division.objects.create(
        sessie=later, key="team", kind="team", fixed_at=timezone.now()
    )
    room = Room.objects.create(division=division, number=1, team=scene.team)
    dirk, eva = ParticipantFactory.create_batch(2, sessie=later)
    Seat.objects.create(division=division, room=room, participant=dirk)
    assert scene.post(scene.cast.client(dirk), lane, "Ook later").status_code == 201
    assert scene.post(scene.cast.client(eva), lane).status_code == 404
    assert Board.objects.get().lanes.all()[0].notes.get().author == dirk
