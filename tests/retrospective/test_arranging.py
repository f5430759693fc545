"""Which boards there are: chosen beforehand, decided when people begin to write."""

import pytest
from django.urls import reverse

from scholendag.agenda.models import Step
from scholendag.boards.models import Board
from scholendag.breakouts.queries import is_in_use
from scholendag.instruments.registry import instrument_called
from scholendag.retrospective import arranging
from scholendag.retrospective.choices import Choices, Lanes, PerTeam
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.boards.scene import refused
from tests.retrospective.conftest import Teams, come_in

pytestmark = pytest.mark.django_db


def boards(teams: Teams) -> set[object]:
    return {board.room for board in Board.objects.filter(block=teams.block)}


def prepare(cast, block, who, **data):
    return cast.client(who).post(reverse("retrospective:prepare", args=[block.pk]), data)


@pytest.mark.parametrize(
    ("per_team", "people", "is_split"),
    [
        ("vanzelf", 12, False),
        ("vanzelf", 13, True),
        ("ja", 3, True),
        ("nee", 30, False),
    ],
)
def test_a_large_group_looks_back_per_team(cast, per_team, people, is_split):
    teams = Teams(cast, per_team)
    come_in(cast, people)

    teams.begins()

    assert boards(teams) == ({teams.lower, teams.upper} if is_split else {None})


@pytest.mark.parametrize("per_team", ["ja", "vanzelf"])
def test_without_groups_everyone_shares_a_board(cast, per_team):
    step = cast.step("retrospective", "plakken")
    step.block.settings = {"per_team": per_team}
    step.block.save()
    come_in(cast, 30)

    arranging.enter(step)

    assert [board.room for board in Board.objects.all()] == [None]


def test_a_late_thirteenth_moves_nobody_to_another_board(cast):
    teams = Teams(cast, "vanzelf")
    come_in(cast, 12)
    teams.begins()
    come_in(cast, 13)

    teams.goes_on("bespreken")

    assert boards(teams) == {None}


@pytest.mark.parametrize(("per_team", "waits"), [("ja", True), ("nee", False), ("vanzelf", False)])
@pytest.mark.parametrize("phase", ["uitleg", "plakken", "bespreken"])
def test_nobody_waits_for_groups_where_everyone_shares_a_board(cast, phase, per_team, waits):
    step = cast.step("retrospective", phase, grouping=Step.Grouping.TEAM, division="later")
    step.block.settings = {"per_team": per_team}
    step.block.save()
    arranging.enter(step)
    scherm = ensure_links(cast.sessie)[AccessLink.Role.SCHERM].token
    pages = [
        cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code])),
        cast.client().get(reverse("stage:scherm", args=[scherm])),
    ]

    told = ["De begeleider maakt zo de groepjes." in page.content.decode() for page in pages]

    assert told == [waits, waits]


def test_groups_that_are_fixed_later_get_their_boards_then(cast, teams):
    division = teams.lower.division
    fixed_at, division.fixed_at = division.fixed_at, None
    division.save()
    teams.begins()
    assert boards(teams) == set()
    division.fixed_at = fixed_at
    division.save()

    teams.begins()

    assert boards(teams) == {teams.lower, teams.upper}


def test_the_coach_chooses_other_lanes_and_everyone_finds_them(cast, teams):
    saved = prepare(cast, teams.block, cast.marieke, vakken="werkt", per_team="nee")
    assert saved.status_code == 422  # people are writing now
    teams.goes_on("uitleg")

    saved = prepare(cast, teams.block, cast.marieke, vakken="werkt", per_team="nee")

    assert saved.status_code == 302
    teams.block.refresh_from_db()
    teams.goes_on("plakken")
    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    assert "Dit werkt een beetje" in page.content.decode()
    assert "Dit neem ik mee" not in page.content.decode()


def test_what_was_decided_too_early_is_decided_anew(cast):
    teams = Teams(cast, "vanzelf")
    teams.begins()
    come_in(cast, 13)
    teams.goes_on("uitleg")

    arranging.choose(teams.block, Choices())
    teams.goes_on("plakken")

    assert boards(teams) == {teams.lower, teams.upper}


def test_boards_that_nobody_wrote_on_hold_no_rooms_once_they_are_not_needed(teams):
    teams.begins()
    teams.goes_on("uitleg")
    assert is_in_use(teams.lower.division)

    arranging.choose(teams.block, Choices(Lanes.DAY, PerTeam.NO))

    assert not is_in_use(teams.lower.division)


def test_once_somebody_wrote_the_boards_stay_as_they_are(cast, teams):
    teams.begins()
    note = teams.note(teams.lower, "Rust in de klas")
    teams.goes_on("uitleg")

    assert refused(lambda: arranging.choose(teams.block, Choices(Lanes.WORKS)))

    teams.block.refresh_from_db()
    assert "vakken" not in teams.block.settings
    note.refresh_from_db()
    page = cast.client(cast.marieke).get(reverse("retrospective:prepare", args=[teams.block.pk]))
    assert "blijven zoals ze zijn" in page.content.decode()
    assert ">Bewaar<" not in page.content.decode()


@pytest.mark.parametrize("wrong", [{}, {"vakken": "x", "per_team": "ja"}, {"vakken": "dag"}])
def test_a_choice_that_is_none_is_refused(cast, teams, wrong):
    teams.goes_on("uitleg")

    assert prepare(cast, teams.block, cast.marieke, **wrong).status_code == 422


@pytest.mark.parametrize("outsider", ["anna", "olaf", "zoe"])
def test_only_the_days_own_coach_prepares(cast, teams, outsider):
    who = getattr(cast, outsider)
    url = reverse("retrospective:prepare", args=[teams.block.pk])

    assert cast.client(who).get(url).status_code == 404
    assert prepare(cast, teams.block, who, vakken="werkt", per_team="ja").status_code == 404


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        ({}, ""),
        ({"vakken": "werkt", "per_team": "nee"}, ""),
        ({"vakken": "week"}, "vakken moet een van deze zijn: dag, werkt"),
        ({"vakken": ["dag"]}, "vakken moet een van deze zijn: dag, werkt"),
        ({"per_team": True}, "per_team moet een van deze zijn: ja, nee, vanzelf"),
    ],
)
def test_a_programme_with_other_words_is_a_mistake(settings, wrong):
    assert instrument_called("retrospective").wrong_settings(settings) == wrong


def test_the_explanation_names_the_lanes_and_how_many_notes(cast):
    step = cast.step("retrospective", "uitleg")
    assert cast.anna
    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))

    assert "Deze vraag heb ik nog" in page.content.decode()
    assert "hooguit 3 post-its" in page.content.decode()
    assert step.phase == "uitleg"


def test_a_team_step_explains_that_teams_look_back_apart(cast):
    teams = Teams(cast, "ja")
    teams.step.phase = "uitleg"
    teams.step.save()
    Step.objects.create(block=teams.block, position=99, phase="plakken", minutes=2, grouping="team")
    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))

    assert "met je eigen team" in page.content.decode()
