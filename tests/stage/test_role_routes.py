"""Every role against every path: a link opens what it is for, and nothing else.

The paths are read from the code, so a new one is tried as well. In this world everything that a
path can be about has the same number, so that every path leads to something that is there.
"""

import re
from collections.abc import Container, Iterator
from itertools import product

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from scholendag.agenda.models import Block, Step
from scholendag.boards.models import Board
from scholendag.boards.opening import open_board
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.datamuur.models import DataCard
from scholendag.inspiratieverhaal.models import Picture, Showing, Story
from scholendag.leerlingarena.actions import open_conversation
from scholendag.leerlingarena.kinds import TAKEN_DOWN
from scholendag.leerlingarena.models import Question
from scholendag.sessies.actors import HELPERS
from scholendag.sessies.models import AccessLink
from tests.cast import Cast, PageClient, ParticipantFactory, ProgressFactory, SessieFactory
from tests.roles import link_of

Role = AccessLink.Role
PK = 7777
PHASES = {"datamuur": "kiezen", "leerlingarena": "gesprek", "inspiratieverhaal": "luisteren"}
WORDS = {
    "verb": ["start", "volgende", "sluit", "pauze", "minuut"],
    "direction": ["omhoog"],
    "change": ["erbij"],
    "kind": [TAKEN_DOWN.slug],
    "key": ["groepjes"],
    "token": ["onbekend"],
    "signed": ["onbekend"],
    "number": [1],
    "pupil": [1],
    "link_pk": [PK, PK + 1],
}
# What is not for whoever came by a link, also not for a medebegeleider.
ACCOUNT_ONLY = {
    "sessies:hand-out",
    "sessies:renew-link",
    "sessies:withdraw-link",
    "agenda:new",
    "agenda:programmes",
    "agenda:import-programme",
    "stage:press sluit",
    "styleguide:stijl",
    "help:tour-seen",
}
OF_THE_DATAREDACTEUR = {f"datamuur:{one}" for one in ("prepare", "add", "edit", "move", "remove")}
OF_THE_GESPREKSLEIDER = {
    f"leerlingarena:{one}"
    for one in ("prepare", "add", "take-over", "edit", "move", "remove", "show-question", "turn")
}
OF_THE_AANTEKENAAR = {"boards:add", "boards:edit", "boards:take-back"}
# What of a story a coach reaches too is what everyone sees. The rest is for who tells it alone.
SHOWING = {f"inspiratieverhaal:{one}" for one in ("show", "hide", "picture")}
PREPARING = {
    f"inspiratieverhaal:{one}"
    for one in ("prepare", "ready", "not-ready", "add-picture", "describe", "move", "remove")
}


def routes(patterns: list[URLPattern | URLResolver], before: str = "", space: str = "") -> Iterator:
    """Every path of the project, with its name."""
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path, f"{pattern.namespace or ''}:")
        else:
            yield f"{space}{pattern.name}".lstrip(":"), path


def filled_in(path: str, words: dict[str, list]) -> Iterator[tuple[str, str]]:
    """The path about everything that is there; with the word by which it differs, if any."""
    names = re.findall(r"<\w+:(\w+)>", path)
    for values in product(*(words.get(name, [PK]) for name in names)):
        filled = path
        for name, value in zip(names, values, strict=True):
            filled = re.sub(rf"<\w+:{name}>", str(value), filled)
        said = [str(value) for name, value in zip(names, values, strict=True) if name == "verb"]
        yield "/" + filled, " ".join(said)


def reach(client: PageClient, words: dict[str, list], besides: Container[str] = ()) -> set[str]:
    """The names of all paths that do not say "not here" to this browser, by GET or by POST.

    Names in `besides` are not tried.
    """
    found: set[str] = set()
    for route, path in routes(get_resolver().url_patterns):
        for url, said in filled_in(path, words):
            name = f"{route} {said}".strip()
            if name in found or name in besides:
                continue
            if any(_opens(client, method, url) for method in ("get", "post")):
                found.add(name)
    return found


