"""The list of actions, the same for everyone."""

from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.retrospective.queries import follow_ups


def agreed(block: Block) -> live.Fragment:
    """The list of actions under the board."""
    return live.replace(
        f"afspraken-{block.pk}",
        lambda: render_to_string("retrospective/_agreed.html", agreed_context(block)),
    )


def agreed_context(block: Block) -> dict[str, object]:
    """What `retrospective/_agreed.html` is filled with."""
    return {"block": block, "follow_ups": list(follow_ups(block))}
