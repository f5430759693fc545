"""How many dots lie where is in no byte before a secret poll is closed; whose they are in none."""

import re
import uuid

import pytest
from django.urls import reverse

from scholendag.boards import actions, kinds, opening, placing, voting
from scholendag.boards.kinds import kind_called
from scholendag.boards.polls import Dot, Poll
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.live.frames import SOON
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.boards.polling import LOOSE, Polling, counts_in, votable
from tests.boards.scene import Committed, Sent, content
from tests.cast import Cast, PageClient

OWN = re.compile(r'data-ballot="([^"]+)"')


def everything(sent: Sent, *, but: str = "") -> str:
    """All that was pushed to any audience but this one."""
    return "".join(content(sent, to) for to in {to for to, _ in sent} if to != but)


def test_no_page_tells_a_count_before_it_is_closed_and_then_all_do(polling: Polling) -> None:
    note = polling.note()
    polling.opens(hides=True)
    polling.gives("anna", note)
    polling.gives("anna", note)
    polling.gives("bram", note)
    pages = polling.pages()
    assert counts_in("".join(pages.values())) == set()
    assert {name for name, page in pages.items() if OWN.search(page)} == {"anna", "bram"}
    polling.closes()
    told = {name: counts_in(page) for name, page in polling.pages().items()}
    assert set(told) == {"anna", "bram", "cas", "coach", "scherm", "schoolleider"}
    assert all(counts == {f"{note.dom_id}:3"} for counts in told.values())


def test_no_push_tells_a_count_or_on_what_somebody_voted(
    polling: Polling, sent: Sent, committed: Committed
) -> None:
    note, cluster = polling.note("Rust"), polling.cluster("Licht", "Lucht")
    with committed():
        polling.opens(hides=True)
    sent.clear()
    anna = audiences.participant(polling.scene.cast.anna.pk)
    with committed():
        polling.gives("anna", note)
        polling.gives("anna", cluster)
        polling.takes("anna", note, keep=0)
    assert counts_in(everything(sent)) == set()
    others = everything(sent, but=anna)
    assert note.dom_id not in others
    assert cluster.dom_id not in others
    assert "1 van 3 hebben gestemd" in others
    assert OWN.findall(content(sent, anna))[-1] == f"{cluster.dom_id}:1"


def test_hiding_and_bringing_back_tells_nothing_either(
    polling: Polling, sent: Sent, committed: Committed
) -> None:
    note = polling.note("Rust")
    polling.opens(hides=True)
    polling.gives("anna", note)
    with committed():
        actions.hide(polling.coach, note)
        actions.unhide(polling.coach, note)
    assert counts_in(everything(sent)) == set()
    heard = {to for to, _ in sent if "data-ballot" in content(sent, to)}
    assert heard == {audiences.participant(polling.scene.cast.anna.pk)}


def test_closing_shows_it_to_all_at_once(
    polling: Polling, sent: Sent, committed: Committed
) -> None:
    polling.note()
    polling.opens(hides=True)
    sent.clear()
    with committed():
        polling.closes()
        voting.close_poll(polling.coach, Poll.objects.get())
    everyone = audiences.everyone(polling.scene.cast.sessie.pk)
    assert sent == [(everyone, {"type": "live.frame", "frame": {"refresh": SOON}})]


def test_open_counts_go_to_everyone_and_ones_own_dots_to_nobody_else(
    polling: Polling, sent: Sent, committed: Committed
) -> None:
    note = polling.note()
    polling.opens()
    with committed():
        polling.gives("anna", note)
    everyone = audiences.everyone(polling.scene.cast.sessie.pk)
    assert counts_in(content(sent, everyone)) == {f"{note.dom_id}:1"}
    anna = audiences.participant(polling.scene.cast.anna.pk)
    assert {to for to, _ in sent if "data-ballot" in content(sent, to)} == {anna}
    assert "Anna" not in everything(sent)


