"""Who may write goals and actions, and what they read when it does not go through."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.breakouts.models import Room
from scholendag.doelen import actions
from scholendag.doelen.models import Action, Goal
from tests.doelen.conftest import COMPLETE, post, text

pytestmark = pytest.mark.django_db


def pass_pen(goal, who):
    Room.objects.filter(team=goal.team).update(writer=who)


def test_the_writer_saves_one_field_and_reads_that_it_is_kept(cast, goal):
    answer = post(cast, cast.anna, "write", goal.pk, "improvement", improvement=" Meer hulp ")

    goal.refresh_from_db()
    assert (answer.status_code, goal.improvement) == (200, "Meer hulp")
    assert "Bewaard." in text(answer)


def test_other_fields_that_come_along_are_not_stored(cast, goal):
    post(cast, cast.anna, "write", goal.pk, "improvement", improvement="Meer", group="groep 8")

    goal.refresh_from_db()
    assert goal.group == ""


def test_a_field_that_does_not_exist_is_not_found(cast, goal):
    for field in ("fixed_at", "team", "sessie"):
        assert post(cast, cast.anna, "write", goal.pk, field, **{field: "1"}).status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("improvement", "x" * 301, "hooguit 300 tekens"),
        ("pupils_text", "x" * 241, "hooguit 240 tekens"),
        ("group", "x" * 81, "hooguit 80 tekens"),
        ("weeks", "5", "Kies 4, 6 of 8"),
        ("weeks", "", "Kies 4, 6 of 8"),
        ("ends_on", "morgen", "Kies een dag uit de kalender."),
        ("ends_on", "2001-01-01", "al voorbij"),
    ],
)
def test_wrong_input_gets_a_message_beside_its_field(cast, goal, field, value, message):
    answer = post(cast, cast.anna, "write", goal.pk, field, **{field: value})

    assert answer.status_code == 422
    assert message in text(answer)
    assert f"#{goal.dom_id}-{field}-melding" in text(answer)


def test_a_hint_is_given_and_the_text_is_stored(cast, goal):
    answer = post(cast, cast.anna, "write", goal.pk, "pupils_text", pupils_text="Wij geven uitleg")

    assert answer.status_code == 200
    assert "Wat merken leerlingen hiervan?" in text(answer)
    goal.refresh_from_db()
    assert goal.pupils_text == "Wij geven uitleg"


def test_a_teammate_without_the_pen_reads_why_and_what_was_not_stored(cast, goal):
    answer = post(cast, cast.bram, "write", goal.pk, "improvement", improvement="Van Bram")

    assert answer.status_code == 422
    assert "Iemand anders schrijft nu voor jullie team." in text(answer)
    assert "Van Bram" in text(answer)
    goal.refresh_from_db()
    assert goal.improvement == ""


def test_a_writer_who_lost_the_pen_halfway_can_still_read_the_last_words(cast, goal):
    actions.write(goal, improvement="Eerste helft")
    pass_pen(goal, cast.bram)

    late = post(cast, cast.anna, "write", goal.pk, "improvement", improvement="Eerste helft, en")
    new = post(cast, cast.bram, "write", goal.pk, "group", group="groep 5")

    assert (late.status_code, new.status_code) == (422, 200)
    assert "Eerste helft, en" in text(late)
    goal.refresh_from_db()
    assert (goal.improvement, goal.group) == ("Eerste helft", "groep 5")


def test_last_words_of_who_gave_the_pen_away_come_beside_what_is_there(cast, goal):
    actions.write(goal, improvement="Eerste helft")
    pass_pen(goal, cast.bram)
    actions.write(goal, improvement="Nu: Eerste helft")

    texts = {"improvement": "Eerste helft, en meer", "base": "Eerste helft"}
    assert post(cast, cast.anna, "write", goal.pk, "improvement", **texts).status_code == 200
    goal.refresh_from_db()
    assert goal.improvement == "Nu: Eerste helft, en meer"


def test_an_old_text_never_replaces_newer_words(cast, goal):
    actions.write(goal, improvement="Meer rust")

    texts = {"improvement": "Meer orde", "base": "Meer stilte"}
    answer = post(cast, cast.anna, "write", goal.pk, "improvement", **texts)
    assert answer.status_code == 409
    assert "Jouw tekst is bewaard" in text(answer)
    goal.refresh_from_db()
    assert goal.improvement == "Meer rust"


def test_a_late_word_from_another_device_after_fixing_is_given_back(cast, fixed):
    late = post(cast, cast.anna, "write", fixed.pk, "improvement", improvement="Nog beter")

    assert late.status_code == 422
    assert "Het doel ligt al vast." in text(late)
    assert "Nog beter" in text(late)
    fixed.refresh_from_db()
    assert fixed.improvement == COMPLETE["improvement"]


def test_a_late_word_that_was_stored_already_is_not_called_lost(cast, fixed):
    late = post(
        cast, cast.anna, "write", fixed.pk, "improvement", improvement=COMPLETE["improvement"]
    )

    assert "Dit is niet bewaard" not in text(late)


def test_after_the_day_a_draft_is_closed(cast, goal):
    cast.sessie.closed_at = timezone.now()
    cast.sessie.save()

    answer = post(cast, cast.anna, "write", goal.pk, "improvement", improvement="Te laat")

    assert answer.status_code == 422
    assert "De dag is afgesloten." in text(answer)


def test_the_writer_fixes_what_stands_on_the_screen(cast, goal):
    answer = post(cast, cast.anna, "fix", goal.pk, **COMPLETE)

    goal.refresh_from_db()
    assert goal.is_fixed
    assert goal.sentence == "De leerlingen uit groep 5 kunnen zelf een hulpvraag stellen."
    assert (answer.status_code, answer["HX-Trigger"]) == (204, "live:refresh")


def test_fixing_stores_what_is_there_and_says_what_is_missing(cast, goal):
    answer = post(cast, cast.anna, "fix", goal.pk, **COMPLETE | {"group": " "})

    assert answer.status_code == 422
    assert "Schrijf op om welke groep leerlingen het gaat." in text(answer)
    assert f"#{goal.dom_id}-group-melding" in text(answer)
    assert "Er mist nog iets. Kijk hierboven." in text(answer)
    goal.refresh_from_db()
    assert not goal.is_fixed
    assert goal.pupils_text == COMPLETE["pupils_text"]


def test_fixing_without_fields_uses_what_was_stored(cast, goal):
    actions.write(goal, **COMPLETE)

    assert post(cast, cast.anna, "fix", goal.pk).status_code == 204


def test_fixing_twice_changes_nothing(cast, fixed):
    before = fixed.fixed_at

    answer = post(cast, cast.anna, "fix", fixed.pk, **COMPLETE | {"group": "groep 8"})

    fixed.refresh_from_db()
    assert (answer.status_code, fixed.fixed_at, fixed.group) == (422, before, "groep 5")


def test_a_teammate_does_not_fix(cast, goal):
    assert post(cast, cast.bram, "fix", goal.pk, **COMPLETE).status_code == 422
    goal.refresh_from_db()
    assert not goal.is_fixed


def test_the_writer_starts_anew_beside_a_fixed_goal(cast, fixed):
    assert post(cast, cast.bram, "start-anew", fixed.pk).status_code == 422
    assert post(cast, cast.anna, "start-anew", fixed.pk).status_code == 204
    assert Goal.objects.filter(team=fixed.team).count() == 2


@pytest.mark.parametrize("who", ["cas", "zoe", "olaf", None])
def test_outsiders_find_nothing(cast, fixed, who):
    person = getattr(cast, who) if who else None
    action = actions.add_action(fixed, "Geheim van de onderbouw")

    answers = [
        post(cast, person, "write", fixed.pk, "improvement", improvement="x"),
        post(cast, person, "fix", fixed.pk),
        post(cast, person, "start-anew", fixed.pk),
        post(cast, person, "add-action", fixed.pk, what="x"),
        post(cast, person, "change-action", action.pk, what="x"),
        post(cast, person, "remove-action", action.pk),
        post(cast, person, "tick", action.pk),
        post(cast, person, "untick", action.pk),
    ]

    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert not any("Geheim van de onderbouw" in text(answer) for answer in answers)
    assert [action.what for action in Action.objects.all()] == ["Geheim van de onderbouw"]


def test_reading_an_address_changes_nothing(cast, fixed):
    url = reverse("doelen:add-action", args=[fixed.pk])

    assert cast.client(cast.anna).get(url).status_code == 405
