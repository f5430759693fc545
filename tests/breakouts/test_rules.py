"""Who may do what with groups."""

from django.utils import timezone

from scholendag.breakouts import actions, rules
from scholendag.sessies.actors import Actor, Role
from tests.breakouts.groups import fixed
from tests.cast import Cast


def test_only_the_coach_arranges_and_only_until_the_end(cast: Cast) -> None:
    assert rules.may_arrange(cast.coach)
    assert not rules.may_arrange(cast.actor(cast.anna))
    for role in (Role.SCHERM, Role.SCHOOLLEIDER, Role.BORD):
        assert not rules.may_arrange(Actor(cast.sessie, role))
    cast.sessie.closed_at = timezone.now()
    assert not rules.may_arrange(cast.coach)


def test_who_sits_in_a_fixed_room_may_take_the_pen(cast: Cast) -> None:
    anna = cast.actor(cast.anna)
    division = actions.divide(cast.sessie, "trio", "trio")
    room = division.rooms.get()
    assert not rules.may_take_pen(anna, room)
    actions.fix(division)
    assert rules.may_take_pen(anna, room)
    assert not rules.may_take_pen(cast.coach, room)
    assert not rules.may_take_pen(cast.actor(cast.bram), room)
    assert not rules.may_take_pen(cast.actor(cast.zoe), room)


def test_a_closed_day_or_a_removed_person_ends_the_writing(cast: Cast) -> None:
    anna = cast.actor(cast.anna)
    room = fixed(cast.sessie).rooms.get()
    cast.anna.removed_at = timezone.now()
    assert not rules.may_take_pen(anna, room)
    cast.anna.removed_at = None
    cast.sessie.closed_at = timezone.now()
    assert not rules.may_take_pen(anna, room)
