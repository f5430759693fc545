"""What has to be ready before the start: reading it, and making it so."""

from scholendag.agenda.queries import timetable
from scholendag.datamuur.models import DataCard
from scholendag.sessies.models import Techniekkaart
from scholendag.stage.readiness import checks_of


def lines(cast):
    """Every line that the coach reads, by its title."""
    return {check.title: check for check in checks_of(cast.sessie, timetable(cast.sessie))}


def states(cast):
    """Whether each is ready, as the coach reads it."""
    return {title: str(check.state) for title, check in lines(cast).items()}


def cards(block, number, **texts):
    """So many cards for the data wall."""
    texts = {"strong_1": "Rust", "attention_1": "Taal"} | texts
    for position in range(number):
        DataCard.objects.create(block=block, position=position, subject="Verzuim", **texts)


def card(cast, **answers):
    """The techniekkaart, filled in so far."""
    return Techniekkaart.objects.create(sessie=cast.sessie, **answers)
