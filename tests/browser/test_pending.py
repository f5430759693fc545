"""A post-it hangs on the board of its writer at once, until the real one takes its place."""

import pytest
from playwright.sync_api import expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND, THIRD
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.post import Post
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.wire import Wire

SENDING = "wordt bewaard…"
FULL = "Je kunt er niet meer bij plakken. Haal er eerst een weg."
BLINK = 100  # milliseconds
# From the key until the note can be seen, in the page itself.
WATCH = """() => {
    const seen = () => document.querySelector(".note.is-pending");
    addEventListener("keydown", () => {
        const began = performance.now();
        requestAnimationFrame(() => (window.took = seen() ? performance.now() - began : NaN));
    }, { once: true });
}"""
# Every moment at which the page shows a note not once.
COUNT = """(text) => {
    window.odd = [];
    const look = () => {
        const notes = [...document.querySelectorAll(".note")];
        const times = notes.filter((note) => note.textContent.includes(text)).length;
        if (times !== 1) window.odd.push(times);
        requestAnimationFrame(look);
    };
    look();
}"""


@pytest.fixture
def post(anna: Teacher) -> Post:
    return Post(anna.page)


def hangs_once_all_the_time(anna: Teacher) -> None:
    assert anna.page.evaluate("window.odd") == []


def test_a_note_hangs_there_within_a_blink_and_the_field_is_free(
    anna: Teacher, bram: Teacher, post: Post
) -> None:
    anna.post_it(LANE).fill(HOPE)
    anna.page.evaluate(WATCH)
    anna.post_it(LANE).press("Enter")
    anna.waits_until(lambda: anna.page.evaluate("window.took"))
    assert anna.page.evaluate("window.took") < BLINK
    expect(anna.note(HOPE)).to_contain_text(SENDING)
    expect(anna.post_it(LANE)).to_be_focused()

    anna.page.keyboard.type(SECOND)
    anna.page.keyboard.press("Enter")
    expect(anna.note(SECOND)).to_contain_text(SENDING)
    bram.reads_no(HOPE)
    post.goes_on()
    for viewer in (anna, bram):
        notes = viewer.stage.locator(".note__text")
        expect(notes).to_have_text([HOPE, SECOND])
    anna.sees_no(SENDING)
    assert len(post.sent) == 2


def test_it_is_never_doubled_and_never_gone(
    coach: Coach, anna: Teacher, bram: Teacher, post: Post
) -> None:
    anna.tries_to_put_up(HOPE, LANE)
    expect(anna.note(HOPE)).to_contain_text(SENDING)
    anna.page.evaluate(COUNT, HOPE)
    # The board changes around it, and the page fetches itself.
    bram.puts_up(THIRD, LANE)
    anna.reads(THIRD)
    anna.received.anew()
    anna.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
    anna.waits_until(lambda: anna.received.fetches)
    anna.reads(HOPE)
    post.goes_on()
    expect(anna.menu(HOPE)).to_be_visible()
    bram.reads(HOPE)
    hangs_once_all_the_time(anna)


def test_the_push_may_come_before_the_answer(anna: Teacher, bram: Teacher) -> None:
    held = []
    anna.page.route("**/notities/", lambda route: held.append((route, route.fetch())))
    anna.tries_to_put_up(HOPE, LANE)
    anna.page.evaluate(COUNT, HOPE)
    bram.reads(HOPE)
    expect(anna.menu(HOPE)).to_be_visible()
    anna.sees_no(SENDING)
    [(route, response)] = held
    route.fulfill(response=response)
    anna.puts_up(SECOND, LANE)
    anna.waits_until(lambda: len(held) == 2)
    bram.reads(HOPE, SECOND)
    hangs_once_all_the_time(anna)
    held[1][0].fulfill(response=held[1][1])


def test_after_a_reload_it_still_hangs_there_and_goes_on(
    anna: Teacher, bram: Teacher, post: Post
) -> None:
    for text in (HOPE, SECOND):
        anna.tries_to_put_up(text, LANE)
    anna.waits_until(lambda: post.held)
    post.held.clear()
    anna.page.reload()
    for text in (HOPE, SECOND):
        expect(anna.note(text)).to_contain_text(SENDING)
    post.goes_on()
    bram.reads(HOPE, SECOND)
    anna.sees_no(SENDING)
    anna.reads(HOPE, SECOND)
    assert len(set(post.sent)) == 2


