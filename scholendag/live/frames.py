"""What a browser gets at once. Pure: messages of the seam in, the text of one frame out."""

import json
from collections.abc import Iterable
from typing import NotRequired, TypedDict

# What a change is about, and its HTML. A later change about the same replaces an earlier one.
Change = tuple[str, str]


class Message(TypedDict):
    """What the seam hands to the channel layer, for the sockets of one audience."""

    type: str
    audience: str
    changes: NotRequired[list[Change]]
    refresh: NotRequired[bool]


def frame_of(messages: Iterable[Message]) -> str:
    """One frame: JSON with `content` (HTML), `refresh`, or both.

    Of what several changes are about only the latest is kept, in the place of the latest.
    """
    changes: dict[str, str] = {}
    frame: dict[str, str | bool] = {}
    for message in messages:
        for about, html in message.get("changes", ()):
            changes.pop(about, None)
            changes[about] = html
        if message.get("refresh"):
            frame["refresh"] = True
    if changes:
        frame["content"] = "".join(changes.values())
    return json.dumps(frame)
