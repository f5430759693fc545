"""Who is at the other end of a socket. Other apps say who; `live` only asks."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

Scope = Mapping[str, Any]


class Viewer(Protocol):
    """Someone with a page open. Asked again at every change of rights, so it reads fresh rows."""

    @property
    def key(self) -> str:
        """The same for every socket of this person; their last one to close is their leaving.

        Whose presence is kept also hears an audience of this name.
        """

    def audiences(self) -> frozenset[str] | None:
        """What this person may hear now, or None when nothing any more."""

    def arrived(self) -> None:
        """A socket of this person opened."""

    def left(self) -> None:
        """The last socket of this person in this process closed."""


FindViewer = Callable[[Scope], Viewer | None]
