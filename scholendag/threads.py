"""Pages in threads: the WSGI side of an ASGI server.

No view here is asynchronous. Django's ASGI handler would give each request a thread and a database
connection of its own, which costs a page three times as much as WSGI in a few lasting threads.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

# Pieces of an answer that may wait for a slow reader while the thread goes on.
PIECES = 1000


def in_threads(wsgi: Any, *, threads: int, most_bytes: int) -> Application:
    """Serve this WSGI application from so many threads.

    A request gets a thread when all of it is there: a slow network holds nobody else up, and what
    was cut off is not taken for the whole. Of a body above `most_bytes` the start will do for the
    application to refuse it.
    """
    pages: Any = WSGIMiddleware(wsgi, workers=threads, send_queue_size=PIECES)

    async def serve(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        body = await _whole_body(receive, most_bytes)
        if body is not None:
            await pages(scope, _once(body), send)

    return serve


async def _whole_body(receive: Receive, most_bytes: int) -> bytes | None:
    """The body, as far as it is wanted; None when the browser is gone before it was all sent."""
    body, is_more = b"", True
    while is_more and len(body) <= most_bytes:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        is_more = message.get("more_body", False)
    return body


def _once(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    return receive
