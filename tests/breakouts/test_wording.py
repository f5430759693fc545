"""How groups are counted in a sentence."""

import pytest

from scholendag.breakouts.sizes import DUO, TEAM, TRIO, sizes
from scholendag.breakouts.wording import size_sentence


@pytest.mark.parametrize(
    ("number", "kind", "sentence"),
    [
        (1, TRIO, "1 mens: 1 groepje van 1."),
        (24, TRIO, "24 mensen: 8 groepjes van 3."),
        (25, TRIO, "25 mensen: 7 groepjes van 3 en 1 groepje van 4."),
        (24, TEAM, "24 mensen: 3 teams van 8."),
        (22, TEAM, "22 mensen: 2 teams van 7 en 1 team van 8."),
        (24, DUO, "24 mensen: 12 duo's."),
        (5, DUO, "5 mensen: 1 duo en 1 drietal."),
        (0, TRIO, ""),
    ],
)
def test_the_sizes_that_will_result(number: int, kind: str, sentence: str) -> None:
    assert size_sentence(sizes(number, kind), kind) == sentence


def test_three_kinds_of_size_are_listed_with_a_comma() -> None:
    sentence = size_sentence([2, 2, 2, 3, 3, 4], TRIO)
    assert sentence == "16 mensen: 3 groepjes van 2, 2 groepjes van 3 en 1 groepje van 4."
