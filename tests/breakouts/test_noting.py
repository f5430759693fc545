"""The log says who fixed the groups, and who let them go."""

from scholendag.agenda.models import LogEntry
from scholendag.breakouts.models import Division
from tests.cast import Cast


def press(cast: Cast, verb: str) -> int:
    path = f"/begeleiden/{cast.sessie.pk}/groepjes/ochtend/{verb}/"
    return cast.client(cast.marieke).post(path).status_code


def log(cast: Cast) -> list[str]:
    return [str(entry) for entry in LogEntry.objects.filter(sessie=cast.sessie).order_by("pk")]


def test_fixing_and_letting_go_are_in_the_log_under_the_title_of_the_step(cast: Cast) -> None:
    assert [cast.anna, cast.bram, cast.cas]
    cast.step("checkin", "gesprek", title="Check-in", grouping="trio", division="ochtend")
    for verb in ("maak", "zet-vast", "maak-los"):
        assert press(cast, verb) == 200
    assert log(cast) == [
        "Marieke de Wit zette de groepjes van Check-in vast",
        "Marieke de Wit maakte de groepjes van Check-in los",
    ]


def test_a_press_that_changes_nothing_is_not_in_the_log(cast: Cast) -> None:
    assert [cast.anna, cast.bram, cast.cas]
    cast.step("checkin", "gesprek", title="Check-in", grouping="trio", division="ochtend")
    press(cast, "maak")
    for _ in range(2):
        press(cast, "zet-vast")
    assert Division.objects.get().is_fixed
    assert len(log(cast)) == 1
