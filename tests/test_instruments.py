"""Every registered instrument, in every phase, for every role: it renders, and outsiders do not
get in. An instrument that is added is tested here without a change."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from scholendag.agenda.models import Programme, Step
from scholendag.agenda.programmes import load_programmes
from scholendag.breakouts import actions as breakouts
from scholendag.instruments.declaration import Instrument, Phase
from scholendag.instruments.registry import all_instruments, instrument_called
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.cast import Cast

SECRET = "Dit mag niemand van een andere school lezen"


def phases() -> Iterator[object]:
    for instrument in all_instruments():
        for phase in instrument.phases:
            yield pytest.param(instrument, phase, id=f"{instrument.slug}-{phase.slug}")


def run(cast: Cast, instrument: Instrument, phase: Phase) -> Step:
    """A day of three people that runs this phase, in groups when the shipped programme says so."""
    for name in ("anna", "bram", "cas"):
        getattr(cast, name)
    grouping = grouping_of(instrument, phase)
    step = cast.step(instrument.slug, phase.slug, grouping=grouping, prompt=SECRET)
    if grouping:
        breakouts.fix(breakouts.divide(cast.sessie, grouping, grouping))
    instrument.enter(step)
    return step


def grouping_of(instrument: Instrument, phase: Phase) -> str:
    load_programmes()
    steps = (
        (block["instrument"], step)
        for programme in Programme.objects.all()
        for block in programme.content["blocks"]
        for step in block["steps"]
    )
    found = (
        step for slug, step in steps if slug == instrument.slug and step["phase"] == phase.slug
    )
    return str(next(found, {}).get("groups", ""))


@pytest.mark.parametrize(("instrument", "phase"), list(phases()))
def test_every_role_sees_the_step_and_outsiders_do_not(cast, instrument, phase):
    step = run(cast, instrument, phase)
    links = ensure_links(cast.sessie)
    day = reverse("stage:deelnemer", args=[cast.sessie.code])
    desk = reverse("stage:begeleider", args=[cast.sessie.pk])
    screen = reverse("stage:scherm", args=[links[AccessLink.Role.SCHERM].token])
    review = reverse("review:terugkijken", args=[links[AccessLink.Role.SCHOOLLEIDER].token])

    for client, url in (
        (cast.client(cast.anna), day),
        (cast.client(cast.marieke), desk),
        (cast.client(), screen),
    ):
        page = client.get(url)
        assert page.status_code == 200
        assert step.title in page.content.decode()
        assert SECRET in page.content.decode()
    assert cast.client().get(review).status_code == 200

    for outsider, url in (
        (cast.client(cast.zoe), day),
        (cast.client(cast.olaf), desk),
        (cast.client(cast.anna), desk),
        (cast.client(), desk),
        (cast.client(), reverse("stage:scherm", args=["x" * 22])),
        (cast.client(), reverse("review:terugkijken", args=["x" * 22])),
    ):
        answer = outsider.get(url)
        assert answer.status_code in (302, 404)
        assert SECRET not in answer.content.decode()


def test_the_shipped_programmes_use_only_what_is_installed(db):
    load_programmes()

    for programme in Programme.objects.all():
        for block in programme.content["blocks"]:
            instrument = instrument_called(block["instrument"])
            for step in block["steps"]:
                instrument.phase(step["phase"])


def test_no_two_phases_or_kinds_share_a_name():
    for instrument in all_instruments():
        phases = [phase.slug for phase in instrument.phases]
        kinds = [kind.slug for kind in instrument.board_kinds]
        assert len(set(phases)) == len(phases)
        assert len(set(kinds)) == len(kinds)
        for kind in instrument.board_kinds:
            assert (kind.open_in or frozenset()) <= set(phases)
