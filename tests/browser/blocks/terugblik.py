"""Looking back: what stays, what is still a question, and what becomes a promise."""

from playwright.sync_api import expect

from tests.browser.day import Day

TAKEN = "Eerst vragen en dan pas uitleggen"
ALSO_TAKEN = "Leerlingen weten zelf heel goed wat helpt"
ALSO_ASKED = "Wie vraagt mij over een maand hoe het gaat"
QUESTION = "Hoe houden we dit vol in drukke weken"
STEP = "Morgen begin ik met een vraag"
SECOND_STEP = "En overmorgen nog een"
PROMISE = "Elke maandag beginnen we met een vraag"


def play(day: Day) -> None:
    day.goes_on_to("Uitleg")
    day.goes_on_to("Plakken")
    day.anna.puts_up(TAKEN, "Dit neem ik mee")
    day.bram.puts_up(QUESTION, "Deze vraag heb ik nog")
    day.cas.puts_up(STEP, "Wat is je eerste stap?")
    day.cas.tries_to_put_up(SECOND_STEP, "Wat is je eerste stap?")
    day.cas.sees("Je kunt er niet meer bij plakken. Haal er eerst een weg.")
    day.all_read(TAKEN, QUESTION, STEP)
    day.anna.puts_up(ALSO_ASKED, "Deze vraag heb ik nog")
    day.bram.puts_up(ALSO_TAKEN, "Dit neem ik mee")
    day.all_read(ALSO_ASKED, ALSO_TAKEN)
    day.shows("Geplakt")

    day.goes_on_to("Bespreken")
    a_note_becomes_a_promise(day)
    day.goes_on_to("Afsluiten")
    day.all_read(TAKEN)
    day.goes_on_to("Speling")


def a_note_becomes_a_promise(day: Day) -> None:
    day.coach.field("Kies een post-it").select_option(STEP)
    day.coach.field("Wat gaan we doen?").fill(PROMISE)
    day.coach.field("Wie bewaakt het?").fill("Dilara")
    day.coach.presses("Maak de actie")
    day.all_read(PROMISE)
    day.all_see("Dilara bewaakt dit.")
    expect(day.coach.field("Wat gaan we doen?")).to_have_value("")
    day.shows("Een afspraak")
