import pytest
from django.db import transaction

from scholendag import live
from scholendag.live.frames import SOON

pytestmark = pytest.mark.django_db


def frames(sent):
    return [(audience, message["frame"]) for audience, message in sent]


def test_nothing_is_pushed_before_the_commit(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        live.push("room.1", live.upsert("vak-1", lambda: "<li id='post-it-1'>Hoi</li>"))
        assert sent == []

    assert frames(sent) == [
        (
            "room.1",
            {
                "content": '<hx-partial hx-target="#vak-1" hx-swap="upsert">'
                "<li id='post-it-1'>Hoi</li></hx-partial>"
            },
        )
    ]


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_never_shown(sent):
    def fail_half_way():
        with transaction.atomic():
            live.push("room.1", live.remove("post-it-1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert sent == []


def test_a_fragment_is_rendered_at_the_commit_from_what_is_true_then(
    sent, django_capture_on_commit_callbacks
):
    text = "oud"
    with django_capture_on_commit_callbacks(execute=True):
        live.push("room.1", live.replace("kop", lambda: text))
        text = "nieuw"

    assert "nieuw" in frames(sent)[0][1]["content"]


def test_a_fragment_is_rendered_once_per_audience(sent, django_capture_on_commit_callbacks):
    renders = []
    with django_capture_on_commit_callbacks(execute=True):
        live.push("room.1", live.replace("kop", lambda: renders.append(1) or ""))

    assert len(renders) == 1


def test_several_changes_travel_in_one_frame_in_their_order(
    sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        live.push("room.1", live.remove("post-it-1"), live.replace("teller", lambda: "1"))

    [(_, frame)] = frames(sent)
    assert frame["content"].index("#post-it-1") < frame["content"].index("#teller")


def test_a_fragment_that_fails_leaves_the_others_and_is_fetched(
    sent, django_capture_on_commit_callbacks, caplog
):
    def broken():
        raise ZeroDivisionError

    with django_capture_on_commit_callbacks(execute=True):
        live.push("room.1", live.replace("kapot", broken), live.replace("teller", lambda: "1"))

    [(_, frame)] = frames(sent)
    assert "#teller" in frame["content"]
    assert "kapot" not in frame["content"]
    assert frame["refresh"] == 150
    assert "#kapot" in caplog.text


def test_a_refresh_carries_no_content(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        live.refresh("sessie.1.everyone")

    assert frames(sent) == [("sessie.1.everyone", {"refresh": SOON})]


@pytest.mark.django_db(transaction=True)
def test_a_layer_that_is_down_does_not_fail_the_write(monkeypatch, caplog, cast):
    def down(audience, message):
        raise ConnectionError("no layer")

    monkeypatch.setattr("scholendag.live.seam._send", down)
    with transaction.atomic():
        cast.sessie.title = "Bewaard"
        cast.sessie.save()
        live.refresh("sessie.1.everyone")

    cast.sessie.refresh_from_db()
    assert cast.sessie.title == "Bewaard"
    assert "no layer" in caplog.text
