"""From a note to an action that someone watches over."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.boards import actions, queries, undo
from scholendag.boards.models import Note
from scholendag.boards.opening import open_board
from scholendag.live import audiences
from scholendag.retrospective.kinds import RETROSPECTIVE_BOARD
from scholendag.retrospective.models import FollowUp
from tests.cast import StepFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(cast):
    return cast.step("retrospective", "bespreken")


@pytest.fixture
def note(cast, step):
    board = open_board(step.block, RETROSPECTIVE_BOARD)
    lane = board.lanes.get(key="stap")
    return Note.objects.create(lane=lane, author=cast.anna, text="Elke vrijdag tien minuten")


def promote(cast, step, who=None, **data):
    url = reverse("retrospective:promote", args=[step.block.pk])
    return cast.client(who or cast.marieke).post(url, data)


def test_the_coach_makes_an_action_and_everyone_sees_it(
    cast, step, note, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        promote(cast, step, source=note.dom_id, what="Vrijdag bord", guardian="Bram")

    told = [m for a, m in sent if a == audiences.everyone(cast.sessie.pk)]
    assert "Vrijdag bord" in str(told)
    assert "Bram bewaakt dit" in str(told)


def test_a_note_becomes_one_action_also_when_two_coaches_press(cast, step, note):
    promote(cast, step, source=note.dom_id, what="Vrijdag bord", guardian="Bram")

    answer = promote(cast, step, source=note.dom_id, what="Iets anders", guardian="Cas")

    assert answer.status_code == 422
    assert "is al een actie" in answer.content.decode()
    assert [one.guardian for one in FollowUp.objects.all()] == ["Bram"]


def test_a_hidden_note_is_not_there_to_make_an_action_of(cast, step, note):
    Note.objects.filter(pk=note.pk).update(hidden_at=timezone.now())

    answer = promote(cast, step, source=note.dom_id, what="Vrijdag bord", guardian="Bram")

    assert answer.status_code == 422
    assert note.text not in answer.content.decode()
    assert not FollowUp.objects.exists()


def test_what_is_missing_is_said_beside_the_field_and_the_text_stays(cast, step, note):
    answer = promote(cast, step, source=note.dom_id, what="Vrijdag bord", guardian="")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies iemand die dit bewaakt." in page
    assert "Vrijdag bord" in page


def test_a_note_of_another_day_is_refused_without_its_text(cast, step):
    other = cast.step("retrospective", "bespreken", running=False)
    other.block.sessie = cast.other_sessie
    other.block.save()
    board = open_board(other.block, RETROSPECTIVE_BOARD)
    secret = Note.objects.create(lane=board.lanes.first(), text="Geheim van Het Kompas")

    answer = promote(cast, step, source=secret.dom_id, what="x", guardian="y")

    assert answer.status_code == 422
    assert "Geheim" not in answer.content.decode()


@pytest.mark.parametrize("outsider", ["anna", "olaf", "zoe"])
def test_only_the_days_own_coach_makes_or_drops_actions(cast, step, note, outsider):
    follow_up = FollowUp.objects.create(block=step.block, note=note, what="x", guardian="y")
    who = getattr(cast, outsider)

    answer = promote(cast, step, who=who, source=note.dom_id, what="x", guardian="y")
    dropped = cast.client(who).post(reverse("retrospective:drop", args=[follow_up.pk]))

    assert (answer.status_code, dropped.status_code) == (404, 404)
    assert FollowUp.objects.count() == 1


def test_the_action_outlives_the_note(step, note):
    follow_up = FollowUp.objects.create(block=step.block, note=note, what="x", guardian="y")

    note.delete()

    follow_up.refresh_from_db()
    assert follow_up.note is None


def test_after_the_day_no_action_comes_or_goes(cast, step, note):
    follow_up = FollowUp.objects.create(block=step.block, note=None, what="x", guardian="y")
    cast.sessie.closed_at = cast.sessie.starts_at
    cast.sessie.save()

    made = promote(cast, step, source=note.dom_id, what="Vrijdag bord", guardian="Bram")
    dropped = cast.client(cast.marieke).post(reverse("retrospective:drop", args=[follow_up.pk]))

    assert (made.status_code, dropped.status_code) == (404, 404)
    assert list(FollowUp.objects.all()) == [follow_up]


def test_a_note_that_is_put_back_is_the_action_again(cast, step, note):
    follow_up = FollowUp.objects.create(block=step.block, note=note, what="x", guardian="y")
    dropped = FollowUp.objects.create(block=step.block, note=None, what="z", guardian="y")
    cast.run(StepFactory.create(block=step.block, phase="plakken"))
    anna = cast.actor(cast.anna)
    taken = actions.take_back(anna, queries.all_notes().get(pk=note.pk))
    back = undo.unpack(undo.pack(taken))

    undo.put_back(anna, back)

    follow_up.refresh_from_db()
    dropped.refresh_from_db()
    assert (follow_up.note, dropped.note) == (note, None)


def test_an_action_that_was_dropped_meanwhile_does_not_come_back_with_its_note(cast, step, note):
    follow_up = FollowUp.objects.create(block=step.block, note=note, what="x", guardian="y")
    cast.run(StepFactory.create(block=step.block, phase="plakken"))
    anna = cast.actor(cast.anna)
    taken = actions.take_back(anna, queries.all_notes().get(pk=note.pk))
    follow_up.delete()

    undo.put_back(anna, undo.unpack(undo.pack(taken)))

    assert not FollowUp.objects.exists()
    assert Note.objects.get() == note
