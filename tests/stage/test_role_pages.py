"""What is behind the link of someone who helps."""

import pytest
from django.utils import timezone

from scholendag.agenda.models import LogEntry, Progress
from scholendag.datamuur.models import DataCard
from scholendag.sessies import handing_out
from scholendag.sessies.actors import HELPERS, link_cookie
from scholendag.sessies.models import AccessLink
from tests.cast import BlockFactory, Cast, PageClient, StepFactory
from tests.roles import link_of

Role = AccessLink.Role
ONE_TASK = [role for role in HELPERS if role != Role.MEDEBEGELEIDER]


def page_of(link: AccessLink, client: PageClient | None = None) -> str:
    response = (client or PageClient()).get(f"/rol/{link.token}/")
    assert response.status_code == 200
    return response.content.decode()


def press(cast: Cast, client: PageClient, verb: str) -> int:
    seen = Progress.objects.get(sessie=cast.sessie).step_id or ""
    path = f"/begeleiden/{cast.sessie.pk}/knop/{verb}/"
    return client.post(path, {"seen": seen}).status_code


def test_a_medebegeleider_is_remembered_and_runs_the_day_under_their_own_name(cast: Cast) -> None:
    cast.step("uitleg", "uitleg", running=False, title="Welkom")
    link, client = link_of(cast.sessie, Role.MEDEBEGELEIDER), PageClient()
    response = client.get(f"/rol/{link.token}/", follow=True)
    assert response.redirect_chain == [(f"/begeleiden/{cast.sessie.pk}/", 302)]
    assert "Joris · medebegeleider" in response.content.decode()

    assert press(cast, client, "start") == 200
    assert str(LogEntry.objects.get()) == "Joris startte de dag"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(cast: Cast) -> None:
    link, client = link_of(cast.sessie, Role.MEDEBEGELEIDER), PageClient()
    client.get(f"/rol/{link.token}/")
    cookie = client.cookies[link_cookie(link)]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_medebegeleider_does_not_close_the_day(cast: Cast) -> None:
    cast.step("uitleg", "uitleg")
    client = cast.client(link_of(cast.sessie, Role.MEDEBEGELEIDER))
    page = client.get(f"/begeleiden/{cast.sessie.pk}/").content.decode()
    assert "Sluit de dag af" not in page
    assert press(cast, client, "sluit") == 404
    assert Progress.objects.get(sessie=cast.sessie).ended_at is None

    assert press(cast, cast.client(cast.marieke), "sluit") == 200


def test_a_withdrawn_medebegeleider_is_told_so_and_can_press_nothing(cast: Cast) -> None:
    cast.step("uitleg", "uitleg")
    link = link_of(cast.sessie, Role.MEDEBEGELEIDER)
    client = cast.client(link)
    handing_out.withdraw(cast.coach, link)
    response = client.get(f"/begeleiden/{cast.sessie.pk}/")
    assert response.status_code == 404
    assert "Deze link werkt niet meer." in response.content.decode()
    assert press(cast, client, "pauze") == 404
    assert Progress.objects.get(sessie=cast.sessie).paused_at is None


def test_a_coach_with_an_account_stays_in_when_a_link_in_the_same_browser_is_withdrawn(
    cast: Cast,
) -> None:
    link = link_of(cast.sessie, Role.MEDEBEGELEIDER)
    client = cast.client(cast.marieke)
    client.get(f"/rol/{link.token}/")
    handing_out.withdraw(cast.coach, link)
    assert client.get(f"/begeleiden/{cast.sessie.pk}/").status_code == 200


@pytest.mark.parametrize("role", HELPERS)
def test_a_link_opens_its_own_day_only(cast: Cast, role: Role) -> None:
    client = cast.client(link_of(cast.other_sessie, role))
    client.cookies[f"{role}-{cast.sessie.pk}"] = client.cookies[f"{role}-{cast.other_sessie.pk}"]
    assert client.get(f"/begeleiden/{cast.sessie.pk}/").status_code == 404


@pytest.mark.parametrize("role", HELPERS)
def test_a_withdrawn_link_says_that_it_works_no_longer(cast: Cast, role: Role) -> None:
    link = link_of(cast.sessie, role)
    handing_out.withdraw(cast.coach, link)
    response = PageClient().get(f"/rol/{link.token}/")
    assert response.status_code == 404
    assert "Deze link werkt niet meer." in response.content.decode()
    assert link_cookie(link) not in response.cookies


@pytest.mark.parametrize("role", [Role.DEELNEMER, Role.SCHERM, Role.SCHOOLLEIDER])
def test_a_link_of_another_kind_opens_no_role(cast: Cast, role: Role) -> None:
    link = AccessLink.objects.create(sessie=cast.sessie, role=role)
    assert PageClient().get(f"/rol/{link.token}/").status_code == 404