def test_another_tab_shows_it_too(
    screens: Screens, anna: Teacher, bram: Teacher, post: Post
) -> None:
    other = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    anna.tries_to_put_up(HOPE, LANE)
    expect(other.note(HOPE)).to_contain_text(SENDING)
    post.goes_on()
    for viewer in (anna, other, bram):
        viewer.reads(HOPE)
        viewer.sees_no(SENDING)


def test_another_tab_sends_what_a_closed_one_could_not(
    screens: Screens, anna: Teacher, bram: Teacher, post: Post
) -> None:
    screens.expect("AbortError")  # as if a request took so long
    other = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    other.page.clock.install()
    anna.tries_to_put_up(HOPE, LANE)
    anna.waits_until(lambda: post.held)
    expect(other.note(HOPE)).to_contain_text(SENDING)
    post.held.clear()
    anna.page.close()
    post.goes_on()
    other.page.clock.run_for(21_000)
    bram.reads(HOPE)
    assert len(set(post.sent)) == 1


def test_what_is_refused_while_someone_goes_on_typing_stays_with_the_reason(
    anna: Teacher, bram: Teacher, post: Post
) -> None:
    for text in (HOPE, SECOND, THIRD):
        anna.tries_to_put_up(text, LANE)
    anna.post_it(LANE).press_sequentially("Nog iets")
    post.goes_on()
    expect(anna.note(THIRD)).to_contain_text(FULL)
    expect(anna.post_it(LANE)).to_have_value("Nog iets")

    anna.page.reload()
    expect(anna.note(THIRD)).to_contain_text(FULL)
    anna.presses("Zet terug in het vak")
    expect(anna.post_it(LANE)).to_have_value(f"Nog iets\n{THIRD}")
    expect(anna.post_it(LANE)).to_be_focused()
    anna.reads_no(THIRD)
    bram.reads_no(THIRD)


def test_what_is_refused_can_be_thrown_away(anna: Teacher, post: Post) -> None:
    for text in (HOPE, SECOND, THIRD):
        anna.tries_to_put_up(text, LANE)
    anna.post_it(LANE).press_sequentially("Nog iets")
    post.goes_on()
    anna.confirms("Gooi weg")
    anna.reads_no(THIRD)
    anna.page.reload()
    anna.reads(HOPE, SECOND)
    anna.reads_no(THIRD)


def has_a_round(teacher: Teacher) -> None:
    """The silence before it is over on this page too, or there is nothing that can be shown."""
    expect(teacher.stage.locator(".board[data-waits]")).to_have_count(1)


def test_in_a_hidden_round_it_is_its_writers_alone(
    screens: Screens, coach: Coach, anna: Teacher, bram: Teacher, post: Post
) -> None:
    coach.opens("Inspiratieverhaal", "Wat raakte je")
    for teacher in (anna, bram):
        teacher.is_at("Wat raakte je")
    for viewer in (coach, bram):
        viewer.received.anew()
    anna.tries_to_put_up(HOPE, "Wat raakte je?")
    expect(anna.note(HOPE)).to_contain_text(SENDING)
    post.goes_on()
    anna.sees("Je tekst is klaar. Straks ziet iedereen hem tegelijk.")
    anna.reads(HOPE)
    for viewer in (coach, bram):
        viewer.reads_no(HOPE)
        assert not viewer.received.holds(HOPE)
    for viewer in (anna, bram):
        has_a_round(viewer)
    coach.presses("Toon alles")
    for viewer in (anna, bram, coach):
        viewer.reads(HOPE)
    heard = "Alle teksten staan er nu: 1 post-it."
    for viewer in (anna, bram):
        expect(viewer.page.get_by_role("status").filter(has_text=heard)).to_have_count(1)


def test_without_a_socket_it_is_replaced_as_well(
    screens: Screens, demo: Demo, coach: Coach, bram: Teacher
) -> None:
    wire = Wire(opens_link(screens, demo, "Cas"))
    wire.is_blocked = True
    cas = joins(screens, "Cas", is_live=False)
    cas.puts_up(HOPE, LANE)
    bram.reads(HOPE)
    expect(cas.menu(HOPE)).to_be_visible()
    cas.reads(HOPE)
