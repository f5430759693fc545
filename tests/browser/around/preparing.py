"""What a coach prepares: a new day, its agenda, its blocks, its groups and its technique."""

from tests.browser.around.visits import Visit
from tests.browser.observing import Observer
from tests.browser.screens import Screens
from tests.browser.server import Demo


def play(screens: Screens, demo: Demo, observer: Observer) -> None:
    page = screens.open("Marieke", demo.begeleider)
    coach = Visit(observer, "begeleider", page)
    day = page.url.removeprefix(demo.url)
    the_tour(coach)
    coach.looks_at("Je dagen", "/")
    coach.looks_at("Een nieuwe dag", "/dagen/nieuw/")
    coach.presses("Een nieuwe dag zonder titel", "Maak de dag")
    coach.looks_at("Sjablonen", "/programmas/")
    coach.looks_at("Stijl", "/stijl/")
    coach.looks_at("Delen", f"{day}delen/")
    coach.looks_at("Groepjes", f"{day}groepjes/")
    coach.looks_at("Techniekkaart", f"{day}techniek/")
    coach.looks_at("Logboek", f"{day}logboek/")
    blocks = the_agenda(coach, day)
    for path in blocks:
        a_block(coach, path)
    page.close()


def the_tour(coach: Visit) -> None:
    """Of the page of the day."""
    coach.page.get_by_role("button", name="Hulp").click()
    coach.page.get_by_role("button", name="Bekijk de rondleiding").click()
    coach.looks_at("Rondleiding")
    coach.page.get_by_role("button", name="Sla over").click()


def the_agenda(coach: Visit, day: str) -> list[str]:
    """And the forms behind it. Gives where the blocks that ask for it are prepared."""
    coach.looks_at("Agenda", f"{day}voorbereiden/")
    steps = coach.paths("a[href*='/stappen/'][href$='/plaats/']")
    blocks = coach.paths("a[href*='/blokken/'][href$='/plaats/']")
    prepared = coach.paths("a[href^='/blokken/'][href$='/voorbereiden/']")
    coach.looks_at("Een blok erbij", f"{day}blok-erbij/")
    coach.looks_at("Bewaar als sjabloon", f"{day}sjabloon/")
    coach.looks_at("Verplaats een stap", steps[0])
    coach.looks_at("Verplaats een blok", blocks[0])
    return prepared


def a_block(coach: Visit, path: str) -> None:
    """What the coach prepares for it, and the forms for one thing of it."""
    coach.looks_at("Bereid voor", path)
    new = coach.paths("a[href$='/nieuw/']")
    change = coach.paths("#stage li a.button")
    for form in (*new[:1], *change[:1]):
        coach.looks_at("Bereid een onderdeel voor", form)
