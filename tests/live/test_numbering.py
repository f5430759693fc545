"""What was dropped is reported, whatever the layer does with the rest."""

from hypothesis import given
from hypothesis import strategies as st

from scholendag.live.numbering import (
    PATIENCE_SECONDS,
    REPEAT_SECONDS,
    SILENT_SECONDS,
    Gaps,
    Numbers,
)

LATER = PATIENCE_SECONDS + 0.001


def gaps(so_far=0):
    listening = Gaps()
    listening.listen("room.1", "a", so_far)
    return listening


@st.composite
def deliveries(draw):
    """How many messages were said before and while we listened, and what came in, in what order."""
    before = draw(st.integers(0, 5))
    said = list(range(before + 1, before + 1 + draw(st.integers(0, 40))))
    arrived = draw(
        st.permutations(draw(st.lists(st.sampled_from(said), unique=True)) if said else [])
    )
    return before, said, arrived


@given(deliveries())
def test_every_drop_before_the_latest_is_reported_and_nothing_else(delivery):
    before, _, arrived = delivery
    listening = gaps(so_far=before)

    for number in arrived:
        listening.heard("room.1", "a", number, now=0)

    dropped = set(range(before + 1, max(arrived, default=0))) - set(arrived)
    assert listening.overdue(now=PATIENCE_SECONDS) == set()
    assert listening.overdue(now=LATER) == ({"room.1"} if dropped else set())


@given(deliveries())
def test_the_tail_is_reported_once_the_sender_says_how_far_it_got(delivery):
    before, said, arrived = delivery
    listening = gaps(so_far=before)

    for number in arrived:
        listening.heard("room.1", "a", number, now=0)
    listening.said("a", {"room.1": before + len(said)}, now=0)

    dropped = set(said) - set(arrived)
    assert listening.overdue(now=LATER) == ({"room.1"} if dropped else set())


@given(deliveries(), st.data())
def test_what_is_only_late_is_not_reported_whenever_the_sender_says_how_far_it_got(delivery, data):
    before, said, _ = delivery
    listening = gaps(so_far=before)

    for number in data.draw(st.permutations(said)):
        listening.heard("room.1", "a", number, now=0)
        if data.draw(st.booleans()):
            listening.said("a", {"room.1": before + len(said)}, now=0)

    assert listening.overdue(now=LATER) == set()


def test_a_drop_is_reported_once():
    listening = gaps()
    listening.heard("room.1", "a", 2, now=0)

    assert listening.overdue(now=LATER) == {"room.1"}
    listening.said("a", {"room.1": 2}, now=LATER)
    assert listening.overdue(now=2 * LATER) == set()


def test_a_very_long_gap_is_reported_too():
    listening = gaps()
    listening.heard("room.1", "a", 1_000_000, now=0)

    assert listening.overdue(now=LATER) == {"room.1"}


def test_senders_and_audiences_are_counted_apart():
    listening = gaps()
    listening.listen("room.2", "a", 0)
    listening.heard("room.1", "a", 1, now=0)
    listening.heard("room.2", "a", 1, now=0)
    listening.heard("room.1", "b", 1, now=0)
    listening.heard("room.1", "b", 2, now=0)
    assert listening.overdue(now=LATER) == set()

    listening.heard("room.1", "b", 4, now=0)
    assert listening.overdue(now=LATER) == {"room.1"}


def test_of_another_process_the_first_there_is_misses_nothing():
    listening = gaps()
    listening.heard("room.1", "b", 1, now=0)
    listening.said("b", {"room.1": 1}, now=0)

    assert listening.overdue(now=LATER) == set()


def test_of_another_process_what_came_before_the_first_that_comes_in_may_have_been_dropped():
    listening = gaps()
    listening.heard("room.1", "b", 41, now=0)
    listening.said("b", {"room.1": 41}, now=0)
    assert listening.overdue(now=LATER) == {"room.1"}

    listening.heard("room.1", "b", 42, now=LATER)
    assert listening.overdue(now=2 * LATER) == set()


def test_of_another_process_the_first_may_be_overtaken_by_the_second():
    listening = gaps()
    listening.heard("room.1", "b", 2, now=0)
    listening.heard("room.1", "b", 1, now=0)

    assert listening.overdue(now=LATER) == set()


def test_of_another_process_the_first_may_be_dropped_and_the_second_come_after_its_pulse():
    listening = gaps()
    listening.said("b", {"room.1": 2}, now=0)
    listening.heard("room.1", "b", 2, now=0)

    assert listening.overdue(now=LATER) == {"room.1"}


def test_of_another_process_that_was_never_heard_the_only_message_may_have_been_dropped():
    listening = gaps()
    listening.said("b", {"room.1": 1}, now=0)

    assert listening.overdue(now=LATER) == {"room.1"}


def test_an_audience_that_is_no_longer_listened_to_misses_nothing():
    listening = gaps()
    listening.heard("room.1", "a", 3, now=0)
    listening.forget("room.1")

    assert listening.overdue(now=LATER) == set()


def test_a_sender_that_falls_silent_may_have_died_before_it_said_something():
    listening = gaps()
    listening.listen("room.1", "b", 0)
    listening.heard("room.1", "a", 1, now=0)
    listening.heard("room.2", "b", 1, now=0)
    listening.said("a", {}, now=SILENT_SECONDS)
    assert listening.ended(now=SILENT_SECONDS) == set()

    assert listening.ended(now=SILENT_SECONDS + 1) == {"room.1", "room.2"}
    assert listening.ended(now=SILENT_SECONDS + 1) == set()
    # What is known of the other still counts; this one, if it comes back, begins anew.
    listening.heard("room.1", "a", 3, now=SILENT_SECONDS + 1)
    assert listening.overdue(now=SILENT_SECONDS + 1 + LATER) == {"room.1"}
    listening.heard("room.1", "b", 3, now=SILENT_SECONDS + 1)
    listening.heard("room.1", "b", 2, now=SILENT_SECONDS + 1)
    assert listening.overdue(now=SILENT_SECONDS + 1 + LATER) == set()


def test_each_audience_has_its_own_count_without_holes():
    numbers = Numbers()

    assert [numbers.next("room.1", 0), numbers.next("room.2", 0), numbers.next("room.1", 0)] == [
        1,
        1,
        2,
    ]
    assert numbers.so_far("room.1") == 2
    assert numbers.so_far("room.3") == 0


def test_how_far_it_got_is_said_for_a_while_and_longer_for_what_was_not_taken():
    numbers = Numbers()
    numbers.next("room.1", now=0)
    numbers.next("room.2", now=0)
    numbers.remind("room.2", now=REPEAT_SECONDS)

    assert numbers.lately(now=REPEAT_SECONDS - 0.1) == {"room.1": 1, "room.2": 1}
    assert numbers.lately(now=REPEAT_SECONDS + 0.1) == {"room.2": 1}


def test_no_two_processes_are_the_same_sender():
    assert Numbers().sender != Numbers().sender
