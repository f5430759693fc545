"""Views that take more than a form: a file. For any other path the server refuses so much."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponse
from django.urls import Resolver404, resolve

View = TypeVar("View", bound=Callable[..., HttpResponse])


def takes_up_to(most_bytes: int) -> Callable[[View], View]:
    """Mark a view that may be sent this many bytes, all of which are held in memory."""

    def mark(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return mark


def most_for(method: str, path: str, otherwise: int) -> int:
    """How many bytes may be sent to this path; `otherwise` for a view that says nothing of it."""
    if method != "POST":
        return otherwise
    try:
        most: int = getattr(resolve(path).func, "most_bytes", otherwise)
    except Resolver404:
        return otherwise
    return most
