"""The notes of a room: one writes, the others of that room read along, nobody else sees them."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from scholendag.boards.opening import open_rooms
from scholendag.boards.placing import add_note
from scholendag.breakouts.actions import take_pen
from scholendag.breakouts.calls import say_ready
from scholendag.breakouts.models import Room
from scholendag.datamuur.kinds import HARVEST
from scholendag.datamuur.models import RoomNotes
from scholendag.live import audiences

TEXT = "Wij zien dat het verzuim in de winter stijgt"


@pytest.fixture
def write(wall):
    def post(client, text=TEXT, room=None, **more):
        room = room or wall.first
        url = reverse("datamuur:write-notes", args=[wall.block.pk, room.pk])
        return client.post(url, {"text": text, **more})

    wall.run("bespreken")
    return post


def day(cast, who):
    return cast.client(who).get(reverse("stage:deelnemer", args=[cast.sessie.code]))


def test_the_writer_writes_and_the_room_reads_along(
    wall, write, cast, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = write(cast.client(cast.anna))
    assert "Bewaard." in response.content.decode()
    assert {audience for audience, _ in sent} == {
        audiences.room(wall.first.pk),
        audiences.participant(cast.anna.pk),
        audiences.coaches(cast.sessie.pk),
    }
    told = {audience for audience, message in sent if TEXT in message["frame"]["content"]}
    assert told == {audiences.room(wall.first.pk), audiences.participant(cast.anna.pk)}
    assert TEXT in day(cast, cast.anna).content.decode()
    assert TEXT in day(cast, cast.bram).content.decode()


def test_the_other_device_of_the_writer_gets_the_field_with_the_text(
    wall, write, cast, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        write(cast.client(cast.anna))

    frames = [str(message) for who, message in sent if who == f"participant.{cast.anna.pk}"]
    assert "<textarea" in "".join(frames)
    assert TEXT in "".join(frames)


def test_no_one_outside_the_room_sees_the_notes(wall, write, cast):
    write(cast.client(cast.anna))
    assert TEXT not in day(cast, cast.cas).content.decode()
    coach = cast.client(cast.marieke)
    assert (
        TEXT not in coach.get(reverse("stage:begeleider", args=[cast.sessie.pk])).content.decode()
    )


def test_writing_again_replaces_the_text(wall, write, cast):
    write(cast.client(cast.anna), "eerst")
    write(cast.client(cast.anna), "daarna")
    assert RoomNotes.objects.get().text == "daarna"


def test_who_does_not_write_is_refused_and_told(wall, write, cast):
    response = write(cast.client(cast.bram))
    assert response.status_code == 422
    assert "Iemand anders schrijft nu" in response.content.decode()
    assert not RoomNotes.objects.exists()


def test_the_text_is_kept_when_the_pen_passes_on(wall, write, cast):
    write(cast.client(cast.anna))
    take_pen(wall.first, cast.bram)
    page = day(cast, cast.bram).content.decode()
    assert TEXT in page
    assert 'name="text"' in page
    assert 'name="text"' not in day(cast, cast.anna).content.decode()
    assert write(cast.client(cast.anna), "te laat").status_code == 422
    assert write(cast.client(cast.bram), TEXT + ".").status_code == 200
    assert RoomNotes.objects.get().text == TEXT + "."


def test_last_words_of_who_gave_the_pen_away_come_beside_what_is_there(wall, write, cast):
    write(cast.client(cast.anna))
    take_pen(wall.first, cast.bram)
    write(cast.client(cast.bram), "Kijk: " + TEXT, base=TEXT)

    answer = write(cast.client(cast.anna), TEXT + " sterk", base=TEXT)
    assert answer.status_code == 200
    assert "X-Other-Text" in answer
    assert RoomNotes.objects.get().text == "Kijk: " + TEXT + " sterk"


def test_an_old_text_never_replaces_newer_words(wall, write, cast):
    write(cast.client(cast.anna), "Het verzuim daalt")

    answer = write(cast.client(cast.anna), "Het verzuim groeit", base="Het verzuim stijgt")
    assert answer.status_code == 409
    assert "Jouw tekst is bewaard" in answer.content.decode()
    assert "Het verzuim daalt" in answer.content.decode()
    assert RoomNotes.objects.get().text == "Het verzuim daalt"


def test_a_late_save_in_the_next_step_still_counts(wall, write, cast):
    wall.run("opbrengst")
    assert write(cast.client(cast.anna)).status_code == 200


def test_after_the_wall_the_notes_are_closed(wall, write, cast):
    cast.step("pauze", "pauze")
    assert write(cast.client(cast.anna)).status_code == 422
    assert not RoomNotes.objects.exists()


def test_a_text_that_is_too_long_is_refused(wall, write, cast):
    response = write(cast.client(cast.anna), "a" * 4001)
    assert response.status_code == 422
    assert "4000" in response.content.decode()
    assert not RoomNotes.objects.exists()


def test_outsiders_get_404(wall, write, cast):
    other = cast.step("datamuur", "bespreken", running=False).block
    wall.run("bespreken")
    clients = [cast.client(who) for who in (cast.cas, cast.zoe, cast.marieke, cast.olaf, None)]
    assert {write(client).status_code for client in clients} == {404}
    url = reverse("datamuur:write-notes", args=[other.pk, wall.first.pk])
    assert cast.client(cast.anna).post(url, {"text": TEXT}).status_code == 404
    assert not RoomNotes.objects.exists()


def test_groups_that_are_not_fixed_have_no_notes(wall, write, cast):
    wall.first.division.fixed_at = None
    wall.first.division.save(update_fields=["fixed_at"])
    assert write(cast.client(cast.anna)).status_code == 404


def test_a_new_post_it_means_that_the_room_goes_on(wall, cast):
    wall.run("kiezen")
    open_rooms(wall.block, HARVEST, [wall.first])
    say_ready(wall.first)
    assert Room.objects.get(pk=wall.first.pk).ready_step

    add_note(cast.actor(cast.anna), wall.lane(wall.first, "trots"), "Rust", uuid4())
    assert Room.objects.get(pk=wall.first.pk).ready_step is None


def test_the_coach_sees_how_much_each_room_wrote(wall, write, cast):
    write(cast.client(cast.anna))
    wall.run("kiezen")
    for text in ("Rust", "Sfeer"):
        add_note(cast.actor(cast.anna), wall.lane(wall.first, "trots"), text, uuid4())
    url = reverse("stage:begeleider", args=[cast.sessie.pk])
    page = cast.client(cast.marieke).get(url).content.decode()
    assert re.findall(r"<span>([^<]*(?:post-it|tekst|nog niets)[^<]*)</span>", page) == [
        "2 post-its en tekst",
        "nog niets",
    ]
