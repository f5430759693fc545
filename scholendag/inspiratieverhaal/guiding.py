"""The six questions that help someone to prepare their story (domein.md, 1A, 7)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GuidingQuestion:
    """A question about the story; `name` is the field of Story that holds the answer."""

    name: str
    text: str
    hint: str


GUIDING = (
    GuidingQuestion(
        "came_from",
        "Waar komen we vandaan?",
        "Welk moment van deze school vergeet jij nooit?",
    ),
    GuidingQuestion(
        "are_now",
        "Waar staan we nu?",
        "Wat zie je op een gewone dag? Noem iets wat goed gaat en iets wat schuurt.",
    ),
    GuidingQuestion(
        "in_a_year",
        "Waar willen we over een jaar zijn?",
        "Wat zie, hoor en merk je dan in de klas?",
    ),
    GuidingQuestion(
        "meaning",
        "Wat betekent dat voor leerlingen, voor het team en voor mij?",
        "Waarom raakt dit jou? Juist het persoonlijke blijft mensen bij.",
    ),
    GuidingQuestion(
        "behaviour",
        "Welk gedrag hoort daarbij?",
        "Wat gaan we doen, en waar houden we mee op? Begin bij jezelf.",
    ),
    GuidingQuestion(
        "need",
        "Wat hebben we van elkaar nodig?",
        "Wat vraag jij van het team? En wat mag het team van jou vragen?",
    ),
)
