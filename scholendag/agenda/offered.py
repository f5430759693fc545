"""Blocks that a coach can add to a day: those of the programmes, and an empty one of each kind."""

from dataclasses import dataclass, replace
from decimal import Decimal

from scholendag.agenda.content import BlockContent, ProgrammeError, StepContent, check
from scholendag.agenda.kinds import Kind, all_kinds, has_phase
from scholendag.agenda.models import Programme
from scholendag.agenda.owned import programmes_for
from scholendag.sessies.actors import Actor

EMPTY = "Leeg blok"
FIVE_MINUTES = Decimal(5)


@dataclass(frozen=True)
class Offers:
    """The blocks by the programme they stand in, each with the value that chooses it."""

    groups: dict[str, dict[str, BlockContent]]

    @property
    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """For a field of a form."""
        return [
            (title, [(value, _named(block)) for value, block in blocks.items()])
            for title, blocks in self.groups.items()
        ]

    def block(self, value: str, title: str = "") -> BlockContent:
        """The block with this value, under this title. Raises KeyError."""
        found = {key: block for blocks in self.groups.values() for key, block in blocks.items()}
        return replace(found[value], title=title or found[value].title)


def offered_blocks(actor: Actor) -> Offers:
    """What this coach can add."""
    groups = {str(one): _blocks_of(one) for one in programmes_for(actor.user)}
    empty = {f"leeg-{kind.slug}": _empty(kind) for kind in all_kinds()}
    return Offers({title: blocks for title, blocks in groups.items() if blocks} | {EMPTY: empty})


def _blocks_of(programme: Programme) -> dict[str, BlockContent]:
    """None of a programme that the software does not understand any more."""
    try:
        blocks = check(programme.content, has_phase).blocks
    except ProgrammeError:
        return {}
    return {f"{programme.pk}-{index}": block for index, block in enumerate(blocks)}


def _empty(kind: Kind) -> BlockContent:
    """A block with a step of five minutes in each of its phases."""
    steps = (
        StepContent(title=label, phase=phase, minutes=FIVE_MINUTES)
        for phase, label in kind.phases.items()
    )
    return BlockContent(kind.label, kind.slug, False, {}, tuple(steps))


def _named(block: BlockContent) -> str:
    minutes = f"{float(block.minutes):g}".replace(".", ",")
    return f"{block.title} ({minutes} minuten)"
