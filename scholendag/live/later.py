"""Answers that are finished for all who ask at one moment.

A transaction costs the same for one as for sixty. A view that is marked with `answers_later` reads
its request, checks who asks, and gives `later(job, finish)`. The server collects such answers of a
moment (`scholendag/threads.py`) and has `finish` complete them all at once. Outside the server each
is finished right away, within its own request.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import local
from typing import Any, Generic, TypeVar

from django.http import HttpResponse
from django.urls import Resolver404, resolve

Job = TypeVar("Job")
View = TypeVar("View", bound=Callable[..., HttpResponse])


class Later(HttpResponse, Generic[Job]):
    """An answer that waits for `finish`, which gets all that wait and calls `become` on each."""

    def __init__(self, job: Job, finish: "Finish[Job]") -> None:
        super().__init__()
        self.job = job
        self.finish = finish

    def become(self, answer: HttpResponse) -> None:
        """From now on this says what `answer` says. What middleware added to it stays."""
        self.content = answer.content
        self.status_code = answer.status_code
        self.headers["Content-Length"] = str(len(self.content))


Finish = Callable[[Sequence[Later[Job]]], None]
_thread = local()


def answers_later(view: View) -> View:
    """Mark a view whose answers the server may collect."""
    view.answers_later = True  # type: ignore[attr-defined]
    return view


def is_collected(method: str, path: str) -> bool:
    """The view of this request is marked so."""
    try:
        return method == "POST" and hasattr(resolve(path).func, "answers_later")
    except Resolver404:
        return False


def later(job: Job, finish: Finish[Job]) -> HttpResponse:
    """An answer for this job: waiting where answers are collected, else finished at once."""
    answer: Later[Job] = Later(job, finish)
    if not getattr(_thread, "is_collecting", False):
        finish([answer])
    return answer


@contextmanager
def collecting() -> Iterator[None]:
    """In this thread answers wait; whoever collects them sees to it that they are finished."""
    _thread.is_collecting = True
    try:
        yield
    finally:
        _thread.is_collecting = False


def finish_all(answers: Sequence[Any]) -> None:
    """Finish what waits among these answers, by kind. Raises whatever finishing raises."""
    kinds: dict[Any, list[Any]] = {}
    for answer in answers:
        if isinstance(answer, Later):
            kinds.setdefault(answer.finish, []).append(answer)
    for finish, waiting in kinds.items():
        finish(waiting)
