import pytest
from django.utils import timezone

from scholendag.sessies import rules
from scholendag.sessies.models import AccessLink
from tests.cast import Cast

Role = AccessLink.Role


def test_people_can_join_until_the_day_is_closed(cast: Cast) -> None:
    assert rules.may_join(cast.sessie)
    cast.sessie.closed_at = timezone.now()
    assert not rules.may_join(cast.sessie)


def test_there_is_place_up_to_the_limit() -> None:
    assert rules.has_place(rules.MAX_PARTICIPANTS - 1)
    assert not rules.has_place(rules.MAX_PARTICIPANTS)


def test_only_a_begeleider_of_the_same_day_may_remove_someone(cast: Cast) -> None:
    assert rules.may_remove(cast.coach, cast.anna)
    assert not rules.may_remove(cast.coach, cast.zoe)
    assert not rules.may_remove(cast.actor(cast.bram), cast.anna)
    assert not rules.may_remove(cast.actor(cast.anna), cast.anna)


@pytest.mark.parametrize(
    ("role", "may"), [(Role.SCHERM, True), (Role.SCHOOLLEIDER, True), (Role.DEELNEMER, False)]
)
def test_which_links_a_begeleider_may_renew(cast: Cast, role: Role, may: bool) -> None:
    link = AccessLink(sessie=cast.sessie, role=role)
    assert rules.may_renew(cast.coach, link) is may
    assert not rules.may_renew(cast.actor(cast.anna), link)
    assert not rules.may_renew(cast.coach, AccessLink(sessie=cast.other_sessie, role=role))
