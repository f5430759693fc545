"""Asks who put up a note whether there is a name in it.

Only in the answer to that person, and after the note was stored: a hint stops nothing, and nobody
else hears of it. Who is there on the day is looked up here, so no page holds a list of names.
"""

from collections.abc import Sequence

from django.template.loader import render_to_string

from scholendag import live
from scholendag.boards.models import Lane, Note
from scholendag.boards.names_in import first_name, names_in
from scholendag.sessies.models import Sessie
from scholendag.sessies.queries import names_on

Names = tuple[str, ...]


def seen_in(written: Sequence[tuple[Sessie, str]]) -> list[Names]:
    """What looks like a name in each of these texts, with the sessie where it was written.

    One query, however many texts there are.
    """
    names = names_on({sessie.pk for sessie, _ in written}) if written else {}
    people = {pk: {first_name(name) for name in of_one} for pk, of_one in names.items()}
    return [names_in(text, people.get(sessie.pk, ())) for sessie, text in written]


def beside_composer(lane: Lane, note: Note | None = None, names: Names = ()) -> live.Fragment:
    """The question where the note was typed; the place is empty when there is nothing to ask."""
    return _at(f"{lane.refusal_id}-naam", note, names)


def in_note(note: Note, names: Names) -> live.Fragment:
    """The question in the note itself, in place of the form in which it was changed; or nothing."""
    return _at(note.edit_id, note, names)


def _at(place: str, note: Note | None, names: Names) -> live.Fragment:
    if note is None or not names:
        return live.Fragment(f"#{place}", "innerHTML", str)
    context = {"note": note, "names": names}
    return live.Fragment(
        f"#{place}", "innerHTML", lambda: render_to_string("boards/_name_hint.html", context)
    )
