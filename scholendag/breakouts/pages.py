"""What the page with all groups of a day is filled with."""

from typing import Any

from scholendag.breakouts import addresses, fragments, rules
from scholendag.breakouts.prepared import planned
from scholendag.breakouts.wishes import wishes_of
from scholendag.sessies.actors import Actor
from scholendag.sessies.queries import roster


def groups_page(actor: Actor) -> dict[str, Any]:
    """Each division of the agenda with its steps and its panel, and what holds for all."""
    sessie = actor.sessie
    return {
        "actor": actor,
        "sessie": sessie,
        "may_arrange": rules.may_arrange(actor),
        "divisions": [
            {"plan": one, "panel": fragments.division_of(sessie, one)} for one in planned(sessie)
        ],
        "roster": roster(sessie),
        "wishes": wishes_of(sessie),
        "addresses": addresses.count(sessie),
        "unmatched": addresses.unmatched(sessie),
    }
