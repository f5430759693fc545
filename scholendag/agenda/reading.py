"""Reading the YAML of a programme: plain values only, and the line that each of them stands on."""

from typing import Any

import yaml

from scholendag.agenda.content import HasPhase, ProgrammeContent, ProgrammeError, anything, check
from scholendag.agenda.mistakes import Mistakes, Path

DEEPEST = 20
PLAIN = ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in PLAIN}
HINT = (
    "hier klopt de opmaak niet. Kijk of alles even ver inspringt, en of een tekst met een "
    "dubbele punt tussen aanhalingstekens staat"
)


def read_programme(file: bytes, has_phase: HasPhase = anything) -> ProgrammeContent:
    """The programme in this file. Raises ProgrammeError with every mistake, by line and field."""
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProgrammeError(["bestand: is geen tekst. Bewaar het als UTF-8"]) from error
    parsed = Parsed(text)
    return check(parsed.data, has_phase, parsed.lines, parsed.mistakes)


class Parsed:
    """The `data` in a YAML text, the `lines` of its values and the `mistakes` so far.

    Raises ProgrammeError when it cannot be read as YAML at all.
    """

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.mistakes = Mistakes(self.lines)
        try:
            self._loader = _PlainLoader(text)
            node = self._loader.get_single_node()
        except (_NotPlain, yaml.YAMLError) as error:
            raise ProgrammeError([_explained(error)]) from error
        self.data = self._value(node, ()) if node else None

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self.lines.setdefault(path, _line(node.start_mark))
        if node.tag not in PLAIN_TAGS:
            return self._wrong(
                node, path, "mag hier niet, alleen gewone tekst, getallen en lijsten"
            )
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(one, (*path, index)) for index, one in enumerate(node.value)]
        try:
            return self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            return self._wrong(node, path, "is geen goede waarde")

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._wrong(key_node, path, "is geen sleutel")
            elif key_node.value in data:
                self._wrong(key_node, (*path, key_node.value), "staat er twee keer")
            else:
                place = (*path, key_node.value)
                self.lines[place] = _line(key_node.start_mark)
                data[key_node.value] = self._value(value_node, place)
        return data

    def _wrong(self, node: yaml.Node, path: Path, message: str) -> None:
        key = path[-1] if path else ""
        self.mistakes.at(_line(node.start_mark), key if isinstance(key, str) else "", message)


class _NotPlain(Exception):  # noqa: N818 - reads as what happened
    """Something that YAML has and a programme does not need. `line` is where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"regel {line}: {message}")


class _PlainLoader(yaml.SafeLoader):
    """Safe YAML in which nothing stands for something else, and nothing is endlessly deep.

    So no file is larger than it looks.
    """

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        line = _line(self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        if self.check_event(yaml.AliasEvent):
            raise _NotPlain(line, "een verwijzing met een sterretje kan hier niet")
        if self.depth == DEEPEST:
            raise _NotPlain(line, "hier staan te veel lijsten in elkaar")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _line(mark: yaml.Mark) -> int:
    """As people count them."""
    return mark.line + 1


def _explained(error: Exception) -> str:
    if isinstance(error, _NotPlain):
        return str(error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return f"regel {_line(mark)}: {HINT}" if mark else f"bestand: {HINT}"
