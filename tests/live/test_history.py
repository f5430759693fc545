"""What someone missed is known for sure, or said to be unknown."""

from hypothesis import given
from hypothesis import strategies as st

from scholendag.live.history import KEEP_MESSAGES, KEEP_SECONDS, History

AUDIENCES = ("room.1", "room.2", "everyone")


def message(audience, name, kind="live.changes"):
    return {"type": kind, "audience": audience, "changes": [(name, name)]}


def names(messages):
    return None if messages is None else [m["changes"][0][0] for m in messages]


def history(*audiences):
    kept = History()
    for audience in audiences:
        kept.begin(audience)
    return kept


@given(
    st.lists(st.sampled_from(AUDIENCES), max_size=60),
    st.sets(st.sampled_from(AUDIENCES)),
    st.data(),
)
def test_who_comes_back_is_told_all_of_its_own_audiences_in_order(told, hears, data):
    kept = history(*AUDIENCES)
    positions = [kept.position]
    for number, audience in enumerate(told):
        kept.keep(message(audience, str(number)), now=0)
        positions.append(kept.position)
    left = data.draw(st.integers(0, len(told)))

    missed = kept.missed(hears, positions[left])

    assert names(missed) == [
        str(number) for number, audience in enumerate(told) if number >= left and audience in hears
    ]


@given(st.lists(st.sampled_from(["said", "tidy", "restart", "again"]), max_size=40), st.data())
def test_what_was_forgotten_is_never_passed_over(events, data):
    """Either all since a position, or None; for whatever was forgotten, and why."""
    kept, now = history("room.1"), 0.0
    log, positions = [], [(0, kept.position)]
    for number, event in enumerate(events):
        now += data.draw(st.sampled_from([0.0, 1.0, KEEP_SECONDS]))
        if event == "said":
            kept.keep(message("room.1", str(number)), now)
            log.append(str(number))
        elif event == "tidy":
            kept.tidy(now)
        elif event == "restart":
            kept.restart()
            log.append("?")
        else:
            kept.end("room.1")
            log.append("?")
            kept.begin("room.1")
        positions.append((len(log), kept.position))

    for length, position in positions:
        missed = names(kept.missed({"room.1"}, position))
        assert missed is None or missed == log[length:]
    assert names(kept.missed({"room.1"}, kept.position)) == []


def test_too_many_is_not_known_anymore():
    kept = history("room.1")
    before = kept.position
    for number in range(KEEP_MESSAGES):
        kept.keep(message("room.1", str(number)), now=0)
    assert len(kept.missed({"room.1"}, before)) == KEEP_MESSAGES

    kept.keep(message("room.1", "een te veel"), now=0)
    assert kept.missed({"room.1"}, before) is None
    assert len(kept.missed({"room.1"}, before + 1)) == KEEP_MESSAGES


def test_a_minute_ago_is_known_and_longer_is_not():
    kept = history("room.1")
    before = kept.position
    kept.keep(message("room.1", "toen"), now=0)

    kept.tidy(now=KEEP_SECONDS)
    assert names(kept.missed({"room.1"}, before)) == ["toen"]
    kept.tidy(now=KEEP_SECONDS + 1)
    assert kept.missed({"room.1"}, before) is None


def test_who_missed_nothing_missed_nothing_however_long_ago():
    kept = history("room.1")
    before = kept.position
    kept.tidy(now=24 * 3600)

    assert kept.missed({"room.1"}, before) == []


def test_a_change_of_rights_is_nothing_to_tell():
    kept = history("room.1", "room.2")
    before = kept.position
    kept.keep(message("room.1", "", kind="live.regroup"), now=0)

    assert kept.missed({"room.1"}, before) is None
    assert kept.missed({"room.2"}, before) == []


def test_a_roll_call_is_nothing_to_tell():
    kept = history("room.1")
    before = kept.position
    kept.keep(message("room.1", "", kind="live.roll_call"), now=0)

    assert kept.missed({"room.1"}, before) == []


def test_an_audience_that_was_not_heard_is_not_known():
    assert history("room.1").missed({"room.1", "room.2"}, 1) is None
