"""Whatever happens to the socket of a page, the page notices within seconds and is right again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo, serve_demo
from tests.browser.store import Store, copied
from tests.browser.wire import Frame, Wire

HALF = "Dat we vaker"
# Two beats that do not come, and a socket that opens anew; milliseconds.
DEAD_AFTER = 25_000
A_CLOCK_THAT_JUMPS = """
    const now = Date.now;
    Date.now = () => now() + (window.asleep ?? 0);
"""
# What pages leave to chance is what a test says, once it says something.
A_CHANCE_THAT_IS_KNOWN = """
    const random = Math.random;
    Math.random = () => window.chance ?? random();
"""
FETCHED_AT = """performance.getEntriesByType("resource").filter(
    (entry) => entry.initiatorType === "fetch" && entry.name === location.href
).map((entry) => entry.startTime)"""
AN_HOUR_OF_SLEEP = "window.asleep = 3_600_000"


@pytest.fixture
def wire(screens: Screens, demo: Demo) -> Wire:
    page = opens_link(screens, demo, "Anna")
    page.add_init_script(A_CLOCK_THAT_JUMPS)
    page.add_init_script(A_CHANCE_THAT_IS_KNOWN)
    return Wire(page)


@pytest.fixture
def anna(screens: Screens, coach: Coach, wire: Wire) -> Teacher:
    """Anna is typing something, over a network that is not to be trusted."""
    anna = joins(screens, "Anna")
    settles_down(anna, wire)
    anna.post_it(LANE).press_sequentially(HALF)
    return anna


def settles_down(teacher: Teacher, wire: Wire) -> None:
    """Wait for a beat, and for the answer of the page that it has everything."""
    already = len(wire.said)
    teacher.waits_until(lambda: len(wire.said) > already)
    assert wire.said[-1] == str(wire.frames[-1]["n"])
    teacher.received.anew()


def is_still_typing(teacher: Teacher) -> None:
    teacher.never_reloaded()
    expect(teacher.post_it(LANE)).to_have_value(HALF)
    expect(teacher.post_it(LANE)).to_be_focused()


def brings(text: str) -> Callable[[Frame], bool]:
    return lambda frame: text in frame.get("content", "")


def test_what_got_lost_is_noticed_by_what_follows(wire: Wire, anna: Teacher, bram: Teacher) -> None:
    wire.loses = brings(HOPE)
    bram.puts_up(HOPE, LANE)
    bram.puts_up(SECOND, LANE)
    anna.reads(HOPE, SECOND)
    is_still_typing(anna)


def test_what_got_lost_is_noticed_when_nothing_follows(
    wire: Wire, anna: Teacher, bram: Teacher
) -> None:
    wire.loses = brings(HOPE)
    bram.puts_up(HOPE, LANE)
    anna.reads(HOPE)
    is_still_typing(anna)


def test_what_arrived_is_not_fetched_again(wire: Wire, anna: Teacher, bram: Teacher) -> None:
    bram.puts_up(HOPE, LANE)
    anna.reads(HOPE)
    already = len(wire.said)
    anna.waits_until(lambda: len(wire.said) > already)
    assert not anna.received.fetches
    assert len(wire.offers) == 1


def test_after_a_drop_only_what_was_missed_is_sent(
    wire: Wire, anna: Teacher, bram: Teacher
) -> None:
    place = [frame["at"] for frame in wire.frames if "at" in frame][-1]
    wire.breaks()
    bram.puts_up(HOPE, LANE)
    anna.reads(HOPE)
    assert wire.offers == [["scholendag"], ["scholendag", f"at.{place}"]]
    assert not anna.received.fetches
    is_still_typing(anna)


@pytest.mark.parametrize("code", [4408, 4500])
def test_who_is_asked_to_come_back_gets_what_was_told_and_not_read(
    wire: Wire, anna: Teacher, bram: Teacher, code: int
) -> None:
    wire.loses = brings(HOPE)
    bram.puts_up(HOPE, LANE)
    bram.reads(HOPE)
    wire.ends(code=code)
    anna.waits_until(lambda: len(wire.offers) == 2)
    anna.reads(HOPE)
    bram.puts_up(SECOND, LANE)
    anna.reads(SECOND)
    is_still_typing(anna)


@pytest.mark.parametrize("code", [4408, 4500])
def test_who_comes_back_to_a_server_that_does_not_know_what_was_missed_fetches(
    wire: Wire, anna: Teacher, bram: Teacher, code: int
) -> None:
    wire.brings(at="deadbeef.1")
    bram.puts_up(HOPE, LANE)
    anna.waits_until(lambda: anna.received.fetches)
    anna.received.anew()
    wire.brings(at="deadbeef.1")
    wire.ends(code=code)
    anna.waits_until(lambda: anna.received.fetches)
    assert wire.offers[1] == ["scholendag", "at.deadbeef.1"]
    anna.reads(HOPE)
    is_still_typing(anna)


def test_a_socket_that_died_without_a_word_is_replaced(
    wire: Wire, anna: Teacher, bram: Teacher
) -> None:
    wire.is_silent = True
    bram.puts_up(HOPE, LANE)
    expect(anna.note(HOPE)).to_have_count(1, timeout=DEAD_AFTER)
    assert len(wire.offers) == 2
    is_still_typing(anna)


def test_a_laptop_that_slept_is_right_at_once(wire: Wire, anna: Teacher, bram: Teacher) -> None:
    wire.is_silent = True
    bram.puts_up(HOPE, LANE)
    anna.reads_no(HOPE)
    anna.page.evaluate(AN_HOUR_OF_SLEEP)
    anna.waits_until(lambda: len(wire.offers) == 2, patience=4000)
    anna.reads(HOPE)
    is_still_typing(anna)


def test_a_socket_that_says_nothing_when_it_opens_is_not_believed(
    wire: Wire, anna: Teacher
) -> None:
    wire.loses = lambda frame: frame["n"] == 1
    wire.breaks()
    anna.waits_until(lambda: anna.received.fetches)
    is_still_typing(anna)


@pytest.mark.parametrize(("refresh", "spread"), [(True, 150), (150, 150), (3000, 3000)])
@pytest.mark.parametrize("chance", [0, 0.9])
def test_a_signal_to_fetch_is_followed_at_a_moment_of_chance_in_the_time_that_it_says(
    wire: Wire, anna: Teacher, refresh: int, spread: int, chance: float
) -> None:
    anna.page.evaluate("performance.clearResourceTimings()")
    started = anna.page.evaluate(f"(window.chance = {chance}, performance.now())")
    wire.brings(refresh=refresh)
    anna.waits_until(lambda: anna.received.fetches, patience=spread + 2000)
    [fetched] = anna.page.evaluate(FETCHED_AT)
    late = fetched - started - chance * spread
    assert -5 < late < 2000  # a timer may be some milliseconds early, and this machine busy
    is_still_typing(anna)


def test_who_lost_the_right_reloads_once_and_then_lets_it_be(wire: Wire, anna: Teacher) -> None:
    anna.received.anew()
    wire.ends(code=4404)
    anna.waits_until(lambda: len(wire.offers) == 2)
    settles_down(anna, wire)
    anna.settles_in()

    wire.ends(code=4404)
    anna.page.evaluate("dispatchEvent(new Event('online'))")
    anna.waits_until(lambda: len(anna.received.fetches) > 1)  # it still polls
    assert len(wire.offers) == 2
    anna.never_reloaded()


def test_a_restart_of_the_server_loses_and_doubles_nothing(
    browser: Browser, prepared_demo: Store, tmp_path: Path
) -> None:
    screens = Screens(browser)
    screens.expect("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
    screens.expect("Failed to fetch", "WebSocket connection", "htmx:ws:error")
    with copied(prepared_demo, tmp_path) as store:
        with serve_demo(store) as demo:
            coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
            coach.opens("Verwachtingen", "Verwachtingen")
            people = []
            for name in ("Anna", "Bram"):
                opens_link(screens, demo, name)
                people.append(joins(screens, name))
            anna, bram = people
            bram.puts_up(HOPE, LANE)
            anna.reads(HOPE)
            anna.post_it(LANE).press_sequentially(HALF)
        bram.tries_to_put_up(SECOND, LANE)
        bram.sees("Geen verbinding. Je tekst is bewaard")
        with serve_demo(store, port=demo.port):
            for teacher in people:
                teacher.reads(HOPE, SECOND)
            is_still_typing(anna)
            anna.page.keyboard.press("Enter")
            bram.reads(HALF)
    screens.close()
    assert not screens.troubles
