"""What the simulated colleagues write: invented, in the tone of a team room."""

import random
from datetime import timedelta

from django.utils import timezone

from scholendag.demo.forms_on_page import PageForm

# By kind of board and lane.
NOTES: dict[str, tuple[str, ...]] = {
    "verwachtingen.verwachtingen": (
        "Dat we één ding kiezen en dat ook echt doen.",
        "Tijd om met collega's uit een andere bouw te praten.",
        "Iets wat ik morgen in mijn groep kan proberen.",
        "Dat we eerlijk zijn over wat nog niet lukt.",
        "Dat de leerlingen zelf aan het woord komen.",
        "Niet weer een lange lijst, maar iets kleins.",
    ),
    "geraakt.geraakt": (
        "Dat één leraar zoveel verschil maakte.",
        "Het stuk over de jongen die nooit een vraag durfde te stellen.",
        "Hoe open je over je eigen schooltijd was.",
        "Dat hoge verwachtingen soms al in een blik zitten.",
        "De zin: niemand had het me ooit gevraagd.",
    ),
    "vragen-bij-verhaal.vragen": (
        "Wat had jij toen van je leraar nodig?",
        "Hoe gaan we om met ouders die we nooit zien?",
        "Ik wil toevoegen: ook stille leerlingen met goede cijfers missen we.",
        "Waar wil je over een jaar trots op zijn?",
    ),
    "datamuur-oogst.trots": (
        "Leerlingen voelen zich veilig in de klas.",
        "De leesresultaten in de middenbouw gaan omhoog.",
        "Bijna alle ouders komen op het startgesprek.",
    ),
    "datamuur-oogst.beter": (
        "Een derde van de adviezen wordt later naar boven bijgesteld.",
        "Woordenschat in de onderbouw blijft achter.",
        "Huiswerkhulp bereikt niet wie het nodig heeft.",
    ),
    "arena.goed": (
        "Leraren nemen de tijd als je iets niet snapt.",
        "Je mag fouten maken.",
        "Er is altijd iemand bij wie je terechtkunt.",
    ),
    "arena.beter": (
        "Leerlingen weten niet altijd wat ze goed doen.",
        "Wie snel klaar is, wacht vaak.",
        "Uitleg over het advies komt laat.",
    ),
    "successen.successen": (
        "Vandaag sprak ik voor het eerst lang met een collega uit de bovenbouw.",
        "Onze leerlingen durfden alles te zeggen.",
    ),
    "terugblik.meenemen": (
        "Kleine doelen werken.",
        "Vaker aan leerlingen vragen wat zij nodig hebben.",
        "De gesprekken in drietallen.",
    ),
    "terugblik.vraag": ("Hoe houden we dit vast als het druk wordt?", "Wie bewaakt de tijd?"),
    "terugblik.stap": (
        "Morgen vertel ik mijn groep wat we gaan doen.",
        "Ik plan vrijdag tien minuten met mijn duo.",
    ),
}

# By the name of the field, for everything that is not a post-it.
FIELDS: dict[str, tuple[str, ...]] = {
    "improvement": (
        "Leerlingen weten wat ze al goed kunnen en wat hun volgende stap is.",
        "Stille leerlingen komen elke dag aan het woord.",
    ),
    "pupils_text": (
        "vertellen aan het eind van de les wat ze geleerd hebben",
        "stellen in de kring zelf een vraag",
    ),
    "group": ("groep 5", "groep 3 en 4", "groep 7"),
    "what": (
        "Ik eindig elke rekenles met een korte check.",
        "Ik gebruik beurtstokjes in de kring.",
    ),
    "aim": ("Leerlingen kunnen in eigen woorden vertellen wat een breuk is.",),
    "activities": (
        "Start met een pizza op het bord. Leerlingen verdelen samen. Daarna een gesprek in duo's.",
    ),
    "check_at_end": ("Iedere leerling tekent één breuk op een wisbordje.",),
    "text": ("Het verschil begint in groep 6. We missen cijfers over thuis lezen.",),
}


def answer_for(form: PageForm) -> dict[str, str]:
    """What to fill in on this form; empty when there is nothing to say."""
    if form.lane:
        return {"text": _pick(NOTES[form.lane])} if form.lane in NOTES else {}
    known = {name: _pick(FIELDS[name]) for name in form.fields if name in FIELDS}
    if known and "due_on" in form.fields:
        known["due_on"] = (timezone.localdate() + timedelta(days=7)).isoformat()
    return known


def _pick(texts: tuple[str, ...]) -> str:
    return random.choice(texts)  # noqa: S311 - no secret depends on it
