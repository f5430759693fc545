"""What may stand on a card, and who writes the notes of a room."""

import pytest

from scholendag.datamuur import rules
from scholendag.datamuur.models import DataCard
from scholendag.sessies.actors import Actor, Role


@pytest.mark.parametrize(
    "text",
    [
        "3 leerlingen bleven zitten",
        "Slechts één leerling haalde het",
        "Twee van de 24 kinderen",
        "4 van onze leerlingen",
        "2-4 leerlingen per jaar",
        "drie meisjes stroomden af",
    ],
)
def test_a_few_pupils_are_noticed(text):
    assert rules.names_few_pupils(text)


@pytest.mark.parametrize(
    "text",
    [
        "24 leerlingen bleven zitten",
        "12,4 leerlingen per leraar",
        "4 procent van de leerlingen",
        "4% van de leerlingen",
        "1 op de 4 leerlingen",
        "twee keer zoveel leerlingen",
        "In groep 4 kinderen helpen elkaar",
        "minder dan 5 leerlingen",
        "leerlingen geven een 8",
        "Een leerling voelt zich hier veilig",
    ],
)
def test_other_numbers_are_not(text):
    assert not rules.names_few_pupils(text)


def test_every_text_of_a_card_counts():
    card = DataCard(subject="Verzuim", strong_1="Goed", attention_2="2 leerlingen zijn vaak weg")
    assert rules.names_few_pupils_on(card)
    card.attention_2 = "20 leerlingen zijn vaak weg"
    assert not rules.names_few_pupils_on(card)


def test_more_than_six_subjects_is_many():
    assert not rules.has_many_subjects(6)
    assert rules.has_many_subjects(7)


def test_only_the_writer_of_the_room_writes_its_notes_while_the_wall_runs(wall, cast):
    wall.run("bespreken")
    assert rules.may_write_notes(cast.actor(cast.anna), wall.first, wall.block)
    assert not rules.may_write_notes(cast.actor(cast.bram), wall.first, wall.block)
    assert not rules.may_write_notes(cast.actor(cast.cas), wall.first, wall.block)
    assert not rules.may_write_notes(cast.coach, wall.first, wall.block)
    assert not rules.may_write_notes(Actor(cast.sessie, Role.SCHERM), wall.first, wall.block)
    cast.step("pauze", "pauze")
    assert not rules.may_write_notes(cast.actor(cast.anna), wall.first, wall.block)
