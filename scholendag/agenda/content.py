"""What a programme is made of, and whether parsed data is one."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models

from scholendag.agenda.kinds import kind_called
from scholendag.agenda.mistakes import Lines, Mistakes
from scholendag.agenda.models import Block, Programme, Step
from scholendag.agenda.sections import Section

# Whether an instrument has a phase. The agenda knows no instruments; who does may say.
HasPhase = Callable[[str, str], bool]
# How large the groups of each division are.
Groups = dict[str, str]

# More than anyone needs; a page with more of them is of no use to anyone.
MOST_BLOCKS = 40
MOST_STEPS = 40


class ProgrammeError(Exception):
    """A programme cannot be used. `mistakes` names every mistake, each with its place."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True)
class StepContent:
    """One step of a programme. Fields as in the model."""

    title: str
    phase: str
    minutes: Decimal
    slack: str = ""
    shortest: Decimal | None = None
    prompt: str = ""
    grouping: str = ""
    division: str = ""
    goal: str = ""
    preparation: str = ""
    execution: str = ""


@dataclass(frozen=True)
class BlockContent:
    """One block of a programme. `settings` is only for its instrument to read.

    A programme knows no clock times: an `anchor` is given one when a day is made.
    """

    title: str
    instrument: str
    anchor: bool
    settings: dict[str, Any]
    steps: tuple[StepContent, ...]

    @property
    def minutes(self) -> Decimal:
        """How long the block takes."""
        return sum((step.minutes for step in self.steps), Decimal(0))


@dataclass(frozen=True)
class ProgrammeContent:
    """A whole programme."""

    title: str
    slug: str
    summary: str
    blocks: tuple[BlockContent, ...]

    @property
    def minutes(self) -> Decimal:
        """How long the day takes."""
        return sum((block.minutes for block in self.blocks), Decimal(0))


# A break of five minutes is still a break (domein.md, 2E); speling may vanish altogether.
_USUAL = {Step.Slack.BREAK: Decimal(5), Step.Slack.SPELING: Decimal(0)}


def usual_shortest(slack: str, minutes: Decimal) -> Decimal | None:
    """To how many of its minutes a step can go when nobody said so; None when one has to say."""
    usual = _USUAL.get(Step.Slack(slack)) if slack else None
    return usual if usual is None else min(usual, minutes)


def anything(_instrument: str, _phase: str) -> bool:
    """Every phase of every instrument will do."""
    return True


def check(
    data: object,
    has_phase: HasPhase = anything,
    lines: Lines | None = None,
    mistakes: Mistakes | None = None,
) -> ProgrammeContent:
    """The programme in parsed data. Raises ProgrammeError with every mistake in it.

    For a file, `lines` says where each value stands, and `mistakes` holds what was wrong with it
    already.
    """
    mistakes = mistakes or Mistakes(lines)
    section = Section(data, mistakes)
    groups: Groups = {}
    content = ProgrammeContent(
        title=section.text("title", longest=_longest(Programme, "title")),
        slug=section.slug("slug"),
        summary=section.text("summary", longest=2000, optional=True),
        blocks=tuple(
            _block(block, has_phase, groups)
            for block in section.sections("blocks", "blok", MOST_BLOCKS)
        ),
    )
    section.finish()
    if mistakes:
        raise ProgrammeError(mistakes.all())
    return content


def _block(section: Section, has_phase: HasPhase, groups: Groups) -> BlockContent:
    instrument = section.slug("instrument")
    kind = kind_called(instrument)
    settings = section.settings("settings")
    if kind and (wrong := kind.wrong_settings(settings)):
        section.wrong("settings", wrong)
    block = BlockContent(
        title=section.text("title", longest=_longest(Block, "title")),
        instrument=instrument,
        anchor=section.flag("anchor"),
        settings=settings,
        steps=tuple(
            _step(step, instrument, has_phase, groups)
            for step in section.sections("steps", "stap", MOST_STEPS)
        ),
    )
    section.finish()
    return block


def _step(section: Section, instrument: str, has_phase: HasPhase, groups: Groups) -> StepContent:
    groupings = [value for value in Step.Grouping.values if value]
    grouping = section.choice("groups", groupings, ", ".join(groupings))
    minutes = section.decimal("minutes", Step._meta.get_field("minutes"))
    slack = section.choice("slack", Step.Slack.values, ", ".join(Step.Slack.values))
    step = StepContent(
        title=section.text("title", longest=_longest(Step, "title")),
        phase=section.slug("phase"),
        minutes=minutes,
        slack=slack,
        shortest=_shortest(section, slack, minutes),
        prompt=_note(section, "prompt"),
        grouping=grouping,
        division=section.slug("division", default=grouping),
        **{key: _note(section, key) for key in ("goal", "preparation", "execution")},
    )
    if step.division and not grouping:
        section.wrong("division", "kan alleen samen met groups")
    # Who share a division sit in the same groups, so those are of one size.
    elif step.division and groups.setdefault(step.division, grouping) != grouping:
        sizes = f"{groups[step.division]}, {grouping}"
        section.wrong("division", f"{step.division} heeft groepen van twee groottes ({sizes})")
    if instrument and step.phase and not has_phase(instrument, step.phase):
        section.wrong("phase", f"het instrument {instrument} kent {step.phase} niet")
    section.finish()
    return step


def _shortest(section: Section, slack: str, minutes: Decimal) -> Decimal | None:
    """The fewest minutes that still work; None for a step that never gives way."""
    if not section.has("shortest"):
        usual = usual_shortest(slack, minutes)
        if slack and usual is None:
            section.wrong("shortest", f"ontbreekt, want slack is {slack}")
        return usual
    shortest = section.decimal("shortest", Step._meta.get_field("shortest"))
    if not slack:
        section.wrong("shortest", "kan alleen samen met slack")
    elif not 0 <= shortest <= minutes:
        section.wrong("shortest", "moet tussen 0 en minutes liggen")
    return shortest


def _note(section: Section, key: str) -> str:
    return section.text(key, longest=_longest(Step, key), optional=True)


def _longest(model: type[models.Model], field: str) -> int:
    return next(one.max_length or 0 for one in model._meta.fields if one.name == field)
