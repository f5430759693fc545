"""Whose link is withdrawn leaves every page at once; the others notice nothing."""

import pytest
from channels.db import database_sync_to_async

from scholendag.live import audiences
from scholendag.live.consumers import NO_LONGER_WELCOME
from scholendag.sessies import handing_out
from scholendag.sessies.actors import HELPERS
from scholendag.sessies.models import AccessLink
from tests.live.day.happenings import happens, shown
from tests.roles import link_of

pytestmark = pytest.mark.django_db(transaction=True)

Role = AccessLink.Role
DAY = [Role.GESPREKSLEIDER, Role.AANTEKENAAR, Role.VERTELLER, Role.MEDEBEGELEIDER]


@pytest.fixture
def links(day):
    """A link in every role, and a second medebegeleider."""
    return {role: link_of(day.sessie, role) for role in HELPERS}


@pytest.fixture
def other(day):
    return link_of(day.sessie, Role.MEDEBEGELEIDER, "Ravi")


@pytest.mark.parametrize("role", HELPERS)
async def test_the_page_of_a_withdrawn_link_closes_at_once(day, page, links, role):
    open_page = await page(f"/live/rol/{links[role].token}/")

    own = [audiences.everyone(day.sessie.pk), audiences.coaches(day.sessie.pk)]
    await happens(handing_out.withdraw, day.coach, links[role], then=own)

    assert await open_page.closed() == NO_LONGER_WELCOME
    assert open_page.nothing_more()


async def test_the_begeleider_page_of_a_medebegeleider_closes_too(day, page, begeleiden, links):
    link = links[Role.MEDEBEGELEIDER]
    joris = await page(f"/live/begeleiden/{day.sessie.pk}/", who=link)
    marieke = await begeleiden(day.marieke)

    await happens(handing_out.withdraw, day.coach, link, then=[audiences.coaches(day.sessie.pk)])

    assert await joris.closed() == NO_LONGER_WELCOME
    assert joris.nothing_more()
    assert "geheim" in await marieke.everything(until="geheim")


async def test_the_page_of_who_looks_back_closes_when_its_link_is_replaced(day, page):
    old = await database_sync_to_async(link_of)(day.sessie, Role.SCHOOLLEIDER, "")
    other = await database_sync_to_async(link_of)(day.sessie, Role.SCHOOLLEIDER, "Ravi")
    open_page = await page(f"/live/terugkijken/{old.token}/")
    of_another = await page(f"/live/terugkijken/{other.token}/")

    own = [audiences.everyone(day.sessie.pk), audiences.coaches(day.sessie.pk)]
    await happens(handing_out.renew, day.coach, old, then=own)
    assert await open_page.closed() == NO_LONGER_WELCOME
    assert open_page.nothing_more()

    # Who holds a link with a name stays, hears nothing of the day, and leaves in turn.
    await happens(handing_out.withdraw, day.coach, other, then=own)
    assert await of_another.closed() == NO_LONGER_WELCOME
    assert of_another.nothing_more()

    for link in (old, other):
        back = await page(f"/live/terugkijken/{link.token}/", is_welcome=False)
        assert await back.closed() == NO_LONGER_WELCOME


async def test_the_others_notice_nothing(day, page, dag, links, other):
    anna, ravi = await dag(day.anna), await page(f"/live/rol/{other.token}/")

    await happens(handing_out.withdraw, day.coach, links[Role.MEDEBEGELEIDER])
    await shown(audiences.everyone(day.sessie.pk), "verder")

    told = await anna.told()
    assert "verder" in told["content"]
    assert "refresh" not in told
    assert "verder" in await ravi.everything(until="verder")


async def test_a_withdrawn_link_lets_nobody_back_in(day, page, links):
    link = links[Role.MEDEBEGELEIDER]
    await happens(handing_out.withdraw, day.coach, link)
    for path in (f"/live/rol/{link.token}/", f"/live/begeleiden/{day.sessie.pk}/"):
        back = await page(path, who=link, is_welcome=False)
        assert await back.closed() == NO_LONGER_WELCOME


@pytest.mark.parametrize("role", DAY)
async def test_who_helps_on_the_day_hears_what_everyone_hears(day, page, links, role):
    one = await page(f"/live/rol/{links[role].token}/")
    await shown(audiences.everyone(day.sessie.pk), "verder")
    assert "verder" in await one.everything(until="verder")


@pytest.mark.parametrize("role", [role for role in HELPERS if role != Role.MEDEBEGELEIDER])
async def test_one_task_hears_no_coaches_and_no_other_task(day, page, links, role):
    one = await page(f"/live/rol/{links[role].token}/")
    secrets = [audiences.coaches(day.sessie.pk), audiences.participant(day.anna.pk)]
    secrets += [audiences.helpers(day.sessie.pk, another) for another in HELPERS if another != role]
    if role == Role.DATAREDACTEUR:
        secrets.append(audiences.everyone(day.sessie.pk))
    for secret in secrets:
        await shown(secret, "geheim")
    await shown(audiences.helpers(day.sessie.pk, role), "einde")
    assert "geheim" not in await one.everything(until="einde")