def test_a_dataredacteur_prepares_the_datamuur_and_sees_nothing_of_the_day(cast: Cast) -> None:
    wall = BlockFactory.create(sessie=cast.sessie, instrument="datamuur", title="Onze cijfers")
    BlockFactory.create(sessie=cast.sessie, instrument="leerlingarena", title="Het gesprek")
    cast.step("uitleg", "uitleg", title="Geheime stap")
    assert cast.anna
    page = page_of(link_of(cast.sessie, Role.DATAREDACTEUR))
    assert f'href="/datamuur/{wall.pk}/kaarten/"' in page
    for hidden in ("Geheime stap", "Het gesprek", "Anna", cast.sessie.code, "/begeleiden/"):
        assert hidden not in page


def test_a_dataredacteur_makes_a_card_and_finds_the_way_back(cast: Cast) -> None:
    wall = BlockFactory.create(sessie=cast.sessie, instrument="datamuur")
    link = link_of(cast.sessie, Role.DATAREDACTEUR)
    client = cast.client(link)
    card = {"subject": "Verzuim", "strong_1": "Minder spijbelen", "attention_1": "Te laat komen"}
    response = client.post(f"/datamuur/{wall.pk}/kaarten/nieuw/", card, follow=True)
    page = response.content.decode()
    assert DataCard.objects.get(block=wall).subject == "Verzuim"
    assert f'href="/rol/{link.token}/"' in page
    assert "Terug naar de agenda" not in page


def test_an_open_preparation_leaves_with_the_link(cast: Cast) -> None:
    wall = BlockFactory.create(sessie=cast.sessie, instrument="datamuur")
    link = link_of(cast.sessie, Role.DATAREDACTEUR)
    client = cast.client(link)
    path = f"/datamuur/{wall.pk}/kaarten/"
    assert f'hx-ws:connect="/live/rol/{link.token}/"' in client.get(path).content.decode()

    handing_out.withdraw(cast.coach, link)
    response = client.get(path)
    assert response.status_code == 404
    assert "Deze link werkt niet meer." in response.content.decode()


def test_a_gespreksleider_waits_until_their_turn_then_leads(cast: Cast) -> None:
    cast.step("uitleg", "uitleg", title="Welkom")
    talk = cast.step("leerlingarena", "gesprek", running=False, title="Leerlingen vertellen")
    link = link_of(cast.sessie, Role.GESPREKSLEIDER)
    waiting = page_of(link)
    assert "Jouw beurt komt bij <strong>leerlingarena</strong>" in waiting
    assert "Nu bezig: <strong>Welkom</strong>" in waiting

    cast.run(talk)
    leading = page_of(link)
    assert "Leerlingen vertellen" in leading
    assert "Geef beurt" in leading
    assert "Wijs aan" not in leading


def test_an_aantekenaar_writes_during_the_talk_and_is_thanked_after_it(cast: Cast) -> None:
    talk = cast.step("leerlingarena", "gesprek")
    link = link_of(cast.sessie, Role.AANTEKENAAR)
    assert "Jij maakt aantekeningen voor iedereen" in page_of(link)

    cast.run(StepFactory.create(block=talk.block, phase="nabespreking", position=99))
    after = page_of(link)
    assert "Jij maakt aantekeningen" not in after
    assert 'class="composer"' not in after
    assert "Jouw deel is klaar" in after


@pytest.mark.parametrize("role", ONE_TASK)
def test_after_the_day_a_role_is_thanked(cast: Cast, role: Role) -> None:
    BlockFactory.create(sessie=cast.sessie, instrument="datamuur")
    Progress.objects.filter(sessie=cast.sessie).update(ended_at=timezone.now())
    cast.sessie.closed_at = timezone.now()
    cast.sessie.save()
    page = page_of(link_of(cast.sessie, role))
    assert "De dag is klaar" in page
    assert "voorbereiden" not in page.partition("<main")[2]


@pytest.mark.parametrize("role", ONE_TASK)
def test_a_role_without_a_block_of_its_own_has_a_quiet_page(cast: Cast, role: Role) -> None:
    assert "jij bent" in page_of(link_of(cast.sessie, role))


def test_the_page_costs_the_same_however_many_blocks_there_are(
    cast: Cast, django_assert_max_num_queries
) -> None:
    for _ in range(6):
        StepFactory.create(block__sessie=cast.sessie, block__instrument="datamuur", phase="lezen")
    link = link_of(cast.sessie, Role.DATAREDACTEUR)
    with django_assert_max_num_queries(9):
        page_of(link)
