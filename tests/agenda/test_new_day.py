from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from scholendag.accounts.models import User
from scholendag.agenda.models import Programme
from scholendag.schools.models import Membership, School
from scholendag.sessies.models import Sessie
from tests.cast import Cast, SchoolFactory, UserFactory

NEW = "/dagen/nieuw/"


def post(cast: Cast, user: User, of: Programme, **changed: Any) -> HttpResponse:
    fields = {
        "school": cast.sessie.school.pk,
        "programme": of.pk,
        "title": "Scholendag in mei",
        "theme": "Gelijke kansen",
        "date": (timezone.localdate() + timedelta(days=30)).isoformat(),
        "time": "13:30",
    }
    filled = {key: value for key, value in (fields | changed).items() if value is not None}
    return cast.client(user).post(NEW, filled)


def made() -> Sessie:
    return Sessie.objects.get(title="Scholendag in mei")


def test_the_address_is_dutch() -> None:
    assert reverse("agenda:new") == NEW


def test_a_coach_makes_a_day_and_goes_on_preparing_it(cast: Cast, programme: Programme) -> None:
    response = post(cast, cast.marieke, programme)
    day = made()
    assert response.status_code == 302
    assert response["Location"] == f"/begeleiden/{day.pk}/voorbereiden/"
    assert (day.school, day.theme, day.created_by) == (
        cast.sessie.school,
        "Gelijke kansen",
        cast.marieke,
    )
    start = timezone.localtime(day.starts_at)
    assert f"{start:%H:%M}" == "13:30"
    assert start.date() == timezone.localdate() + timedelta(days=30)
    assert day.blocks.count() == 2


def test_whoever_names_a_new_school_coaches_it(cast: Cast, programme: Programme) -> None:
    school = {"school": "", "new_school": "De Regenboog", "place": "Zwolle"}
    assert post(cast, cast.marieke, programme, **school).status_code == 302
    day = made()
    assert (day.school.name, day.school.place) == ("De Regenboog", "Zwolle")
    [membership] = day.school.memberships.all()
    assert (membership.user, membership.role) == (cast.marieke, Membership.Role.COACH)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "", "Geef de dag een titel."),
        ("title", "x" * 121, "hooguit 120 tekens"),
        ("theme", "x" * 201, "hooguit 200 tekens"),
        ("date", "", "Kies een datum."),
        ("date", "2026-02-30", "Kies een datum die bestaat."),
        ("date", "2020-01-01", "Deze datum is al geweest."),
        ("time", "", "Kies een begintijd."),
        ("time", "25:00", "Kies een tijd, zoals 13:00."),
        ("programme", "", "Kies een sjabloon."),
        ("programme", "999", "Kies een sjabloon uit de lijst."),
        ("school", "", "Kies een school, of typ de naam van een nieuwe school."),
        ("new_school", "De Regenboog", "Je koos al een school."),
        ("new_school", "x" * 121, "hooguit 120 tekens"),
        ("place", "x" * 81, "hooguit 80 tekens"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    cast: Cast, programme: Programme, field: str, value: str, words: str
) -> None:
    schools = School.objects.count()
    response = post(cast, cast.marieke, programme, **{field: value})
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert field == "theme" or 'value="Gelijke kansen"' in page
    assert not Sessie.objects.filter(theme="Gelijke kansen").exists()
    assert School.objects.count() <= schools + 1


def test_a_school_of_the_list_is_not_made_again(cast: Cast, programme: Programme) -> None:
    name = cast.marieke.memberships.get().school.name
    response = post(cast, cast.marieke, programme, school="", new_school=name.upper())
    assert response.status_code == 422
    assert "staat al in de lijst" in response.content.decode()
    assert School.objects.filter(name__iexact=name).count() == 1


def test_a_day_cannot_be_made_for_the_school_of_someone_else(
    cast: Cast, programme: Programme
) -> None:
    response = post(cast, cast.marieke, programme, school=cast.other_sessie.school.pk)
    assert response.status_code == 422
    assert "Kies een school uit de lijst." in response.content.decode()
    assert cast.other_sessie.school.sessies.count() == 1


def test_the_page_shows_only_ones_own_schools(cast: Cast, programme: Programme) -> None:
    cast.other_sessie.school.name = "Het Geheim"
    cast.other_sessie.school.save(update_fields=["name"])
    page = cast.client(cast.marieke).get(NEW).content.decode()
    assert cast.sessie.school.name in page
    assert "Het Geheim" not in page


def test_the_only_school_and_programme_are_chosen_already(cast: Cast, programme: Programme) -> None:
    page = cast.client(cast.marieke).get(NEW).content.decode()
    assert f'<option value="{cast.sessie.school.pk}" selected>' in page
    assert f'<option value="{programme.pk}" selected>' in page


def test_with_two_schools_the_coach_chooses(cast: Cast, programme: Programme) -> None:
    Membership.objects.create(
        school=SchoolFactory.create(name="De Linde"),
        user=cast.marieke,
        role=Membership.Role.COACH,
    )
    page = cast.client(cast.marieke).get(NEW).content.decode()
    assert f'<option value="{cast.sessie.school.pk}" selected>' not in page


def test_nobody_else_makes_a_day(cast: Cast, programme: Programme) -> None:
    stranger = UserFactory.create(email="nieuw@voorbeeld.example")
    leader = UserFactory.create(email="leider@voorbeeld.example")
    Membership.objects.create(school=cast.sessie.school, user=leader, role=Membership.Role.LEADER)
    for user in (stranger, leader):
        assert cast.client(user).get(NEW).status_code == 404
        assert post(cast, user, programme).status_code == 404
    assert not Sessie.objects.filter(title="Scholendag in mei").exists()


def test_who_is_not_signed_in_is_asked_to_sign_in(cast: Cast, programme: Programme) -> None:
    for client in (cast.client(), cast.client(cast.anna)):
        response = client.get(NEW)
        assert response.status_code == 302
        assert response["Location"].startswith("/inloggen/")
