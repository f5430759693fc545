"""What the coaches of the demo prepared: the cards of the datamuur."""

from scholendag.agenda.models import Block
from scholendag.datamuur.actions import add_card
from scholendag.sessies.models import Sessie

CARDS = (
    {
        "subject": "Advies en toets",
        "strong_1": "Acht op de tien leerlingen houden in het voortgezet onderwijs hun niveau vast.",
        "strong_2": "Ouders zijn tevreden over de adviesgesprekken.",
        "attention_1": "Een derde van de adviezen is na de toets naar boven bijgesteld.",
        "attention_2": "Bijstelling komt vaker voor bij leerlingen met een andere thuistaal.",
        "source": "Eigen administratie",
        "year": "2025",
    },
    {
        "subject": "Lezen en woordenschat",
        "strong_1": "De leesresultaten in groep 5 en 6 stijgen drie jaar achter elkaar.",
        "strong_2": "Negen op de tien leerlingen lezen elke dag een kwartier.",
        "attention_1": "De woordenschat in groep 2 ligt onder het gemiddelde van vergelijkbare scholen.",
        "attention_2": "In groep 8 daalt het leesplezier.",
        "source": "Leerlingvolgsysteem",
        "year": "2025",
    },
    {
        "subject": "Veiligheid en plezier",
        "strong_1": "Leerlingen geven de sfeer in de klas een 8,1.",
        "strong_2": "Bijna alle leerlingen kunnen bij een volwassene terecht.",
        "attention_1": "Een op de vijf leerlingen durft geen vraag te stellen als iets niet lukt.",
        "attention_2": "Op het plein voelen jongere leerlingen zich minder veilig.",
        "source": "Tevredenheidspeiling",
        "year": "2026",
    },
    {
        "subject": "Hulp en huiswerk",
        "strong_1": "De huiswerkklas op dinsdag is elke week vol.",
        "strong_2": "Leerlingen die hulp krijgen, maken vaker hun taken af.",
        "attention_1": "De helft van de leerlingen die hulp nodig heeft, komt niet.",
        "attention_2": "Niet elk gezin heeft een rustige plek om te leren.",
        "source": "Gesprekken met ouders",
        "year": "2026",
    },
)


def prepare(sessie: Sessie) -> None:
    """Fill in what the coaches have to prepare before the day."""
    for block in Block.objects.filter(sessie=sessie, instrument="datamuur"):
        for card in CARDS:
            add_card(block, **card)
