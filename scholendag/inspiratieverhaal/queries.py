"""The stories of a block, their pictures, and the one that everyone sees now."""

from dataclasses import dataclass

from django.db.models import QuerySet

from scholendag.agenda.models import Block
from scholendag.agenda.queries import current_step
from scholendag.inspiratieverhaal.guiding import GUIDING, GuidingQuestion
from scholendag.inspiratieverhaal.models import Picture, Story
from scholendag.inspiratieverhaal.rules import is_told
from scholendag.sessies import names
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.sessies.queries import named_links


@dataclass(frozen=True)
class Answer:
    """A guiding question with what the teller wrote; empty for nothing."""

    question: GuidingQuestion
    text: str


@dataclass(frozen=True)
class Slides:
    """The pictures of one teller, in numbers only: coaches press these buttons too.

    `number` is that of the picture which everyone sees, None for none of these.
    """

    teller: str
    pictures: list[int]
    number: int | None

    @property
    def previous(self) -> int | None:
        """The pk of the picture before; None at the beginning."""
        return self.pictures[self.number - 2] if self.number and self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The pk of the picture after it, or of the first one; None at the end."""
        after = self.pictures[self.number or 0 :]
        return after[0] if after else None


def teller_key(link: AccessLink) -> str:
    """By what a story knows the holder of this link."""
    return names.key(link.holder)


def story_of(block: Block, link: AccessLink) -> Story:
    """What the holder of this link prepared; empty and not stored as long as that is nothing."""
    teller = teller_key(link)
    story = Story.objects.filter(block=block, teller=teller).first()
    return story or Story(block=block, teller=teller)


def answers_in(story: Story) -> list[Answer]:
    """Every guiding question with its answer, in order."""
    return [Answer(question, getattr(story, question.name)) for question in GUIDING]


def pictures() -> QuerySet[Picture]:
    """Pictures without their bytes, which only whoever looks at one needs."""
    return Picture.objects.defer("data").select_related("story__block__sessie")


def pictures_of(story: Story) -> QuerySet[Picture]:
    """The pictures of a story in their order; without what else would be locked with them."""
    return Picture.objects.defer("data").filter(story=story.pk)


def tellers(sessie: Sessie) -> dict[str, AccessLink]:
    """The living links of those who tell, by what a story knows their holder by."""
    links = named_links(sessie).filter(role=AccessLink.Role.VERTELLER)
    return {teller_key(link): link for link in links}


def ready_tellers(block: Block) -> list[str]:
    """The names of those who said that their story is ready."""
    ready = Story.objects.filter(block=block).exclude(ready_at=None)
    links = tellers(block.sessie)
    return [links[key].holder for key in ready.values_list("teller", flat=True) if key in links]


def shown_in(block: Block) -> Picture | None:
    """The picture that everyone sees now; None when there is none, or no story is told."""
    if not is_told(current_step(block.sessie_id), block):
        return None
    return pictures().filter(showing__block=block).first()


def slides_in(block: Block) -> list[Slides]:
    """The pictures of everyone who tells, and where they are in them."""
    links = tellers(block.sessie)
    found: dict[str, list[int]] = {}
    rows = Picture.objects.filter(story__block=block, story__teller__in=links)
    for teller, pk in rows.order_by("story", "position", "pk").values_list("story__teller", "pk"):
        found.setdefault(teller, []).append(pk)
    shown = shown_in(block)
    return [Slides(links[key].holder, pks, _place(shown, pks)) for key, pks in found.items()]


def _place(shown: Picture | None, pks: list[int]) -> int | None:
    return pks.index(shown.pk) + 1 if shown and shown.pk in pks else None
