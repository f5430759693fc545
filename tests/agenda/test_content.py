from decimal import Decimal
from typing import Any

import pytest

from scholendag.agenda.content import ProgrammeError, check

Data = dict[str, Any]


def mistakes_in(data: object) -> list[str]:
    with pytest.raises(ProgrammeError) as caught:
        check(data)
    return list(caught.value.mistakes)


def test_reads_a_whole_programme(small: Data) -> None:
    content = check(small)
    assert (content.title, content.slug, content.summary) == (
        "Kleine dag",
        "kleine-dag",
        "Om mee te oefenen.",
    )
    assert [block.minutes for block in content.blocks] == [Decimal("4.5"), Decimal("7.5")]
    assert content.minutes == 12
    assert content.blocks[1].settings == {"vragen": ["Hoe is het?"]}
    talk = content.blocks[1].steps[0]
    assert (talk.title, talk.phase, talk.minutes) == ("Praten", "gesprek", 5)
    assert (talk.prompt, talk.goal, talk.preparation) == ("Praat met elkaar.", "Elkaar kennen.", "")


def test_a_division_is_called_after_its_groups_unless_it_has_a_name(small: Data) -> None:
    _, silence = small["blocks"][1]["steps"]
    silence |= {"groups": "trio", "division": "anders"}
    steps = check(small).blocks[1].steps
    assert [(step.grouping, step.division) for step in steps] == [
        ("trio", "trio"),
        ("trio", "anders"),
    ]


def test_without_groups_there_is_no_division(small: Data) -> None:
    assert check(small).blocks[0].steps[0].division == ""


def test_names_every_mistake_with_its_place(small: Data) -> None:
    first, second = small["blocks"]
    del small["title"]
    first["titel"] = "Begin"
    first["steps"][1]["minutes"] = 0
    second["instrument"] = "check in"
    second["steps"][0]["groups"] = "kwartet"
    second["steps"][1]["prompt"] = "x" * 601
    assert mistakes_in(small) == [
        "title: ontbreekt",
        "blok 1, stap 2, minutes: Zorg ervoor dat deze waarde minstens 0.5 is.",
        "blok 1, titel: is een onbekende sleutel",
        "blok 2, instrument: mag alleen letters, cijfers, - en _ hebben",
        "blok 2, stap 1, groups: moet een van deze zijn: trio, team, duo",
        "blok 2, stap 2, prompt: is te lang, 600 tekens is het meeste",
    ]


@pytest.mark.parametrize(
    "minutes", [0, 0.4, 240.5, 1000, 2.25, "5", True, None, [5], float("nan"), float("inf")]
)
def test_refuses_minutes_that_a_step_cannot_have(small: Data, minutes: object) -> None:
    small["blocks"][0]["steps"][0]["minutes"] = minutes
    [mistake] = mistakes_in(small)
    assert mistake.startswith("blok 1, stap 1, minutes: ")


@pytest.mark.parametrize("minutes", [0.5, 1, 240])
def test_accepts_minutes_up_to_the_edge(small: Data, minutes: float) -> None:
    small["blocks"][0]["steps"][0]["minutes"] = minutes
    assert check(small).blocks[0].steps[0].minutes == Decimal(str(minutes))


@pytest.mark.parametrize("title", [None, "", "  ", 7, True, ["Hallo"], {"a": 1}, "x" * 81])
def test_refuses_a_title_that_is_no_short_text(small: Data, title: object) -> None:
    small["blocks"][0]["steps"][0]["title"] = title
    [mistake] = mistakes_in(small)
    assert mistake.startswith("blok 1, stap 1, title: ")


@pytest.mark.parametrize("key", ["title", "phase", "minutes"])
def test_a_step_needs_its(small: Data, key: str) -> None:
    del small["blocks"][1]["steps"][1][key]
    assert mistakes_in(small) == [f"blok 2, stap 2, {key}: ontbreekt"]


@pytest.mark.parametrize("nothing", [None, "", [], {}, "drie"])
def test_a_programme_needs_blocks_and_a_block_steps(small: Data, nothing: object) -> None:
    small["blocks"][0]["steps"] = nothing
    assert mistakes_in(small) == ["blok 1, steps: moet een lijst met minstens één onderdeel zijn"]
    small["blocks"] = nothing
    assert mistakes_in(small) == ["blocks: moet een lijst met minstens één onderdeel zijn"]


