"""Programme files: read with every mistake by line and field, and written as they are read."""

from decimal import Decimal
from typing import Any

import pytest
import yaml
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from scholendag.agenda.content import (
    BlockContent,
    ProgrammeContent,
    ProgrammeError,
    StepContent,
    check,
    usual_shortest,
)
from scholendag.agenda.kinds import has_phase
from scholendag.agenda.programmes import FOLDER
from scholendag.agenda.reading import read_programme
from scholendag.agenda.writing import written

Data = dict[str, Any]

HEAD = "title: Dag\nslug: dag\nblocks:\n  - title: Begin\n    instrument: uitleg\n    steps:\n"
STEP = "      - title: Hallo\n        phase: uitleg\n        minutes: 5\n"


def mistakes_in(text: str | bytes) -> list[str]:
    with pytest.raises(ProgrammeError) as caught:
        read_programme(text.encode() if isinstance(text, str) else text)
    return list(caught.value.mistakes)


def test_every_mistake_is_named_by_its_line_and_field_all_at_once() -> None:
    text = HEAD + STEP.replace("5", "veel") + "        foo: 1\n" + STEP.replace("Hallo", "3")
    text += "        slack: koffie\n" + "      - phase: uitleg\n        minutes: 500\n"
    assert mistakes_in(text) == [
        "regel 9, minutes: moet een getal zijn",
        "regel 10, foo: is een onbekende sleutel",
        "regel 11, title: moet een tekst zijn",
        "regel 14, slack: moet een van deze zijn: pauze, opbrengst, speling",
        "regel 15, title: ontbreekt",
        "regel 16, minutes: Zorg ervoor dat deze waarde hoogstens 240 is.",
    ]


def test_a_key_that_stands_twice_is_a_mistake_among_the_others() -> None:
    assert mistakes_in("title: Een\nslug: een\ntitle: Twee\nblocks: []\n") == [
        "regel 3, title: staat er twee keer",
        "regel 4, blocks: moet een lijst met minstens één onderdeel zijn",
    ]


def test_groups_of_two_sizes_are_named_where_the_second_stands() -> None:
    step = STEP + "        groups: {}\n        division: samen\n"
    assert mistakes_in(HEAD + step.format("trio") + step.format("duo")) == [
        "regel 16, division: samen heeft groepen van twee groottes (trio, duo)"
    ]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"\xff\xfe\x00", "is geen tekst"),
        (b"title: \x07", "opmaak"),
        (b"title: [", "regel 1: hier klopt de opmaak niet"),
        (b"a: 1\n\tb: 2", "regel 2: hier klopt de opmaak niet"),
        (b"[" * 50_000, "regel 1: hier staan te veel lijsten in elkaar"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "regel 2: een verwijzing"),
        (b"a: &a {<<: *a}", "regel 1: een verwijzing"),
        (b"title: !!python/object/apply:os.getcwd []", "title: mag hier niet"),
        (b"title: !!binary aGFsbG8=", "title: mag hier niet"),
        (b"? [a]\n: b", "regel 1: is geen sleutel"),
        (b"title: 2020-13-45", "title: is geen goede waarde"),
        (b"title: " + b"9" * 6000, "title: "),
        (b'title: "\\0"', "title: heeft tekens die niemand kan lezen"),
        (b'title: "\\ud800"', "title: heeft tekens die niemand kan lezen"),
        (b"", "moet uit sleutels met waarden bestaan"),
        (b"- 1", "moet uit sleutels met waarden bestaan"),
        (b"--- a\n--- b", "opmaak"),
    ],
)
def test_what_is_no_programme_is_refused_in_words(file: bytes, words: str) -> None:
    assert any(words in mistake for mistake in mistakes_in(file))


def test_a_mark_at_the_start_of_a_file_does_no_harm() -> None:
    assert read_programme(b"\xef\xbb\xbf" + (HEAD + STEP).encode()).title == "Dag"


@pytest.mark.parametrize("value", [".nan", ".inf", "2026-03-12", '"\\0"'])
def test_settings_hold_what_every_store_can_hold(value: str) -> None:
    settings = f"    settings:\n      a: [{value}]\n"
    [mistake] = mistakes_in((HEAD + STEP).replace("    steps:", f"{settings}    steps:"))
    assert mistake.startswith("regel 6, settings: ")


def test_there_is_a_most_of_everything() -> None:
    assert mistakes_in(HEAD + STEP * 41) == ["regel 6, steps: heeft er 41, 40 is het meeste"]


