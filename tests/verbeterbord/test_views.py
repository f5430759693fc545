"""The page behind the link, and who may change what on a board."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.boards.models import Note
from scholendag.doelen.models import Action
from scholendag.sessies.actions import ensure_links
from scholendag.verbeterbord import actions, queries
from scholendag.verbeterbord.models import BoardRole, PlannedSession

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"verbeterbord:{name}", args=args)


def when(days=7):
    return {
        "kind": "bordsessie",
        "on": timezone.localdate() + timedelta(days=days),
        "at": "15:30",
    }


def text(answer):
    return answer.content.decode()


def test_whoever_holds_the_link_sees_the_board_of_that_team(cast, link, goal, onderbouw):
    actions.give_role(onderbouw, "leider", "Anna", cast.sessie)

    page = cast.client().get(url("bord", link.token))

    assert page.status_code == 200
    for expected in (
        "Het bord van Onderbouw",
        goal.sentence,
        "Voordoen hoe je hulp vraagt",
        'data-role="bord"',
        f'"X-Bord": "{link.token}"',
        f"/live/bord/{link.token}/",
        'value="Anna"',
    ):
        assert expected in text(page)


def test_the_page_shows_nothing_of_another_team(cast, goal, other_link):
    page = cast.client().get(url("bord", other_link.token))

    assert goal.sentence not in text(page)
    assert "Voordoen hoe je hulp vraagt" not in text(page)


def test_an_unknown_or_closed_link_is_not_found(cast, link):
    assert cast.client().get(url("bord", "onbekend")).status_code == 404

    link.revoke()
    assert cast.client().get(url("bord", link.token)).status_code == 404


def test_a_link_of_another_kind_opens_no_board(cast, link):
    for other in ensure_links(cast.sessie).values():
        assert cast.client().get(url("bord", other.token)).status_code == 404


def test_the_board_works_after_the_day(cast, link, goal, onderbouw, bord_client):
    cast.sessie.closed_at = timezone.now()
    cast.sessie.save()
    browser, action = bord_client(link), Action.objects.get()
    lane = queries.successes_of(onderbouw).lanes.get()
    note = {"text": "Drie hulpvragen vandaag", "client_id": uuid4()}

    answers = [
        browser.get(url("bord", link.token)),
        browser.post(url("plan", onderbouw.pk), when()),
        browser.post(url("give-role", onderbouw.pk, "leider"), {"name": "Bram"}),
        browser.post(reverse("doelen:tick", args=[action.pk])),
        browser.post(reverse("doelen:add-action", args=[goal.pk]), {"what": "Kaartjes maken"}),
        browser.post(reverse("boards:add", args=[lane.pk]), note),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 200, 201]
    assert Action.objects.filter(done_on=timezone.localdate()).count() == 1
    assert Note.objects.get().text == "Drie hulpvragen vandaag"


def test_the_link_of_one_team_changes_nothing_of_another(goal, onderbouw, other_link, bord_client):
    other = bord_client(other_link)
    action = Action.objects.get()

    answers = [
        other.post(url("plan", onderbouw.pk), when()),
        other.post(url("give-role", onderbouw.pk, "leider"), {"name": "Cas"}),
        other.post(reverse("doelen:tick", args=[action.pk])),
        other.post(reverse("doelen:add-action", args=[goal.pk]), {"what": "x"}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert not PlannedSession.objects.exists()


def test_a_closed_link_writes_nothing(link, onderbouw, bord_client):
    link.revoke()

    assert bord_client(link).post(url("plan", onderbouw.pk), when()).status_code == 404


@pytest.mark.parametrize("who", ["anna", "bram", "marieke"])
def test_everyone_of_the_team_and_the_coach_plan(cast, block, onderbouw, who):
    browser = cast.client(getattr(cast, who))

    answer = browser.post(url("plan", onderbouw.pk), when())

    assert answer.status_code == 200
    planned = PlannedSession.objects.get()
    assert browser.post(url("cancel", planned.pk)).status_code == 200
    assert not PlannedSession.objects.exists()


@pytest.mark.parametrize("who", ["cas", "zoe", "olaf", None])
def test_outsiders_find_nothing(cast, block, onderbouw, bovenbouw, who):
    planned = actions.plan(onderbouw, **when(), here=cast.sessie)
    browser = cast.client(getattr(cast, who) if who else None)

    answers = [
        browser.post(url("plan", onderbouw.pk), when(8)),
        browser.post(url("cancel", planned.pk)),
        browser.post(url("give-role", onderbouw.pk, "leider"), {"name": "Zoë"}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 3
    assert list(PlannedSession.objects.all()) == [planned]
    assert not BoardRole.objects.exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"on": "2001-01-01"}, "al voorbij"),
        ({"on": "3001-01-01"}, "te ver weg"),
        ({"on": ""}, "Kies een dag."),
        ({"at": ""}, "Kies een tijd."),
        ({"at": "half vier"}, "Schrijf de tijd als 15:30."),
        ({"kind": "feest"}, "Kies een bordsessie of een werksessie."),
    ],
)
def test_a_plan_that_cannot_be_gets_a_message(cast, block, onderbouw, change, message):
    answer = cast.client(cast.anna).post(url("plan", onderbouw.pk), when() | change)

    assert answer.status_code == 422
    assert message in text(answer)
    assert not PlannedSession.objects.exists()


def test_a_role_is_given_by_name_and_a_long_one_refused(cast, block, onderbouw):
    browser = cast.client(cast.bram)

    kept = browser.post(url("give-role", onderbouw.pk, "tijdbewaker"), {"name": " Anna "})
    long = browser.post(url("give-role", onderbouw.pk, "tijdbewaker"), {"name": "x" * 41})
    unknown = browser.post(url("give-role", onderbouw.pk, "baas"), {"name": "Anna"})

    assert [answer.status_code for answer in (kept, long, unknown)] == [200, 422, 404]
    assert "hooguit 40 tekens" in text(long)
    assert BoardRole.objects.get().name == "Anna"
