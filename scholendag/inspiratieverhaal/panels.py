"""What each role sees while the story is told, and in the silence after it."""

from django.utils import timezone

from scholendag.agenda.queries import entered_at
from scholendag.inspiratieverhaal import fragments
from scholendag.inspiratieverhaal.rules import silent_until
from scholendag.instruments.declaration import Panel, Scene
from scholendag.sessies.actors import Role


def listening(scene: Scene) -> Panel:
    """Before and during the story: its picture for everyone, cues for who tells it."""
    block = scene.block
    context = {"telling": scene.step.phase == "luisteren", **fragments.picture_context(block)}
    if scene.actor.link and scene.role is Role.VERTELLER:
        context |= fragments.cues_context(block, scene.actor.link) | fragments.slides_context(block)
        return Panel("inspiratieverhaal/_vertellen.html", context)
    if scene.role is Role.BEGELEIDER:
        context |= fragments.slides_context(block)
    return Panel("inspiratieverhaal/_luisteren.html", context)


def silence(scene: Scene) -> Panel | None:
    """Some seconds to let the story sink in, before the first round opens by itself.

    The page does not offer to write; a note that comes all the same, from a device that was
    behind, is kept.
    """
    until, now = silent_until(scene.step, entered_at(scene.step)), timezone.now()
    if until is None or until <= now:
        return None
    context = {"until": until, "now": now, "for_coach": scene.role is Role.BEGELEIDER}
    return Panel("inspiratieverhaal/_stilte.html", context)
