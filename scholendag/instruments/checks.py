"""What has to be ready before the day starts, one line each."""

from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """How it stands; the words are for the coach."""

    GOOD = "goed"
    TO_DO = "nog doen"
    NOT_NEEDED = "niet nodig"


@dataclass(frozen=True)
class Check:
    """One line: what it is about, how it stands and why, and the page where it is mended."""

    title: str
    state: CheckState
    detail: str
    url: str = ""


def found(title: str, detail: str, url: str, *, good: bool) -> Check:
    """A line that is good or still has to be done."""
    return Check(title, CheckState.GOOD if good else CheckState.TO_DO, detail, url)
