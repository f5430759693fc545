"""What the coach asks about people: who sits apart, who together. It holds for every division."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scholendag.breakouts.assign import Wishes
from scholendag.breakouts.models import Room, Wish
from scholendag.breakouts.queries import Seating
from scholendag.breakouts.ways import Way
from scholendag.breakouts.wording import listed
from scholendag.sessies.models import Participant, Sessie


@dataclass(frozen=True)
class Asked:
    """A wish and those of its people who take part."""

    wish: Wish
    people: list[Participant]

    @property
    def names(self) -> str:
        """Such as "Anna en Bram"."""
        return listed([person.name for person in self.people])


def wishes_of(sessie: Sessie) -> list[Asked]:
    """All wishes that say something: at least two of their people take part; in two queries."""
    found = Wish.objects.filter(sessie=sessie).prefetch_related("people")
    asked = [Asked(wish, [p for p in wish.people.all() if not p.removed_at]) for wish in found]
    return [one for one in asked if len(one.people) > 1]


def asked(sessie: Sessie, way: Way) -> Wishes:
    """The wishes as `assign` takes them."""
    by_kind: dict[str, list[frozenset[int]]] = {Wish.Kind.APART: [], Wish.Kind.TOGETHER: []}
    for one in wishes_of(sessie):
        by_kind[one.wish.kind].append(frozenset(person.pk for person in one.people))
    return Wishes(
        mix=way.mix,
        only_new=way.only_new,
        within_team=way.within_team,
        apart=tuple(by_kind[Wish.Kind.APART]),
        together=tuple(by_kind[Wish.Kind.TOGETHER]),
    )


def not_granted(wishes: Iterable[Asked], rooms: Sequence[Seating]) -> list[str]:
    """What these rooms do other than was asked, in sentences."""
    room_of = {person.pk: one.room for one in rooms for person in one.people}
    return [sentence for wish in wishes if (sentence := _complaint(wish, room_of))]


def _complaint(asked: Asked, room_of: Mapping[int, Room]) -> str:
    seated = [person for person in asked.people if person.pk in room_of]
    rooms = {room_of[person.pk] for person in seated}
    if asked.wish.kind == Wish.Kind.TOGETHER:
        return f"{_names(seated)} zitten niet bij elkaar." if len(rooms) > 1 else ""
    here = [[p for p in seated if room_of[p.pk] == room] for room in rooms]
    both = [people for people in here if len(people) > 1]
    return " ".join(f"{_names(people)} zitten toch bij elkaar." for people in both)


def _names(people: Iterable[Participant]) -> str:
    return listed([person.name for person in people])
