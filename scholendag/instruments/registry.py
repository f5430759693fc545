"""Every instrument there is. Filled when Django starts, by each app's AppConfig.ready."""

from scholendag.agenda.kinds import Kind, offer
from scholendag.boards import kinds, taking
from scholendag.instruments.declaration import Instrument

_instruments: dict[str, Instrument] = {}


def register(instrument: Instrument) -> None:
    """Make an instrument known, with its kind of block and its kinds of board.

    Raises ValueError for a second slug.
    """
    if _instruments.get(instrument.slug, instrument) is not instrument:
        raise ValueError(f"Two instruments are called {instrument.slug}")
    _instruments[instrument.slug] = instrument
    phases = {phase.slug: phase.label for phase in instrument.phases}
    offer(Kind(instrument.slug, instrument.label, phases, instrument.wrong_settings))
    for kind in instrument.board_kinds:
        kinds.register(kind)
    taking.offer(instrument.slug, instrument.board_kinds, instrument.builds_on)


def instrument_called(slug: str) -> Instrument:
    """The registered instrument. Raises KeyError."""
    return _instruments[slug]


def has_phase(instrument: str, phase: str) -> bool:
    """Whether there is such an instrument with such a phase, for checking a programme."""
    found = _instruments.get(instrument)
    return found is not None and phase in {one.slug for one in found.phases}


def all_instruments() -> tuple[Instrument, ...]:
    """Every registered instrument, in the order of INSTALLED_APPS."""
    return tuple(_instruments.values())
