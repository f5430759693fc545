"""What somebody uploads becomes a picture of our own: drawn anew, so that nothing else is in it.

The file of a phone says where and when it was taken, and a file that pretends to be a picture may
be anything.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import IO

from PIL import Image, ImageOps

from scholendag.sessies.refused import Refused

MOST_BYTES = 8 * 1024 * 1024
# By format: how many pixels can be drawn without taking all memory. A JPEG is read smaller at once.
MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
# The width of a beamer, in pixels, and for a picture that stands upright its height.
LONGEST_SIDE = 1920
QUALITY = 80
CONTENT_TYPE = "image/jpeg"

_one_at_a_time = Lock()


class NotAPicture(Refused):
    """The file is no picture that we can read."""

    message = "Dit bestand kunnen we niet lezen. Kies een foto: JPEG, PNG of WebP."


class TooManyPixels(Refused):
    """The picture would take all memory to draw."""

    message = "Deze foto heeft te veel beeldpunten. Maak hem kleiner en kies hem opnieuw."


@dataclass(frozen=True)
class Photo:
    """A JPEG with its size in pixels, and nothing about where or when it was made."""

    data: bytes
    width: int
    height: int


def drawn_anew(file: IO[bytes]) -> Photo:
    """The picture in this file, upright and no larger than a beamer shows it.

    Raises NotAPicture or TooManyPixels. One at a time, so that memory stays within bounds.
    """
    with _one_at_a_time:
        try:
            return _draw(file)
        except Refused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise TooManyPixels from None
        except Exception:  # a decoder that is fed by a stranger can fail in any way
            raise NotAPicture from None


def _draw(file: IO[bytes]) -> Photo:
    with Image.open(file, formats=list(MOST_PIXELS)) as image:
        if image.width * image.height > MOST_PIXELS[image.format or ""]:
            raise TooManyPixels
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    # On paper of our own: what is see-through becomes white, and no metadata comes along.
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright)
    out = BytesIO()
    paper.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Photo(out.getvalue(), *paper.size)
