"""The story: everyone listens, then writes without reading each other, then reads all at once."""

from tests.browser.day import Day

TOUCHED = "Wat raakte je?"
QUESTIONS = "Wat wil je vragen of toevoegen?"
MOVED = "Dat ook u een keer bleef zitten"
ALSO_MOVED = "De stilte aan het eind"
LAST_MOVED = "Hoe trots u was op die ene leerling"
QUESTION = "Wie helpt ons op weg"
FROM_BRAM = ("Wat deed die juf anders dan de rest", "Ik herken dit van mijn eigen broer")
FROM_CAS = "Hoe weten we dat een kind zich groot houdt"


def play(day: Day) -> None:
    for title in ("Inleiding", "Het verhaal"):
        day.goes_on_to(title)
        for teacher in day.teachers:
            teacher.has_nothing_to_write_in()
        day.shows_helpers(title)

    day.goes_on_to("Wat raakte je")
    a_note_is_nowhere_before_the_signal(day, MOVED, TOUCHED)
    day.coach.sees("1 van 3 klaar")
    day.cas.puts_up(ALSO_MOVED, TOUCHED)
    day.coach.sees("2 van 3 klaar")
    day.shows("Voor Toon alles")
    day.coach.presses("Toon alles")
    day.all_read(MOVED, ALSO_MOVED)
    day.bram.puts_up(LAST_MOVED, TOUCHED)
    day.all_read(LAST_MOVED)
    day.shows("Na Toon alles")

    day.goes_on_to("Vragen en aanvullingen")
    a_note_is_nowhere_before_the_signal(day, QUESTION, QUESTIONS)
    for text in FROM_BRAM:
        day.bram.puts_up(text, QUESTIONS)
    day.cas.puts_up(FROM_CAS, QUESTIONS)
    day.coach.presses("Toon alles")
    day.all_read(QUESTION, *FROM_BRAM, FROM_CAS)
    day.shows("Vragen na Toon alles")


def a_note_is_nowhere_before_the_signal(day: Day, text: str, lane: str) -> None:
    """Not on the other pages, and not in a byte that was sent to them."""
    others = day.all_but(day.anna)
    for viewer in others:
        viewer.received.anew()
    day.anna.puts_up(text, lane)
    day.anna.reads(text)
    for viewer in others:
        viewer.sees("1 van 3 klaar")  # so whatever was to come has come
        assert text not in viewer.page.content(), f"{viewer.name} could find what is still hidden"
        assert not viewer.received.holds(text), f"{viewer.name} was sent what is still hidden"
