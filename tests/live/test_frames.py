import json

from scholendag.live.frames import frame_of


def message(*changes, **more):
    return {"type": "live.changes", "audience": "room.1", "changes": list(changes), **more}


def test_changes_travel_together_in_their_order():
    frame = frame_of([message(("a", "<a>")), message(("b", "<b>"), ("c", "<c>"))])

    assert json.loads(frame) == {"content": "<a><b><c>"}


def test_of_one_element_only_the_latest_state_is_sent_in_the_place_of_the_latest():
    frame = frame_of([message(("teller", "1")), message(("note", "x")), message(("teller", "2"))])

    assert json.loads(frame) == {"content": "x2"}


def test_a_signal_to_refetch_travels_with_the_changes():
    frame = frame_of([message(("a", "<a>")), message(refresh=True)])

    assert json.loads(frame) == {"content": "<a>", "refresh": True}


def test_many_signals_are_one():
    assert json.loads(frame_of([message(refresh=True)] * 9)) == {"refresh": True}
