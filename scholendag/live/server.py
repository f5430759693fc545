"""What makes an ASGI application live: it has a hub from its first connection on."""

from collections.abc import Awaitable, Callable
from typing import Any

from scholendag.live.hub import Hub

Application = Callable[..., Awaitable[None]]


def with_hub(application: Application) -> Application:
    """The application, in an event loop that pushes: also what its own threads push."""

    async def serve(scope: Any, receive: Any, send: Any) -> None:
        Hub.here()
        await application(scope, receive, send)

    return serve
