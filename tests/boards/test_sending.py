"""A note that is sent again stays one, and no text is lost."""

import uuid

from scholendag.boards import actions, placing
from scholendag.boards.models import Note
from scholendag.live import audiences
from tests.boards.scene import WALL, Committed, Scene, Sent, heard_by, refused


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


def test_a_note_that_is_sent_again_is_pushed_again(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    """The server may have died between storing it and showing it to the others."""
    note = scene.add(WALL, "Eén keer")
    with committed():
        placing.add_note(scene.actors["anna"], note.lane, note.text, note.client_id)
    assert heard_by(sent, "Eén keer") == {audiences.everyone(scene.cast.sessie.pk)}


def test_who_press_at_one_moment_each_get_what_came_of_it(scene: Scene) -> None:
    """Within one wave too a limit holds, a note sent twice is one, and nobody spoils another's."""
    anna, bram, lane = scene.actors["anna"], scene.actors["bram"], scene.lane(WALL)
    twice = placing.Wish(anna, lane, "Twee keer", uuid.uuid4())
    others = [placing.Wish(anna, lane, text, uuid.uuid4()) for text in ("Twee", "Drie", "Vier")]
    of_bram = placing.Wish(bram, lane, "Van Bram", uuid.uuid4())
    came_of = placing.place_all([twice, *others, twice, of_bram])

    first, *_, last = came_of[:3] + came_of[4:]
    assert [isinstance(one, placing.Placed) for one in came_of] == [
        True,
        True,
        True,
        False,
        True,
        True,
    ]
    assert came_of[3].message == placing.FULL
    assert first.note == came_of[4].note
    assert last.note.author == scene.cast.bram
    texts = Note.objects.filter(lane=lane).order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["Twee keer", "Twee", "Drie", "Van Bram"]


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
