"""A crowd at the door: when the network of a school blinks, hundreds of sockets come at once.

Whoever has no socket asks for pages instead, and a page costs the server six times as much as
letting a socket in. Eight threads that make pages leave so little for the sockets that nobody gets
one, and everyone goes on asking. So while a crowd waits, sockets go first (see `threads.py`).
"""

from collections.abc import Iterator
from contextlib import contextmanager

# Fewer than this are let in before anyone notices.
CROWD = 8

_waiting = 0


@contextmanager
def at_the_door() -> Iterator[None]:
    """Within this a socket waits to be let in. In the event loop only."""
    global _waiting  # noqa: PLW0603 - one door for each process
    _waiting += 1
    try:
        yield
    finally:
        _waiting -= 1


def is_waiting() -> bool:
    """So many sockets wait to be let in that they should go first."""
    return _waiting >= CROWD
