"""Two people make an action of the same note at the same moment."""

from functools import partial

import pytest

from scholendag.retrospective import actions
from scholendag.retrospective.models import FollowUp
from scholendag.retrospective.queries import Source
from tests.at_once import in_threads, together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sent")]


@in_threads
def test_the_second_reads_that_it_is_an_action_already(cast, teams):
    teams.begins()
    note = teams.note(teams.lower, "Elke vrijdag een succes delen")
    teams.goes_on("bespreken")
    source = Source(note, teams.lower)
    presses = [
        partial(actions.promote, cast.actor(who), teams.block, source, f"Van {who}", who.name)
        for who in (cast.anna, cast.bram, cast.anna, cast.bram)
    ]

    got = together(*presses)

    assert got.count(actions.GONE) == 3
    assert FollowUp.objects.get() in got
