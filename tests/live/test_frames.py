import json

from scholendag.live.frames import frame_of, numbered


def message(*changes, **more):
    return {"type": "live.changes", "audience": "room.1", "changes": list(changes), **more}


def test_changes_travel_together_in_their_order():
    frame = frame_of([message(("a", "<a>")), message(("b", "<b>"), ("c", "<c>"))])

    assert json.loads(frame) == {"content": "<a><b><c>"}


def test_of_one_element_only_the_latest_state_is_sent_in_the_place_of_the_latest():
    frame = frame_of([message(("teller", "1")), message(("note", "x")), message(("teller", "2"))])

    assert json.loads(frame) == {"content": "x2"}


def test_a_signal_to_refetch_travels_with_the_changes():
    frame = frame_of([message(("a", "<a>")), message(refresh=150)])

    assert json.loads(frame) == {"content": "<a>", "refresh": 150}


def test_many_signals_are_one_and_the_most_urgent_counts():
    assert json.loads(frame_of([message(refresh=3000)] * 9)) == {"refresh": 3000}
    assert json.loads(frame_of([message(refresh=3000), message(refresh=150)])) == {"refresh": 150}


def test_a_frame_says_where_the_hub_was():
    assert json.loads(frame_of([message(("a", "<a>"))], "c0ffee.7")) == {
        "content": "<a>",
        "at": "c0ffee.7",
    }


def test_a_number_goes_in_front_of_whatever_a_frame_holds():
    frame = frame_of([message(("a", '<a title="{"n":1}">'))], "c0ffee.7")

    assert json.loads(numbered(12, frame)) == {"n": 12, **json.loads(frame)}


def test_a_beat_is_a_number_and_nothing_else():
    assert numbered(17) == '{"n":17}'
