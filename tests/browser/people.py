"""The coach, the teachers and the screen of a day, and what they do there."""

from playwright.sync_api import Locator, Page, ViewportSize, expect

from scholendag.demo.people import PASSWORD
from tests.browser.screens import BEAMER, PHONE, Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

SEND = """async ([url, data]) => {
    const headers = JSON.parse(document.body.getAttribute("hx-headers:inherited"));
    const body = new URLSearchParams(data);
    return (await fetch(url, { method: "POST", headers, body })).status;
}"""


class Scherm(Viewer):
    """The screen at the front of the room."""

    role = "scherm"

    def __init__(self, screens: Screens, demo: Demo) -> None:
        super().__init__(screens, "scherm", screens.open("scherm", demo.scherm, viewport=BEAMER))

    def sees(self, *texts: str) -> None:
        """On one of its pages: what does not fit, comes on the next."""
        for text in texts:
            self._turns_to(self.stage.get_by_text(text).filter(visible=True))
            super().sees(text)

    def reads(self, *texts: str) -> None:
        """Each of these notes hangs on one of its pages, once."""
        for text in texts:
            self._turns_to(self.note(text))
            super().reads(text)

    def _turns_to(self, what: Locator) -> None:
        def is_shown() -> bool:
            if not what.count():
                self.page.keyboard.press("PageDown")
            return bool(what.count())

        self.waits_until(is_shown)


class Coach(Viewer):
    """Someone who runs the day."""

    role = "begeleider"

    @property
    def people(self) -> Locator:
        return self.region("Mensen").get_by_role("listitem")

    def knows(self, *names: str) -> None:
        """These are the people of the day, and nobody else."""
        expect(self.people).to_have_count(len(names))
        for name in names:
            expect(self.people.get_by_text(name, exact=True)).to_be_visible()

    def presses(self, button: str) -> None:
        """After the last press is answered: who is faster is told that the day has gone on."""
        expect(self.page.locator(".htmx-request")).to_have_count(0)
        super().presses(button)

    def opens(self, block: str, step: str) -> None:
        """Go to any step of the agenda."""
        self.stage.locator(".desk__agenda summary").filter(has_text=block).click()
        self.confirms(step)

    def makes_groups(self) -> None:
        self.presses("Maak groepjes")
        self.presses("Zet vast")

    def has_it_all_in_sight(self) -> None:
        """The parts of the desk scroll, the desk itself does not."""
        fits = "document.scrollingElement.scrollHeight <= innerHeight"
        assert self.page.evaluate(fits), f"the page of {self.name} scrolls away"


class Helper(Viewer):
    """Someone with one task, by a link."""

    def __init__(self, screens: Screens, name: str, page: Page) -> None:
        super().__init__(screens, name, page)
        self.role = name


class Teacher(Viewer):
    """Someone who takes part, and goes along as soon as a room is given."""

    role = "deelnemer"

    def __init__(
        self, screens: Screens, name: str, page: Page, *, is_live: bool = True, goes: bool = True
    ) -> None:
        super().__init__(screens, name, page, is_live=is_live)
        if goes:
            page.add_locator_handler(self.cover, self._go)

    @staticmethod
    def _go(cover: Locator) -> None:
        cover.get_by_role("button", name="Ik ga").click()

    @property
    def cover(self) -> Locator:
        """What says, over the whole page, where this person sits now."""
        return self.page.get_by_role("dialog").filter(has_text="Jij zit")

    def is_sent_to_a_room(self) -> None:
        """Not yet gone there: asked in a way that does not make this person go."""
        self.waits_until(self.cover.is_visible)

    @property
    def room(self) -> Locator:
        return self.stage.get_by_role("list", name="Wie er in dit groepje zitten")

    def sits_with(self, *names: str) -> None:
        """In a group of these people, by name."""
        expect(self.room.get_by_role("listitem")).to_have_count(len(names))
        for name in names:
            expect(self.room.get_by_role("listitem").filter(has_text=name)).to_be_visible()

    def takes_the_pen(self) -> None:
        """Unless they have it: then there is nothing to press."""
        me = self.room.get_by_role("listitem").filter(has_text=self.name)
        if "schrijver" not in me.inner_text():
            self.presses("Ik schrijf")
        expect(me).to_contain_text("schrijver")
        expect(self.stage.get_by_role("button", name="Ik schrijf")).to_be_hidden()

    def unfolds(self, title: str) -> None:
        """A part of the page that is folded, because the step is about another."""
        self.stage.locator("summary").filter(has_text=title).click()

    def post_it(self, lane: str) -> Locator:
        """The field for a new note in this lane."""
        return self.field(f"Jouw post-it bij {lane}")

    def tries_to_put_up(self, text: str, lane: str) -> None:
        self.post_it(lane).fill(text)
        self.post_it(lane).press("Enter")

    def puts_up(self, text: str, lane: str) -> None:
        self.tries_to_put_up(text, lane)
        expect(self.post_it(lane)).to_have_value("")

    def changes(self, text: str, better: str) -> None:
        self.menu(text).click()
        self.presses("Wijzig")
        self.field("Wijzig je post-it").fill(better)
        self.presses("Bewaar")

    def takes_back(self, text: str) -> None:
        self.menu(text).click()
        self.presses("Haal weg")

    def sends(self, url: str, **data: str) -> int:
        """What the server says to this text from a page that is behind: the status."""
        return int(self.page.evaluate(SEND, [url, data]))

    def fills_in(self, label: str, text: str) -> None:
        """Type in a field that is saved by itself."""
        self.field(label).fill(text)


def group_of(teacher: Teacher, everyone: list[Teacher]) -> list[Teacher]:
    """Who sits with this teacher, who comes first."""
    names = teacher.room.inner_text()
    return [teacher, *(one for one in everyone if one != teacher and one.name in names)]


def signs_in(screens: Screens, demo: Demo, coach: tuple[str, str], at: str) -> Coach:
    """A coach of the demo (a name and an address) signs in and opens the day at this address."""
    name = coach[0].split()[0]
    page = screens.open(name, f"{demo.url}/inloggen/")
    page.get_by_label("E-mailadres").fill(coach[1])
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.goto(at)
    return Coach(screens, name, page)


def opens_link(screens: Screens, demo: Demo, name: str, viewport: ViewportSize = PHONE) -> Page:
    """The page that asks for a name."""
    return screens.open(name, demo.deelnemer, viewport)


def says_name(page: Page, name: str) -> None:
    page.get_by_label("Hoe heet je?").fill(name)
    page.get_by_label("Bouw of vak").fill("Onderbouw")
    page.get_by_role("button", name="Doe mee").click()


def joins(screens: Screens, name: str, *, is_live: bool = True) -> Teacher:
    """Someone who opened the link says who they are. Not live: where sockets are blocked."""
    [page] = screens.contexts[name].pages
    says_name(page, name)
    page.wait_for_url("**/dag/**")
    return Teacher(screens, name, page, is_live=is_live)
