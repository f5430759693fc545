"""What a simulated colleague looks through: a browser without a screen, with cookies of its own."""

from collections.abc import Mapping
from functools import cache
from http.client import HTTPException
from http.cookiejar import CookieJar
from http.cookies import SimpleCookie
from typing import NamedTuple, Protocol
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

from django.conf import settings

from scholendag.threads import Pages

TIMEOUT_SECONDS = 20
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303)
FIRST_BREAKDOWN = 500


class Answer(NamedTuple):
    """What the server said in the end, after redirects."""

    status: int
    text: str

    @property
    def is_breakdown(self) -> bool:
        """The server could not answer now; it may a moment later."""
        return self.status >= FIRST_BREAKDOWN


class Unreachable(Exception):  # noqa: N818 - reads as what happened
    """The network failed, or the server did."""


class Browser(Protocol):
    """Asks for pages and sends forms. Both raise Unreachable."""

    def get(self, path: str) -> Answer:
        """The page at this path."""

    def post(self, path: str, fields: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        """What is answered to this form."""


class HttpBrowser:
    """A browser of a server at `base`, an address without a slash at its end."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Answer:
        """The page at this path."""
        return self._ask(Request(self.base + path))  # noqa: S310 - our own server, over http

    def post(self, path: str, fields: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        """What is answered to this form."""
        data = urlencode(fields).encode()
        headers = {"Referer": self.base, **headers}
        return self._ask(Request(self.base + path, data, headers))  # noqa: S310

    def _ask(self, request: Request) -> Answer:
        try:
            with self._opener.open(request, timeout=TIMEOUT_SECONDS) as response:
                return Answer(response.status, response.read().decode())
        except HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode())
        except (OSError, HTTPException) as error:
            raise Unreachable from error


class InsideBrowser:
    """A browser within the server: the same pages, whatever proxy and address lie in front of it.

    A request goes through the middleware and the views as any other, in the thread that asks.
    """

    def __init__(self) -> None:
        self._cookies: SimpleCookie = SimpleCookie()

    def get(self, path: str) -> Answer:
        """The page at this path."""
        return self._follow("GET", path)

    def post(self, path: str, fields: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        """What is answered to this form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._follow("POST", path, urlencode(fields).encode(), {**kind, **headers})

    def _follow(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        for _ in range(MOST_REDIRECTS):
            start, content = _pages().answer(self._scope(method, path, body, headers or {}), body)
            sent = [(name.decode(), value.decode("latin1")) for name, value in start["headers"]]
            for name, value in sent:
                if name == "set-cookie":
                    self._cookies.load(value)
            if start["status"] not in REDIRECTS:
                return Answer(start["status"], content.decode())
            method, path, body, headers = "GET", dict(sent)["location"], b"", {}
        raise Unreachable

    def _scope(
        self, method: str, address: str, body: bytes, headers: Mapping[str, str]
    ) -> dict[str, object]:
        """The request as an ASGI server would describe it, by the address that people type."""
        site, asked = urlsplit(settings.SITE_URL), urlsplit(address)
        sent = {
            "Host": site.netloc,
            "Referer": settings.SITE_URL,
            "X-Forwarded-Proto": site.scheme,
            "Cookie": "; ".join(f"{name}={one.value}" for name, one in self._cookies.items()),
            "Content-Length": str(len(body)),
            **headers,
        }
        return {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": site.scheme,
            "path": asked.path,
            "query_string": asked.query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in sent.items()],
            "server": (site.hostname, site.port or 0),
            "client": ("127.0.0.1", 0),
        }


@cache
def _pages() -> Pages:
    return Pages()
