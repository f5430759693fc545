"""What an instrument is: a frozen declaration that the pages of a day work with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scholendag.agenda.kinds import WrongSettings, nothing_wrong
from scholendag.agenda.models import Block, Step
from scholendag.boards.kinds import BoardKind
from scholendag.breakouts.models import Room
from scholendag.instruments.checks import Check
from scholendag.sessies.actors import Actor, Role


@dataclass(frozen=True)
class Phase:
    """What a step can put an instrument in.

    `silent` means: nobody writes, everyone listens. `spoken` means: people talk in their groups,
    and nobody is asked to write for the others. `undisturbed` means: who takes part is offered
    nothing besides.
    """

    slug: str
    label: str
    silent: bool = False
    spoken: bool = False
    undisturbed: bool = False


@dataclass(frozen=True)
class Scene:
    """What a panel is made from: this step, seen by this actor, who may sit in a room."""

    step: Step
    actor: Actor
    room: Room | None = None

    @property
    def block(self) -> Block:
        """The block that the step belongs to."""
        return self.step.block

    @property
    def role(self) -> Role:
        """The role of the one who looks."""
        return self.actor.role


@dataclass(frozen=True)
class Panel:
    """A fragment to show: a template whose name starts with `_`, and what it is filled with."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


def nothing(step: Step) -> None:
    """Entering a step of an instrument that needs nothing made."""


def nothing_prepared(block: Block, to: Block) -> None:
    """Copying a block of an instrument that is prepared by its settings alone."""


def always_in_groups(_step: Step) -> bool:
    """Wherever a step asks for groups, people sit in them."""
    return True


def nothing_to_check(_block: Block) -> Iterable[Check]:
    """Before the start of an instrument that needs nothing prepared."""
    return ()


@dataclass(frozen=True)
class Instrument:
    """One instrument.

    `panel` gives what a role sees of a running step, or None for nothing of its own. `review`
    gives what remains of a block, read-only and without authors, for looking back, printing and
    the schoolleider; an instrument without it leaves nothing. `agreed` gives what people agreed to
    do, with which looking back begins, instead of that review. `enter` makes what a step needs,
    and may be called any number of times. `prepare_url` names the page (given a block's pk)
    where the coach prepares the block. `copy` gives the second block, of another sessie, what was
    prepared for the first, and nothing of what happened in it.
    `checks` gives the lines of this block in the list of what has to be ready before the start.

    `waits_for_groups` says whether people need the groups that a step asks for; where they do not,
    nobody is told that groups will come.

    `wrong_settings` says in Dutch what is wrong with the settings that a programme gives a block,
    nothing for good ones, so that no other part has to doubt them.

    `prepared_by` are those who, beside the coach, open the preparation by a link of their own;
    `helped_by` those for whom `panel` has something while a step runs. A `private` preparation is
    for those roles alone: the coach does not open it.

    `builds_on` names (by slug) the instruments whose earlier blocks in the same sessie this one
    goes on from. Their `yields` are shown beside it: what of a block is taken along, in short and
    for everyone to read; without it that is the `review`.
    """

    slug: str
    label: str
    phases: tuple[Phase, ...]
    panel: Callable[[Scene], Panel | None]
    board_kinds: tuple[BoardKind, ...] = ()
    review: Callable[[Block], Panel | None] | None = None
    agreed: Callable[[Block], Panel | None] | None = None
    enter: Callable[[Step], None] = nothing
    prepare_url: str = ""
    copy: Callable[[Block, Block], None] = nothing_prepared
    checks: Callable[[Block], Iterable[Check]] = nothing_to_check
    waits_for_groups: Callable[[Step], bool] = always_in_groups
    prepared_by: frozenset[Role] = frozenset()
    helped_by: frozenset[Role] = frozenset()
    private: bool = False
    builds_on: tuple[str, ...] = ()
    yields: Callable[[Block], Panel | None] | None = None
    wrong_settings: WrongSettings = nothing_wrong

    @property
    def coach_prepares(self) -> bool:
        """The coach prepares a block of this instrument, on a page of its own."""
        return bool(self.prepare_url) and not self.private

    @property
    def leaves_something(self) -> bool:
        """A block of this instrument can be looked back at."""
        return self.review is not None

    def remains_of(self, block: Block) -> Panel | None:
        """What remains of a block of this instrument; None for nothing at all."""
        return self.review(block) if self.review else None

    def yields_of(self, block: Block) -> Panel | None:
        """What of a block of this instrument is taken along; None for nothing at all."""
        return self.yields(block) if self.yields else self.remains_of(block)

    def phase(self, slug: str) -> Phase:
        """The phase with this slug. Raises KeyError."""
        return {phase.slug: phase for phase in self.phases}[slug]
