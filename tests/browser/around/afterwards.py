"""What is left of a day that was closed, for who comes back to it or comes too late."""

from tests.browser.around.visits import Visit
from tests.browser.observing import Observer
from tests.browser.screens import PHONE, Screens
from tests.browser.server import Demo


def play(screens: Screens, demo: Demo, observer: Observer) -> None:
    page = screens.open("Marieke", f"{demo.url}/")
    coach = Visit(observer, "begeleider", page)
    coach.looks_at("Je dagen achteraf")
    page.get_by_role("region", name="Eerdere dagen").get_by_role("link").first.click()
    day = page.url.removeprefix(demo.url)
    for moment, path in (
        ("Een gesloten dag", day),
        ("Logboek", f"{day}logboek/"),
        ("Agenda achteraf", f"{day}voorbereiden/"),
        ("Groepjes achteraf", f"{day}groepjes/"),
        ("Delen achteraf", f"{day}delen/"),
    ):
        coach.looks_at(moment, path)
    page.close()
    late = screens.open("te laat", demo.deelnemer, PHONE)
    Visit(observer, "bezoeker", late).looks_at("Deze dag is afgesloten")
    late.close()
