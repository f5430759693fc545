import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from scholendag.agenda.content import ProgrammeError, check
from scholendag.agenda.models import Programme
from scholendag.agenda.programmes import FOLDER, load_programmes
from scholendag.agenda.reading import read_programme

Data = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path, small: Data) -> Path:
    write(tmp_path / "kleine-dag.yaml", small)
    return tmp_path


def write(path: Path, data: Data) -> None:
    path.write_text(yaml.safe_dump(data))


def test_loads_every_programme_of_the_folder(db: None, folder: Path, small: Data) -> None:
    write(folder / "ander.yaml", small | {"slug": "ander", "title": "Ander"})
    (folder / "lees-mij.txt").write_text("geen programma")
    assert [programme.slug for programme in load_programmes(folder)] == ["ander", "kleine-dag"]
    stored = Programme.objects.get(slug="kleine-dag")
    assert (stored.title, stored.summary) == ("Kleine dag", "Om mee te oefenen.")
    assert check(stored.content) == check(small)


def test_loading_again_changes_only_what_changed(db: None, folder: Path, small: Data) -> None:
    [before] = load_programmes(folder)
    write(folder / "kleine-dag.yaml", small | {"title": "Nieuwe naam"})
    [after] = load_programmes(folder)
    assert before.pk == after.pk
    assert Programme.objects.get().title == "Nieuwe naam"


def test_one_wrong_file_loads_nothing_and_says_what_is_wrong_in_all(
    db: None, folder: Path, small: Data
) -> None:
    write(folder / "a.yaml", small | {"slug": "a", "summary": 3})
    (folder / "b.yaml").write_text("blocks: [")
    with pytest.raises(ProgrammeError) as caught:
        load_programmes(folder)
    first, second = caught.value.mistakes
    assert re.fullmatch(r"a.yaml, regel \d+, summary: moet een tekst zijn", first)
    assert second.startswith("b.yaml, regel 1: hier klopt de opmaak niet. ")
    assert not Programme.objects.exists()


def test_two_files_cannot_be_one_programme(db: None, folder: Path, small: Data) -> None:
    write(folder / "nog-een.yaml", small)
    with pytest.raises(ProgrammeError, match=r"nog-een.yaml, slug: een ander bestand heet ook"):
        load_programmes(folder)


def shipped() -> Any:
    return read_programme((FOLDER / "scholendag.yaml").read_bytes())


def test_the_scholendag_takes_four_hours_in_the_times_of_the_guide() -> None:
    assert [(block.title, block.minutes) for block in shipped().blocks] == [
        ("Welkom", 5),
        ("Check-in", 10),
        ("Verwachtingen", 5),
        ("Inspiratieverhaal", 15),
        ("Datamuur", 45),
        ("Pauze", 10),
        ("Leerlingarena", 45),
        ("Doelen en acties", 30),
        ("Pauze", 10),
        ("Bord", 15),
        ("Werksessie", 25),
        ("Terugblik", 15),
        ("Speling", 10),
    ]
    assert shipped().minutes == 240


def test_the_steps_of_the_scholendag_have_the_minutes_of_the_guide() -> None:
    minutes = {block.title: [step.minutes for step in block.steps] for block in shipped().blocks}
    assert minutes["Welkom"] == [3, 2]
    assert minutes["Inspiratieverhaal"] == [1, 7, 4, 3]
    assert minutes["Datamuur"] == [5, 8, 12, 5, 15]
    assert minutes["Leerlingarena"] == [20, 25]
    assert minutes["Doelen en acties"] == [5, 7, 8, 10]
    assert minutes["Bord"] == [5, 3, 4, 3]
    assert minutes["Werksessie"] == [3, 10, 10, 2]
    assert minutes["Terugblik"] == [3, 2, 8, 2]


def test_the_leerlingarena_begins_after_an_hour_and_a_half() -> None:
    blocks = shipped().blocks
    arena = next(place for place, block in enumerate(blocks) if block.title == "Leerlingarena")
    assert sum(block.minutes for block in blocks[:arena]) == Decimal(90)


def test_every_step_of_the_scholendag_tells_the_coach_what_to_do() -> None:
    steps = [step for block in shipped().blocks for step in block.steps]
    assert all(step.goal and step.preparation and step.execution for step in steps)
    assert max(len(step.prompt) for step in steps) <= 160


def test_the_scholendag_gives_way_in_its_breaks_then_its_talks_then_its_speling() -> None:
    gives = [
        (step.title, step.slack, step.shortest)
        for block in shipped().blocks
        for step in block.steps
        if step.slack
    ]
    assert gives == [
        ("Opbrengst", "opbrengst", 10),
        ("Pauze", "pauze", 5),
        ("Nabespreking", "opbrengst", 20),
        ("Pauze", "pauze", 5),
        ("Speling", "speling", 0),
    ]


def test_only_the_leerlingarena_hangs_on_the_clock() -> None:
    assert [block.title for block in shipped().blocks if block.anchor] == ["Leerlingarena"]
