"""How far a page has read is what it says itself; who stays behind is asked to come back."""

from typing import ClassVar

import pytest

from scholendag.live import outbox
from scholendag.live.consumers import TOO_SLOW, LiveConsumer
from tests.live.pages import someone, tell, until


@pytest.fixture(autouse=True)
def little_may_be_unread(monkeypatch):
    monkeypatch.setattr(outbox, "UNREAD_CHARACTERS", 1000)
    monkeypatch.setattr("scholendag.live.hub.MERGE_SECONDS", 0)


class Answered(LiveConsumer):
    """Counts the answers of the page that it has looked at."""

    looked_at: ClassVar[int] = 0

    async def receive(self, *args, **kwargs):
        await super().receive(*args, **kwargs)
        Answered.looked_at += 1


async def answer(page, **what):
    before = Answered.looked_at
    await page.say(**what)
    await until(lambda: Answered.looked_at > before)


async def test_who_never_says_that_it_read_is_closed(page):
    anna = page(someone("room.1"))
    await anna.open()

    for number in range(4):
        await tell("room.1", f"{number}" * 300)

    assert await anna.code() == TOO_SLOW


async def test_who_says_that_it_read_stays(page):
    anna = page(someone("room.1"), consumer=Answered)
    await anna.open()

    for number in range(10):
        await tell("room.1", f"{number}" * 300)
        frame = await anna.frame()
        assert frame["content"] == f"{number}" * 300
        await answer(anna, text=f"{frame['n']}")


async def test_what_was_read_before_does_not_count_for_what_comes_after(page):
    anna = page(someone("room.1"), consumer=Answered)
    await anna.open()
    await answer(anna, text="1")

    for number in range(4):
        await tell("room.1", f"{number}" * 300)
        await answer(anna, text="1")

    assert await anna.code() == TOO_SLOW


async def test_one_frame_may_be_as_large_as_it_is(page):
    anna = page(someone("room.1"), consumer=Answered)
    await answer(anna, text=f"{(await anna.open())['n']}")

    await tell("room.1", "x" * 5000)

    assert await anna.told() == {"content": "x" * 5000}


@pytest.mark.parametrize(
    "hostile",
    [
        {"text": "9" * 10_000},
        {"text": "-1"},
        {"text": ""},
        {"text": "1e9"},
        {"text": "٩"},
        {"text": " 9 "},
        {"text": "9\n"},
        {"text": '{"n": 9}'},
        {"text": "null"},
        {"data": b"9"},
        {"data": b"\x00\xff" * 1000},
    ],
    ids=str,
)
async def test_nonsense_is_no_answer_and_harms_nobody(page, hostile):
    anna, bram = page(someone("room.1"), consumer=Answered), page(someone("room.1"))
    await anna.open()
    await bram.open()

    await tell("room.1", "a" * 300)
    await anna.frame()
    await answer(anna, **hostile)
    assert (await bram.frame())["n"] == 2
    await bram.say("2")

    for _ in range(3):
        await tell("room.1", "b" * 300)
        await answer(anna, **hostile)
    assert await anna.code() == TOO_SLOW
