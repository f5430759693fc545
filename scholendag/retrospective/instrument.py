"""The terugblik: what you take along, what you still ask, your first step; then one or two
actions that someone watches over."""

from scholendag.instruments.declaration import Instrument, Phase
from scholendag.retrospective.arranging import enter, waits_for_teams
from scholendag.retrospective.choices import wrong_settings
from scholendag.retrospective.kinds import BOARDS
from scholendag.retrospective.panels import panel, review

INSTRUMENT = Instrument(
    slug="retrospective",
    label="Terugblik",
    phases=(
        Phase("uitleg", "Uitleg", silent=True),
        Phase("plakken", "Plakken"),
        Phase("bespreken", "Bespreken"),
        Phase("afsluiten", "Afsluiten"),
    ),
    panel=panel,
    board_kinds=tuple(BOARDS.values()),
    enter=enter,
    review=review,
    waits_for_groups=waits_for_teams,
    builds_on=("verwachtingen",),
    prepare_url="retrospective:prepare",
    wrong_settings=wrong_settings,
)
