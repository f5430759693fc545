"""Pictures in the handleiding."""

from functools import cache

from django import template
from django.conf import settings
from PIL import Image

register = template.Library()
FOLDER = settings.BASE_DIR / "static" / "handleiding"


@cache
def size_of(name: str) -> tuple[int, int]:
    """The width and height of this picture in pixels, so that the page keeps room for it."""
    with Image.open(FOLDER / f"{name}.webp") as picture:
        return picture.size


@register.inclusion_tag("handleiding/_picture.html")
def picture(name: str, alt: str) -> dict[str, object]:
    """A picture of `static/handleiding/`, with what one sees on it in words."""
    width, height = size_of(name)
    path = f"handleiding/{name}.webp"
    return {"path": path, "alt": alt, "width": width, "height": height, "is_tall": height > width}
