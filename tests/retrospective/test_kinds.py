import pytest

from scholendag.retrospective.kinds import notes_each


@pytest.mark.parametrize(
    ("people", "notes"), [(1, 3), (10, 3), (11, 2), (20, 2), (21, 1), (150, 1)]
)
def test_the_larger_the_group_the_fewer_notes_each(people, notes):
    assert notes_each(people) == notes
