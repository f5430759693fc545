"""What looks like a name and what does not. The people of this day are Anna, Bram and others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholendag.boards.names_in import first_name, names_in

PEOPLE = ("Anna", "Bram", "Zoë", "Roos", "Mees", "Storm", "Sam", "Bo", "Ben", "José", "Jan")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bram legt het goed uit", ("Bram",)),
        ("dat deed bram", ("bram",)),
        ("Anna's groep is rustig", ("Anna",)),
        ("Brams idee", ("Brams",)),
        ("ZOE helpt altijd", ("ZOE",)),
        ("zoë en José", ("zoë", "José")),
        ("Zoe\u0308 helpt", ("Zoë",)),
        ("Anna en anna, Anna!", ("Anna", "anna")),
        ("(Bram)", ("Bram",)),
        ("Ik help Roos vaak", ("Roos",)),
        ("met Ben en Bo", ("Ben", "Bo")),
        ("Vraag het Sam", ("Sam",)),
    ],
)
def test_a_name_of_this_day_is_seen(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text, PEOPLE) == names


@pytest.mark.parametrize(
    "text",
    [
        "Samen lezen",
        "een roos in de klas",
        "Roos en tulp op tafel",
        "Rustig. Roos op tafel",
        "- Mees in de tuin\n- Storm op zee",
        "ROOS OP TAFEL",
        "Ik ben blij en jan en alleman ook",
        "Bo! bo",
        "Annabel komt niet voor",
        "programma's",
        "bos, bootje",
        "",
    ],
)
def test_an_ordinary_word_is_not_a_name(text: str) -> None:
    assert names_in(text, PEOPLE) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Juf Carla legt het goed uit", "Juf Carla"),
        ("bij meester Van Dijk mag het wel", "meester Van"),
        ("Volgens mevrouw de Vries niet", "mevrouw de Vries"),
        ("meneer Özgür lacht", "meneer Özgür"),
        ("mw. Bakker", "mw. Bakker"),
    ],
)
def test_a_teachers_name_is_seen_whoever_it_is(text: str, name: str) -> None:
    assert names_in(text, ()) == (name,)


def test_someone_of_this_day_with_a_title_is_one_name() -> None:
    assert names_in("juf Anna en Bram", PEOPLE) == ("juf Anna", "Bram")


@pytest.mark.parametrize(
    "text", ["een juf die rustig uitlegt", "De meester wacht te lang", "Onze mentor", "juffrouw"]
)
def test_a_teacher_without_a_name_is_fine(text: str) -> None:
    assert names_in(text, PEOPLE) == ()


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Bram K.", "Bram"),
        ("Bram (onderbouw)", "Bram"),
        ("Anna-Marie", "Anna"),
        ("Juf Carla", "Carla"),
        ("Marieke de Wit", "Marieke"),
        ("Juf", ""),
        ("👍", ""),
        ("", ""),
    ],
)
def test_people_are_called_by_their_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


@given(st.text(max_size=200), st.lists(st.text(max_size=10), max_size=5))
def test_any_text_is_taken(text: str, people: list[str]) -> None:
    names_in(text, [first_name(name) for name in people])
