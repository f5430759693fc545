"""Pupils talk and the team listens. Only who was appointed takes notes; the rest cannot type."""

from playwright.sync_api import expect

from tests.browser.day import Day

GOOD = "Dit gaat goed volgens leerlingen"
OURS = "Hier kunnen wij iets doen"
FIRST = "Wat wil je later graag kunnen of worden, en wie is daarin een voorbeeld voor je?"
SECOND = "Wanneer merkte je hier op school dat je iets echt leerde? Wat gebeurde er toen?"
NOTED = "De huiswerkklas helpt echt"
ALSO_NOTED = ("Je mag altijd iets nog een keer vragen", "De juf van handvaardigheid ziet je echt")
WISHED = "Soms durf ik niet te zeggen dat ik het niet snap"
ALSO_HEARD = ("Vaker even naast een leerling gaan zitten", "Zeggen waarom we iets leren")
HEARD = "Vaker vragen wat zij zelf willen leren"
AGREED = "We gaan langs in de klassen"


def play(day: Day) -> None:
    day.goes_on_to("Gesprek met leerlingen")
    day.coach.has_it_all_in_sight()
    day.shows_helpers("Gesprek met leerlingen")
    everyone_only_listens(day)
    one_takes_notes(day)
    the_next_question_is_on_every_screen(day)

    day.goes_on_to("Nabespreking")
    the_team_talks_about_it(day)
    the_pupils_will_hear_back(day)


def everyone_only_listens(day: Day) -> None:
    for teacher in day.teachers:
        teacher.sees("Reageer niet. Luister alleen.")
        teacher.has_nothing_to_write_in()


def one_takes_notes(day: Day) -> None:
    day.coach.field("Wie maakt aantekeningen?").select_option("Bram")
    day.coach.presses("Wijs aan")
    expect(day.bram.post_it(GOOD)).to_be_visible()
    for teacher in day.teachers_but(day.bram):
        teacher.received.anew()
    day.bram.puts_up(NOTED, GOOD)
    for text in ALSO_NOTED:
        day.bram.puts_up(text, GOOD)
    day.bram.puts_up(WISHED, OURS)
    day.bram.reads(NOTED, *ALSO_NOTED, WISHED)


def the_next_question_is_on_every_screen(day: Day) -> None:
    day.coach.presses("Toon de eerste vraag")
    day.all_see(FIRST)
    day.coach.presses("Volgende vraag")
    day.all_see(SECOND)
    day.shows("Tweede vraag", day.coach, day.anna, day.bram, day.scherm)
    day.shows_helpers("Tweede vraag")
    for teacher in day.teachers_but(day.bram):
        teacher.has_nothing_to_write_in()
        teacher.sees_no(FIRST)
        assert not teacher.received.holds(NOTED), f"{teacher.name} should only listen"


def the_team_talks_about_it(day: Day) -> None:
    day.all_read(NOTED)  # what was noted comes out when the talk is over
    day.cas.puts_up(HEARD, OURS)
    for text in ALSO_HEARD:
        day.anna.puts_up(text, OURS)
    day.all_read(HEARD, *ALSO_HEARD)
    day.shows("Wat wij hoorden")
    for teacher in day.teachers:
        expect(teacher.post_it(OURS)).to_be_visible()


def the_pupils_will_hear_back(day: Day) -> None:
    day.coach.field("Hoe").fill(AGREED)
    day.coach.field("Wie").fill("Cas")
    day.coach.field("Wanneer").fill(day.in_days(7))
    day.coach.presses("Leg vast")
    day.all_see(AGREED)
    day.shows("Wat de leerlingen terughoren")
