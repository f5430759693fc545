"""Every line of what has to be ready leads to the page where it is mended."""

from datetime import time

import pytest
from django.urls import reverse

from scholendag.breakouts.models import Division, Room
from scholendag.leerlingarena.models import Conversation, Question
from scholendag.sessies.models import AccessLink
from tests.roles import link_of
from tests.stage.ready import card, cards, lines, states

pytestmark = pytest.mark.django_db
Role = AccessLink.Role


def places(cast):
    """Where each line leads, by the name of the page."""
    of_the_day = {"sessies:share", "stage:technique", "breakouts:groups", "agenda:prepare"}
    names = {reverse(name, args=[cast.sessie.pk]): name for name in of_the_day}
    return {title: names.get(check.url, check.url) for title, check in lines(cast).items()}


def of_block(name, block):
    return reverse(name, args=[block.pk])


def test_every_line_leads_to_the_page_where_it_is_mended(cast, day):
    wall, arena = day.values()
    expected = {
        "Kaarten voor datamuur": of_block("datamuur:prepare", wall),
        "Vragen voor leerlingarena": of_block("leerlingarena:prepare", arena),
        "Tijd van de leerlingen": "agenda:prepare",
        "Taken": "sessies:share",
        "Tweede begeleider": "sessies:share",
        "Techniek": "stage:technique",
        "Groepjes": "stage:technique",
        "Meedoen": "sessies:share",
    }
    assert places(cast) == expected

    # Also when it is done, or wrong in another way.
    cards(wall, 7)
    Question.objects.create(block=arena, position=1, text="Wat helpt je?")
    arena.anchor = time(14, 30)
    arena.save()
    for role in (Role.GESPREKSLEIDER, Role.AANTEKENAAR, Role.MEDEBEGELEIDER):
        link_of(cast.sessie, role)
    card(cast, platform="teams", host="Fatma", host_divides=True, help_phone="0900 0000")
    assert cast.anna
    in_the_arena = {"Tijd van de leerlingen": of_block("leerlingarena:prepare", arena)}
    assert places(cast) == expected | in_the_arena
    assert states(cast)["Kaarten voor datamuur"] == "nog doen"
    assert states(cast)["Tijd van de leerlingen"] == "nog doen"
    Conversation.objects.create(block=arena, pupils=5)
    assert places(cast) == expected | in_the_arena
    assert states(cast)["Tijd van de leerlingen"] == "goed"
    client = cast.client(cast.marieke)
    for check in lines(cast).values():
        assert client.get(check.url).status_code == 200, check.title


@pytest.mark.parametrize(
    ("urls", "state"), [(["", ""], "nog doen"), (["a", ""], "nog doen"), (["a", "b"], "goed")]
)
def test_rooms_lead_to_the_page_of_the_groups_whatever_is_filled_in(cast, day, urls, state):
    division = Division.objects.create(sessie=cast.sessie, key="trio", kind="trio")
    for number, url in enumerate(urls):
        link = url and f"https://video.example/{url}"
        Room.objects.create(division=division, number=number, url=link)
    assert states(cast)["Groepjes"] == state
    assert places(cast)["Groepjes"] == "breakouts:groups"


def test_what_is_not_needed_still_leads_somewhere(cast):
    cast.step("uitleg", "uitleg", running=False)
    assert places(cast) == {
        "Taken": "sessies:share",
        "Tweede begeleider": "sessies:share",
        "Techniek": "stage:technique",
        "Groepjes": "stage:technique",
        "Meedoen": "sessies:share",
    }
