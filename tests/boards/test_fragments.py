"""One fragment everywhere: safe, the same bytes for all, and without a trace of the author."""

import re

import pytest

from scholendag.boards import actions
from scholendag.boards.kinds import BoardKind
from scholendag.live import audiences
from tests.boards.scene import (
    KINDS,
    ROOMS,
    SECRET,
    SHARED_ROOMS,
    TEAMS,
    WALL,
    Committed,
    Scene,
    Sent,
    content,
)

NASTY = "<script>alert(1)</script>\n<hx-partial hx-target='body'>\"&"


def notes_in(html: str) -> list[str]:
    return re.findall(r'<li id="post-it-.*?</li>', html, re.DOTALL)


def test_text_is_text_and_keeps_its_lines(scene: Scene, sent: Sent, committed: Committed) -> None:
    with committed():
        scene.add(WALL, NASTY)
    pushed = content(sent, audiences.everyone(scene.cast.sessie.pk))
    for html in (scene.page(WALL, scene.cast.coach), pushed):
        assert "<script" not in html
        assert "<hx-partial hx-target='body'>" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;\n&lt;hx-partial" in html


@pytest.mark.parametrize("kind", [WALL, SHARED_ROOMS, TEAMS], ids=lambda kind: kind.slug)
def test_page_push_and_answer_have_the_same_bytes(
    scene: Scene, sent: Sent, committed: Committed, kind: BoardKind
) -> None:
    client = scene.cast.client(scene.cast.anna)
    with committed():
        answer = scene.post(client, scene.lane(kind))
    pushed = {tuple(notes_in(content(sent, audience))) for audience, _ in sent} - {()}
    pages = {tuple(notes_in(scene.page(kind, scene.actors[n]))) for n in ("anna", "bram", "coach")}
    assert pushed == pages == {tuple(notes_in(answer.content.decode()))}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_name_stands_only_where_the_kind_says_so(scene: Scene, kind: BoardKind) -> None:
    scene.add(kind)
    if kind.after_signal:
        actions.reveal(scene.block, kind, scene.cast.coach)
    named = {name for name, actor in scene.actors.items() if "Anna" in scene.page(kind, actor)}
    assert named == ({"anna", "bram", "coach", "bord"} if kind.shows_author else set())


def test_an_anonymous_note_carries_no_trace_of_its_author(scene: Scene) -> None:
    scene.add(WALL, "Eerste")
    scene.add(WALL, "Tweede", by=scene.cast.bram)
    first, second = notes_in(scene.page(WALL, scene.actors["cas"]))
    ids = re.compile(r"\d+")
    assert ids.sub("", first).replace("Eerste", "") == ids.sub("", second).replace("Tweede", "")


def test_the_form_survives_a_refetch(scene: Scene) -> None:
    page = scene.page(WALL, scene.actors["anna"])
    field = re.search(r'<input type="hidden" name="client_id"[^>]*>', page)
    assert field
    assert "hx-morph-skip" in field[0]
    assert 'maxlength="280"' in page


def test_every_composer_gets_an_id_of_its_own(scene: Scene) -> None:
    pages = [scene.page(WALL, scene.actors[name]) for name in ("anna", "anna", "bram")]
    ids = re.findall(r'name="client_id" value="([^"]+)"', "".join(pages))
    assert len(set(ids)) == len(ids) == 6


def test_a_hidden_round_says_that_your_text_is_ready(scene: Scene) -> None:
    scene.add(SECRET)
    assert "Je tekst is klaar" in scene.page(SECRET, scene.actors["anna"])
    assert "Je tekst is klaar" not in scene.page(SECRET, scene.actors["bram"])
    actions.reveal(scene.block, SECRET, scene.cast.coach)
    assert "Je tekst is klaar" not in scene.page(SECRET, scene.actors["anna"])


def test_a_closed_board_offers_nothing_to_change(scene: Scene) -> None:
    scene.add(WALL)
    changeable = re.compile('class="note[^"]* is-changeable')
    assert changeable.search(scene.page(WALL, scene.actors["anna"]))
    scene.go("iets anders")
    page = scene.page(WALL, scene.actors["anna"])
    assert not changeable.search(page)
    assert "Dit bord is dicht." in page


def test_what_a_coach_can_choose_stands_once_on_the_board_and_on_nobody_elses(scene: Scene) -> None:
    for _ in range(3):
        scene.add(WALL)
    assert scene.page(WALL, scene.actors["coach"]).count(">Verberg<") == 1
    for name in ("anna", "scherm"):
        assert ">Verberg<" not in scene.page(WALL, scene.actors[name])


def test_who_looks_back_has_nothing_to_press(scene: Scene) -> None:
    scene.add(SHARED_ROOMS)
    pages = scene.page(SHARED_ROOMS, scene.actors["schoolleider"])
    pages += scene.gathered(SHARED_ROOMS, scene.actors["schoolleider"])
    assert len(notes_in(pages)) == 2
    assert not re.search("<button|<form|hx-post|hx-get", pages)


def test_only_the_coach_has_the_button_and_only_until_the_signal(scene: Scene) -> None:
    scene.add(ROOMS)
    for show in (scene.page, scene.gathered):
        with_button = {
            n for n, actor in scene.actors.items() if ">Toon alles<" in show(ROOMS, actor)
        }
        assert with_button == {"coach"}
    actions.reveal(scene.block, ROOMS, scene.cast.coach)
    assert ">Toon alles<" not in scene.gathered(ROOMS, scene.cast.coach)
