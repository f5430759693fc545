"""The leerlingarena: pupils talk, the team listens in silence, then says what it heard."""

from scholendag.instruments.declaration import Instrument, Phase
from scholendag.instruments.wall import wall_yields
from scholendag.leerlingarena.checks import checks
from scholendag.leerlingarena.content import wrong_settings
from scholendag.leerlingarena.kinds import DISCUSSED, TAKEN_DOWN
from scholendag.leerlingarena.panels import enter, panel, review
from scholendag.leerlingarena.preparing import copy_prepared
from scholendag.sessies.actors import Role

INSTRUMENT = Instrument(
    slug="leerlingarena",
    label="Leerlingarena",
    phases=(
        Phase("gesprek", "Luisteren", silent=True, undisturbed=True),
        Phase("nabespreking", "Nabespreking"),
    ),
    panel=panel,
    board_kinds=(TAKEN_DOWN, DISCUSSED),
    enter=enter,
    review=review,
    builds_on=("datamuur",),
    yields=lambda block: wall_yields(block, TAKEN_DOWN, DISCUSSED),
    prepare_url="leerlingarena:prepare",
    prepared_by=frozenset({Role.GESPREKSLEIDER}),
    helped_by=frozenset({Role.GESPREKSLEIDER, Role.AANTEKENAAR}),
    checks=checks,
    copy=copy_prepared,
    wrong_settings=wrong_settings,
)
