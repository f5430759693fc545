"""The techniekkaart: who does what about the technique on the day."""

from django.db import transaction

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie, Techniekkaart


def card_of(sessie: Sessie) -> Techniekkaart:
    """The card of the sessie; empty and not stored as long as nothing was filled in."""
    card = Techniekkaart.objects.filter(sessie=sessie).first()
    return card or Techniekkaart(sessie=sessie)


@transaction.atomic
def fill_in(actor: Actor, **answers: object) -> Techniekkaart:
    """Store these answers, by field; everyone sees the number for help at once."""
    card, _ = Techniekkaart.objects.update_or_create(sessie=actor.sessie, defaults=answers)
    note_down(actor, "vulde de techniekkaart in")
    live.refresh(audiences.everyone(actor.sessie.pk))
    return card
