"""What each role sees of the leerlingarena."""

from typing import Any

from scholendag.agenda.models import Block, Step
from scholendag.boards.boardview import BoardView
from scholendag.boards.fragments import board_context
from scholendag.boards.kinds import BoardKind
from scholendag.boards.opening import open_board
from scholendag.boards.queries import board_of
from scholendag.instruments.declaration import Panel, Scene
from scholendag.leerlingarena import actions, fragments, queries
from scholendag.leerlingarena.forms import FeedbackForm
from scholendag.leerlingarena.kinds import DISCUSSED, TAKEN_DOWN
from scholendag.sessies.actors import Actor, Role

Context = dict[str, Any]


def enter(step: Step) -> None:
    """Make the boards and the questions; after the talk everyone sees what was taken down."""
    actions.open_conversation(step.block)
    open_board(step.block, TAKEN_DOWN)
    open_board(step.block, DISCUSSED)
    if step.phase == "nabespreking":
        actions.show_what_was_taken_down(step.block)


def panel(scene: Scene) -> Panel | None:
    """Listening while the pupils talk; afterwards the boards, and what the pupils will hear.

    Who helped with the talk by a link is ready then.
    """
    if scene.step.phase == "gesprek":
        return _talk(scene)
    if scene.role in (Role.GESPREKSLEIDER, Role.AANTEKENAAR):
        return None
    taken_down = _view(scene, TAKEN_DOWN)
    context = fragments.agreement_context(scene.block) | {
        "views": [*([taken_down] if _has_notes(taken_down) else []), _view(scene, DISCUSSED)],
    }
    if scene.role is Role.BEGELEIDER:
        feedback = queries.feedback_of(scene.block)
        context["form"] = FeedbackForm(instance=feedback)
    return Panel("leerlingarena/_nabespreking.html", context)


def review(block: Block) -> Panel | None:
    """What was heard, and what the pupils will hear back."""
    reader = Actor(block.sessie, Role.SCHOOLLEIDER)
    boards = (board_of(block, kind.slug) for kind in (TAKEN_DOWN, DISCUSSED))
    views = [board_context(board, reader)["view"] for board in boards if board]
    written = [view for view in views if _has_notes(view)]
    context = fragments.agreement_context(block) | {"views": written}
    if not written and not context["feedback"]:
        return None
    return Panel("leerlingarena/_review.html", context)


def _talk(scene: Scene) -> Panel:
    conversation = actions.open_conversation(scene.block)
    context = fragments.question_context(scene.block)
    if scene.role in (Role.BEGELEIDER, Role.GESPREKSLEIDER):
        context |= {"conversation": conversation, **_desk(scene)}
        return Panel("leerlingarena/_gesprek_begeleider.html", context)
    if scene.role is Role.SCHERM:
        return Panel("leerlingarena/_question.html", context)
    if _takes_notes(scene.actor):
        context["view"] = _view(scene, TAKEN_DOWN)
    return Panel("leerlingarena/_gesprek.html", context)


def _takes_notes(actor: Actor) -> bool:
    by_duty = actor.participant and queries.is_aantekenaar(actor.participant)
    return actor.role is Role.AANTEKENAAR or bool(by_duty)


def _desk(scene: Scene) -> Context:
    """To lead the talk; who takes the notes is for the coach to say."""
    arranges = scene.role is Role.BEGELEIDER
    return {
        **fragments.lead_context(scene.block),
        **fragments.turns_context(scene.block),
        **(fragments.aantekenaars_context(scene.block) if arranges else {}),
        "arranges": arranges,
    }


def _view(scene: Scene, kind: BoardKind) -> BoardView:
    return board_context(open_board(scene.block, kind), scene.actor)["view"]


def _has_notes(view: BoardView) -> bool:
    return any(lane.has_notes for lane in view.lanes)
