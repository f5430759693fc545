"""A story of which Fatma is the teller, and pictures as people upload them."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from scholendag.agenda.models import Block, Step
from scholendag.inspiratieverhaal.models import Picture, Story
from scholendag.inspiratieverhaal.photos import Photo
from scholendag.inspiratieverhaal.preparing import add_picture
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.cast import Cast, PageClient, StepFactory
from tests.roles import link_of

Role = AccessLink.Role


def image(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **extra: object) -> bytes:
    """A picture as a file."""
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **extra)
    return out.getvalue()


def upload(data: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


@dataclass
class Telling:
    """A day with a story, and who tells it."""

    cast: Cast
    block: Block
    steps: dict[str, Step]

    @cached_property
    def link(self) -> AccessLink:
        return link_of(self.cast.sessie, Role.VERTELLER, "Fatma")

    @cached_property
    def fatma(self) -> PageClient:
        return self.cast.client(self.link)

    def url(self, name: str, *args: int | str) -> str:
        return reverse(f"inspiratieverhaal:{name}", args=[*(args or [self.block.pk])])

    def run(self, phase: str) -> Step:
        self.cast.run(self.steps[phase])
        return self.steps[phase]

    def types(self, name: str, text: str, client: PageClient | None = None, **more: object):
        data = {name: text, **more}
        return (client or self.fatma).post(self.url("answer"), data)

    @property
    def story(self) -> Story:
        return Story.objects.get(block=self.block, teller="fatma")

    def picture(self, alt: str = "Het oude gebouw", link: AccessLink | None = None) -> Picture:
        photo = Photo(image(), 40, 30)
        return add_picture(self.block, link or self.link, photo, alt)

    def uploads(self, data: bytes, alt: str = "Het plein", client: PageClient | None = None):
        form = {"file": upload(data), "alt": alt}
        return (client or self.fatma).post(self.url("add-picture"), form)

    def shows(self, picture: Picture | None, seen: Picture | None = None, client=None):
        url = self.url("show", self.block.pk, picture.pk) if picture else self.url("hide")
        return (client or self.fatma).post(url, {"seen": seen.pk if seen else ""})

    def pages(self) -> dict[str, str]:
        """The page of the day of everyone, but for the teller."""
        cast = self.cast
        links = ensure_links(cast.sessie)
        day = reverse("stage:deelnemer", args=[cast.sessie.code])
        desk = reverse("stage:begeleider", args=[cast.sessie.pk])
        joris = cast.client(link_of(cast.sessie, Role.MEDEBEGELEIDER))
        review = reverse("review:terugkijken", args=[links[Role.SCHOOLLEIDER].token])
        asked = {
            "anna": (cast.client(cast.anna), day),
            "marieke": (cast.client(cast.marieke), desk),
            "joris": (joris, desk),
            "scherm": (cast.client(), reverse("stage:scherm", args=[links[Role.SCHERM].token])),
            "schoolleider": (cast.client(), review),
        }
        pages = {name: client.get(url) for name, (client, url) in asked.items()}
        assert {page.status_code for page in pages.values()} == {200}
        return {name: page.content.decode() for name, page in pages.items()}

    def role_page(self, link: AccessLink | None = None) -> str:
        token = (link or self.link).token
        return self.cast.client().get(reverse("stage:rol", args=[token])).content.decode()


@pytest.fixture
def telling(cast: Cast) -> Telling:
    """Nothing of it runs yet."""
    first = cast.step("inspiratieverhaal", "uitleg", running=False)
    steps = {"uitleg": first}
    for phase in ("luisteren", "geraakt", "vragen"):
        steps[phase] = StepFactory.create(block=first.block, phase=phase)
    assert cast.anna
    assert cast.marieke
    return Telling(cast, first.block, steps)
