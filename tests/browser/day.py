"""A day with everyone in it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.browser.observing import Observer, nobody
from tests.browser.people import Coach, Helper, Scherm, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer


@dataclass
class Day:
    """Who is there, and how they all go on together."""

    screens: Screens
    demo: Demo
    coach: Coach
    scherm: Scherm
    anna: Teacher
    bram: Teacher
    cas: Teacher
    observer: Observer = nobody
    latecomers: list[Teacher] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)

    @property
    def teachers(self) -> list[Teacher]:
        return [self.anna, self.bram, self.cas, *self.latecomers]

    @property
    def everyone(self) -> list[Viewer]:
        return [self.coach, self.scherm, *self.teachers]

    def goes_on_to(self, title: str) -> None:
        """One press of the coach, and every screen shows the next step, without a reload."""
        self.coach.presses("Volgende stap")
        self.is_at(title)
        self.nobody_reloaded()
        self.shows(title)

    def shows(self, moment: str, *viewers: Viewer) -> None:
        """Something worth looking at: on these screens, or on one of each role."""
        for viewer in viewers or (self.coach, self.anna, self.scherm):
            self.observer(moment, self._role_of(viewer), viewer.page)

    def shows_helpers(self, moment: str) -> None:
        """What those with a task of their own have before them now."""
        for helper in self.helpers:
            self.shows(moment, helper)

    def _role_of(self, viewer: Viewer) -> str:
        is_another = isinstance(viewer, Teacher) and viewer is not self.anna
        return f"{viewer.role}-{viewer.name}" if is_another else viewer.role

    def is_at(self, title: str) -> None:
        for viewer in self.everyone:
            viewer.is_at(title)

    def all_see(self, *texts: str) -> None:
        for viewer in self.everyone:
            viewer.sees(*texts)

    def all_read(self, *notes: str) -> None:
        for viewer in self.everyone:
            viewer.reads(*notes)

    def all_but(self, *those: Viewer) -> list[Viewer]:
        return [viewer for viewer in self.everyone if viewer not in those]

    def teachers_but(self, *those: Teacher) -> list[Teacher]:
        return [teacher for teacher in self.teachers if teacher not in those]

    def in_days(self, number: int) -> str:
        """A date, as a field for one takes it."""
        return (date.today() + timedelta(days=number)).isoformat()

    def nobody_reloaded(self) -> None:
        for viewer in self.everyone:
            viewer.never_reloaded()
