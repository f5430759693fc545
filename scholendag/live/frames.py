"""What a browser gets at once. Pure: messages of the seam in, the text of one frame out."""

import json
from collections.abc import Iterable
from typing import NotRequired, TypedDict

# What a change is about, and its HTML. A later change about the same replaces an earlier one.
Change = tuple[str, str]

# Milliseconds over which pages spread the fetching of their live region: a room that hears one
# signal, or everyone there is.
SOON = 150
SPREAD = 3000


class Message(TypedDict):
    """What travels between processes, for the sockets of one audience.

    `number` counts what `sender`, a process, said to this audience; `sent`, in the pulse of a
    process, is how far it got with each audience.
    """

    type: str
    audience: str
    changes: NotRequired[list[Change]]
    refresh: NotRequired[int]
    sender: NotRequired[str]
    number: NotRequired[int]
    sent: NotRequired[dict[str, int]]


def frame_of(messages: Iterable[Message], at: str = "") -> str:
    """One frame: JSON with `content` (HTML), `refresh` (milliseconds), both or neither.

    Of what several changes are about only the latest is kept, in the place of the latest. `at` is
    where the hub was when it told this; a page that offers it again is told what it missed.
    """
    changes: dict[str, str] = {}
    refreshes = []
    for message in messages:
        for about, html in message.get("changes", ()):
            changes.pop(about, None)
            changes[about] = html
        if refresh := message.get("refresh"):
            refreshes.append(refresh)
    frame: dict[str, str | int] = {"at": at} if at else {}
    if refreshes:
        frame["refresh"] = min(refreshes)
    if changes:
        frame["content"] = "".join(changes.values())
    return json.dumps(frame)


def numbered(number: int, frame: str = "{}") -> str:
    """The frame with its number on this socket. Without a frame it is a beat: still here."""
    rest = frame[1:] if frame == "{}" else f",{frame[1:]}"
    return f'{{"n":{number}{rest}'
