"""A break with a clock, and two coaches who press at the same moment."""

from playwright.sync_api import Route, WebSocketRoute

from scholendag.demo import people
from tests.browser.day import Day
from tests.browser.people import Coach


def play(day: Day) -> None:
    youssef = the_second_coach_comes_in(day)
    day.goes_on_to("Pauze")
    the_second_coach_is_too_late(day, youssef)
    the_clock_is_everyones(day)


def the_second_coach_comes_in(day: Day) -> Coach:
    """His network is slow: his page neither hears nor fetches what the first coach does."""
    page = day.screens.open("Youssef", f"{day.demo.url}/inloggen/")
    page.context.route_web_socket("**/live/**", hears_nothing)
    page.get_by_label("E-mailadres").fill(people.SECOND_COACH[1])
    page.get_by_label("Wachtwoord").fill(people.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.goto(day.coach.page.url)
    page.route(page.url, fetches_nothing)
    youssef = Coach(day.screens, "Youssef", page)
    youssef.is_at("Opbrengst")
    return youssef


def fetches_nothing(route: Route) -> None:
    """An answer without content changes nothing; presses go through."""
    if route.request.method == "GET":
        route.fulfill(status=204)
    else:
        route.continue_()


def hears_nothing(socket: WebSocketRoute) -> None:
    socket.connect_to_server().on_message(lambda message: None)


def the_second_coach_is_too_late(day: Day, youssef: Coach) -> None:
    youssef.is_at("Opbrengst")
    youssef.presses("Volgende stap")
    youssef.sees("Marieke de Wit was je voor")
    youssef.is_at("Pauze")
    day.is_at("Pauze")  # one step on, not two
    day.shows("De ander was je voor", youssef)
    youssef.page.close()


def the_clock_is_everyones(day: Day) -> None:
    day.coach.presses("Zet de klok stil")
    day.all_see("staat stil")
    day.shows("De klok staat stil")
    left = day.coach.time_left()
    for viewer in day.everyone:
        viewer.sees_time_left(left)

    day.coach.presses("+1 minuut")
    minutes, seconds = left.split(":")
    for viewer in day.everyone:
        viewer.sees_time_left(f"{int(minutes) + 1}:{seconds}")

    day.coach.presses("Laat de klok lopen")
    for viewer in day.everyone:
        viewer.sees_no("staat stil")
