"""Two teams with a board: Anna and Bram are the onderbouw, Cas is the bovenbouw."""

import pytest

from scholendag.doelen import actions as doelen
from scholendag.verbeterbord import actions
from tests.cast import BlockFactory, PageClient
from tests.teams import seat_team


@pytest.fixture
def block(cast):
    return BlockFactory.create(sessie=cast.sessie, instrument="verbeterbord", title="Bord")


@pytest.fixture
def onderbouw(cast):
    return seat_team(cast.sessie, "Onderbouw", cast.anna, cast.bram).team


@pytest.fixture
def bovenbouw(cast, onderbouw):
    return seat_team(cast.sessie, "Bovenbouw", cast.cas).team


@pytest.fixture
def goal(cast, onderbouw):
    """The fixed goal of the onderbouw, with one action."""
    goal = doelen.write(
        doelen.open_goal(cast.sessie, onderbouw),
        improvement="Meer hulpvragen",
        group="groep 5",
        pupils_text="zelf een hulpvraag stellen",
    )
    goal = doelen.fix(goal)
    doelen.add_action(goal, "Voordoen hoe je hulp vraagt", who="Anna")
    return goal


@pytest.fixture
def link(block, onderbouw):
    """The link of the board of the onderbouw."""
    return actions.open_bord(block, onderbouw)[1]


@pytest.fixture
def other_link(block, bovenbouw):
    """The link of the board of the bovenbouw."""
    return actions.open_bord(block, bovenbouw)[1]


@pytest.fixture
def bord_client():
    """A browser on the page of a board, which says so with every request."""

    def client(link):
        browser = PageClient()
        browser.role = "bord"
        browser.defaults["HTTP_X_BORD"] = link.token
        return browser

    return client
