"""The wireless network of a conference hall blinks: 600 people come back within a second."""

from tests.faults.room import Room, room, together
from tests.faults.servers import serving
from tests.faults.store import Store

PEOPLE = 300
WRITERS = 20
SECONDS = 240


async def test_six_hundred_people_come_back_at_once(embedded: Store) -> None:
    async with (
        serving(embedded) as [server],
        room(embedded, server.port, PEOPLE, day=0) as one,
        room(embedded, server.port, PEOPLE, day=1) as other,
    ):
        for people in (one, other):
            await people.is_quiet()
        for people in (one, other):
            drop_everyone(people)
        writers = [*one.people[:WRITERS], *other.people[:WRITERS]]
        await together((person.writes(f"Hoop van {person.name}") for person in writers), SECONDS)
        for people in (one, other):
            await people.are_live()
            await people.agree()
            assert all(person.page.openings > 1 for person in people.people)
            await people.lives_on()
            people.nobody_saw_an_error()
        assert "Traceback" not in server.log.read_text()


def drop_everyone(people: Room) -> None:
    """Each of them tries again within a second."""
    for person in people.people:
        person.page.drop_socket()