def test_the_programmes_that_come_along_are_written_as_they_were() -> None:
    for path in FOLDER.glob("*.yaml"):
        content = read_programme(path.read_bytes())
        assert read_programme(written(content).encode()) == content


def test_the_example_in_the_docs_is_a_programme() -> None:
    page = (settings.BASE_DIR / "docs" / "programmes.md").read_text()
    example = page.split("```yaml\n")[1].split("```")[0]
    assert read_programme(example.encode(), has_phase).minutes == 20


def test_a_file_reads_like_those_that_come_along(small: Data) -> None:
    small["blocks"][0]["steps"][0] |= {"goal": "Zo.\nEn zo."}
    text = written(check(small))
    assert text.startswith("title: Kleine dag\nslug: kleine-dag\nsummary: Om mee te oefenen.\n\n")
    assert "        goal: |-\n          Zo.\n          En zo.\n" in text
    assert "\n\n  - title: Samen\n" in text


# What a coach can have typed: any text that is kept, without white space around it.
SIGNS = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
SLUGS = st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(SIGNS, max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(SIGNS), inner, max_size=3),
    max_leaves=6,
)


def texts(longest: int, least: int = 0) -> st.SearchStrategy[str]:
    stripped = st.text(SIGNS, max_size=longest).map(str.strip)
    return stripped.filter(lambda text: len(text) >= least)


@st.composite
def steps(draw: st.DrawFn) -> StepContent:
    minutes = Decimal(draw(st.integers(5, 2400))) / 10
    slack = draw(st.sampled_from(["", "pauze", "opbrengst", "speling"]))
    shortest = Decimal(draw(st.integers(0, int(minutes * 10)))) / 10
    usual = usual_shortest(slack, minutes)
    grouping = draw(st.sampled_from(["", "trio", "team", "duo"]))
    own = draw(st.sampled_from([grouping, f"{grouping}-a"]))
    return StepContent(
        title=draw(texts(80, 1)),
        phase=draw(SLUGS),
        minutes=minutes,
        slack=slack,
        shortest=draw(st.sampled_from([shortest, usual or shortest])) if slack else None,
        prompt=draw(texts(100)),
        grouping=grouping,
        division=own if grouping else "",
        goal=draw(texts(40)),
        preparation=draw(texts(40)),
        execution=draw(texts(40)),
    )


BLOCKS = st.builds(
    BlockContent,
    title=texts(80, 1),
    instrument=SLUGS,
    anchor=st.booleans(),
    settings=st.dictionaries(st.text(SIGNS, max_size=10), JSON, max_size=3),
    steps=st.lists(steps(), min_size=1, max_size=3).map(tuple),
)
PROGRAMMES = st.builds(
    ProgrammeContent,
    title=texts(120, 1),
    slug=SLUGS,
    summary=texts(100),
    blocks=st.lists(BLOCKS, min_size=1, max_size=3).map(tuple),
)


@given(PROGRAMMES)
def test_whatever_a_coach_typed_comes_back_from_the_file(content: ProgrammeContent) -> None:
    assert read_programme(written(content).encode()) == content


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_no_file_is_too_strange_to_be_refused(file: bytes) -> None:
    assert mistakes_in(file)


@given(st.recursive(JSON, lambda inner: st.lists(inner, max_size=3), max_leaves=8))
def test_no_data_is_too_strange_to_be_refused(data: object) -> None:
    assert mistakes_in(yaml.safe_dump(data).encode())


@pytest.mark.parametrize(
    ("instrument", "phase", "settings"),
    [
        ("leerlingarena", "gesprek", "{questions: vraag}"),
        ("leerlingarena", "gesprek", "{questions: [{asker: Sam}]}"),
        ("leerlingarena", "gesprek", "{questions: [3]}"),
        ("leerlingarena", "gesprek", "{checklist: [[a]]}"),
        ("datamuur", "lezen", "{guiding: 3}"),
    ],
)
def test_settings_that_an_instrument_cannot_use_are_a_mistake(
    instrument: str, phase: str, settings: str
) -> None:
    text = (HEAD + STEP).replace("phase: uitleg", f"phase: {phase}")
    text = text.replace("instrument: uitleg", f"instrument: {instrument}\n    settings: {settings}")
    [mistake] = mistakes_in(text)
    assert mistake.startswith("regel 6, settings: ")
