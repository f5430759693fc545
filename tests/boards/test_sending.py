"""A note that is sent again stays one, and no text is lost."""

import uuid

from scholendag.boards import actions, placing
from scholendag.boards.models import Note
from tests.boards.scene import (
    WALL,
    Scene,
    refused,
)


def test_a_note_that_is_sent_again_stays_one(scene: Scene) -> None:
    lane, client_id = scene.lane(WALL), uuid.uuid4()
    anna = scene.actors["anna"]
    note = placing.add_note(anna, lane, "Eén keer", client_id)
    assert placing.add_note(anna, lane, "Eén keer", client_id) == note
    scene.add(WALL, "Twee")
    scene.add(WALL, "Drie")
    assert placing.add_note(anna, lane, "Eén keer", client_id) == note
    scene.go("iets anders")
    assert placing.add_note(anna, lane, "Eén keer", client_id) == note


def test_another_text_under_the_same_id_is_not_lost(scene: Scene) -> None:
    """Two tabs that share a draft; each text may also be sent again."""
    lane, client_id = scene.lane(WALL), uuid.uuid4()
    anna = scene.actors["anna"]
    for text in ("Eerst", "Daarna", "Eerst", "Daarna"):
        placing.add_note(anna, lane, text, client_id)
    assert sorted(Note.objects.values_list("text", flat=True)) == ["Daarna", "Eerst"]


def test_a_note_that_was_changed_is_not_put_up_again_by_a_retry(scene: Scene) -> None:
    lane, client_id = scene.lane(WALL), uuid.uuid4()
    anna = scene.actors["anna"]
    note = placing.add_note(anna, lane, "Eerst", client_id)
    actions.edit_note(anna, note, "Beter")
    assert placing.add_note(anna, lane, "Eerst", client_id) == note
    assert Note.objects.get().text == "Beter"


def test_someone_elses_id_makes_nothing(scene: Scene) -> None:
    note = scene.add(WALL)
    bram = scene.actors["bram"]
    act = lambda: placing.add_note(bram, note.lane, note.text, note.client_id)  # noqa: E731
    assert refused(act) == placing.TRY_AGAIN
    assert Note.objects.get().author == scene.cast.anna
