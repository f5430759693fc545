"""What is wrong with a programme, each mistake with its place."""

from collections.abc import Mapping

# The keys and numbers that lead to a value, from the top of the programme.
Path = tuple[str | int, ...]
Lines = Mapping[Path, int]


class Mistakes:
    """Every mistake found so far.

    With the `lines` of a file each is named by its line and field, in the order of the file;
    without by its block, step and field.
    """

    def __init__(self, lines: Lines | None = None) -> None:
        self._lines = lines
        self._found: list[tuple[int, str]] = []

    def note(self, path: Path, place: str, key: str, message: str) -> None:
        """Note a mistake at this key of what lies at `path`, which is called `place`."""
        if self._lines is None:
            self._add(0, place, key, message)
        else:
            self.at(self._line_of((*path, key)), key or place, message)

    def at(self, line: int, key: str, message: str) -> None:
        """Note a mistake at this key on this line."""
        self._add(line, f"regel {line}", key, message)

    def all(self) -> list[str]:
        """In the order of the file."""
        return [words for _, words in sorted(self._found, key=lambda one: one[0])]

    def __bool__(self) -> bool:
        return bool(self._found)

    def _add(self, line: int, place: str, key: str, message: str) -> None:
        where = ", ".join(part for part in (place, key) if part)
        self._found.append((line, f"{where or 'bestand'}: {message}"))

    def _line_of(self, path: Path) -> int:
        """Where it stands, or what it would have stood in."""
        lines = self._lines or {}
        while path and path not in lines:
            path = path[:-1]
        return lines.get(path, 1)
