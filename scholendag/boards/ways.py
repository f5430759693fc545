"""The way of a cluster through the blocks of a day."""

from dataclasses import dataclass

from scholendag.breakouts.wording import listed


@dataclass(frozen=True)
class Way:
    """Where a cluster came from and where it goes, for all who may read it.

    `blocks` are the titles of the blocks that it was carried from, the first first, and `notes` is
    how many can be read there. It went to `went_to`; `goes_to` is the title of the next block that
    takes it, empty when there is none or when it is there already.
    """

    blocks: tuple[str, ...] = ()
    notes: int = 0
    went_to: tuple[str, ...] = ()
    goes_to: str = ""

    @property
    def came_from(self) -> str:
        """The earlier blocks in words; empty for a cluster that was made where it lies."""
        return listed([*self.blocks])

    @property
    def went(self) -> str:
        """Where it went in words; empty for a cluster that was not carried on."""
        return listed([*self.went_to])
