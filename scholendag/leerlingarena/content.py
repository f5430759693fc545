"""What a programme says of a leerlingarena, and what is there when it says nothing."""

from dataclasses import dataclass
from typing import Any

from scholendag.agenda.models import Block

CHECKLIST = """\
Ongeveer zes leerlingen zijn gevraagd. Samen vertegenwoordigen zij de hele school.
De leerlingen weten wat het doel is, hoe het gaat en welke vragen er ongeveer komen.
Iedereen weet: we noemen geen namen van leraren, ook niet bij een compliment.
We hebben een teken afgesproken om iets aan te vullen, zoals een hand opsteken.
De leerlingen hebben een telefoonnummer voor als inloggen niet lukt.
Nemen we het gesprek op? Dan hebben leerlingen en ouders ja gezegd.
Leraren weten: niet reageren, alleen luisteren, camera en microfoon uit."""


@dataclass(frozen=True)
class QuestionContent:
    """A question as the programme gives it."""

    text: str
    asker: str = ""
    is_spare: bool = False


def questions_in(block: Block) -> list[QuestionContent]:
    """The questions of the programme: each a text, or `text` with `asker` and `spare`."""
    return [_question(given) for given in block.settings.get("questions", [])]


def checklist_in(block: Block) -> str:
    """The checklist of the programme, a line each; ours when it has none."""
    given = block.settings.get("checklist")
    return "\n".join(given) if given else CHECKLIST


def wrong_settings(settings: dict[str, Any]) -> str:
    """What is wrong with the questions and the checklist of a programme; nothing for good ones."""
    questions, checklist = settings.get("questions", []), settings.get("checklist", [])
    if not isinstance(questions, list) or not all(map(_is_question, questions)):
        return "questions moet een lijst van vragen zijn, elk een tekst of text met asker en spare"
    if not isinstance(checklist, list) or not all(isinstance(one, str) for one in checklist):
        return "checklist moet een lijst van teksten zijn"
    return ""


def _is_question(given: object) -> bool:
    text = given.get("text") if isinstance(given, dict) else given
    return isinstance(text, str) and bool(text.strip())


def _question(given: str | dict[str, object]) -> QuestionContent:
    if isinstance(given, str):
        return QuestionContent(given)
    return QuestionContent(
        str(given["text"]), str(given.get("asker", "")), bool(given.get("spare", False))
    )
