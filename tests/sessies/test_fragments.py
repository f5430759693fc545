from typing import Any

from django.utils import timezone

from scholendag.sessies import fragments
from tests.cast import Cast, ParticipantFactory


def test_people_are_shown_with_bouw_and_presence_in_words(cast: Cast) -> None:
    ParticipantFactory.create(
        sessie=cast.sessie, name="Anna", bouw="Onderbouw", present_since=timezone.now()
    )
    assert cast.bram
    html = fragments.people(cast.sessie)
    assert "Onderbouw" in html
    assert "aanwezig" in html
    assert "afwezig" in html
    assert "1 van 2 aanwezig" in html


def test_a_hostile_name_stays_text(cast: Cast) -> None:
    ParticipantFactory.create(sessie=cast.sessie, name="\"><img src=x onerror='a'>")
    html = fragments.people(cast.sessie)
    assert "<img" not in html
    assert "&quot;&gt;&lt;img src=x onerror=&#x27;a&#x27;&gt;" in html


def test_the_page_and_the_push_show_a_person_alike(cast: Cast) -> None:
    person, _ = fragments.came_or_went(cast.anna)
    assert person.render().strip() in fragments.people(cast.sessie)


def test_nobody_yet(cast: Cast) -> None:
    assert "Er is nog niemand" in fragments.people(cast.sessie)


def test_people_cost_the_same_queries_whatever_their_number(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    assert cast.anna
    with django_assert_num_queries(1):
        fragments.people(cast.sessie)
    assert cast.bram
    assert cast.cas
    with django_assert_num_queries(1):
        fragments.people(cast.sessie)
