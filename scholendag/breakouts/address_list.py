"""Reading a list of names and e-mail addresses as a school has it. Pure: bytes or text in."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from scholendag.sessies import names

MOST_BYTES = 200_000
MOST_LINES = 1_000
# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA = "=+-@"
MARKS = "\t;,"
WORDS_FOR_NAME = {"naam", "voornaam", "name"}


@dataclass
class AddressList:
    """The addresses by name, and what is wrong with the list, by line."""

    found: dict[str, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)


def decode(data: bytes) -> str:
    """The text of a file, from whatever spreadsheet it was saved by. Never fails."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(text: str) -> AddressList:
    """A line a person: the name, a tab, semicolon or comma, and the address. Other columns and a
    line of headings do not count; nothing of a list with mistakes is to be kept."""
    result = AddressList()
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        result.mistakes.append(f"De lijst heeft {len(lines)} regels. Hooguit {MOST_LINES} mag.")
        return result
    seen: dict[str, int] = {}
    for number, cells in _rows(lines):
        _add(result, seen, number, cells)
    if not result.found and not result.mistakes:
        result.mistakes.append("Er staat geen naam met een e-mailadres in.")
    return result


def _rows(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in _cells(line)]
        is_heading = number == 1 and cells[0].casefold() in WORDS_FOR_NAME
        if any(cells) and not is_heading:
            yield number, cells


def _cells(line: str) -> list[str]:
    mark = next((mark for mark in MARKS if mark in line), ",")
    try:
        return next(csv.reader([line.replace("\0", "")], delimiter=mark), [""]) or [""]
    except csv.Error:
        return [line]


def _add(result: AddressList, seen: dict[str, int], number: int, cells: list[str]) -> None:
    email = next((cell for cell in cells if "@" in cell), "")
    name = names.tidy(next((cell for cell in cells if cell and cell != email), ""))
    if complaint := _complaint(name, email):
        result.mistakes.append(f"Regel {number}: {complaint}")
        return
    for what, key in ((name, names.key(name)), (email, email.casefold())):
        if earlier := seen.get(key):
            result.mistakes.append(f"Regel {number}: {what} staat ook al op regel {earlier}.")
            return
    seen |= {names.key(name): number, email.casefold(): number}
    result.found[name] = email


def _complaint(name: str, email: str) -> str:
    if not email:
        return "hier staat geen e-mailadres."
    if not name or not names.is_name(name):
        return "hier staat geen naam voor het adres."
    if len(name) > names.MAX_LENGTH:
        return "deze naam is te lang."
    if email[0] in FORMULA or re.search(r"\s", email):
        return f"{email[:60]} is geen e-mailadres dat we kunnen gebruiken."
    try:
        validate_email(email)
    except ValidationError:
        return f"{email[:60]} is geen e-mailadres."
    return ""
