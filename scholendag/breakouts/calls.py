"""What people in a room say to the coach, and what the coach does about it."""

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Progress
from scholendag.breakouts import actions, fragments, news, now, now_fragments
from scholendag.breakouts.models import Room, Seat
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.refused import Refused


@transaction.atomic
def call(room: Room) -> None:
    """Ask the coach to come by. A room that calls already waits since the first time."""
    if Room.objects.filter(pk=room.pk, called_at=None).update(called_at=timezone.now()):
        _show(room)


@transaction.atomic
def take_back(room: Room) -> None:
    """Help is not needed any more."""
    if Room.objects.filter(pk=room.pk).exclude(called_at=None).update(called_at=None):
        _show(room)


@transaction.atomic
def come(room: Room, by: Actor) -> None:
    """The coach goes there: the room reads it, and nobody else has to go. Twice is once."""
    if Room.objects.filter(pk=room.pk).exclude(called_at=None).update(called_at=None):
        _show(room)
        news.tell(room, f"{by.name} komt naar jullie toe.")
        note_down(by, f"ging naar {room}, dat om hulp vroeg")
        live.refresh(audiences.coaches(by.sessie.pk))


@transaction.atomic
def helped(room: Room, by: Actor) -> None:
    """The room has been helped."""
    if Room.objects.filter(pk=room.pk).exclude(called_at=None).update(called_at=None):
        _show(room)
        note_down(by, f"hielp {room}")
        live.refresh(audiences.coaches(by.sessie.pk))


def forget_calls(sessie: Sessie, key: str) -> None:
    """People left their rooms for those of another division (`key`), or for everyone."""
    calling = Room.objects.filter(division__sessie=sessie).exclude(called_at=None)
    calling.exclude(division__key=key).update(called_at=None)


@transaction.atomic
def say_ready(room: Room) -> None:
    """The people here are done with the step that runs now."""
    step = Progress.objects.values_list("step", flat=True).get(sessie=room.division.sessie_id)
    if step and Room.objects.filter(pk=room.pk).exclude(ready_step=step).update(ready_step=step):
        _show(room)


@transaction.atomic
def go_on(room: Room) -> None:
    """The people here are not done after all, or go on with something new."""
    if Room.objects.filter(pk=room.pk).exclude(ready_step=None).update(ready_step=None):
        _show(room)


@transaction.atomic
def doubt(seat: Seat) -> None:
    """This person says that they are in the wrong place."""
    if Seat.objects.filter(pk=seat.pk, doubted_at=None).update(doubted_at=timezone.now()):
        _show_doubt(seat)


@transaction.atomic
def settle_doubt(seat: Seat) -> None:
    """This place is right after all, says who sits there or the coach."""
    if Seat.objects.filter(pk=seat.pk).exclude(doubted_at=None).update(doubted_at=None):
        _show_doubt(seat)


@transaction.atomic
def bring_company(room: Room, by: Actor) -> None:
    """Move whoever is alone here to where others are. Raises Refused when that is not needed."""
    groups = now.groups_now(by.sessie.pk)
    found = now.attention(groups).rescues if groups else ()
    rescue = next((one for one in found if one.room == room), None)
    if rescue is None:
        raise Refused(f"In {room} zit niemand meer alleen.")
    actions.move(room.division, rescue.person, rescue.to, by)


def came_or_went(participant: Participant) -> None:
    """Someone's page opened or closed, or they were let out: their room may need the coach."""
    room = now.room_now(participant.sessie_id, participant)
    if room:
        now_fragments.show(participant.sessie_id, room)
        _show_room(room)


def _show(room: Room) -> None:
    _show_room(room)
    now_fragments.show(room.division.sessie_id, room)


def _show_room(room: Room) -> None:
    live.push(audiences.room(room.pk), fragments.room(room.pk))


def _show_doubt(seat: Seat) -> None:
    live.refresh(audiences.participant(seat.participant_id))
    now_fragments.show(seat.division.sessie_id)
