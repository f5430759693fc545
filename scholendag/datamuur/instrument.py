"""The data wall: read facts about the school, talk about them in threes, and choose."""

from scholendag.datamuur.actions import copy_cards
from scholendag.datamuur.checks import checks
from scholendag.datamuur.kinds import HARVEST
from scholendag.datamuur.panels import enter, panel, review
from scholendag.datamuur.queries import wrong_settings
from scholendag.instruments.declaration import Instrument, Phase
from scholendag.instruments.wall import wall_yields
from scholendag.sessies.actors import Role

INSTRUMENT = Instrument(
    slug="datamuur",
    label="Datamuur",
    phases=(
        Phase("uitleg", "Uitleg", silent=True),
        Phase("lezen", "Lezen"),
        Phase("bespreken", "In gesprek"),
        Phase("kiezen", "Kiezen"),
        Phase("opbrengst", "Opbrengst"),
    ),
    panel=panel,
    board_kinds=(HARVEST,),
    enter=enter,
    review=review,
    builds_on=("inspiratieverhaal",),
    yields=lambda block: wall_yields(block, HARVEST),
    prepare_url="datamuur:prepare",
    prepared_by=frozenset({Role.DATAREDACTEUR}),
    checks=checks,
    copy=copy_cards,
    wrong_settings=wrong_settings,
)
