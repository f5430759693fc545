"""Whoever put a name on a note is asked about it, and nobody else hears of that."""

import uuid

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scholendag.boards import name_hints
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Note
from scholendag.boards.placing import CLOSED
from scholendag.live.later import collecting, finish_all
from scholendag.sessies.models import AccessLink
from scholendag.sessies.queries import names_on
from tests.boards.scene import ROOMS, SECRET, TEAMS, WALL, Committed, Scene, Sent, content
from tests.cast import Cast, ParticipantFactory

ASKS = "Staat hier een naam in? Haal die liever weg."
NAMED = "Bram legt het goed uit"


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def place_of(scene: Scene) -> str:
    return f'hx-target="#melding-{scene.lane(WALL).pk}-naam" hx-swap="innerHTML"'


def test_the_note_hangs_there_and_its_writer_is_asked(scene: Scene) -> None:
    answer = scene.post(scene.cast.client(scene.cast.anna), scene.lane(WALL), NAMED)
    note = Note.objects.get()
    assert answer.status_code == 201
    assert note.text == NAMED
    assert f"{place_of(scene)}><div" in text(answer)
    assert ASKS in text(answer)
    assert "“Bram”" in text(answer)
    assert reverse("boards:edit", args=[note.pk]) in text(answer).split(ASKS)[1]
    assert ">Pas aan</button>" in text(answer)
    assert ">Laat staan</button>" in text(answer)


def test_without_a_name_an_earlier_question_goes_away(scene: Scene) -> None:
    anna = scene.cast.client(scene.cast.anna)
    empty = f"{place_of(scene)}></hx-partial>"
    answer = scene.post(anna, scene.lane(WALL), "Rust in de klas")
    assert ASKS not in text(answer)
    assert empty in text(answer)
    taken_back = anna.post(reverse("boards:take-back", args=[Note.objects.get().pk]))
    assert empty in text(taken_back)


@pytest.mark.parametrize("kind", [WALL, SECRET, ROOMS, TEAMS], ids=lambda kind: kind.slug)
def test_nobody_else_is_sent_the_question(
    scene: Scene, sent: Sent, committed: Committed, kind: BoardKind
) -> None:
    anna = scene.cast.client(scene.cast.anna)
    with committed():
        assert ASKS in text(scene.post(anna, scene.lane(kind), NAMED))
        edit = reverse("boards:edit", args=[Note.objects.get().pk])
        assert ASKS in text(anna.post(edit, {"text": "Zoals Cas"}))
    assert sent
    assert not [to for to, _ in sent if ASKS in content(sent, to) or "Pas aan" in content(sent, to)]
    assert ASKS not in scene.page(kind, scene.actors["anna"])
    assert ASKS not in scene.page(kind, scene.cast.coach)


def test_who_is_refused_is_asked_nothing(scene: Scene) -> None:
    lane = scene.lane(WALL)
    scene.go("iets anders")
    answer = scene.post(scene.cast.client(scene.cast.anna), lane, NAMED)
    assert answer.status_code == 422
    assert CLOSED in text(answer)
    assert ASKS not in text(answer)


def test_a_change_is_looked_at_again(scene: Scene) -> None:
    anna, note = scene.cast.client(scene.cast.anna), scene.add(WALL, NAMED)
    url = reverse("boards:edit", args=[note.pk])
    still = text(anna.post(url, {"text": "cas legt het goed uit"}))
    assert f'<hx-partial hx-target="#wijzig-{note.pk}" hx-swap="innerHTML"><div' in still
    assert "“cas”" in still
    note.refresh_from_db()
    assert note.text == "cas legt het goed uit"
    gone = text(anna.post(url, {"text": "een leraar legt het goed uit"}))
    assert ASKS not in gone
    assert f'<hx-partial hx-target="#wijzig-{note.pk}" hx-swap="innerHTML"></hx-partial>' in gone
    assert f"{place_of(scene)}></hx-partial>" in gone


def test_what_was_typed_is_shown_as_text(scene: Scene) -> None:
    ParticipantFactory.create(sessie=scene.cast.sessie, name="<b>Karim</b>")
    answer = scene.post(scene.cast.client(scene.cast.anna), scene.lane(WALL), "<i>juf Anna</i>")
    assert "“juf Anna”" in text(answer)
    assert "<i>" not in text(answer)


def test_all_who_are_there_on_the_day_count_and_nobody_of_another_school(cast: Cast) -> None:
    everyone = {cast.anna, cast.bram, cast.marieke, cast.zoe, cast.olaf}
    AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.AANTEKENAAR, holder="Fatima")
    names = names_on([cast.sessie.pk])
    assert len(everyone) == 5
    assert names[cast.sessie.pk] - {""} == {"Anna", "Bram", "Marieke de Wit", "Fatima"}
    seen = name_hints.seen_in([(cast.sessie, "Marieke, Fatima, Zoë en Olaf")])
    assert seen == [("Marieke", "Fatima")]


def test_a_full_room_costs_one_query_more(scene: Scene) -> None:
    def costs(number: int) -> int:
        people = ParticipantFactory.create_batch(number, sessie=scene.cast.sessie)
        lane = scene.lane(WALL)
        with collecting():
            waiting = [scene.post(scene.cast.client(one), lane, NAMED) for one in people]
        with CaptureQueriesContext(connection) as queries:
            finish_all(waiting)
        assert all(answer.status_code == 201 and ASKS in text(answer) for answer in waiting)
        about_names = [query for query in queries if "UNION" in query["sql"]]
        assert len(about_names) == 1
        return len(queries)

    assert costs(2) == costs(12)


def test_a_name_is_stored_once_however_often_it_is_sent(scene: Scene) -> None:
    anna, client_id = scene.cast.client(scene.cast.anna), uuid.uuid4()
    answers = [scene.post(anna, scene.lane(WALL), NAMED, client_id=client_id) for _ in range(2)]
    assert text(answers[0]) == text(answers[1])
    assert Note.objects.count() == 1
