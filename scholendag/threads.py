"""Pages in threads: Django behind an ASGI server.

No view here is asynchronous. Django's ASGI handler gives each request a thread and a database
connection of its own, and costs a page about three times as much as a few lasting threads do.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from io import BytesIO
from typing import Any

from asgiref.wsgi import WsgiToAsgiInstance
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest, get_script_name
from django.core.signals import request_started
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from scholendag.live.bodies import most_for
from scholendag.live.door import Door
from scholendag.live.hub import Hub
from scholendag.live.later import collecting, finish_all, is_collected

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
# How an answer starts, and its content.
Answer = tuple[Message, bytes]

TOO_MUCH: Answer = (
    {
        "type": "http.response.start",
        "status": 413,
        "headers": [(b"content-type", b"text/plain; charset=utf-8")],
    },
    "Dit is te veel in één keer. Er is niets bewaard. Maak het korter.".encode(),
)
ONLY_ASKS = ("GET", "HEAD")
# As htmx names what asks.
LIVE_REGION = b"main#stage"
# In one wave. More would keep the first of them waiting for too long.
WAVE = 64
# When a wave was not alone, others are on their way: the next one lets the server take them in.
GATHER_SECONDS = 0.002


def in_threads(pages: "Pages", *, threads: int, most_bytes: int) -> Application:
    """Serve these pages from so many threads.

    A request gets a thread when all of it is there, and leaves it when its answer is: a slow
    network holds nobody else up, and what was cut off is not taken for the whole. A body above
    `most_bytes`, or what its view takes, is refused before that. Answers do not stream. Who only
    asks for a page and left before a thread was free is forgotten; what somebody sent in is done,
    also when they left. While a crowd of sockets is to be let in, pages that fetch themselves are
    made one at a time.
    """
    pool = ThreadPoolExecutor(threads, "page")
    fetching = Door(1)
    waves = _Waves(pages)

    async def made(scope: Scope, body: bytes) -> Answer:
        may_wait = _fetches_itself(scope) and Hub.here().door.is_crowded
        async with fetching.turn() if may_wait else nullcontext():
            run = asyncio.get_running_loop().run_in_executor
            return await run(pool, pages.answer, scope, body)

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        most = most_for(scope["method"], scope["path"], most_bytes)
        body = await _whole_body(receive, most)
        if body is None:
            return
        if len(body) > most:
            start, content = TOO_MUCH
        elif is_collected(scope["method"], scope["path"]):
            start, content = await waves.answer(scope, body)
        else:
            answer = asyncio.ensure_future(made(scope, body))
            if scope["method"] in ONLY_ASKS and await _is_gone_before(answer, receive):
                answer.cancel()
                return
            start, content = await answer
        await send(start)
        await send({"type": "http.response.body", "body": content})

    return serve


class Pages(BaseHandler):
    """Django, from a whole request to its whole answer."""

    def __init__(self) -> None:
        super().__init__()
        self.load_middleware()

    def answer(self, scope: Scope, body: bytes) -> Answer:
        """One request."""
        return _as_answer(self._respond(scope, body))

    def answer_wave(self, requests: Sequence[tuple[Scope, bytes]]) -> list[Answer]:
        """Several requests, with what waits among their answers finished together.

        If that fails, each is asked again alone: then its own error becomes its own answer.
        """
        with collecting():
            responses = [self._respond(*request) for request in requests]
        try:
            finish_all(responses)
        except Exception:
            for response in responses:
                response.close()
            return [self.answer(*request) for request in requests]
        return [_as_answer(response) for response in responses]

    def _respond(self, scope: Scope, body: bytes) -> HttpResponseBase:
        environ = _environ(scope, body)
        set_script_prefix(get_script_name(environ))
        request_started.send(sender=self.__class__, environ=environ)
        return self.get_response(WSGIRequest(environ))


class _Waves:
    """Requests that are answered together: all that came in while the wave before was answered."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.thread = ThreadPoolExecutor(1, "wave")
        self.waiting: list[tuple[Scope, bytes, asyncio.Future[Answer]]] = []
        self.runner: asyncio.Task[None] | None = None

    async def answer(self, scope: Scope, body: bytes) -> Answer:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer] = loop.create_future()
        self.waiting.append((scope, body, answer))
        if self.runner is None:
            self.runner = loop.create_task(self._run())
        return await answer

    async def _run(self) -> None:
        while self.waiting:
            wave, self.waiting = self.waiting[:WAVE], self.waiting[WAVE:]
            await self._answer(wave)
            if len(wave) > 1:
                await asyncio.sleep(GATHER_SECONDS)
        self.runner = None

    async def _answer(self, wave: list[tuple[Scope, bytes, asyncio.Future[Answer]]]) -> None:
        requests = [(scope, body) for scope, body, _ in wave]
        run = asyncio.get_running_loop().run_in_executor
        try:
            answers = await run(self.thread, self.pages.answer_wave, requests)
        except Exception as error:
            for _, _, future in wave:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, _, future), answer in zip(wave, answers, strict=True):
            if not future.done():
                future.set_result(answer)


async def _whole_body(receive: Receive, most_bytes: int) -> bytes | None:
    """The body, or a start of it that is too much; None when the browser left before the end."""
    body, is_more = bytearray(), True
    while is_more and len(body) <= most_bytes:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        is_more = message.get("more_body", False)
    return bytes(body)


def _fetches_itself(scope: Scope) -> bool:
    """A page that may have missed something asks for its live region: static/js/region.js."""
    return scope["method"] in ONLY_ASKS and (b"hx-source", LIVE_REGION) in scope["headers"]


async def _is_gone_before(answer: asyncio.Future[Answer], receive: Receive) -> bool:
    """The browser left; a server that is too busy would otherwise work for nobody."""
    leaving = asyncio.ensure_future(receive())
    first: set[asyncio.Future[Any]] = {answer, leaving}
    await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
    leaving.cancel()
    return not answer.done()


def _environ(scope: Scope, body: bytes) -> dict[str, Any]:
    """What WSGI knows of a request. It cannot tell X_Als from X-Als, so only the latter counts."""
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
    wrapper: Any = WsgiToAsgiInstance(None)  # type: ignore[no-untyped-call]
    wrapper.scope = {**scope, "headers": headers}
    environ: dict[str, Any] = wrapper.build_environ(wrapper.scope, BytesIO(body))
    return environ


def _as_answer(response: HttpResponseBase) -> Answer:
    cookies = (("set-cookie", cookie.OutputString()) for cookie in response.cookies.values())
    headers = [(name.lower(), value) for name, value in response.items()]
    start: Message = {
        "type": "http.response.start",
        "status": response.status_code,
        "headers": [
            (n.encode("ascii"), value.encode("latin1")) for n, value in (*headers, *cookies)
        ],
    }
    try:
        return start, b"".join(response)
    finally:
        response.close()
