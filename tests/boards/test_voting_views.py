"""Voting through the pages: bad input gets a clear sentence."""

import uuid

import pytest
from django.urls import reverse

from scholendag.boards import voting, voting_forms
from scholendag.boards.polls import Dot, Poll
from tests.boards.polling import LOOSE, Polling

FIELDS = {"dots": "3"}


def open_url(polling: Polling) -> str:
    return reverse("boards:open-poll", args=[polling.scene.block.pk, LOOSE.slug])


@pytest.mark.parametrize("dots", ["", "0", "11", "-1", "drie", "9" * 99, "2.5"])
def test_a_coach_hears_what_is_wrong(polling: Polling, dots: str) -> None:
    polling.note()
    coach = polling.scene.cast.client(polling.scene.cast.marieke)
    answer = coach.post(open_url(polling), {"dots": dots})
    assert answer.status_code == 422
    assert voting_forms.HOW_MANY in answer.content.decode()
    assert not Poll.objects.exists()


def test_a_coach_opens_and_closes(polling: Polling) -> None:
    cast = polling.scene.cast
    coach = cast.client(cast.marieke)
    assert coach.post(open_url(polling), FIELDS).status_code == 422
    polling.note()
    answer = coach.post(open_url(polling), {"dots": "5", "hides_counts": "on"})
    assert (answer.status_code, answer.headers["HX-Trigger"]) == (204, "live:refresh")
    poll = Poll.objects.get()
    assert (poll.dots, poll.hides_counts, poll.is_open) == (5, True, True)
    again = coach.post(open_url(polling), FIELDS)
    assert voting.ALREADY in again.content.decode()
    for _ in range(2):
        assert coach.post(reverse("boards:close-poll", args=[poll.pk])).status_code == 204
    assert not Poll.objects.get().is_open
    assert coach.get(open_url(polling)).status_code == 405


@pytest.mark.parametrize("client_id", ["", "x", "1" * 5000])
def test_a_dot_needs_an_id(polling: Polling, client_id: str) -> None:
    note = polling.note()
    polling.opens()
    anna = polling.scene.cast.client(polling.scene.cast.anna)
    answer = anna.post(reverse("boards:dot-note", args=[note.pk]), {"client_id": client_id})
    assert answer.status_code == 422
    assert voting_forms.TRY_AGAIN in answer.content.decode()
    assert not Dot.objects.exists()


@pytest.mark.parametrize("keep", ["", "-1", "99", "x"])
def test_taking_back_says_how_many_stay(polling: Polling, keep: str) -> None:
    note = polling.note()
    polling.opens()
    polling.gives("anna", note)
    anna = polling.scene.cast.client(polling.scene.cast.anna)
    answer = anna.post(reverse("boards:undot-note", args=[note.pk]), {"keep": keep})
    assert answer.status_code == 422
    assert polling.dots("anna") == 1


def test_a_deelnemer_gives_and_takes_back(polling: Polling) -> None:
    note, cluster = polling.note(), polling.cluster("Licht", "Lucht")
    poll = polling.opens(2)
    anna = polling.scene.cast.client(polling.scene.cast.anna)

    def press(name: str, pk: int, **data: object) -> str:
        data = {"client_id": uuid.uuid4(), **data}
        return anna.post(reverse(f"boards:{name}", args=[pk]), data).content.decode()

    assert "Je hebt nog 1 van de 2 stippen." in press("dot-note", note.pk)
    assert "Je stippen zijn op." in press("dot-cluster", cluster.pk)
    full = press("dot-cluster", cluster.pk)
    assert voting.NONE_LEFT in full
    assert f"{poll.ballot_id}-melding" in full
    assert "Je hebt nog 1 van de 2 stippen." in press("undot-cluster", cluster.pk, keep=0)
    polling.closes()
    late = press("dot-note", note.pk)
    assert voting.OVER in late
    assert LOOSE.refusal_id(poll.block_id) in late


def test_what_is_gone_is_no_longer_voted_on(polling: Polling) -> None:
    note = polling.note()
    polling.opens()
    anna = polling.scene.cast.client(polling.scene.cast.anna)
    url = reverse("boards:dot-note", args=[note.pk])
    note.delete()
    assert anna.post(url, {"client_id": uuid.uuid4()}).status_code == 404
    assert anna.get(url).status_code == 405
