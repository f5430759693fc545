"""The techniekkaart: who is host, where the groups are, and whom to call."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.live import audiences
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink, Techniekkaart
from scholendag.sessies.sharing import path_of

pytestmark = pytest.mark.django_db
PHONE = "(0900) 00-00"
ANSWERS = {"platform": "teams", "host": "Fatma", "host_divides": "on", "help_phone": PHONE}


def fill_in(cast, who=None, **answers):
    url = reverse("stage:technique", args=[cast.sessie.pk])
    return cast.client(who or cast.marieke).post(url, ANSWERS | answers)


def test_the_coach_fills_it_in_and_finds_it_again(cast):
    assert fill_in(cast).status_code == 302
    assert fill_in(cast, host="Joris").status_code == 302

    card = Techniekkaart.objects.get()
    assert (card.platform, card.host, card.host_divides) == ("teams", "Joris", True)
    page = cast.client(cast.marieke).get(reverse("stage:technique", args=[cast.sessie.pk]))
    assert 'value="Joris"' in page.content.decode()


def test_who_waits_and_who_is_not_in_yet_can_call_for_help(cast):
    fill_in(cast)
    join = path_of(ensure_links(cast.sessie)[AccessLink.Role.DEELNEMER])
    for page in (
        cast.client(cast.anna).get(f"/dag/{cast.sessie.code}/"),
        cast.client().get(join),
    ):
        assert f'<a href="tel:09000000">{PHONE}</a>' in page.content.decode()


def test_without_a_number_nobody_is_told_to_call(cast):
    fill_in(cast, help_phone="")
    assert "Bel" not in cast.client(cast.anna).get(f"/dag/{cast.sessie.code}/").content.decode()


def test_who_waits_sees_the_number_at_once(cast, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        fill_in(cast)
    assert audiences.everyone(cast.sessie.pk) in dict(sent)


@pytest.mark.parametrize("number", ["06 12 34 56 78", "+31 20 0000000", "2043", "020-000 00 00"])
def test_numbers_as_people_write_them(cast, number):
    assert fill_in(cast, help_phone=number).status_code == 302


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("help_phone", "vraag Fatma"),
        ("help_phone", "1"),
        ("help_phone", "1" * 31),
        ("help_phone", "javascript:1234"),
        ("help_phone", "+1+2+3"),
        ("host", "x" * 81),
        ("host", "Fatma\u202e"),
        ("platform", "fax"),
    ],
)
def test_a_mistake_is_explained_and_nothing_is_stored(cast, field, answer):
    page = fill_in(cast, **{field: answer})
    assert page.status_code == 422
    assert "field__error" in page.content.decode()
    assert not Techniekkaart.objects.exists()


def test_others_do_not_get_in(cast):
    assert cast.sessie
    for who in (cast.olaf, cast.anna, cast.zoe):
        assert fill_in(cast, who).status_code == 404


def test_a_day_that_is_closed_stays_as_it_was(cast):
    cast.sessie.closed_at = timezone.now()
    cast.sessie.save()
    assert fill_in(cast).status_code == 404
