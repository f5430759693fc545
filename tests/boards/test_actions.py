"""Boards are made, notes changed, taken back, hidden and brought back."""

import pytest
from django.db.models import RestrictedError
from django.urls import reverse

from scholendag.agenda.models import LogEntry
from scholendag.boards import actions, opening, placing
from scholendag.boards.models import Board, Note, Override
from scholendag.live import audiences
from tests.boards.scene import (
    NOTED,
    ROOMS,
    SECRET,
    TEAMS,
    WALL,
    Committed,
    Scene,
    Sent,
    heard_by,
    refused,
)
from tests.cast import BlockFactory


def test_a_board_is_made_once_with_its_lanes(scene: Scene) -> None:
    board = opening.open_board(scene.block, WALL)
    assert opening.open_board(scene.block, WALL) == board
    assert [str(lane) for lane in board.lanes.all()] == ["Gaat goed", "Kan beter"]


def test_a_teams_board_is_the_same_on_every_day(scene: Scene) -> None:
    board = opening.open_board(scene.block, TEAMS, team=scene.team)
    later = BlockFactory.create(sessie__school=scene.cast.sessie.school)
    assert opening.open_board(later, TEAMS, team=scene.team) == board
    assert opening.open_board(later, TEAMS, team=scene.other_team) != board
    assert Board.objects.count() == 2


def test_a_board_needs_what_its_kind_is_for(scene: Scene) -> None:
    for kind, place in (
        (WALL, {"room": scene.trio}),
        (WALL, {"team": scene.team}),
        (ROOMS, {}),
        (TEAMS, {"room": scene.trio}),
    ):
        with pytest.raises(ValueError, match=kind.slug):
            opening.open_board(scene.block, kind, **place)


def test_a_room_or_team_with_a_board_cannot_vanish_with_it(scene: Scene) -> None:
    scene.add(ROOMS)
    scene.add(TEAMS)
    for model in (scene.trio, scene.team):
        with pytest.raises(RestrictedError):
            model.delete()
    scene.cast.sessie.school.delete()
    assert not Note.objects.exists()


def test_a_closed_board_takes_nothing(scene: Scene) -> None:
    note = scene.add(WALL)
    scene.go("iets anders")
    anna = scene.actors["anna"]
    assert refused(lambda: scene.add(WALL)) == placing.CLOSED
    assert refused(lambda: actions.edit_note(anna, note, "Anders")) == placing.CLOSED
    assert refused(lambda: actions.take_back(anna, note)) == actions.STAYS
    assert Note.objects.get().text == note.text


def test_who_may_not_write_here_is_told(scene: Scene) -> None:
    assert refused(lambda: scene.add(NOTED, by=scene.cast.bram)) == placing.NOT_YOU
    assert refused(lambda: scene.add(ROOMS, by=scene.cast.bram)) == placing.NOT_YOU


def test_a_hidden_round_can_be_changed_until_the_signal(scene: Scene) -> None:
    anna, note = scene.actors["anna"], scene.add(SECRET)
    scene.go("iets anders")
    actions.edit_note(anna, note, "Toch anders")
    actions.reveal(scene.block, SECRET, scene.cast.coach)
    assert refused(lambda: actions.edit_note(anna, note, "Te laat")) == placing.CLOSED
    assert Note.objects.get().text == "Toch anders"


def test_the_signal_is_one_line_in_the_log_however_often_it_is_given(scene: Scene) -> None:
    for kind in (SECRET, ROOMS):
        scene.add(kind)
        for _ in range(2):
            actions.reveal(scene.block, kind, scene.cast.coach)
    assert [str(entry) for entry in reversed(LogEntry.objects.exclude(deed=""))] == [
        f"Marieke de Wit toonde alles op het bord “{kind.title}”" for kind in (SECRET, ROOMS)
    ]


