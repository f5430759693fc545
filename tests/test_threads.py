"""Pages in threads: the whole body or nothing, side by side, and an error is an answer."""

import asyncio
import threading
from contextlib import contextmanager

import pytest
from asgiref.testing import ApplicationCommunicator
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from scholendag.live.bodies import takes_up_to
from scholendag.live.door import CROWD
from scholendag.live.hub import Hub
from scholendag.threads import Pages, in_threads

MOST_BYTES = 10_000
reached: list[bytes] = []


@csrf_exempt
def echo(request: HttpRequest) -> HttpResponse:
    reached.append(request.body)
    answer = HttpResponse(request.body)
    answer["X-Als"] = request.headers.get("X-Als", "")
    answer.set_cookie("een", "1")
    answer.set_cookie("twee", "2")
    return answer


@csrf_exempt
def both(request: HttpRequest) -> HttpResponse:
    """Answers when two are here."""
    meeting.wait()
    return HttpResponse(request.body)


@csrf_exempt
def slow(request: HttpRequest) -> HttpResponse:
    assert request.body == b"vlug" or may_go.wait(10)
    return HttpResponse(request.body)


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


@takes_up_to(3 * MOST_BYTES)
def large(request: HttpRequest) -> HttpResponse:
    return echo(request)


urlpatterns = [
    path("", echo),
    path("groot/", large),
    path("samen/", both),
    path("traag/", slow),
    path("kapot/", broken),
]
# As the live region is fetched.
OF_THE_PAGE = [(b"hx-request", b"true"), (b"hx-source", b"main#stage")]
meeting = threading.Barrier(2, timeout=10)
may_go = threading.Event()


@pytest.fixture
def served():
    reached.clear()
    may_go.clear()
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        yield in_threads(Pages(), threads=2, most_bytes=MOST_BYTES)


def browser(served, url="/", method="POST", headers=()):
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": url,
        "query_string": b"",
        "headers": [(b"host", b"testserver"), *headers],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 50000),
    }
    return ApplicationCommunicator(served, scope)


def of_length(length):
    return [(b"content-length", str(length).encode())]


async def send(page, *pieces, is_whole=True):
    for piece in pieces[:-1]:
        await page.send_input({"type": "http.request", "body": piece, "more_body": True})
    last = {"type": "http.request", "body": pieces[-1], "more_body": not is_whole}
    await page.send_input(last)


async def answer(page):
    """The status and the body of the answer."""
    start = await page.receive_output(10)
    return start["status"], (await page.receive_output(10))["body"]


async def test_a_page_gets_the_body_whole_however_it_came_in(served):
    page = browser(served, headers=of_length(9))
    await send(page, b"een", b"", b"twee", b"!!")

    assert await answer(page) == (200, b"eentwee!!")


async def test_what_was_cut_off_never_reaches_the_page(served):
    page = browser(served, headers=of_length(100))
    await send(page, b"maar de helft van wat", is_whole=False)
    await page.send_input({"type": "http.disconnect"})
    await page.wait(10)

    assert reached == []
    assert page.output_queue.empty()


@pytest.mark.parametrize("piece", [1_000, 2 * MOST_BYTES])
async def test_too_much_is_refused_in_words_and_no_part_of_it_is_taken(served, piece):
    page = browser(served, headers=of_length(2 * MOST_BYTES))
    await send(page, *[b"x" * piece] * (2 * MOST_BYTES // piece))
    status, words = await answer(page)

    assert status == 413
    assert "Er is niets bewaard" in words.decode()
    assert reached == []


@pytest.mark.parametrize(("length", "status"), [(2, 200), (4, 413)])
async def test_a_view_that_takes_a_file_says_how_much(served, length, status):
    page = browser(served, "/groot/", headers=of_length(length * MOST_BYTES))
    await send(page, *[b"x" * MOST_BYTES] * length)

    assert (await answer(page))[0] == status


async def test_two_pages_are_made_side_by_side(served):
    first, second = browser(served, "/samen/"), browser(served, "/samen/")
    await send(first, b"")
    await send(second, b"")

    assert [s for s, _ in await asyncio.gather(answer(first), answer(second))] == [200, 200]


async def test_a_page_that_is_being_made_holds_up_no_other(served):
    first, second = (browser(served, "/traag/", headers=of_length(4)) for _ in range(2))
    await send(first, b"lang")
    await send(second, b"vlug")
    assert await answer(second) == (200, b"vlug")

    may_go.set()
    assert await answer(first) == (200, b"lang")


@contextmanager
def a_crowd():
    """So many sockets are at the door of this process."""
    door = Hub.here().door
    door.inside += CROWD
    yield
    door.inside -= CROWD


async def test_while_a_crowd_of_sockets_waits_pages_leave_room_for_what_is_sent_in(served):
    """Each of two threads would make a page, and the post-it would wait for one of them."""
    asking = [browser(served, "/traag/", "GET", OF_THE_PAGE) for _ in range(2)]
    sends = browser(served, headers=[*of_length(11), *OF_THE_PAGE])
    with a_crowd():
        for page in asking:
            await send(page, b"")
        await send(sends, b"een post-it")
        assert await answer(sends) == (200, b"een post-it")

    may_go.set()
    assert [status for status, _ in [await answer(page) for page in asking]] == [200, 200]


async def test_without_a_crowd_pages_are_made_side_by_side(served):
    asking = [browser(served, "/samen/", "GET", OF_THE_PAGE) for _ in range(2)]
    for page in asking:
        await send(page, b"")

    assert [s for s, _ in await asyncio.gather(*map(answer, asking))] == [200, 200]


@pytest.mark.parametrize("source", [[], [(b"hx-source", b"button#wijzig-7")]])
async def test_who_opens_or_presses_does_not_wait_for_pages_that_fetch_themselves(served, source):
    again = browser(served, "/traag/", "GET", OF_THE_PAGE)
    opens = browser(served, "/", "GET", source)
    with a_crowd():
        for page in (again, opens):
            await send(page, b"")
        assert await answer(opens) == (200, b"")

    may_go.set()
    assert await answer(again) == (200, b"")


async def test_every_cookie_is_set(served):
    page = browser(served)
    await send(page, b"")

    headers = (await page.receive_output(10))["headers"]
    cookies = [value.split(b";")[0] for name, value in headers if name == b"set-cookie"]
    assert cookies == [b"een=1", b"twee=2"]


async def test_nobody_passes_a_header_of_ours_in_disguise(served):
    """Servers differ in what they let through; X_Als and X-Als are one name to WSGI."""
    page = browser(served, headers=[(b"x_als", b"begeleider")])
    await send(page, b"")

    assert dict((await page.receive_output(10))["headers"])[b"x-als"] == b""


async def test_an_error_in_a_page_is_a_500(served, caplog):
    page = browser(served, "/kapot/", "GET")
    await send(page, b"")

    assert (await answer(page))[0] == 500


async def test_who_only_asked_and_left_before_a_thread_was_free_gets_nothing_made(served):
    busy = [browser(served, "/traag/") for _ in range(2)]
    for page in busy:
        await send(page, b"lang")
    asks, sends = browser(served, method="GET"), browser(served, headers=of_length(11))
    for page, body in ((asks, b""), (sends, b"een post-it")):
        await send(page, body)
        await page.send_input({"type": "http.disconnect"})
    async with asyncio.timeout(5):
        await asyncio.shield(asks.future)

    may_go.set()
    for page in busy:
        assert (await answer(page))[0] == 200
    await sends.wait(5)
    assert reached == [b"een post-it"]
