"""One person's browser as the server knows it: cookies, and requests that may get no answer."""

import asyncio
import io
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from http.client import parse_headers
from http.cookies import SimpleCookie
from urllib.parse import urlencode

HOST = "127.0.0.1"
# As long as htmx waits on our pages.
TIMEOUT_SECONDS = 20
NO_HEADERS: Mapping[str, str] = {}


class Unreachable(Exception):  # noqa: N818 - reads as what happened
    """There was no answer, or half of one."""


@dataclass(frozen=True)
class Answer:
    """What the server said to one request."""

    request: str
    status: int
    headers: Message
    text: str

    @property
    def is_answer(self) -> bool:
        """Not the word of a server that could not."""
        return self.status < 500


@dataclass
class Browser:
    """Talks to the address on this port. `answers` gets all that was said, also to others."""

    port: int
    answers: list[Answer]
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """The address of the site, without a path."""
        return f"http://{HOST}:{self.port}"

    @property
    def cookie_header(self) -> str:
        """What it is known by."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def get(self, path: str, headers: Mapping[str, str] = NO_HEADERS) -> Answer:
        """What is at this path. Raises Unreachable."""
        return await self._request("GET", path, headers, b"")

    async def post(self, path: str, data: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        """What is answered to this form. Raises Unreachable."""
        form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
        return await self._request("POST", path, {**form, **headers}, urlencode(data).encode())

    async def _request(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Answer:
        lines = {
            "Host": f"{HOST}:{self.port}",
            "Cookie": self.cookie_header,
            "Connection": "close",
            "Content-Length": str(len(body)),
            **headers,
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        sent = f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                answer = await self._exchange(f"{method} {path}", sent)
        except (OSError, EOFError, TimeoutError) as error:
            raise Unreachable(f"{method} {path}: {error!r}") from error
        self.answers.append(answer)
        for cookie in answer.headers.get_all("Set-Cookie", ()):
            self.cookies |= {name: one.value for name, one in SimpleCookie(cookie).items()}
        return answer

    async def _exchange(self, request: str, sent: bytes) -> Answer:
        reader, writer = await asyncio.open_connection(HOST, self.port)
        try:
            writer.write(sent)
            await writer.drain()
            status, _, head = (await reader.readuntil(b"\r\n\r\n")).partition(b"\r\n")
            headers = parse_headers(io.BytesIO(head))
            length = int(headers.get("Content-Length", 0))
            text = (await reader.readexactly(length)).decode()
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        return Answer(request, int(status.split()[1]), headers, text)
