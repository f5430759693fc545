"""Taking turns: everyone gets theirs, never more at one moment than there are threads."""

import threading

import pytest

from scholendag.rehearsal.turns import Turns

PATIENCE = 10


def test_a_turn_comes_again_as_long_as_it_says_so():
    turns, enough = Turns(threads=1), threading.Event()
    taken = []

    def turn():
        taken.append(threading.current_thread().name)
        if len(taken) < 3:
            return 0.0
        enough.set()
        return None

    turns.add("group", turn)

    assert enough.wait(PATIENCE)
    assert len(taken) == 3


def test_one_thread_gives_one_turn_at_a_time():
    turns, done = Turns(threads=1), threading.Event()
    busy, seen = [], []

    def turn(last):
        busy.append(1)
        seen.append(len(busy))
        busy.pop()
        if last:
            done.set()

    for number in range(50):
        turns.add("group", lambda number=number: turn(number == 49), after=number / 10_000)

    assert done.wait(PATIENCE)
    assert seen == [1] * 50


def test_after_its_group_is_dropped_nobody_gets_a_turn_and_the_others_go_on():
    turns = Turns(threads=1)
    began, go_on, other = threading.Event(), threading.Event(), threading.Event()
    taken = []

    def turn():
        taken.append("gone")
        began.set()
        assert go_on.wait(PATIENCE)
        return 0.0

    turns.add("gone", turn)
    turns.add("gone", lambda: taken.append("never"), after=0.01)
    assert began.wait(PATIENCE)
    threading.Timer(0.05, go_on.set).start()
    turns.drop("gone")
    assert taken == ["gone"]
    assert go_on.is_set(), "drop came back in the middle of a turn"

    turns.add("others", other.set)
    assert other.wait(PATIENCE)
    assert taken == ["gone"]
    assert turns.groups == {"others"}


def test_a_turn_that_breaks_takes_nobody_along(caplog):
    turns, done = Turns(threads=1), threading.Event()

    turns.add("group", lambda: 1 / 0)
    turns.add("group", done.set, after=0.01)

    assert done.wait(PATIENCE)
    assert "A turn broke off" in caplog.text


def test_a_turn_may_drop_its_own_group():
    turns, done = Turns(threads=1), threading.Event()

    def turn():
        turns.drop("group", wait=False)
        done.set()
        return 0.0

    turns.add("group", turn)

    assert done.wait(PATIENCE)
    assert turns.groups == frozenset()


@pytest.mark.parametrize("threads", [1, 4])
def test_threads_end_when_nobody_is_left(threads):
    turns, done = Turns(threads), threading.Barrier(threads + 1)
    before = set(threading.enumerate())

    for _ in range(threads):
        turns.add("group", lambda: print(done.wait(PATIENCE)))
    started = set(threading.enumerate()) - before
    done.wait(PATIENCE)

    for thread in started:
        thread.join(PATIENCE)
        assert not thread.is_alive()
