"""The one way out: an action writes, then says here who should see what.

Everything waits for the commit, so nobody is shown what was rolled back, and is rendered then,
once per audience, from fresh rows. A fragment that cannot be rendered or a layer that is down
never fails the write, nor the other fragments: the page catches up by itself.
"""

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from scholendag.live.frames import SOON, Change, Message
from scholendag.live.hub import Hub

FIRST_ID = re.compile(r'\bid="([^"]+)"')
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Fragment:
    """One change of a page.

    `target` is the CSS selector of the element to change, `swap` how htmx changes it
    (`upsert`, `outerMorph`, `innerMorph`, `delete`), `render` gives the HTML at commit time.

    What can be moved meanwhile says at commit time `where` it goes, instead of in its target. The
    elements with the ids that `clears` gives leave first, wherever they are: they come back in what
    is rendered.
    """

    target: str
    swap: str
    render: Callable[[], str]
    where: Callable[[], str] | None = None
    clears: Callable[[], Iterable[str]] = tuple

    def html(self) -> SafeString:
        """The change as partials that htmx applies wherever the target is on the page."""
        return self._partials(self.render())

    def change(self) -> Change:
        """The same, with what it is about: its target, and in a list the element itself."""
        rendered = self.render()
        element = FIRST_ID.search(rendered)
        about = f"{self.target} {element[1]}" if element else self.target
        return about, self._partials(rendered)

    def _partials(self, rendered: str) -> SafeString:
        target = self.where() if self.where else self.target
        gone = ((f"#{one}", "delete", "") for one in self.clears())
        return format_html_join(
            "",
            '<hx-partial hx-target="{}" hx-swap="{}">{}</hx-partial>',
            # Rendered by our own escaping templates.
            [*gone, (target, self.swap, mark_safe(rendered))],  # noqa: S308
        )


def upsert(list_id: str, render: Callable[[], str]) -> Fragment:
    """Puts the rendered element in the list with this id, or in place of itself if it is there."""
    return Fragment(f"#{list_id}", "upsert", render)


def replace(element_id: str, render: Callable[[], str]) -> Fragment:
    """Morphs the element with this id into what is rendered; typed text and focus survive."""
    return Fragment(f"#{element_id}", "outerMorph", render)


def remove(element_id: str) -> Fragment:
    """Takes the element with this id away."""
    return Fragment(f"#{element_id}", "delete", str)


def push(audience: str, *fragments: Fragment) -> None:
    """After the commit, show these changes to everyone in the audience."""
    _after_commit(audience, lambda: _changes(fragments))


def refresh(audience: str) -> None:
    """After the commit, let every page of the audience fetch its own live region again.

    For changes that look different for each person, such as a new step.
    """
    _after_commit(audience, lambda: {"refresh": SOON})


def regroup(audience: str) -> None:
    """After the commit, look up again what the sockets of this audience may hear.

    A socket that has lost its right is closed; the others refresh.
    """
    _after_commit(audience, dict, kind="live.regroup")


def roll_call(audience: str) -> None:
    """Ask whoever still has a socket of this audience, in any process, to say so."""
    _send(audience, {"type": "live.roll_call", "audience": audience})


def _after_commit(
    audience: str, what: Callable[[], dict[str, Any]], kind: str = "live.changes"
) -> None:
    def send() -> None:
        message: Any = {"type": kind, "audience": audience, **what()}
        _send(audience, message)

    transaction.on_commit(send, robust=True)


def _changes(fragments: Iterable[Fragment]) -> dict[str, Any]:
    """What the fragments change. For one that cannot be rendered the pages fetch themselves."""
    changes = [_change_or_nothing(fragment) for fragment in fragments]
    found: dict[str, Any] = {"changes": [change for change in changes if change]}
    return found if all(changes) else found | {"refresh": SOON}


def _change_or_nothing(fragment: Fragment) -> Change | None:
    try:
        return fragment.change()
    except Exception:
        logger.exception("Could not render %s", fragment.target)
        return None


def _send(audience: str, message: Message) -> None:
    """Through the line of this server, which nobody waits for; a command has none."""
    if hub := Hub.of_this_process():
        hub.loop.call_soon_threadsafe(hub.line.say, message)
    else:
        async_to_sync(get_channel_layer().group_send)(audience, message)
