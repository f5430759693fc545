"""Who looks along while a day is played: a gallery takes pictures, a test looks for barriers."""

from collections.abc import Callable

from playwright.sync_api import Page

# Gets the moment (such as the title of a step), whose page it is, and the page as it is now.
# It may change the size and the colours of the page, and has to put them back.
Observer = Callable[[str, str, Page], None]


def together(*observers: Observer) -> Observer:
    """All of these look at the same."""

    def look(moment: str, role: str, page: Page) -> None:
        for observer in observers:
            observer(moment, role, page)

    return look


def nobody(moment: str, role: str, page: Page) -> None:
    """Looks at nothing: the day is played for what it proves itself."""