def test_whoever_takes_the_pen_takes_over_the_notes_of_the_room(scene: Scene) -> None:
    note = scene.add(ROOMS)
    scene.trio.writer = scene.cast.bram
    scene.trio.save()
    assert refused(lambda: actions.take_back(scene.actors["anna"], note)) == actions.STAYS
    actions.take_back(scene.actors["bram"], note)
    assert not Note.objects.exists()


def test_a_note_that_is_gone_cannot_be_changed_and_stays_gone(scene: Scene) -> None:
    anna, note = scene.actors["anna"], scene.add(WALL)
    actions.take_back(anna, note)
    actions.take_back(anna, note)
    assert refused(lambda: actions.edit_note(anna, note, "Terug")) == actions.GONE
    assert not Note.objects.exists()


def test_a_colleague_hides_nothing(scene: Scene) -> None:
    note = scene.add(WALL)
    act = lambda: actions.hide(scene.actors["bram"], note)  # noqa: E731
    assert refused(act) == placing.NOT_YOU
    assert not Note.objects.get().is_hidden


def test_the_coach_takes_a_name_out_of_a_note_and_the_log_says_so(scene: Scene) -> None:
    note = scene.add(WALL, "Meneer Jansen helpt altijd")
    coach = scene.cast.client(scene.cast.marieke)
    url = reverse("boards:edit", args=[note.pk])
    assert "Verbeter deze post-it" in coach.get(url).content.decode()
    assert coach.post(url, {"text": "Een leraar helpt altijd"}).status_code == 200
    assert Note.objects.get().text == "Een leraar helpt altijd"
    assert LogEntry.objects.latest("pk").deed == "verbeterde een post-it op het bord “Muur”"
    assert scene.cast.client(scene.cast.bram).get(url).status_code == 404


def test_what_the_coach_corrected_does_not_come_back_unnoticed(scene: Scene) -> None:
    note = scene.add(WALL, "Meneer Jansen helpt")
    url = reverse("boards:edit", args=[note.pk])
    anna = scene.cast.client(scene.cast.anna)
    assert 'name="seen" value="Meneer Jansen helpt"' in anna.get(url).content.decode()
    actions.edit_note(scene.cast.coach, note, "Een leraar helpt")

    late = {"text": "Meneer Jansen helpt altijd", "seen": "Meneer Jansen helpt"}
    answer = anna.post(url, late)
    assert answer.status_code == 422
    for words in ("Een leraar helpt", "Meneer Jansen helpt altijd", "Druk nog eens op Bewaar"):
        assert words in answer.content.decode()
    assert Note.objects.get().text == "Een leraar helpt"

    assert anna.post(url, late | {"seen": "Een leraar helpt"}).status_code == 200
    # And again, after an answer that was lost.
    assert anna.post(url, late | {"seen": "Een leraar helpt"}).status_code == 200
    assert Note.objects.get().text == "Meneer Jansen helpt altijd"


def test_the_coach_corrects_nothing_before_the_signal_or_on_a_fixed_board(scene: Scene) -> None:
    hidden = scene.add(SECRET, "Meneer Jansen")
    fixed = scene.add(WALL, "Meneer Jansen")
    Board.objects.filter(kind_slug=WALL.slug).update(override=Override.FIXED)
    coach = scene.cast.client(scene.cast.marieke)
    for note, status in ((hidden, 404), (fixed, 422)):
        url = reverse("boards:edit", args=[note.pk])
        assert coach.post(url, {"text": "Een leraar"}).status_code == status
    assert set(Note.objects.values_list("text", flat=True)) == {"Meneer Jansen"}


def test_what_the_coach_hid_can_be_corrected_before_it_comes_back(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.add(WALL, "Meneer Jansen helpt altijd")
    actions.hide(scene.cast.coach, note)
    sent.clear()
    with committed():
        actions.edit_note(scene.cast.coach, note, "Een leraar helpt altijd")
    assert heard_by(sent, "Een leraar") == {audiences.coaches(scene.cast.sessie.pk)}
    actions.unhide(scene.cast.coach, note)
    assert "Een leraar helpt altijd" in scene.page(WALL, scene.actors["bram"])
