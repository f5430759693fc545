"""Requests that come in at one moment are answered together, and each gets its own answer."""

import asyncio
import threading
from collections.abc import Sequence

import pytest
from asgiref.testing import ApplicationCommunicator
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from scholendag.live.later import Later, answers_later, later
from scholendag.threads import WAVE, Pages, in_threads

# What was finished together, in order.
rounds: list[list[str]] = []
may_go = threading.Event()


@answers_later
@csrf_exempt
def write(request: HttpRequest) -> HttpResponse:
    """Waits to be told to go on, and finishes its text together with the others."""
    text = request.POST["text"]
    if text == "eerst":
        assert may_go.wait(10)
    if text == "fout in de pagina":
        raise ZeroDivisionError
    return later(text, finish)


def finish(answers: Sequence[Later[str]]) -> None:
    """Fails for all when one is wrong, as a transaction would."""
    texts = [answer.job for answer in answers]
    if "fout" in texts:
        raise ValueError
    rounds.append(texts)
    for answer in answers:
        answer.become(HttpResponse(answer.job.upper(), status=201))


def read(request: HttpRequest) -> HttpResponse:
    return HttpResponse("gelezen")


urlpatterns = [path("schrijf/", write), path("lees/", read)]


@pytest.fixture(autouse=True)
def fresh() -> None:
    rounds.clear()
    may_go.clear()


@pytest.fixture
def served(fresh: None):
    with override_settings(
        ROOT_URLCONF=__name__, MIDDLEWARE=["django.middleware.common.CommonMiddleware"]
    ):
        yield in_threads(Pages(), threads=2, most_bytes=1000)


def scope(method: str, url: str, length: int) -> dict[str, object]:
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": url,
        "query_string": b"",
        "headers": [
            (b"host", b"testserver"),
            (b"content-type", b"application/x-www-form-urlencoded"),
            (b"content-length", str(length).encode()),
        ],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 50000),
    }


class Browser:
    """One request, and its answer."""

    def __init__(self, served, text: str = "", method: str = "POST", url: str = "/schrijf/"):
        self.body = f"text={text}".encode()
        self.wire = ApplicationCommunicator(served, scope(method, url, len(self.body)))

    async def send(self) -> None:
        await self.wire.send_input({"type": "http.request", "body": self.body})

    async def answer(self) -> tuple[int, str]:
        start = await self.wire.receive_output(10)
        content = (await self.wire.receive_output(10))["body"].decode()
        length = dict(start["headers"]).get(b"content-length")
        assert length is None or int(length) == len(content.encode())
        return start["status"], content


async def all_sent(*browsers: Browser) -> None:
    """Each request is in, in this order."""
    for browser in browsers:
        await browser.send()
        for _ in range(9):  # turns of the event loop, not time
            await asyncio.sleep(0)


async def answers(*browsers: Browser) -> list[tuple[int, str]]:
    """The first keeps the wave busy until all others are in."""
    await all_sent(*browsers)
    may_go.set()
    return [await browser.answer() for browser in browsers]


async def test_the_first_goes_at_once_and_who_comes_meanwhile_is_answered_together(served):
    browsers = [Browser(served, text) for text in ("eerst", "een", "twee", "drie")]

    got = await answers(*browsers)

    assert got == [(201, "EERST"), (201, "EEN"), (201, "TWEE"), (201, "DRIE")]
    assert rounds == [["eerst"], ["een", "twee", "drie"]]


async def test_what_spoils_it_for_one_does_not_for_the_others(served, caplog):
    texts = ("eerst", "goed", "fout", "fout in de pagina", "beter")
    got = await answers(*(Browser(served, text) for text in texts))

    assert [status for status, _ in got] == [201, 201, 500, 500, 201]
    assert rounds == [["eerst"], ["goed"], ["beter"]]


async def test_no_wave_is_longer_than_people_want_to_wait(served):
    browsers = [Browser(served, "eerst"), *(Browser(served, str(n)) for n in range(WAVE + 1))]

    await answers(*browsers)

    assert [len(texts) for texts in rounds] == [1, WAVE, 1]


async def test_a_page_does_not_wait_for_a_wave(served):
    first = Browser(served, "eerst")
    await first.send()
    page = Browser(served, method="GET", url="/lees/")
    await page.send()
    assert await page.answer() == (200, "gelezen")

    may_go.set()
    assert await first.answer() == (201, "EERST")


async def test_who_left_does_not_keep_the_others_from_their_answer(served):
    first, gone, stays = (Browser(served, text) for text in ("eerst", "weg", "blijft"))
    await all_sent(first, gone, stays)
    gone.wire.future.cancel()

    may_go.set()
    assert await first.answer() == (201, "EERST")
    assert await stays.answer() == (201, "BLIJFT")


async def test_too_much_is_refused_in_words(served):
    browser = Browser(served, "x" * 1001)
    await browser.send()
    status, words = await browser.answer()

    assert status == 413
    assert "te veel" in words
    assert rounds == []


def test_outside_the_server_an_answer_is_finished_in_its_own_request():
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        answer = Client().post("/schrijf/", {"text": "hier"})

    assert (answer.status_code, answer.content) == (201, b"HIER")
    assert rounds == [["hier"]]
