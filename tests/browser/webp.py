"""A screenshot as a picture that a slow line can carry, for the handleiding and the README."""

import io

from PIL import Image

MOST_BYTES = 60_000
WIDEST = 1200  # pixels; a picture stands in a column for reading
QUALITIES = (82, 72, 62, 50, 40)


def as_webp(shot: Image.Image) -> bytes:
    """This screenshot as a small WebP; it is made smaller when it is wide."""
    shot.thumbnail((WIDEST, WIDEST))
    for quality in QUALITIES:
        out = io.BytesIO()
        shot.convert("RGB").save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            return out.getvalue()
    raise AssertionError("This picture is too large, however small it is stored")