def test_no_answer_tells_an_outsider_anything(polling: Polling) -> None:
    cast, note = polling.scene.cast, polling.note()
    cluster = polling.cluster("Licht", "Lucht")
    poll = polling.opens(hides=True)
    polling.gives("anna", note)
    outside = [cast.client(cast.zoe), cast.client(cast.olaf), cast.client()]
    outside += [cast.client(cast.marieke), polling.scene.bord_client(polling.scene.team)]
    urls = [reverse(f"boards:{name}-note", args=[note.pk]) for name in ("dot", "undot")]
    urls += [reverse(f"boards:{name}-cluster", args=[cluster.pk]) for name in ("dot", "undot")]
    for client in outside:
        answers = [client.post(url, {"client_id": uuid.uuid4(), "keep": 0}) for url in urls]
        assert {answer.status_code for answer in answers} == {404}
    for client in [*outside[:3], cast.client(cast.anna)]:
        close = client.post(reverse("boards:close-poll", args=[poll.pk]))
        opens = reverse("boards:open-poll", args=[polling.scene.block.pk, LOOSE.slug])
        assert (close.status_code, client.post(opens, {"dots": 3}).status_code) == (404, 404)
    assert Dot.objects.count() == 1
    assert Poll.objects.get().is_open


def test_the_answer_to_a_vote_tells_ones_own_dots_and_no_count(polling: Polling) -> None:
    cast, note = polling.scene.cast, polling.note()
    polling.opens(hides=True)
    polling.gives("bram", note)
    url = reverse("boards:dot-note", args=[note.pk])
    answer = cast.client(cast.anna).post(url, {"client_id": uuid.uuid4()}).content.decode()
    assert OWN.findall(answer) == [f"{note.dom_id}:1"]
    assert counts_in(answer) == set()


def test_the_pages_of_the_day_keep_the_secret(cast: Cast) -> None:
    """The same through a real instrument, looking back, the log and the real pages."""
    block = cast.step("verwachtingen", "schrijven").block
    kind = kind_called("verwachtingen")
    lane = opening.open_board(block, kind).lanes.get()
    note = placing.add_note(cast.actor(cast.anna), lane, "Rust", uuid.uuid4())
    poll = voting.open_poll(cast.coach, Wall(block, kind), 3, hides_counts=True)
    voting.place_dot(cast.actor(cast.bram), votable(note), uuid.uuid4())
    links = ensure_links(cast.sessie)
    day = reverse("stage:deelnemer", args=[cast.sessie.code])
    review = reverse("review:terugkijken", args=[links[AccessLink.Role.SCHOOLLEIDER].token])
    urls: dict[str, tuple[PageClient, str]] = {
        "anna": (cast.client(cast.anna), day),
        "bram": (cast.client(cast.bram), day),
        "coach": (cast.client(cast.marieke), reverse("stage:begeleider", args=[cast.sessie.pk])),
        "scherm": (
            cast.client(),
            reverse("stage:scherm", args=[links[AccessLink.Role.SCHERM].token]),
        ),
        "review": (cast.client(), review),
    }

    def told() -> dict[str, set[str]]:
        pages = {name: client.get(url).content.decode() for name, (client, url) in urls.items()}
        assert {name for name, page in pages.items() if OWN.search(page)} <= {"bram"}
        return {name: counts_in(page) for name, page in pages.items()}

    assert set().union(*told().values()) == set()
    voting.close_poll(cast.coach, poll)
    assert told() == {name: {f"{note.dom_id}:1"} for name in urls}
    assert "Meeste stippen" in urls["review"][0].get(review).content.decode()


def test_a_kind_that_is_gone_from_the_day_is_not_voted_on(
    polling: Polling, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = polling.scene.cast.client(polling.scene.cast.marieke)
    url = reverse("boards:open-poll", args=[polling.scene.block.pk, LOOSE.slug])
    monkeypatch.delitem(kinds._kinds, LOOSE.slug)
    assert coach.post(url, {"dots": 3}).status_code == 404
    assert not Poll.objects.exists()