def _opens(client: PageClient, method: str, url: str) -> bool:
    """Whatever it does is undone, also a sign-out."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(url, {"text": "Iets", "holder": "Nieuw"})
        transaction.set_rollback(True)
    client.cookies = cookies
    sends_away = response.status_code == 302 and re.match(r"/(inloggen|doe-mee)/", response.url)
    return response.status_code not in (404, 405) and not sends_away


@pytest.fixture(params=["datamuur", "leerlingarena", "inspiratieverhaal"])
def world(cast: Cast, request: pytest.FixtureRequest) -> Cast:
    """A running day in which everything is number 7777, with a block of this instrument."""
    cast.sessie = SessieFactory.create(pk=PK, progress=None)
    ProgressFactory.create(sessie=cast.sessie)
    instrument = request.param
    block = Block.objects.create(pk=PK, sessie=cast.sessie, position=1, instrument=instrument)
    step = Step.objects.create(pk=PK, block=block, position=1, phase=PHASES[instrument], minutes=5)
    cast.run(step)
    anna = ParticipantFactory.create(pk=PK, sessie=cast.sessie, name="Anna")
    division = Division.objects.create(pk=PK, sessie=cast.sessie, key="groepjes", kind="trio")
    room = Room.objects.create(pk=PK, division=division, number=1, writer=anna)
    Seat.objects.create(pk=PK, division=division, room=room, participant=anna)
    if instrument == "leerlingarena":
        open_conversation(block)
        Question.objects.create(pk=PK, block=block, position=1, text="Wat leerde je hier?")
        _board_with_a_note(block)
    elif instrument == "inspiratieverhaal":
        story = Story.objects.create(pk=PK, block=block, teller="joris")
        picture = Picture.objects.create(pk=PK, story=story, position=1, width=1, height=1)
        Showing.objects.create(block=block, picture=picture)
    else:
        DataCard.objects.create(pk=PK, block=block, position=1, subject="Verzuim")
    AccessLink.objects.create(pk=PK, sessie=cast.sessie, role=Role.SCHERM)
    AccessLink.objects.create(pk=PK + 1, sessie=cast.sessie, role=Role.AANTEKENAAR, holder="Ravi")
    return cast


def _board_with_a_note(block: Block) -> None:
    """What an aantekenaar put up by a link."""
    board: Board = open_board(block, TAKEN_DOWN)
    board.lanes.filter(key="goed").update(id=PK)
    board.lanes.get(pk=PK).notes.create(pk=PK, text="Uitleg helpt")


# By the instrument of the world: looked up once, since it is the same in each test.
of_nobody: dict[str, set[str]] = {}


def reach_in(world: Cast, client: PageClient) -> set[str]:
    words = WORDS | {"code": [world.sessie.code]}
    instrument = Block.objects.get(pk=PK).instrument
    if instrument not in of_nobody:
        of_nobody[instrument] = reach(world.client(), words)
    return reach(client, words, besides=of_nobody[instrument])


def test_a_medebegeleider_reaches_what_a_coach_does_but_for_what_takes_an_account(
    world: Cast,
) -> None:
    coach = reach_in(world, world.client(world.marieke))
    joris = reach_in(world, world.client(link_of(world.sessie, Role.MEDEBEGELEIDER)))
    assert coach - joris == ACCOUNT_ONLY
    assert not joris - coach
    assert len(joris) > 30


@pytest.mark.parametrize("role", [*HELPERS, Role.SCHOOLLEIDER])
def test_every_page_that_rests_on_a_link_leaves_when_it_is_withdrawn(
    world: Cast, role: Role
) -> None:
    """Each has a socket, and that of a link closes."""
    link = link_of(world.sessie, role)
    words = WORDS | {"code": [world.sessie.code], "token": [link.token]}
    own = {f"/live/{path}/{link.token}/" for path in ("rol", "terugkijken")}
    own.add(f"/live/begeleiden/{PK}/")
    resting = {
        url: sockets
        for _, path in routes(get_resolver().url_patterns)
        for url, _ in filled_in(path, words)
        if (sockets := _sockets_of_what_rests_on(link, world, url)) is not None
    }
    assert resting
    assert [url for url, sockets in resting.items() if sockets.isdisjoint(own)] == []


def _sockets_of_what_rests_on(link: AccessLink, world: Cast, url: str) -> set[str] | None:
    """Those of a page that opens with this link only: in the path, or remembered in a cookie."""
    if link.token in url:
        return _sockets_of(world.client(), url)
    # A browser of its own for each: to open a link is to hold it.
    is_open = _sockets_of(world.client(), url) is not None
    return None if is_open or link.role not in HELPERS else _sockets_of(world.client(link), url)


def _sockets_of(client: PageClient, url: str) -> set[str] | None:
    """The sockets of the whole page that this address opens; None when it opens none."""
    response = client.get(url)
    html = response.content.decode() if response.status_code == 200 else ""
    return set(re.findall(r'hx-ws:connect="([^"]*)"', html)) if "<html" in html else None


@pytest.mark.parametrize(
    ("role", "instrument", "own"),
    [
        (Role.DATAREDACTEUR, "datamuur", OF_THE_DATAREDACTEUR),
        (Role.GESPREKSLEIDER, "leerlingarena", OF_THE_GESPREKSLEIDER),
        (Role.AANTEKENAAR, "leerlingarena", OF_THE_AANTEKENAAR),
        (Role.VERTELLER, "inspiratieverhaal", PREPARING | SHOWING),
    ],
)
def test_one_task_reaches_its_own_and_nothing_else(
    world: Cast, role: Role, instrument: str, own: set[str]
) -> None:
    client = world.client(link_of(world.sessie, role))
    is_theirs = Block.objects.get(pk=PK).instrument == instrument
    assert reach_in(world, client) == (own if is_theirs else set())


@pytest.mark.parametrize(
    "role", [Role.DATAREDACTEUR, Role.GESPREKSLEIDER, Role.AANTEKENAAR, Role.VERTELLER]
)
def test_one_task_gains_nothing_by_naming_another_role(world: Cast, role: Role) -> None:
    client = world.client(link_of(world.sessie, role))
    plain = reach_in(world, client)
    for named in ("begeleider", "medebegeleider"):
        client.role = named  # type: ignore[assignment]
        assert reach_in(world, client) <= plain


def test_what_a_teller_prepares_is_not_for_a_coach(world: Cast) -> None:
    stories = {name for name in reach_in(world, world.client(world.marieke)) if "verhaal" in name}
    is_theirs = Block.objects.get(pk=PK).instrument == "inspiratieverhaal"
    assert stories == (SHOWING if is_theirs else set())


@pytest.mark.parametrize("role", [Role.MEDEBEGELEIDER, Role.GESPREKSLEIDER, Role.VERTELLER])
def test_a_withdrawn_link_reaches_nothing(world: Cast, role: Role) -> None:
    link = link_of(world.sessie, role)
    client = world.client(link)
    link.revoke()
    assert reach_in(world, client) == set()
