"""Whatever several people do in whatever order, every screen shows what the database holds.

Each screen starts as a page and then only gets what is pushed to its audiences, as in the browser.
Now and then one loses its connection and misses some of it, until it comes back and fetches.
"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scholendag.boards import actions, clustering, directing, moving, placing, undo
from scholendag.boards.kinds import BoardKind, Scope
from scholendag.boards.models import Cluster, Lane, Note, Override
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.refused import Refused
from tests.boards.page import Element, apply, read
from tests.boards.scene import APART, CLUSTERED, SECRET_CLUSTERED, TOGETHER, Committed, Scene, Sent

WHO = ("anna", "bram", "cas", "coach", "scherm")
WRITERS = ("anna", "bram", "cas")
TEXTS = ("Rust", "Stilte in de klas", "Samen", "Minder toetsen", "Meer buiten")
Shown = dict[str, Any]


def what_hangs(page: Element) -> Shown:
    """By list: the notes in their order with their texts; and the names of clusters in order."""
    found: Shown = {}
    for one in page.walk():
        if one.tag == "ul" and (one.has_class("lane__notes") or one.has_class("pile__notes")):
            found[one.id] = [(note.id, _text_of(note)) for note in one.elements]
        if one.has_class("lane__clusters"):
            found[one.id] = [pile.id for pile in one.elements]
        if one.has_class("pile__name") or one.has_class("count"):
            found[one.id] = one.text
        if one.has_class("mine"):
            found[one.id] = set(one.attributes["data-notes"].split())
    return found


def _text_of(note: Element) -> str:
    hidden = " (verborgen)" if note.has_class("is-hidden") else ""
    return next(one.text for one in note.walk() if one.has_class("note__text")) + hidden


class Screen:
    """What one person sees of the board."""

    def __init__(self, scene: Scene, kind: BoardKind, name: str) -> None:
        self.scene, self.kind = scene, kind
        self.actor: Actor = scene.actors[name]
        self.is_there = True
        self.page = self.fetched()

    def fetched(self) -> Element:
        """The page as it is when it is opened now."""
        return read(self.html())

    def html(self) -> str:
        is_of_rooms = self.kind.scope is Scope.ROOM
        if self.kind is TOGETHER or (is_of_rooms and self.actor.role is not Role.DEELNEMER):
            return self.scene.gathered(self.kind, self.actor)
        return self.scene.page(self.kind, self.actor)

    def hears(self) -> set[str]:
        here = self.scene.cast.sessie.pk
        found = {audiences.everyone(here)}
        if self.actor.is_coach:
            found.add(audiences.coaches(here))
        if self.actor.participant:
            found.add(audiences.participant(self.actor.participant.pk))
        if self.kind.scope is Scope.ROOM and self.actor.participant in (
            self.scene.cast.anna,
            self.scene.cast.bram,
        ):
            found.add(audiences.room(self.scene.trio.pk))
        return found

    def take(self, sent: Sent) -> None:
        """What was pushed since; a signal makes the page fetch itself."""
        for audience, message in sent:
            frame = message.get("frame", {})
            if not self.is_there or audience not in self.hears():
                continue
            apply(self.page, frame.get("content", ""))
            if "refresh" in frame:
                self.page = self.fetched()

    def drops(self) -> None:
        self.is_there = False

    def comes_back(self) -> None:
        self.is_there = True
        self.page = self.fetched()


class Day:
    """What anyone may try; a refusal changes nothing."""

    def __init__(self, scene: Scene, kind: BoardKind) -> None:
        self.scene, self.kind = scene, kind
        self.wall = Wall(scene.block, kind)
        self.board = scene.board(kind)
        self.lanes: list[Lane] = list(self.board.lanes.all())
        self.taken = ""
        self.sent_before: list[tuple[str, Lane, str, uuid.UUID]] = []

    def act(self, verb: str, who: str, first: int, second: int) -> None:
        acts: dict[str, Callable[[Actor, int, int], object]] = {
            "add": lambda _by, n, m: self._add(who, n, m),
            "again": lambda _by, n, _m: self._again(n),
            "edit": lambda by, n, m: actions.edit_note(by, self._note(n), TEXTS[m % 5] + "!"),
            "take back": lambda by, n, _m: self._take_back(by, n),
            "put back": lambda by, _n, _m: self._put_back(by),
            "hide": lambda by, n, _m: by.is_coach and actions.hide(by, self._note(n)),
            "unhide": lambda by, n, _m: by.is_coach and actions.unhide(by, self._note(n)),
            "together": lambda by, n, m: clustering.put_together(by, self.wall, self._pks(n, m)),
            "with": lambda by, n, m: clustering.put_with(by, self.wall, self._pks(n), self._pk(m)),
            "in": lambda by, n, m: clustering.put_in(by, self.wall, self._pks(n), self._pile(m)),
            "out": lambda by, n, m: clustering.take_out(by, self.wall, self._pks(n, m)),
            "lane": lambda by, n, m: moving.move_to_lane(
                by, self.wall, self._pks(n), self.lanes[m % 2].key
            ),
            "name": lambda by, n, m: clustering.rename(by, self.wall, self._pile(n), TEXTS[m % 5]),
            "merge": lambda by, n, m: clustering.merge(by, self.wall, self._pile(n), self._pile(m)),
            "dissolve": lambda by, n, _m: clustering.dissolve(by, self.wall, self._pile(n)),
            "reveal": lambda by, _n, _m: actions.reveal(self.scene.block, self.kind, by),
            "state": lambda by, n, _m: directing.override(
                by, self.wall, [None, Override.OPEN, Override.CLOSED][n % 3]
            ),
        }
        acts[verb](self.scene.actors[who], first, second)

    def _add(self, who: str, number: int, text: int) -> None:
        self.sent_before.append((who, self.lanes[number % 2], TEXTS[text % 5], uuid.uuid4()))
        self._again(-1)

    def _again(self, number: int) -> None:
        if self.sent_before:
            who, lane, text, client_id = self.sent_before[number % len(self.sent_before)]
            placing.add_note(self.scene.actors[who], lane, text, client_id)

    def _take_back(self, by: Actor, number: int) -> None:
        if taken := actions.take_back(by, self._note(number)):
            self.taken = undo.pack(taken)

    def _put_back(self, by: Actor) -> None:
        if note := undo.unpack(self.taken):
            undo.put_back(by, note)

    def _note(self, number: int) -> Note:
        found = list(Note.objects.select_related("lane__board"))
        if not found:
            raise Refused
        return found[number % len(found)]

    def _pk(self, number: int) -> int:
        return self._note(number).pk

    def _pks(self, *numbers: int) -> set[int]:
        return {self._pk(number) for number in numbers}

    def _pile(self, number: int) -> int:
        found = list(Cluster.objects.all())
        return found[number % len(found)].pk if found else 0


VERBS = (
    "add", "add", "add", "again", "edit", "take back", "put back", "hide", "unhide",
    "together", "together", "with",
    "in", "out", "lane", "name", "merge", "dissolve", "reveal", "state", "drop", "back",
)  # fmt: skip
NUMBER = st.integers(0, 9)
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.sampled_from(WHO), NUMBER, NUMBER), max_size=20
)
# Found by chance: the coach's own screen left the note where it was.
HIDDEN_IN_A_NEW_CLUSTER = [
    ("add", "anna", 0, 0),
    ("reveal", "coach", 0, 0),
    ("hide", "coach", 0, 0),
    ("together", "coach", 0, 0),
]


@pytest.mark.parametrize(
    "kind", [CLUSTERED, SECRET_CLUSTERED, TOGETHER, APART], ids=lambda kind: kind.slug
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
@example(steps=HIDDEN_IN_A_NEW_CLUSTER)
def test_every_screen_shows_what_the_database_holds(
    scene: Scene,
    sent: Sent,
    committed: Committed,
    kind: BoardKind,
    steps: list[tuple[str, str, int, int]],
) -> None:
    people = WHO if kind is not APART else ("anna", "bram", "coach", "scherm")
    with transaction.atomic():
        day = Day(scene, kind)
        screens = {name: Screen(scene, kind, name) for name in people}
        for verb, who, first, second in steps:
            if verb in ("drop", "back") and who in screens:
                (screens[who].drops if verb == "drop" else screens[who].comes_back)()
            if verb in ("drop", "back"):
                continue
            sent.clear()
            notes = set(Note.objects.values_list("pk", flat=True))
            try:
                with committed():
                    day.act(verb, who, first, second)
            except Refused:
                pass
            assert verb == "take back" or notes <= set(Note.objects.values_list("pk", flat=True))
            for screen in screens.values():
                screen.take(sent)
        for name, screen in screens.items():
            if screen.is_there:
                assert what_hangs(screen.page) == what_hangs(screen.fetched()), name
        transaction.set_rollback(True)
