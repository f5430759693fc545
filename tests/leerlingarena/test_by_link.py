"""The arena led and written down by people who hold a link."""

import uuid

import pytest
from django.http import HttpResponse

from scholendag.boards.models import Lane, Note
from scholendag.boards.opening import open_board
from scholendag.leerlingarena.kinds import DISCUSSED, TAKEN_DOWN
from scholendag.leerlingarena.models import Turn
from scholendag.live import audiences
from scholendag.sessies import handing_out
from scholendag.sessies.models import AccessLink
from tests.cast import Cast, PageClient
from tests.roles import link_of

Role = AccessLink.Role


@pytest.fixture
def lane(arena) -> Lane:
    return open_board(arena.block, TAKEN_DOWN).lanes.get(key="goed")


@pytest.fixture
def fatma(arena, cast: Cast) -> PageClient:
    return cast.client(link_of(cast.sessie, Role.AANTEKENAAR, "Fatma"))


@pytest.fixture
def gijs(arena, cast: Cast) -> PageClient:
    return cast.client(link_of(cast.sessie, Role.AANTEKENAAR, "Gijs"))


@pytest.fixture
def ravi(arena, cast: Cast) -> PageClient:
    return cast.client(link_of(cast.sessie, Role.GESPREKSLEIDER, "Ravi"))


def puts_up(client: PageClient, lane: Lane, text: str) -> HttpResponse:
    data = {"text": text, "client_id": str(uuid.uuid4())}
    return client.post(f"/vakken/{lane.pk}/notities/", data)


def heard_by(sent, audience: str) -> str:
    return "".join(m["frame"]["content"] for a, m in sent if a == audience and "frame" in m)


def test_an_aantekenaar_puts_up_changes_and_takes_back(fatma: PageClient, lane: Lane) -> None:
    answer = puts_up(fatma, lane, "Uitleg helpt")
    note = Note.objects.get()
    assert answer.status_code == 201
    assert f'data-notes="{note.dom_id}"' in answer.content.decode()
    assert note.author is None

    fatma.post(f"/notities/{note.pk}/wijzig/", {"text": "Rustige uitleg helpt"})
    note.refresh_from_db()
    assert note.text == "Rustige uitleg helpt"
    fatma.post(f"/notities/{note.pk}/weg/")
    assert not Note.objects.exists()


def test_two_aantekenaars_by_link_share_their_notes(
    fatma: PageClient, gijs: PageClient, lane: Lane
) -> None:
    puts_up(fatma, lane, "Uitleg helpt")
    note = Note.objects.get()
    assert gijs.post(f"/notities/{note.pk}/wijzig/", {"text": "Beter"}).status_code == 200


def test_before_the_end_of_the_talk_only_the_aantekenaars_hear_of_a_note(
    cast: Cast, fatma: PageClient, lane: Lane, sent, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        puts_up(fatma, lane, "Uitleg helpt")
    told = {audience for audience, message in sent if "Uitleg helpt" in str(message)}
    assert told == {audiences.helpers(cast.sessie.pk, "aantekenaar")}
    for who in (cast.marieke, cast.anna):
        path = "begeleiden/{0.pk}" if who == cast.marieke else "dag/{0.code}"
        page = cast.client(who).get(f"/{path.format(cast.sessie)}/").content.decode()
        assert "Uitleg helpt" not in page


def test_after_the_talk_everyone_reads_it_and_the_link_writes_no_more(
    cast: Cast, arena, fatma: PageClient, lane: Lane
) -> None:
    puts_up(fatma, lane, "Uitleg helpt")
    arena.run("nabespreking")
    page = cast.client(cast.anna).get(f"/dag/{cast.sessie.code}/").content.decode()
    assert "Uitleg helpt" in page
    assert puts_up(fatma, lane, "Te laat").status_code == 422
    discussed = open_board(arena.block, DISCUSSED).lanes.first()
    assert puts_up(fatma, discussed, "Ook hier").status_code == 404
    assert Note.objects.count() == 1


def test_an_aantekenaar_does_not_touch_what_a_deelnemer_wrote(
    cast: Cast, arena, fatma: PageClient, lane: Lane
) -> None:
    arena.appoint(cast.anna)
    note = Note.objects.create(lane=lane, author=cast.anna, text="Van Anna")
    assert fatma.post(f"/notities/{note.pk}/wijzig/", {"text": "Mijn"}).status_code == 404
    assert fatma.post(f"/notities/{note.pk}/weg/").status_code == 404


def test_a_withdrawn_aantekenaar_writes_nothing(cast: Cast, arena, lane: Lane) -> None:
    link = link_of(cast.sessie, Role.AANTEKENAAR)
    client = cast.client(link)
    handing_out.withdraw(cast.coach, link)
    assert puts_up(client, lane, "Toch nog").status_code == 404
    assert not Note.objects.exists()


def test_a_gespreksleider_shows_a_question_and_counts_turns_for_all_who_lead(
    cast: Cast, arena, ravi: PageClient, sent, django_capture_on_commit_callbacks
) -> None:
    [question, *_] = arena.questions
    path = f"/leerlingarena/{arena.block.pk}"
    with django_capture_on_commit_callbacks(execute=True):
        assert ravi.post(f"{path}/vragen/{question.pk}/tonen/").status_code == 200
        assert ravi.post(f"{path}/beurten/2/erbij/").status_code == 200
    assert Turn.objects.get().pupil == 2
    everyone = heard_by(sent, audiences.everyone(cast.sessie.pk))
    assert question.text in everyone
    assert "Geef beurt" not in everyone
    for leaders in (
        audiences.coaches(cast.sessie.pk),
        audiences.helpers(cast.sessie.pk, "gespreksleider"),
    ):
        assert "Geef beurt" in heard_by(sent, leaders)


def test_a_gespreksleider_appoints_nobody_and_agrees_on_nothing(
    cast: Cast, arena, ravi: PageClient
) -> None:
    path = f"/leerlingarena/{arena.block.pk}"
    assert ravi.post(f"{path}/aantekenaars/", {"participant": cast.anna.pk}).status_code == 404
    agreed = {"how": "Brief", "who": "Ravi", "on": "2030-01-01"}
    assert ravi.post(f"{path}/terugkoppeling/", agreed).status_code == 404
    page = ravi.get(f"{path}/voorbereiden/").content.decode()
    assert "Anna" not in page
