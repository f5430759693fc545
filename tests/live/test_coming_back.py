"""A page that was away for a moment is told what it missed: no more, no less, nothing twice."""

import json
import random

import pytest

from scholendag.live.consumers import LiveConsumer
from scholendag.live.history import KEEP_MESSAGES, KEEP_SECONDS
from tests.live.pages import regroup, someone, tell, until


@pytest.fixture
def away(page, hub):
    """Someone whose page closed a moment ago; makes the page that comes back."""
    viewer = someone("participant.1", "room.1")

    async def leave(at=None, consumer=LiveConsumer):
        before = page(viewer)
        await before.open()
        await before.close()
        return page(viewer, at=at or before.at, consumer=consumer)

    return leave


@pytest.fixture
def heard(hub):
    """Push, and wait until it has come in at this process."""

    async def push(what):
        before = hub.history.position
        await what
        await until(lambda: hub.history.position > before)

    return push


async def test_who_missed_nothing_fetches_nothing(away):
    anna = await away()
    assert await anna.open() == {"n": 1, "at": anna.at}


async def test_what_was_missed_is_told_in_order_and_merged(away, heard):
    anna = await away()
    await heard(tell("room.1", "[1]", about="teller"))
    await heard(tell("participant.1", "[briefje]"))
    await heard(tell("room.2", "[geheim van kamer 2]"))
    await heard(tell("room.1", "[2]", about="teller"))

    first = await anna.open()

    assert first == {"n": 1, "at": anna.at, "content": "[briefje][2]"}
    await tell("room.1", "[3]")
    assert await anna.told() == {"content": "[3]"}


@pytest.fixture(autouse=True)
def another_hears_room_2(page):
    """So that a note of another room comes in here too."""
    return page(someone("room.2"))


@pytest.fixture(autouse=True)
async def another_is_there(another_hears_room_2, hub):
    await another_hears_room_2.open()


async def test_what_goes_to_this_page_alone_is_kept_while_it_is_away(away, heard):
    anna = await away()
    await heard(tell("participant.1", "alleen voor Anna"))

    assert (await anna.open())["content"] == "alleen voor Anna"


async def test_nothing_is_told_twice_to_who_comes_back_in_the_middle_of_a_burst(
    away, heard, monkeypatch
):
    monkeypatch.setattr("scholendag.live.hub.MERGE_SECONDS", 0.2)

    class InTheMiddle(LiveConsumer):
        async def accept(self, *args, **kwargs):
            await heard(tell("room.1", "[tijdens]"))
            await heard(tell("room.1", "[ook tijdens]"))
            await super().accept(*args, **kwargs)

    anna = await away(consumer=InTheMiddle)
    await heard(tell("room.1", "[weg]"))

    assert (await anna.open())["content"] == "[weg][tijdens][ook tijdens]"
    await tell("room.1", "[einde]")
    assert await anna.contents(until="[einde]") == "[einde]"


async def test_who_comes_back_twice_is_told_twice_only_what_it_never_got(away, page, heard):
    anna = await away()
    await heard(tell("room.1", "[1]"))
    await anna.open()
    await anna.close()
    await heard(tell("room.1", "[2]"))

    again = page(someone("participant.1", "room.1"), at=anna.at)
    assert (await again.open())["content"] == "[2]"


async def test_who_may_hear_something_else_by_now_fetches_everything(away, heard):
    anna = await away()
    await heard(regroup("participant.1"))
    await heard(tell("room.1", "misschien geheim"))

    assert await anna.open() == {"n": 1, "at": anna.at, "refresh": 150}


@pytest.mark.parametrize("at", ["deadbeef.1", "deadbeef.999999999999999999"])
async def test_who_was_served_by_another_process_fetches_everything(away, at):
    anna = await away(at=at)
    assert await anna.open() == {"n": 1, "at": anna.at, "refresh": 150}


@pytest.mark.parametrize("at", ["..", "1", "x.1", "deadbeef.-1", "deadbeef." + "9" * 30])
async def test_a_made_up_moment_counts_as_none(away, at):
    anna = await away(at=at)
    assert (await anna.open())["refresh"] == 150


async def test_who_was_away_for_too_long_fetches_everything(away, heard, hub):
    anna = await away()
    await heard(tell("room.1", "lang geleden"))
    hub.history.tidy(hub.loop.time() + KEEP_SECONDS + 1)

    assert (await anna.open())["refresh"] == 150


async def test_who_missed_very_much_fetches_everything(away, hub):
    anna = await away()
    before = hub.history.position
    for number in range(KEEP_MESSAGES + 1):
        await tell("room.1", f"{number}")
    await until(lambda: hub.history.position > before + KEEP_MESSAGES)

    assert (await anna.open()).keys() == {"n", "at", "refresh"}


async def test_after_a_start_of_the_server_the_fetching_is_spread(page, hub):
    hub.crowded_until = hub.loop.time() + 60
    assert (await page(someone("room.1"), at="deadbeef.1").open())["refresh"] == 3000


CROWD = 200


@pytest.fixture
def clock(hub, monkeypatch):
    """The time of the event loop, which only goes on when a test says so."""
    clock = {"now": hub.loop.time()}
    monkeypatch.setattr(hub.loop, "time", lambda: clock["now"])
    return clock


def spread_of(hub, at="deadbeef.1"):
    """Over how many milliseconds a page with this `at` is to spread its fetching; 0 for none."""
    return json.loads(hub.since(at, [])).get("refresh", 0)


async def test_pages_of_a_process_that_ended_do_not_all_fetch_at_once_elsewhere(hub, clock):
    chance = random.Random(1)
    moments = sorted(chance.random() * spread_of(hub) for _ in range(CROWD))

    at_once = max(
        sum(start <= moment < start + 150 for moment in moments) for start in range(0, 3000, 10)
    )
    assert at_once < CROWD / 4
    assert moments[-1] < 3000


async def test_who_comes_back_alone_after_a_crowd_is_quick_again(hub, clock):
    assert [spread_of(hub) for _ in range(CROWD)][-1] == 3000
    clock["now"] += 60
    assert spread_of(hub) == 150


async def test_who_needs_not_fetch_makes_nobody_wait(hub, clock):
    assert [spread_of(hub, hub.at) for _ in range(CROWD)] == [0] * CROWD
    assert spread_of(hub) == 150
