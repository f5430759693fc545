"""Making the cards beforehand, and writing notes during the talk."""

from collections.abc import Sequence

from django.db import transaction

from scholendag import live
from scholendag.agenda.copying import copy_of
from scholendag.agenda.models import Block
from scholendag.agenda.queries import is_running
from scholendag.breakouts import now_fragments
from scholendag.breakouts.models import Room
from scholendag.breakouts.writing import longest_of, settled
from scholendag.datamuur import fragments, rules
from scholendag.datamuur.models import DataCard, RoomNotes
from scholendag.datamuur.queries import cards_of, notes_of
from scholendag.instruments import ordering
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused


class WallIsOver(Refused):
    """The group went on to something else."""

    message = "De datamuur is dicht. Je tekst staat nog op dit apparaat."


class Gone(Refused):
    """Somebody took the card away in the meantime."""

    message = "Iemand haalde deze kaart net weg. Je kunt hem hier als nieuwe kaart bewaren."


@transaction.atomic
def add_card(block: Block, **texts: str) -> DataCard:
    """Put a card with these texts (by field of DataCard) at the end of the wall."""
    position = ordering.last_place(cards_of(block))
    card = DataCard.objects.create(block=block, position=position, **texts)
    _show(block)
    return card


@transaction.atomic
def change_card(card: DataCard, **texts: str) -> None:
    """Store these texts (by field) of the card. Raises Gone."""
    if not DataCard.objects.select_for_update().filter(pk=card.pk).exists():
        raise Gone
    for field, text in texts.items():
        setattr(card, field, text)
    card.save(update_fields=list(texts))
    _show(card.block)


@transaction.atomic
def move_card(card: DataCard, places: int) -> None:
    """Move the card this many places down the wall; up when negative."""
    ordering.move(cards_of(card.block), card.pk, places)
    _show(card.block)


@transaction.atomic
def remove_card(card: DataCard) -> None:
    """Take the card off the wall for good."""
    block = card.block
    card.delete()
    _show(block)


def copy_cards(block: Block, to: Block) -> None:
    """Give this block, of a day that nobody looks at yet, the same cards."""
    DataCard.objects.bulk_create(copy_of(card, block=to) for card in cards_of(block))


@transaction.atomic
def write_notes(
    actor: Actor, block: Block, room: Room, text: str, bases: Sequence[str] = ()
) -> str:
    """Keep what the notulist typed while the page had one of `bases`; the room reads along.

    Returns what is stored. Raises WallIsOver, NotTheWriter or Overtaken.
    """
    room.refresh_from_db(from_queryset=Room.objects.select_for_update(no_key=True))
    if not is_running(block):
        raise WallIsOver
    has_pen = rules.may_write_notes(actor, room, block)
    now, longest = notes_of(block, room).text, longest_of(RoomNotes, "text")
    text = settled(text, bases, now, has_pen=has_pen, longest=longest)
    RoomNotes.objects.update_or_create(block=block, room=room, defaults={"text": text})
    live.push(audiences.room(room.pk), fragments.notes(block, room))
    if bool(now) != bool(text):
        live.push(audiences.coaches(block.sessie_id), now_fragments.row(block.sessie_id, room))
    if room.writer_id:
        live.push(audiences.participant(room.writer_id), fragments.notes_field(block, room))
    return text


def _show(block: Block) -> None:
    """Who is looking at the cards now, sees the change; before that, the coaches."""
    audience = audiences.everyone if is_running(block) else audiences.coaches
    live.refresh(audience(block.sessie_id))
