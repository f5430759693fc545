"""Writing an agenda or a programme as the data and the YAML that it is read from."""

from collections.abc import Iterable
from decimal import Decimal
from textwrap import indent
from typing import Any

import yaml

from scholendag.agenda.content import (
    BlockContent,
    ProgrammeContent,
    StepContent,
    usual_shortest,
)
from scholendag.agenda.models import Block, Step

Data = dict[str, Any]
# Signs that YAML takes for the end of a line, so a reader would make an ordinary one of them.
RARE_BREAKS = frozenset("\r\x85\u2028\u2029")


def block_of(block: Block, steps: Iterable[Step]) -> BlockContent:
    """What a programme says of this block. Its anchor loses its clock time."""
    return BlockContent(
        title=block.title,
        instrument=block.instrument,
        anchor=block.anchor is not None,
        settings=block.settings,
        steps=tuple(map(step_of, steps)),
    )


def step_of(step: Step) -> StepContent:
    """What a programme says of this step."""
    fields = StepContent.__dataclass_fields__
    return StepContent(**{name: getattr(step, name) for name in fields})


def programme_data(content: ProgrammeContent) -> Data:
    """The programme as plain data, as a file gives it."""
    return {
        **_without_nothing(title=content.title, slug=content.slug, summary=content.summary),
        "blocks": [block_data(block) for block in content.blocks],
    }


def block_data(content: BlockContent) -> Data:
    """The block as plain data."""
    return {
        **_without_nothing(
            title=content.title,
            instrument=content.instrument,
            anchor=content.anchor,
            settings=content.settings,
        ),
        "steps": [step_data(step) for step in content.steps],
    }


def step_data(content: StepContent) -> Data:
    """The step as plain data, without what goes without saying."""
    usual = usual_shortest(content.slack, content.minutes)
    return _without_nothing(
        title=content.title,
        phase=content.phase,
        minutes=_number(content.minutes),
        slack=content.slack,
        shortest=_number(content.shortest) if content.shortest != usual else None,
        groups=content.grouping,
        division=content.division if content.division != content.grouping else "",
        prompt=content.prompt,
        goal=content.goal,
        preparation=content.preparation,
        execution=content.execution,
    )


def written(content: ProgrammeContent) -> str:
    """The programme as a YAML file: an empty line between blocks, long texts as they are."""
    data = programme_data(content)
    blocks = data.pop("blocks")
    parts = [_dump(data) + "\nblocks:\n"]
    parts += [indent(_dump([block]), "  ") for block in blocks]
    return parts[0] + "\n".join(parts[1:])


def _without_nothing(**data: Any) -> Data:
    """Zero says something; empty, false and None do not."""
    return {
        key: value for key, value in data.items() if value or (value == 0 and value is not False)
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: lists further in, and lines as long as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if RARE_BREAKS.intersection(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _dump(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))
