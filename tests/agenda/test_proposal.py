"""What is proposed to shorten on a day that runs late."""

from scholendag.agenda.proposal import Proposal, propose
from tests.agenda.forecasts import at, look, minutes, running


def cuts(proposal: Proposal | None) -> list[tuple[int, float, float]]:
    assert proposal
    return [(cut.step.pk, float(cut.now), float(cut.then)) for cut in proposal.cuts]


def test_the_break_gives_way_first_and_then_the_plenary_yield() -> None:
    for late, expected in (
        (0.5, None),
        (1, [(20, 10, 9)]),
        (4.2, [(20, 10, 5)]),
        (6, [(20, 10, 5), (11, 5, 4)]),
        (20, [(20, 10, 5), (11, 5, 2)]),
    ):
        day = running(10, late)
        proposal = propose(day, look(day, late), at(late))
        assert (cuts(proposal) if expected else proposal) == expected


def test_a_proposal_shows_the_day_before_and_after() -> None:
    day = running(10, 6)
    proposal = propose(day, look(day, 7), at(7))
    assert proposal
    assert [f"{one.blocks[2].starts_at:%H.%M}" for one in (proposal.before, proposal.after)] == [
        "13.36",
        "13.30",
    ]
    assert minutes(proposal.after.drift) == 0
    assert proposal.gained == 6
    assert [float(one.minutes) for _, row in day.blocks for one in row] == [15, 5, 10, 20, 5, 5]


def test_the_running_break_gives_no_more_than_is_left_of_it() -> None:
    day = running(20, 26, (10, 0), (11, 20))
    assert cuts(propose(day, look(day, 27), at(27))) == [(20, 10, 5)]
    assert cuts(propose(day, look(day, 33.5), at(33.5))) == [(20, 10, 8)]
    over = propose(day, look(day, 37), at(37))
    assert over
    assert over.cuts == ()


def test_after_the_last_anchor_nothing_gives_but_the_speling() -> None:
    day = running(30, 33, (10, 0))
    proposal = propose(day, look(day, 34), at(34))
    assert proposal
    assert proposal.cuts == ()
    assert minutes(proposal.before.speling) == 2
