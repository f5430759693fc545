"""Beside a block: what the earlier blocks that it builds on left, for who unfolds it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Step
from scholendag.boards import carrying
from scholendag.boards.models import Note
from scholendag.boards.opening import open_board
from scholendag.inspiratieverhaal.instrument import TOUCHED
from scholendag.instruments.registry import all_instruments, instrument_called
from scholendag.instruments.simple import EXPECTATIONS
from scholendag.sessies.actions import ensure_links, remove
from scholendag.sessies.models import AccessLink
from tests.boards.chains import NAME, TEXTS, Chain
from tests.cast import StepFactory
from tests.roles import link_of

pytestmark = pytest.mark.django_db
FOLD = "Dit nemen we mee"


@pytest.fixture
def chain(cast):
    return Chain(cast)


def url_for(chain, who, slug):
    block = chain.block(slug).pk
    if who in (chain.cast.marieke, chain.cast.olaf) or isinstance(who, AccessLink):
        return reverse("stage:chain-begeleider", args=[chain.cast.sessie.pk, block])
    return reverse("stage:chain", args=[chain.cast.sessie.code, block])


def unfolded(chain, who, slug):
    return chain.cast.client(who).get(url_for(chain, who, slug))


def test_every_instrument_builds_on_instruments_that_are_there_and_never_on_itself():
    slugs = {instrument.slug for instrument in all_instruments()}
    for instrument in all_instruments():
        assert set(instrument.builds_on) <= slugs - {instrument.slug}
        for slug in instrument.builds_on:
            source = instrument_called(slug)
            assert source.yields or source.review, f"{slug} leaves nothing to build on"


@pytest.mark.parametrize(
    ("slug", "titles"),
    [
        ("verwachtingen", None),
        ("inspiratieverhaal", None),
        ("datamuur", "uit inspiratieverhaal"),
        ("leerlingarena", "uit datamuur"),
        ("doelen", "uit inspiratieverhaal, datamuur en leerlingarena"),
    ],
)
def test_each_block_names_what_it_goes_on_from(chain, cast, slug, titles):
    chain.run(slug)

    for who in (cast.anna, cast.marieke):
        shown = chain.page(who)
        assert (FOLD in shown) is (titles is not None)
        assert titles is None or titles in shown


def test_the_page_itself_holds_nothing_of_it(chain, cast):
    chain.cluster()
    chain.run("leerlingarena")

    for who in (cast.anna, cast.marieke):
        shown = chain.page(who)
        assert url_for(chain, who, "leerlingarena") in shown
        for text in (NAME, *TEXTS):
            assert text not in shown


def test_unfolded_it_shows_clusters_with_their_notes_and_what_hangs_loose(chain, cast):
    chain.choose("Er is rust op het plein")
    chain.cluster()

    for who in (cast.anna, cast.cas, cast.marieke):
        shown = unfolded(chain, who, "leerlingarena").content.decode()
        for text in (NAME, *TEXTS, "Er is rust op het plein", "2 post-its"):
            assert text in shown


def test_it_can_only_be_read_and_says_of_nobody_who_wrote_it(chain, cast):
    chain.cluster()

    for who in (cast.bram, cast.marieke):
        shown = unfolded(chain, who, "leerlingarena").content.decode()
        assert cast.anna.name not in shown
        for control in ("<button", "<form", "hx-", " id="):
            assert control not in shown


def test_before_the_signal_there_is_nothing_also_not_for_who_wrote_it(chain, cast):
    chain.choose(*TEXTS)

    for who in (cast.anna, cast.bram, cast.marieke):
        shown = unfolded(chain, who, "leerlingarena").content.decode()
        assert "Er is nog niets om mee te nemen." in shown
        for text in TEXTS:
            assert text not in shown

    chain.show()
    for who in (cast.anna, cast.bram, cast.marieke):
        assert TEXTS[0] in unfolded(chain, who, "leerlingarena").content.decode()


def test_of_two_rounds_only_the_one_that_was_shown_is_there(chain, cast):
    story = chain.block("inspiratieverhaal")
    lane = open_board(story, TOUCHED).lanes.get()
    Note.objects.create(lane=lane, author=cast.anna, text="Dat bleef geheim")
    chain.cluster()

    shown = unfolded(chain, cast.bram, "doelen").content.decode()

    assert "Dat bleef geheim" not in shown
    assert NAME in shown


def test_what_the_coach_hid_is_for_nobody(chain, cast):
    cluster = chain.cluster()
    hidden = cluster.notes.get(text=TEXTS[0])
    Note.objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())

    for who in (cast.anna, cast.marieke):
        shown = unfolded(chain, who, "leerlingarena").content.decode()
        assert TEXTS[0] not in shown
        assert TEXTS[1] in shown
        assert "1 post-it<" in shown


def test_what_was_carried_is_shown_with_its_origin(chain, cast):
    carrying.carry(cast.coach, chain.wall, chain.cluster().pk)

    shown = unfolded(chain, cast.anna, "doelen").content.decode()

    assert shown.count(NAME) == 2
    assert "uit datamuur, 2 post-its" in shown


def test_later_blocks_and_what_the_day_passes_by_are_not_in_it(chain, cast):
    chain.cluster()
    lane = open_board(chain.block("verwachtingen"), EXPECTATIONS).lanes.get()
    Note.objects.create(lane=lane, author=cast.anna, text="Een hoop van vandaag")
    assert "Een hoop van vandaag" not in unfolded(chain, cast.anna, "doelen").content.decode()
    assert unfolded(chain, cast.anna, "verwachtingen").status_code == 404

    Step.objects.filter(block=chain.datamuur).update(skipped_at=timezone.now())
    assert unfolded(chain, cast.anna, "leerlingarena").status_code == 404
    chain.run("leerlingarena")
    assert FOLD not in chain.page(cast.anna)


def test_outsiders_get_404(chain, cast):
    chain.cluster()
    for who in (cast.zoe, cast.olaf, None):
        assert unfolded(chain, who, "leerlingarena").status_code == 404
    link = link_of(cast.sessie, AccessLink.Role.DATAREDACTEUR)
    assert unfolded(chain, link, "leerlingarena").status_code == 404
    desk = reverse("stage:chain-begeleider", args=[cast.sessie.pk, chain.block("leerlingarena").pk])
    assert cast.client(cast.anna).get(desk).status_code == 404
    assert cast.client(cast.anna).post(url_for(chain, cast.anna, "doelen")).status_code == 405

    remove(cast.cas)
    assert unfolded(chain, cast.cas, "leerlingarena").status_code == 404


def test_a_block_of_another_day_is_not_found_through_ones_own(chain, cast):
    other = StepFactory.create(block__sessie=cast.other_sessie, block__instrument="doelen")
    own = reverse("stage:chain", args=[cast.sessie.code, other.block_id])
    assert cast.client(cast.anna).get(own).status_code == 404


def test_a_medebegeleider_reads_it_like_the_coach(chain, cast):
    chain.cluster()
    link = link_of(cast.sessie, AccessLink.Role.MEDEBEGELEIDER)
    assert NAME in unfolded(chain, link, "leerlingarena").content.decode()


def test_the_screen_of_the_room_has_no_fold(chain, cast):
    chain.cluster()
    chain.run("leerlingarena")
    token = ensure_links(cast.sessie)[AccessLink.Role.SCHERM].token
    shown = cast.client().get(reverse("stage:scherm", args=[token])).content.decode()
    assert FOLD not in shown


def test_nothing_comes_between_the_team_and_the_pupils_who_talk(chain, cast):
    cast.run(StepFactory.create(block=chain.block("leerlingarena"), phase="gesprek"))

    assert FOLD not in chain.page(cast.anna)
    assert FOLD in chain.page(cast.marieke)


def test_six_hundred_notes_cost_no_more_queries_than_one(
    chain, cast, django_assert_max_num_queries
):
    chain.cluster()
    client, url = cast.client(cast.anna), url_for(chain, cast.anna, "doelen")
    lane = chain.board.lanes.first()
    with django_assert_max_num_queries(25) as few:
        client.get(url)
    Note.objects.bulk_create(Note(lane=lane, author=cast.anna, text="Rust") for _ in range(600))
    with django_assert_max_num_queries(len(few)):
        client.get(url)
