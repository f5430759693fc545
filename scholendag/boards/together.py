"""Work that many ask for at one moment, done for all of them at once."""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")


class _Turn(Generic[Job, Done]):
    """One who waits, with what came of it: a result, or an error."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.done: list[Done] = []
        self.error: Exception | None = None

    @property
    def is_over(self) -> bool:
        return bool(self.done) or self.error is not None

    def result(self) -> Done:
        if self.error:
            raise self.error
        return self.done[0]


class Together(Generic[Job, Done]):
    """Whoever calls while the work is being done waits, and is in the next round with all others.

    A transaction costs the same for one as for thirty. `work` gets a list of jobs and gives as many
    results. When it fails each job is tried alone, so that one cannot spoil it for the others.
    """

    def __init__(self, work: Callable[[Sequence[Job]], Sequence[Done]], at_most: int = 64) -> None:
        self._work = work
        self._at_most = at_most
        self._waiting: deque[_Turn[Job, Done]] = deque()
        self._working = Lock()

    def __call__(self, job: Job) -> Done:
        """What came of this job. Raises whatever `work` raises for it alone."""
        turn: _Turn[Job, Done] = _Turn(job)
        self._waiting.append(turn)
        while not turn.is_over:
            with self._working:
                if not turn.is_over:
                    self._do_round()
        return turn.result()

    def _do_round(self) -> None:
        turns: list[_Turn[Job, Done]] = []
        with suppress(IndexError):
            while len(turns) < self._at_most:
                turns.append(self._waiting.popleft())
        try:
            results = self._work([turn.job for turn in turns])
        except Exception as error:
            if len(turns) == 1:
                turns[0].error = error
            else:
                self._do_each_alone(turns)
        else:
            for turn, result in zip(turns, results, strict=True):
                turn.done.append(result)

    def _do_each_alone(self, turns: Sequence[_Turn[Job, Done]]) -> None:
        for turn in turns:
            try:
                turn.done.extend(self._work([turn.job]))
            except Exception as error:
                turn.error = error
