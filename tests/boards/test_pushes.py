"""What is pushed to whom when a note comes, changes, goes or is shown."""

from dataclasses import replace

import pytest

from scholendag import live
from scholendag.boards import actions, kinds
from scholendag.boards.models import Note
from scholendag.live import audiences
from tests.boards.scene import (
    ROOMS,
    SHARED_ROOMS,
    TEAMS,
    WALL,
    Committed,
    Scene,
    Sent,
    content,
    heard_by,
)


def test_everyone_is_shown_a_note_and_how_many_are_ready(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    with committed():
        note = scene.add(WALL, "Rust")
    everyone = content(sent, audiences.everyone(scene.cast.sessie.pk))
    assert f'hx-target="#{note.lane.dom_id}" hx-swap="upsert key:data-order"' in everyone
    assert "Rust" in everyone
    assert "1 van 3 klaar" in everyone
    own = content(sent, audiences.participant(scene.cast.anna.pk))
    assert f'data-notes="{note.dom_id}"' in own
    assert "Nog 2 van de 3" in own
    assert heard_by(sent, "mijn-bord") == {audiences.participant(scene.cast.anna.pk)}


def test_the_whole_room_hears_what_is_left_for_it(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    with committed():
        scene.add(SHARED_ROOMS)
        scene.add(SHARED_ROOMS)
    bram = content(sent, audiences.participant(scene.cast.bram.pk))
    assert "Nog 1 van de 3" in bram
    assert f"participant.{scene.cast.cas.pk}" not in dict(sent)


def test_a_room_keeps_its_notes_to_itself_but_everyone_hears_how_far_it_is(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    with committed():
        scene.add(ROOMS, "Van ons")
        scene.add(ROOMS, "Dit ook", number=1)
    assert heard_by(sent, "Van ons") == {audiences.room(scene.trio.pk)}
    assert "1 van 2 groepjes klaar" in content(sent, audiences.everyone(scene.cast.sessie.pk))


def test_a_team_and_the_coaches_hear_its_board(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    with committed():
        scene.add(TEAMS, "Gelukt")
    team, coaches = audiences.team(scene.team.pk), audiences.coaches(scene.cast.sessie.pk)
    assert heard_by(sent, "Gelukt") == {team, coaches}
    assert audiences.everyone(scene.cast.sessie.pk) not in dict(sent)


def test_what_is_taken_back_goes_from_every_screen(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.add(WALL)
    with committed():
        actions.take_back(scene.actors["anna"], note)
    everyone = content(sent, audiences.everyone(scene.cast.sessie.pk))
    assert f'hx-target="#{note.dom_id}" hx-swap="delete"' in everyone
    assert "0 van 3 klaar" in everyone
    own = content(sent, audiences.participant(scene.cast.anna.pk))
    assert 'data-notes=""' in own
    assert "Nog 3 van de 3" in own


def test_what_is_hidden_goes_from_every_screen_and_stays_with_the_coaches(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.add(WALL, "Onaardig")
    with committed():
        actions.hide(scene.cast.coach, note)
        actions.hide(scene.cast.coach, note)
    coaches = audiences.coaches(scene.cast.sessie.pk)
    everyone = audiences.everyone(scene.cast.sessie.pk)
    assert heard_by(sent, "Onaardig") == {coaches}
    assert "is-hidden" in content(sent, coaches)
    assert content(sent, everyone).count('hx-swap="delete"') == 1
    order = [audience for audience, _ in sent]
    assert order.index(everyone) < order.index(coaches)


def test_what_comes_back_is_shown_to_everyone_again(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.add(WALL, "Toch aardig")
    actions.hide(scene.cast.coach, note)
    with committed():
        actions.unhide(scene.cast.coach, note)
        actions.unhide(scene.cast.coach, note)
    everyone = audiences.everyone(scene.cast.sessie.pk)
    assert heard_by(sent, "Toch aardig") == {everyone}
    assert "is-hidden" not in content(sent, everyone)


def test_a_note_that_is_hidden_before_it_was_pushed_is_not_pushed(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    with committed():
        note = scene.add(WALL, "Onaardig")
        Note.objects.filter(pk=note.pk).update(hidden_at=note.created_at)
    assert heard_by(sent, "Onaardig") == set()


def test_a_revealed_room_is_shown_in_its_own_list_and_in_the_gathered_one(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.add(ROOMS, "Van ons")
    with committed():
        actions.reveal(scene.block, ROOMS, scene.cast.coach)
    everyone = content(sent, audiences.everyone(scene.cast.sessie.pk))
    gathered_id = ROOMS.gathered_lane_id(scene.block.pk, "goed")
    for list_id in (note.lane.dom_id, gathered_id):
        assert f'<hx-partial hx-target="#{list_id}" hx-swap="outerMorph">' in everyone
    assert everyone.count("Van ons") == 2
    sent.clear()
    with committed():
        late = scene.add(ROOMS, "Nog van ons")
    everyone = content(sent, audiences.everyone(scene.cast.sessie.pk))
    assert f'hx-target="#{late.lane.dom_id}, #{gathered_id}"' in everyone


def test_what_a_kind_says_that_follows_goes_along(
    scene: Scene, sent: Sent, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    coaches = audiences.coaches(scene.cast.sessie.pk)
    kind = replace(
        WALL,
        slug="proef-gevolg",
        follows=lambda board: {coaches: live.replace("overzicht", lambda: f"bord {board.pk}")},
    )
    monkeypatch.setitem(kinds._kinds, kind.slug, kind)
    with committed():
        note = scene.add(kind)
    with committed():
        actions.take_back(scene.actors["anna"], note)
    assert content(sent, coaches).count(f"bord {note.lane.board.pk}") == 2
