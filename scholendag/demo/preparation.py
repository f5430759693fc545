"""What the coaches of the demo prepared: the cards of the datamuur."""

import yaml
from django.conf import settings

from scholendag.agenda.models import Block
from scholendag.datamuur.actions import add_card
from scholendag.sessies.models import Sessie


def prepare(sessie: Sessie) -> None:
    """Fill in what the coaches have to prepare before the day."""
    cards = yaml.safe_load((settings.BASE_DIR / "fixtures" / "demo" / "cards.yaml").read_text())
    for block in Block.objects.filter(sessie=sessie, instrument="datamuur"):
        for card in cards:
            add_card(block, **card)
