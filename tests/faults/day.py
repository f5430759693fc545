"""A day with people in it, as `preparation.py` made it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Day:
    """A day at the step in which everyone may put up two notes for all to read.

    `coach` is the path that signs its coach in, `tokens` are what its people are known by.
    """

    code: str
    path: str
    join_path: str
    coach: str
    tokens: list[str]

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds a token."""
        return f"deelnemer-{self.code}"
