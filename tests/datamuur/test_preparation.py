"""The coach makes, changes, orders and removes cards; nobody else gets there."""

import pytest
from django.urls import reverse

from scholendag.datamuur import actions
from scholendag.datamuur.models import DataCard
from scholendag.datamuur.queries import cards_of
from scholendag.live import audiences
from scholendag.live.frames import SOON
from tests.datamuur.conftest import CARD

SMALL = "Noem geen aantallen onder de 5: dan"
CHOOSE = "Kies er hooguit 6"


def url(name, *args):
    return reverse(f"datamuur:{name}", args=args)


def text_of(response):
    return response.content.decode()


@pytest.fixture
def coach(cast):
    return cast.client(cast.marieke)


def subjects(block):
    return [card.subject for card in cards_of(block)]


def test_an_empty_wall_says_how_to_begin(wall, coach):
    page = text_of(coach.get(url("prepare", wall.block.pk)))
    assert "Nog geen kaarten. Begin met" in page


def test_a_card_is_added_at_the_end(wall, coach):
    wall.card(subject="Eerder")
    response = coach.post(url("add", wall.block.pk), {**CARD, "year": "2024/2025"}, follow=True)
    assert subjects(wall.block) == ["Eerder", "Verzuim"]
    assert "De kaart “Verzuim” is bewaard." in text_of(response)
    assert "2024/2025" in text_of(response)


def test_a_card_without_a_subject_is_not_stored_and_its_text_stays(wall, coach):
    response = coach.post(url("add", wall.block.pk), {**CARD, "subject": " "})
    assert response.status_code == 422
    assert "Vul het onderwerp in." in text_of(response)
    assert CARD["strong_1"] in text_of(response)
    assert subjects(wall.block) == []


@pytest.mark.parametrize("field", ["subject", "strong_2", "attention_1", "source", "year"])
def test_a_text_that_is_too_long_is_refused_beside_its_field(wall, coach, field):
    response = coach.post(url("add", wall.block.pk), {**CARD, field: "a" * 201})
    assert response.status_code == 422
    assert f'id="id_{field}_error"' in text_of(response)
    assert subjects(wall.block) == []


def test_what_is_not_on_the_form_is_not_stored(wall, coach, cast):
    other = cast.step("datamuur", "lezen", running=False).block
    coach.post(url("add", wall.block.pk), {**CARD, "block": other.pk, "position": 99})
    card = cards_of(wall.block).get()
    assert card.position == 1


def test_a_card_is_changed(wall, coach):
    card = wall.card()
    assert CARD["strong_1"] in text_of(coach.get(url("edit", card.pk)))
    coach.post(url("edit", card.pk), {**CARD, "subject": "Te laat"})
    assert subjects(wall.block) == ["Te laat"]


def test_a_wrong_change_leaves_the_card_as_it_was(wall, coach):
    card = wall.card()
    assert coach.post(url("edit", card.pk), {**CARD, "strong_1": ""}).status_code == 422
    card.refresh_from_db()
    assert card.strong_1 == CARD["strong_1"]


def test_cards_are_put_in_order(wall, coach):
    cards = [wall.card(subject=name) for name in ("een", "twee", "drie")]
    coach.post(url("move", cards[2].pk, "omhoog"))
    assert subjects(wall.block) == ["een", "drie", "twee"]
    coach.post(url("move", cards[0].pk, "omlaag"))
    assert subjects(wall.block) == ["drie", "een", "twee"]
    coach.post(url("move", cards[2].pk, "omhoog"))
    assert subjects(wall.block) == ["drie", "een", "twee"]
    assert coach.post(url("move", cards[0].pk, "opzij")).status_code == 404


def test_a_card_is_removed(wall, coach):
    card = wall.card()
    response = coach.post(url("remove", card.pk), follow=True)
    assert "is weg" in text_of(response)
    assert subjects(wall.block) == []
    assert coach.post(url("remove", card.pk)).status_code == 404


def test_more_than_six_subjects_get_advice_and_are_kept(wall, coach):
    for number in range(6):
        wall.card(subject=f"Onderwerp {number}")
    assert CHOOSE not in text_of(coach.get(url("prepare", wall.block.pk)))
    response = coach.post(url("add", wall.block.pk), CARD, follow=True)
    assert CHOOSE in text_of(response)
    assert cards_of(wall.block).count() == 7


def test_a_small_number_of_pupils_gets_a_warning_and_is_kept(wall, coach):
    wall.card()
    assert SMALL not in text_of(coach.get(url("prepare", wall.block.pk)))
    risky = {**CARD, "attention_1": "3 leerlingen zijn vaak weg"}
    response = coach.post(url("add", wall.block.pk), risky, follow=True)
    assert text_of(response).count(SMALL) == 1
    assert cards_of(wall.block).count() == 2


@pytest.mark.parametrize("who", ["olaf", "anna", "zoe", None])
def test_nobody_but_a_coach_of_the_school_gets_there(wall, cast, who):
    card = wall.card()
    client = cast.client(getattr(cast, who) if who else None)
    pages = [url("prepare", wall.block.pk), url("add", wall.block.pk), url("edit", card.pk)]
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    posts = [
        url("add", wall.block.pk),
        url("edit", card.pk),
        url("move", card.pk, "omlaag"),
        url("remove", card.pk),
    ]
    assert {client.post(page, {**CARD, "subject": "Inbraak"}).status_code for page in posts} == {
        404
    }
    assert subjects(wall.block) == ["Verzuim"]


def test_after_the_day_nothing_changes_any_more(wall, coach, cast):
    card = wall.card()
    cast.sessie.closed_at = cast.sessie.starts_at
    cast.sessie.save(update_fields=["closed_at"])
    assert coach.post(url("remove", card.pk)).status_code == 404
    assert DataCard.objects.filter(pk=card.pk).exists()


def test_who_reads_the_cards_now_sees_a_change(wall, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        wall.card()
    assert sent == [
        (
            f"sessie.{wall.block.sessie_id}.everyone",
            {"type": "live.frame", "frame": {"refresh": SOON}},
        )
    ]


def test_before_the_wall_runs_a_change_is_news_for_the_coaches_alone(
    wall, cast, sent, django_capture_on_commit_callbacks
):
    cast.step("pauze", "pauze")
    with django_capture_on_commit_callbacks(execute=True):
        wall.card()
    assert [to for to, _ in sent] == [audiences.coaches(cast.sessie.pk)]


def test_a_card_that_was_taken_away_meanwhile_can_be_kept_as_a_new_one(wall, coach, monkeypatch):
    card = wall.card()
    change = actions.change_card

    def taken_away_meanwhile(card, **texts):
        cards_of(wall.block).delete()
        change(card, **texts)

    monkeypatch.setattr(actions, "change_card", taken_away_meanwhile)
    answer = coach.post(url("edit", card.pk), {**CARD, "subject": "Te laat"})
    assert answer.status_code == 422
    assert "Iemand haalde deze kaart net weg." in text_of(answer)
    assert "Te laat" in text_of(answer)
    assert url("add", wall.block.pk) in answer.content.decode()
