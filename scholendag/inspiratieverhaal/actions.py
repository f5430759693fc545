"""Showing a picture to everyone while the story is told."""

from django.db import transaction

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.agenda.queries import locked_progress
from scholendag.inspiratieverhaal import fragments, rules
from scholendag.inspiratieverhaal.models import Picture, Showing
from scholendag.live import audiences
from scholendag.sessies.actors import Role
from scholendag.sessies.refused import Refused


class NotNow(Refused):
    """The story is not being told."""

    message = "Het verhaal wordt nu niet verteld. Er is niets veranderd."


class TooLate(Refused):
    """Someone chose another picture in the meantime."""

    message = "Er koos net iemand anders een foto. Er is niets veranderd."


@transaction.atomic
def show(block: Block, picture: Picture | None, seen: int | None) -> None:
    """Put this picture of the block on every screen, or none, pressed when `seen` (a pk) was there.

    Raises NotNow or TooLate; what is shown already stays.
    """
    if not rules.is_told(locked_progress(block.sessie).step, block):
        raise NotNow
    now = Showing.objects.filter(block=block).values_list("picture", flat=True).first()
    wanted = picture.pk if picture else None
    if now == wanted:
        return
    if now != seen:
        raise TooLate
    if picture:
        Showing.objects.update_or_create(block=block, defaults={"picture": picture})
    else:
        Showing.objects.filter(block=block).delete()
    live.push(audiences.everyone(block.sessie_id), fragments.picture(block))
    show_slides(block)


def show_slides(block: Block) -> None:
    """Who may choose a picture sees which there are. Call inside a transaction."""
    for audience in (
        audiences.coaches(block.sessie_id),
        audiences.helpers(block.sessie_id, Role.VERTELLER),
    ):
        live.push(audience, fragments.slides(block))
