"""What a browser was sent, whether or not anything of it can be seen."""

from playwright.sync_api import BrowserContext, Page, Response, WebSocket


class Received:
    """All text that reached the pages of one browser: frames of sockets, and answers."""

    def __init__(self, context: BrowserContext) -> None:
        self.frames: list[str | bytes] = []
        self.answers: list[Response] = []
        context.on("response", self._answered)
        context.on("page", self._opened)

    def anew(self) -> None:
        """Forget what came in so far."""
        self.frames.clear()
        self.answers.clear()

    def holds(self, text: str) -> bool:
        """Is this text in anything that came in? Not in what a page had before it navigated."""
        bodies = (answer.text() for answer in self.answers if _is_page(answer))
        return any(text in piece for piece in [*map(str, self.frames), *bodies])

    @property
    def fetches(self) -> list[Response]:
        """The answers to the page that fetched itself again."""
        return [
            answer
            for answer in self.answers
            if answer.request.method == "GET" and "hx-request" in answer.request.headers
        ]

    def _answered(self, answer: Response) -> None:
        self.answers.append(answer)

    def _opened(self, page: Page) -> None:
        page.on("websocket", self._connected)

    def _connected(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._framed)

    def _framed(self, frame: str | bytes) -> None:
        self.frames.append(frame)


def _is_page(answer: Response) -> bool:
    return answer.ok and "html" in answer.headers.get("content-type", "")
