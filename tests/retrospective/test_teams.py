"""A team makes an action of what hangs on its own board; the close shows one of each team."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scholendag.boards import clustering
from scholendag.boards.models import Note
from scholendag.boards.walls import Wall
from scholendag.breakouts.queries import is_in_use
from scholendag.live import audiences
from scholendag.retrospective import arranging
from scholendag.retrospective.models import FollowUp
from scholendag.review.pages import document_of
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.boards.scene import content, heard_by
from tests.cast import ParticipantFactory
from tests.retrospective.test_follow_ups import promote
from tests.teams import seat_team

pytestmark = pytest.mark.django_db

OURS = "Elke vrijdag een succes delen"
THEIRS = "Geheimtip van de bovenbouw"


@pytest.fixture
def ours(teams) -> Note:
    teams.begins()
    note = teams.note(teams.lower, OURS, teams.cast.anna)
    teams.note(teams.upper, THEIRS, teams.cast.cas)
    teams.goes_on("bespreken")
    return note


def page(cast, who) -> str:
    code = cast.sessie.code
    return cast.client(who).get(reverse("stage:deelnemer", args=[code])).content.decode()


def desk(cast) -> str:
    url = reverse("stage:begeleider", args=[cast.sessie.pk])
    return cast.client(cast.marieke).get(url).content.decode()


def scherm(cast) -> str:
    token = ensure_links(cast.sessie)[AccessLink.Role.SCHERM].token
    return cast.client().get(reverse("stage:scherm", args=[token])).content.decode()


def made(teams, room, what="Vrijdag bord", **fields) -> FollowUp:
    return FollowUp.objects.create(
        block=teams.block, room=room, what=what, guardian="Bram", **fields
    )


def test_each_sees_the_board_of_the_own_team_only(cast, teams, ours):
    assert OURS in page(cast, cast.bram)
    assert THEIRS not in page(cast, cast.bram)
    assert THEIRS in page(cast, cast.cas)
    assert OURS in desk(cast)
    assert THEIRS in desk(cast)


def test_anyone_of_the_team_makes_an_action_of_its_note(
    cast, teams, ours, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = promote(
            cast, teams.step, cast.bram, source=ours.dom_id, what="Vrijdag bord", guardian="Anna"
        )

    assert answer.status_code == 200
    assert FollowUp.objects.get().room == teams.lower
    assert {audiences.everyone(cast.sessie.pk), audiences.room(teams.lower.pk)} == heard_by(
        sent, "Vrijdag bord"
    )
    assert "Haal weg" not in content(sent, audiences.everyone(cast.sessie.pk))


def test_the_form_of_a_team_offers_its_own_notes_and_people(cast, teams, ours):
    form = page(cast, cast.bram).partition('<form id="maak-actie')[2].partition("</form>")[0]

    assert f'value="{ours.dom_id}"' in form
    assert [name for name in ("Anna", "Bram", "Cas") if f'"{name}"' in form] == ["Anna", "Bram"]


def test_a_note_of_another_team_is_refused_without_its_text(cast, teams, ours):
    answer = promote(cast, teams.step, cast.cas, source=ours.dom_id, what="Van ons", guardian="Cas")

    assert answer.status_code == 422
    assert OURS not in answer.content.decode()
    assert not FollowUp.objects.exists()


def test_another_team_cannot_take_an_action_away(cast, teams, ours):
    follow_up = made(teams, teams.lower)
    url = reverse("retrospective:drop", args=[follow_up.pk])

    assert cast.client(cast.cas).post(url).status_code == 404
    assert FollowUp.objects.exists()
    cast.client(cast.anna).post(url)
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("outsider", ["zoe", "olaf"])
def test_who_is_not_of_the_day_makes_and_drops_nothing(cast, teams, ours, outsider):
    who = getattr(cast, outsider)
    follow_up = made(teams, teams.lower)
    drop = reverse("retrospective:drop", args=[follow_up.pk])

    answer = promote(cast, teams.step, who, source=ours.dom_id, what="x", guardian="y")

    assert answer.status_code == cast.client(who).post(drop).status_code == 404


def test_who_was_removed_or_sits_in_no_team_makes_nothing(cast, teams, ours):
    teams.lower.seats.filter(participant=cast.bram).delete()

    answer = promote(cast, teams.step, cast.bram, source=ours.dom_id, what="x", guardian="y")

    assert answer.status_code == 404


@pytest.mark.parametrize("phase", ["plakken", "uitleg"])
def test_a_team_that_is_too_late_reads_so_and_keeps_its_text(cast, teams, ours, phase):
    teams.goes_on(phase)

    answer = promote(
        cast, teams.step, cast.bram, source=ours.dom_id, what="Vrijdag bord", guardian="Anna"
    )

    assert answer.status_code == 422
    assert "De terugblik is voorbij" in answer.content.decode()
    assert "Vrijdag bord" in answer.content.decode()


def test_a_cluster_becomes_an_action_and_only_once(cast, teams, ours):
    wall = Wall(teams.block, arranging.kind_of(teams.block))
    clustering.put_together(cast.actor(cast.anna), wall, [ours.pk], "Successen delen")
    cluster = Note.objects.get(pk=ours.pk).cluster
    data = {"source": cluster.dom_id, "what": "Vrijdag bord", "guardian": "Anna"}
    html = page(cast, cast.bram)
    pile = html.partition(f'<div id="{cluster.dom_id}"')[2].partition("<ul")[0]
    assert "data-note-action" in pile
    assert f'<option value="{cluster.dom_id}">Cluster: Successen delen' in html

    assert promote(cast, teams.step, cast.bram, **data).status_code == 200
    assert promote(cast, teams.step, cast.bram, **data).status_code == 422

    assert FollowUp.objects.get().cluster == cluster


def test_the_coach_sees_how_far_each_team_is(cast, teams, ours):
    made(teams, teams.lower)

    table = desk(cast).partition("Hoe ver elk team is")[2].partition("</table>")[0]
    lower, upper = (row for row in table.split("<tr>") if "bouw" in row)

    assert "Onderbouw" in lower
    assert "<td>1</td>" in lower
    assert "Vrijdag bord" in lower
    assert "nog geen actie" in upper


def test_what_is_put_up_is_news_for_the_coach(
    cast, teams, sent, django_capture_on_commit_callbacks
):
    teams.begins()
    board = teams.note(teams.lower, "x").lane.board
    with django_capture_on_commit_callbacks(execute=True):
        cast.client(cast.anna).post(
            reverse("boards:add", args=[board.lanes.all()[1].pk]),
            {"text": OURS, "client_id": "5f0c1c2e-5a9e-4f8e-9f6e-3c1f6f0c1c2e"},
        )

    assert "<td>2</td>" in content(sent, audiences.coaches(cast.sessie.pk))


def test_the_close_names_one_action_of_each_team_and_who_is_still_choosing(cast, teams, ours):
    made(teams, teams.lower)
    made(teams, teams.lower, what="Ook nog iets")
    teams.goes_on("afsluiten")

    for shown in (page(cast, cast.cas), scherm(cast)):
        close = shown.partition(f'id="slot-{teams.block.pk}"')[2].partition("</section>")[0]
        assert "Onderbouw" in close
        assert "Vrijdag bord" in close
        assert "Ook nog iets" not in close
        assert "Bovenbouw kiest nog" in close
        assert "slotwoord van de schoolleider" in shown


def test_a_team_that_is_still_choosing_can_do_so_at_the_close(cast, teams, ours):
    teams.goes_on("afsluiten")
    assert "Kies nog een actie met jullie team" in page(cast, cast.bram)

    promote(cast, teams.step, cast.bram, source=ours.dom_id, what="Vrijdag bord", guardian="Anna")

    assert "Vrijdag bord" in page(cast, cast.cas)


def test_looking_back_shows_each_board_without_authors_and_all_actions(cast, teams, ours):
    made(teams, teams.lower, what="Vrijdag bord")
    made(teams, None, what="Iets van eerder")

    document = document_of(cast.sessie)
    [remains] = document.agreed + document.blocks

    for text in (OURS, THEIRS, "Onderbouw", "Bovenbouw", "Vrijdag bord", "Iets van eerder"):
        assert text in remains.html
    assert "Anna" not in remains.html
    assert "Haal weg" not in remains.html


def test_the_rooms_of_what_was_agreed_cannot_go_alone(cast, teams, ours):
    Note.objects.all().delete()
    teams.lower.boards.all().delete()
    teams.upper.boards.all().delete()
    made(teams, teams.lower)

    assert is_in_use(teams.lower.division)
    cast.sessie.delete()  # but all of it together can
    assert not FollowUp.objects.exists()


def test_how_far_many_teams_are_costs_no_more_queries_than_of_two(cast, teams, ours):
    found = []
    for more in (0, 6):
        for number in range(more):
            room = seat_team(cast.sessie, f"Team {number}", ParticipantFactory(sessie=cast.sessie))
            arranging.open_boards(teams.block)
            made(teams, room, note=teams.note(room, "Rust"))
            teams.note(room, "En reinheid")
        desk(cast)
        with CaptureQueriesContext(connection) as queries:
            desk(cast)
        found.append(len(queries))

    assert found[0] == found[1], found
