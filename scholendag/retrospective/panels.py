"""What each role sees of the terugblik, phase by phase."""

from typing import Any

from scholendag.agenda.models import Block, Step
from scholendag.boards.fragments import board_context, gathered_context
from scholendag.boards.opening import open_board
from scholendag.boards.queries import boards_of
from scholendag.breakouts.models import Room
from scholendag.instruments.declaration import Panel, Scene
from scholendag.instruments.wall import wall_review
from scholendag.retrospective import arranging, fragments, queries
from scholendag.retrospective.choices import choices_of
from scholendag.retrospective.forms import PromoteForm
from scholendag.retrospective.kinds import BOARDS, LANES, notes_each
from scholendag.retrospective.rules import EXPLAINING, TALKING
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.queries import roster

Context = dict[str, Any]
CLOSING = "afsluiten"


def panel(scene: Scene) -> Panel | None:
    """The lanes to come, then the board of everyone or those of the teams."""
    if scene.step.phase == EXPLAINING:
        return _explanation(scene.block)
    if queries.is_per_team(scene.block):
        return _per_team(scene)
    return _one_board(scene)


def review(block: Block) -> Panel | None:
    """The boards without authors, of each team its own, and the actions."""
    reader = Actor(block.sessie, Role.SCHOOLLEIDER)
    teams = [
        {"room": board.room, "view": board_context(board, reader)["view"]}
        for kind in BOARDS.values()
        for board in boards_of(block, kind).exclude(room=None)
    ]
    walls = wall_review(block, *(kind for (_, per_team), kind in BOARDS.items() if not per_team))
    agreed = fragments.agreed_context(block)
    if not teams and walls is None and not agreed["follow_ups"]:
        return None
    context = walls.context if walls else {}
    return Panel(
        "retrospective/_review.html", {**context, **agreed, "teams": teams, "is_read_only": True}
    )


def _explanation(block: Block) -> Panel:
    first = _first_to_write(block)
    together = first is None or not arranging.will_be_per_team(first)
    context = {
        "lanes": LANES[choices_of(block).vakken],
        "most": notes_each(roster(block.sessie).count()) if together else 0,
    }
    return Panel("retrospective/_uitleg.html", context)


def _first_to_write(block: Block) -> Step | None:
    return block.steps.exclude(phase=EXPLAINING).filter(skipped_at=None).first()


def _one_board(scene: Scene) -> Panel:
    board = open_board(scene.block, arranging.kind_of(scene.block))
    context = {
        **board_context(board, scene.actor),
        **fragments.agreed_context(scene.block),
        "closes": scene.step.phase == CLOSING,
        "form": _form(scene) if scene.role is Role.BEGELEIDER else None,
    }
    return Panel("retrospective/_panel.html", context)


def _per_team(scene: Scene) -> Panel | None:
    if scene.role is Role.BEGELEIDER:
        return _of_the_coach(scene)
    if scene.step.phase == CLOSING:
        return Panel("retrospective/_close.html", _closing(scene))
    if scene.room:
        return Panel("retrospective/_team.html", _own_team(scene, scene.room))
    if scene.role is Role.SCHERM and scene.step.phase in TALKING:
        return Panel("retrospective/_closing.html", fragments.teams_context(scene.block))
    return None


def _of_the_coach(scene: Scene) -> Panel:
    """How far each team is; also those whose groups were fixed after the step began."""
    arranging.open_boards(scene.block)
    kind = arranging.kind_of(scene.block)
    context = fragments.teams_context(scene.block) | {"form": _form(scene)}
    gathered = gathered_context(scene.block, kind, scene.actor)
    return Panel("retrospective/_coach.html", context | gathered)


def _closing(scene: Scene) -> Context:
    room = queries.own_room(scene.actor, scene.block)
    own = _own_team(scene, room) if room else {}
    return own | fragments.teams_context(scene.block)


def _own_team(scene: Scene, room: Room) -> Context:
    board = open_board(scene.block, arranging.kind_of(scene.block), room=room)
    return {
        **board_context(board, scene.actor),
        **fragments.team_context(scene.block, room),
        "block": scene.block,
        "form": _form(scene, room),
    }


def _form(scene: Scene, room: Room | None = None) -> PromoteForm | None:
    return PromoteForm(block=scene.block, room=room) if scene.step.phase in TALKING else None
