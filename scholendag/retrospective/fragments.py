"""What follows from the boards: the actions, for everyone or for a team, and how far teams are."""

from django.forms import BaseForm
from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.breakouts.models import Room
from scholendag.retrospective.queries import follow_ups, teams_now


def agreed(block: Block) -> live.Fragment:
    """The list of actions under the board of everyone."""
    return live.replace(
        f"afspraken-{block.pk}",
        lambda: render_to_string("retrospective/_agreed.html", agreed_context(block)),
    )


def agreed_context(block: Block) -> dict[str, object]:
    """What `retrospective/_agreed.html` is filled with."""
    return {"block": block, "follow_ups": list(follow_ups(block))}


def team_agreed(block: Block, room: Room) -> live.Fragment:
    """The actions of one team, with what those of the team can do with them. For that room."""
    return live.replace(
        f"afspraken-kamer-{room.pk}",
        lambda: render_to_string("retrospective/_team_agreed.html", team_context(block, room)),
    )


def team_context(block: Block, room: Room) -> dict[str, object]:
    """What `retrospective/_team_agreed.html` is filled with."""
    return {"room": room, "follow_ups": list(follow_ups(block, room))}


def made(block: Block, room: Room | None) -> live.Fragment:
    """What changes for the one who made an action: the list of the own team, or of everyone."""
    return team_agreed(block, room) if room else agreed(block)


def form(block: Block, filled: BaseForm) -> live.Fragment:
    """The form that makes an action, empty again or with what is wrong with it."""
    context = {"block": block, "form": filled}
    return live.replace(
        f"maak-actie-{block.pk}",
        lambda: render_to_string("retrospective/_promote.html", context),
    )


def closing(block: Block) -> live.Fragment:
    """Of each team what it is going to do, for everyone."""
    return live.replace(
        f"slot-{block.pk}",
        lambda: render_to_string("retrospective/_closing.html", teams_context(block)),
    )


def teams(block: Block) -> live.Fragment:
    """How far each team is. For the coaches."""
    return live.replace(
        f"teams-{block.pk}",
        lambda: render_to_string("retrospective/_teams.html", teams_context(block)),
    )


def teams_context(block: Block) -> dict[str, object]:
    """What `retrospective/_closing.html` and `retrospective/_teams.html` are filled with."""
    return {"block": block, "teams": teams_now(block)}