@pytest.mark.parametrize("data", [None, [], "programma", 3])
def test_a_programme_is_made_of_keys(data: object) -> None:
    assert mistakes_in(data)[0] == "bestand: moet uit sleutels met waarden bestaan"


def test_a_step_is_made_of_keys(small: Data) -> None:
    small["blocks"][0]["steps"][0] = "Hallo"
    assert "blok 1, stap 1: moet uit sleutels met waarden bestaan" in mistakes_in(small)


def test_a_division_needs_groups(small: Data) -> None:
    small["blocks"][0]["steps"][0]["division"] = "eerste"
    assert mistakes_in(small)[0] == "blok 1, stap 1, division: kan alleen samen met groups"


def test_one_division_has_groups_of_one_size(small: Data) -> None:
    small["blocks"][1]["steps"][1] |= {"groups": "duo", "division": "trio"}
    assert mistakes_in(small) == [
        "blok 2, stap 2, division: trio heeft groepen van twee groottes (trio, duo)"
    ]


@pytest.mark.parametrize("settings", ["tekst", [1], {"a": object()}, {1: "a"}])
def test_settings_are_what_json_can_hold(small: Data, settings: object) -> None:
    small["blocks"][0]["settings"] = settings
    [mistake] = mistakes_in(small)
    assert mistake.startswith("blok 1, settings: ")


def test_asks_someone_who_knows_whether_an_instrument_has_a_phase(small: Data) -> None:
    with pytest.raises(ProgrammeError) as caught:
        check(
            small, has_phase=lambda instrument, phase: (instrument, phase) != ("checkin", "gesprek")
        )
    assert caught.value.mistakes == (
        "blok 2, stap 1, phase: het instrument checkin kent gesprek niet",
        "blok 2, stap 2, phase: het instrument checkin kent gesprek niet",
    )


def test_reads_what_gives_way_when_the_day_runs_late(small: Data) -> None:
    hello, plan = small["blocks"][0]["steps"]
    talk, silence = small["blocks"][1]["steps"]
    hello |= {"slack": "pauze"}
    plan |= {"slack": "speling"}
    talk |= {"slack": "opbrengst", "shortest": 3.5}
    silence |= {"slack": "pauze", "minutes": 15}
    steps = [step for block in check(small).blocks for step in block.steps]
    assert [(step.slack, step.shortest) for step in steps] == [
        ("pauze", 2),
        ("speling", 0),
        ("opbrengst", Decimal("3.5")),
        ("pauze", 5),
    ]


def test_a_step_gives_nothing_unless_it_says_so(small: Data) -> None:
    assert {(s.slack, s.shortest) for b in check(small).blocks for s in b.steps} == {("", None)}


@pytest.mark.parametrize(
    ("keys", "mistake"),
    [
        ({"slack": "koffie"}, "slack: moet een van deze zijn: pauze, opbrengst, speling"),
        ({"slack": "opbrengst"}, "shortest: ontbreekt, want slack is opbrengst"),
        ({"shortest": 1}, "shortest: kan alleen samen met slack"),
        ({"slack": "pauze", "shortest": 6}, "shortest: moet tussen 0 en minutes liggen"),
        ({"slack": "pauze", "shortest": -1}, "shortest: moet tussen 0 en minutes liggen"),
        ({"slack": "pauze", "shortest": "vijf"}, "shortest: moet een getal zijn"),
    ],
)
def test_refuses_slack_that_cannot_be(small: Data, keys: Data, mistake: str) -> None:
    small["blocks"][1]["steps"][0] |= keys
    assert mistakes_in(small) == [f"blok 2, stap 1, {mistake}"]


def test_a_block_hangs_on_the_clock_or_not(small: Data) -> None:
    small["blocks"][1]["anchor"] = True
    assert [block.anchor for block in check(small).blocks] == [False, True]


@pytest.mark.parametrize("anchor", ["14:30", 1, "ja", [True]])
def test_a_programme_knows_no_clock_times(small: Data, anchor: object) -> None:
    small["blocks"][1]["anchor"] = anchor
    assert mistakes_in(small) == ["blok 2, anchor: moet true of false zijn"]
