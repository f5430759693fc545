"""Reading a programme file key by key, collecting every mistake with its place."""

from collections.abc import Container
from decimal import Decimal
from math import isfinite
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models

from scholendag.agenda.mistakes import Mistakes, Path


class Section:
    """One group of keys in the file, at one place.

    Reading never fails: a value that is missing or wrong is noted in `mistakes` and replaced by
    an empty one, so that one reading finds everything there is to mend.
    """

    def __init__(self, data: object, mistakes: Mistakes, place: str = "", path: Path = ()) -> None:
        self._data: dict[Any, Any] = data if isinstance(data, dict) else {}
        self._place = place
        self._path = path
        self._mistakes = mistakes
        self._read: set[str] = set()
        if not isinstance(data, dict):
            self.wrong("", "moet uit sleutels met waarden bestaan")

    def wrong(self, key: str, message: str) -> None:
        """Note a mistake at this key."""
        self._mistakes.note(self._path, self._place, key, message)

    def text(self, key: str, *, longest: int, optional: bool = False) -> str:
        """A text of at most `longest` characters, without white space around it."""
        value = self._take(key)
        if value is None and optional:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.wrong(key, "ontbreekt" if value in (None, "") else "moet een tekst zijn")
            return ""
        if len(value.strip()) > longest:
            self.wrong(key, f"is te lang, {longest} tekens is het meeste")
        if not _is_writable(value):
            self.wrong(key, "heeft tekens die niemand kan lezen")
        return value.strip()

    def slug(self, key: str, *, default: str | None = None) -> str:
        """A short name in letters, digits, - and _; `default` when it may be left out."""
        value = self.text(key, longest=50, optional=default is not None) or default or ""
        try:
            if value:
                validate_slug(value)
        except ValidationError:
            self.wrong(key, "mag alleen letters, cijfers, - en _ hebben")
        return value

    def choice(self, key: str, allowed: Container[str], names: str) -> str:
        """One of the `allowed` values, or nothing; `names` is how the mistake lists them."""
        value = self._take(key)
        if value is None or (isinstance(value, str) and value in allowed):
            return value or ""
        self.wrong(key, f"moet een van deze zijn: {names}")
        return ""

    def flag(self, key: str) -> bool:
        """True or false; false when it is left out."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(key, "moet true of false zijn")
        return False

    def has(self, key: str) -> bool:
        """Is there a value at this key? Asking counts as reading."""
        return self._take(key) is not None

    def decimal(self, key: str, field: "models.Field[Any, Any]") -> Decimal:
        """A number that the model's field accepts."""
        value = self._take(key)
        if value is None:
            self.wrong(key, "ontbreekt")
        elif isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(key, "moet een getal zijn")
        else:
            try:
                return Decimal(field.clean(Decimal(str(value)), None))
            except ValidationError as error:
                self.wrong(key, " ".join(error.messages))
        return Decimal(0)

    def settings(self, key: str) -> dict[str, Any]:
        """Keys and values that only an instrument understands, as long as JSON can hold them."""
        value = self._take(key)
        if value is None:
            return {}
        if not isinstance(value, dict) or not _is_json(value):
            self.wrong(key, "moet bestaan uit sleutels met tekst, getallen of lijsten")
            return {}
        return value

    def sections(self, key: str, name: str, most: int) -> list["Section"]:
        """A list of one to `most` sections; each is called `name` with its number."""
        value = self._take(key)
        if not isinstance(value, list) or not value:
            self.wrong(key, "moet een lijst met minstens één onderdeel zijn")
            return []
        if len(value) > most:
            self.wrong(key, f"heeft er {len(value)}, {most} is het meeste")
            return []
        before = f"{self._place}, " if self._place else ""
        return [
            Section(item, self._mistakes, f"{before}{name} {index + 1}", (*self._path, key, index))
            for index, item in enumerate(value)
        ]

    def finish(self) -> None:
        """Note every key that nobody read."""
        for key in self._data:
            if key not in self._read:
                self.wrong(str(key), "is een onbekende sleutel")

    def _take(self, key: str) -> Any:
        self._read.add(key)
        return self._data.get(key)


def _is_json(value: object) -> bool:
    if isinstance(value, dict):
        keys = all(isinstance(key, str) and _is_writable(key) for key in value)
        return keys and all(map(_is_json, value.values()))
    if isinstance(value, list):
        return all(_is_json(item) for item in value)
    if isinstance(value, str):
        return _is_writable(value)
    if isinstance(value, float):
        return isfinite(value)
    return value is None or isinstance(value, int | bool)


def _is_writable(text: str) -> bool:
    """Every store can hold it: no end-of-text sign, and no half of a character."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)
