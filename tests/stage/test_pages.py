"""What each page of a running day shows, and to whom."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Progress
from scholendag.sessies.actions import ensure_links, remove
from scholendag.sessies.models import AccessLink

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def progress(cast):
    return Progress.objects.get_or_create(sessie=cast.sessie)[0]


def day_url(cast):
    return reverse("stage:deelnemer", args=[cast.sessie.code])


def scherm_url(cast):
    link = ensure_links(cast.sessie)[AccessLink.Role.SCHERM]
    return reverse("stage:scherm", args=[link.token])


def test_before_the_start_a_deelnemer_reads_when_it_begins(cast):
    page = cast.client(cast.anna).get(day_url(cast)).content.decode()

    begins = timezone.localtime(cast.sessie.starts_at).strftime("%H.%M")
    assert "Je bent binnen, Anna." in page
    assert f"We beginnen om {begins} uur." in page


def test_who_is_not_in_yet_is_asked_for_a_name_first(cast):
    answer = cast.client().get(day_url(cast))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("sessies:join"))
    assert cast.sessie.code in answer["Location"]


def test_who_was_removed_is_out(cast):
    remove(cast.anna)

    assert cast.client(cast.anna).get(day_url(cast)).status_code == 302


def test_the_deelnemer_page_carries_nothing_of_the_coach(cast):
    cast.step(
        "uitleg", "uitleg", goal="Doel voor de coach", preparation="Zet klaar", execution="Vertel"
    )

    page = cast.client(cast.anna).get(day_url(cast)).content.decode()

    for private in ("Doel voor de coach", "Zet klaar", "Vertel", "Volgende stap"):
        assert private not in page


def test_the_coach_reads_the_notes_of_the_step(cast):
    cast.step("uitleg", "uitleg", goal="Doel voor de coach", execution="Vertel het zo")

    page = cast.client(cast.marieke).get(reverse("stage:begeleider", args=[cast.sessie.pk]))

    assert "Doel voor de coach" in page.content.decode()
    assert "Vertel het zo" in page.content.decode()


def test_before_the_start_the_scherm_shows_how_to_join(cast):
    page = cast.client().get(scherm_url(cast)).content.decode()

    assert cast.sessie.code in page
    assert "<svg" in page


def test_the_scherm_shows_no_roster_and_nothing_of_the_coach(cast):
    cast.step("uitleg", "uitleg", goal="Doel voor de coach", prompt="Luister even")
    names = [cast.anna.name, cast.bram.name]

    page = cast.client().get(scherm_url(cast)).content.decode()

    assert "Luister even" in page
    assert "Doel voor de coach" not in page
    assert not any(name in page for name in names)


def test_a_revoked_scherm_link_shows_nothing(cast):
    url = scherm_url(cast)
    ensure_links(cast.sessie)[AccessLink.Role.SCHERM].revoke()

    assert cast.client().get(url).status_code == 404


def test_a_link_of_one_role_does_not_open_the_page_of_another(cast):
    links = ensure_links(cast.sessie)
    join = links[AccessLink.Role.DEELNEMER].token

    assert cast.client().get(reverse("stage:scherm", args=[join])).status_code == 404
    assert cast.client().get(reverse("review:terugkijken", args=[join])).status_code == 404


def test_nobody_looks_back_at_the_block_of_another_day(cast):
    step = cast.step("verwachtingen", "schrijven")
    url = reverse("stage:look-back", args=[cast.other_sessie.code, step.block.pk])

    assert cast.client(cast.zoe).get(url).status_code == 404
    assert cast.client(cast.anna).get(url).status_code == 404


@pytest.mark.parametrize("code", ["%00", "K7%00P4X", "a%0d%0ab"])
def test_a_code_that_no_database_can_hold_is_not_found(cast, code):
    assert cast.client().get(f"/dag/{code}/").status_code == 404


def test_the_links_of_the_day_answer_who_only_asks_for_the_head(cast):
    assert cast.client().head(scherm_url(cast)).status_code == 200
    assert cast.client(cast.anna).head(day_url(cast)).status_code == 200


def test_a_request_that_makes_no_sense_is_refused_in_dutch(cast):
    answer = cast.client().get(day_url(cast), headers={"host": "elders.example"})

    assert answer.status_code == 400
    assert "Dit lukte niet." in answer.content.decode()
