import pytest

from scholendag.sessies import codes
from scholendag.sessies.models import new_code


@pytest.mark.parametrize("typed", ["K7MP4X", "k7mp4x", " k7m p4x ", "K7M-P4X", "k.7.m.p.4.x"])
def test_a_code_is_found_however_it_is_typed(typed: str) -> None:
    assert codes.tidy(typed) == "K7MP4X"


def test_there_is_no_complaint_about_a_code_that_we_make() -> None:
    assert not codes.complaint(new_code())


@pytest.mark.parametrize("code", ["K7MPOX", "K7MP0X", "I7MP4X", "17MP4X", "O0"])
def test_look_alikes_are_explained(code: str) -> None:
    assert "O en I" in codes.complaint(code)


@pytest.mark.parametrize(("code", "length"), [("K7MP4", 5), ("K7MP4XX", 7), ("", 0)])
def test_the_wrong_length_is_counted(code: str, length: int) -> None:
    assert codes.complaint(code) == f"Een code heeft 6 tekens. Jij typte er {length}."


def test_accents_are_not_in_a_code() -> None:
    assert "zonder accenten" in codes.complaint("É7MP4X")
