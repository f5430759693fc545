"""What a teller prepares: answers, for nobody else to read, and pictures in their order."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.breakouts.writing import longest_of, settled
from scholendag.inspiratieverhaal import fragments, rules
from scholendag.inspiratieverhaal.actions import show_slides
from scholendag.inspiratieverhaal.guiding import GuidingQuestion
from scholendag.inspiratieverhaal.models import Picture, Story
from scholendag.inspiratieverhaal.photos import Photo
from scholendag.inspiratieverhaal.queries import pictures_of, teller_key
from scholendag.instruments import ordering
from scholendag.live import audiences
from scholendag.sessies.models import AccessLink
from scholendag.sessies.refused import Refused


class TooManyPictures(Refused):
    """There are as many pictures as there can be."""

    message = f"Je hebt al {rules.MOST_PICTURES} foto's. Haal er eerst een weg."


@transaction.atomic
def answer(
    block: Block,
    link: AccessLink,
    question: GuidingQuestion,
    text: str,
    bases: Sequence[str] = (),
) -> str:
    """Keep what the holder of the link typed while the page had one of `bases`.

    Returns what is stored. Raises Overtaken when another device changed the same words. Nobody
    hears of it but the pages of this link.
    """
    story, name = _locked(block, link), question.name
    now, longest = getattr(story, name), longest_of(Story, name)
    stored = settled(text, bases, now, has_pen=True, longest=longest)
    setattr(story, name, stored)
    story.save(update_fields=[name])
    own = audiences.link(link.pk)
    live.push(own, fragments.field(block, link, question), fragments.cues(block, link))
    return stored


@transaction.atomic
def call_ready(block: Block, link: AccessLink, *, ready: bool) -> None:
    """The teller says that the story is ready, or not yet after all; the coaches see that."""
    story = _locked(block, link)
    story.ready_at = timezone.now() if ready else None
    story.save(update_fields=["ready_at"])
    live.refresh(audiences.coaches(block.sessie_id))


@transaction.atomic
def add_picture(block: Block, link: AccessLink, photo: Photo, alt: str) -> Picture:
    """Put a picture at the end of the row. Raises TooManyPictures."""
    story = _locked(block, link)
    row = pictures_of(story)
    if not rules.has_place(row.count()):
        raise TooManyPictures
    picture = Picture.objects.create(
        story=story,
        position=ordering.last_place(row),
        alt=alt,
        data=photo.data,
        width=photo.width,
        height=photo.height,
    )
    show_slides(block)
    return picture


@transaction.atomic
def describe(picture: Picture, alt: str) -> None:
    """Say in other words what is on the picture."""
    # Nothing happens if it was taken away on another device.
    Picture.objects.filter(pk=picture.pk).update(alt=alt)
    _show(picture.story.block)


@transaction.atomic
def move_picture(picture: Picture, places: int) -> None:
    """Move the picture this many places down the row; up when negative."""
    ordering.move(pictures_of(picture.story), picture.pk, places)
    show_slides(picture.story.block)


@transaction.atomic
def remove_picture(picture: Picture) -> None:
    """Take the picture away for good, also from the screens that show it."""
    block = picture.story.block
    picture.delete()
    _show(block)


def _show(block: Block) -> None:
    live.push(audiences.everyone(block.sessie_id), fragments.picture(block))
    show_slides(block)


def _locked(block: Block, link: AccessLink) -> Story:
    """The story of this teller, made when it is first written; others who write it wait for us."""
    story, _ = Story.objects.get_or_create(block=block, teller=teller_key(link))
    return Story.objects.select_for_update(no_key=True).get(pk=story.pk)
