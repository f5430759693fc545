"""The post-its that someone's pages send, in the hands of the test."""

from playwright.sync_api import Page, Route

PUTTING_UP = "**/vakken/*/notities/"


class Post:
    """What becomes of the post-its that a browser sends. At first they are held on the way."""

    def __init__(self, page: Page) -> None:
        self.sent: list[str] = []
        self.held: list[Route] = []
        self.is_lost = False
        self.is_held = True
        page.context.route(PUTTING_UP, self._takes)

    def goes_on(self) -> None:
        """What was held reaches the server, and what follows is no longer held."""
        self.is_lost = self.is_held = False
        while self.held:
            self.held.pop(0).continue_()

    def _takes(self, route: Route) -> None:
        self.sent.append(route.request.post_data or "")
        if self.is_lost:
            route.abort()
        elif self.is_held:
            self.held.append(route)
        else:
            route.continue_()
