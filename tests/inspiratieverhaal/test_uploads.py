"""What somebody uploads is looked at with suspicion, and kept without what it gives away."""

from io import BytesIO

import pytest
from PIL import Image

from scholendag.inspiratieverhaal import photos
from scholendag.inspiratieverhaal.models import Picture
from scholendag.inspiratieverhaal.photos import LONGEST_SIDE, MOST_BYTES, drawn_anew
from scholendag.inspiratieverhaal.rules import MOST_PICTURES
from scholendag.live.bodies import most_for
from tests.inspiratieverhaal.conftest import image

pytestmark = pytest.mark.django_db
GPS, ORIENTATION, GPS_NORTH = 0x8825, 0x0112, {1: "N", 2: (52.0, 22.0, 0.0)}
SIDEWAYS = 6


def stored() -> Image.Image:
    return Image.open(BytesIO(bytes(Picture.objects.get().data)))


def bomb(width: int, height: int) -> bytes:
    """A small file that becomes a huge picture."""
    out = BytesIO()
    Image.new("1", (width, height)).save(out, "PNG", optimize=True)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_as_one_of_our_own(telling, kind):
    assert telling.uploads(image(kind), "Het plein").status_code == 302
    picture = Picture.objects.get()
    assert (picture.alt, picture.width, picture.height) == ("Het plein", 40, 30)
    assert stored().format == "JPEG"


def test_where_and_when_it_was_taken_is_gone(telling):
    exif = Image.Exif()
    exif[GPS] = GPS_NORTH
    exif[0x010F] = "Telefoon van Fatma"
    data = image(exif=exif, comment=b"Thuis")
    assert b"Telefoon van Fatma" in data
    assert b"Thuis" in data

    telling.uploads(data)
    kept = stored()
    assert dict(kept.getexif()) == {}
    said = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert set(kept.info) <= said
    assert b"Fatma" not in bytes(Picture.objects.get().data)


def test_a_phone_that_was_held_sideways_gives_an_upright_picture(telling):
    exif = Image.Exif()
    exif[ORIENTATION] = SIDEWAYS
    telling.uploads(image(size=(40, 30), exif=exif))
    assert stored().size == (30, 40)


@pytest.mark.parametrize("size", [(4000, 1000), (1000, 4000)])
def test_it_is_no_larger_than_a_beamer(telling, size):
    telling.uploads(image(size=size))
    assert max(stored().size) == LONGEST_SIDE


def test_what_is_see_through_becomes_white():
    out = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")
    photo = drawn_anew(BytesIO(out.getvalue()))
    assert Image.open(BytesIO(photo.data)).getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen foto",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        image("GIF"),
        image("BMP"),
        image()[:200],
        image("PNG")[:60],
        b"\xff\xd8\xff" + b"\x00" * 500,
    ],
    ids=["empty", "text", "svg", "pdf", "gif", "bmp", "half a jpeg", "half a png", "a start"],
)
def test_what_is_no_picture_is_refused_in_words_and_the_description_stays(telling, data):
    answer = telling.uploads(data, "Het plein")
    assert answer.status_code == 422
    assert "Dit bestand kunnen we niet lezen" in answer.content.decode()
    assert 'value="Het plein"' in answer.content.decode()
    assert not Picture.objects.exists()


@pytest.mark.parametrize("size", [(6001, 4000), (14_000, 14_000)])
def test_a_small_file_that_becomes_a_huge_picture_is_not_drawn(telling, size):
    data = bomb(*size)
    assert len(data) < MOST_BYTES
    answer = telling.uploads(data)
    assert answer.status_code == 422
    assert "te veel beeldpunten" in answer.content.decode()
    assert not Picture.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(telling, monkeypatch):
    monkeypatch.setattr(photos.Image, "open", lambda *_, **__: pytest.fail("was read"))
    answer = telling.uploads(image() + b"\x00" * MOST_BYTES)
    assert answer.status_code == 422
    assert "te groot" in answer.content.decode()
    assert "hooguit 8 MB" in answer.content.decode()


def test_the_server_takes_a_picture_and_nothing_else_of_that_size(telling):
    url = telling.url("add-picture")
    assert most_for("POST", url, 1000) > MOST_BYTES
    assert most_for("GET", url, 1000) == 1000
    assert most_for("POST", telling.url("answer"), 1000) == 1000
    assert most_for("POST", "/nergens/", 1000) == 1000


def test_words_for_who_cannot_see_it_are_needed(telling):
    answer = telling.uploads(image(), "")
    assert answer.status_code == 422
    assert "wat er op de foto staat" in answer.content.decode()
    assert not Picture.objects.exists()


def test_a_ninth_picture_is_refused(telling):
    for number in range(MOST_PICTURES):
        telling.picture(f"Foto {number}")
    page = telling.fatma.get(telling.url("prepare")).content.decode()
    assert "Voeg de foto toe" not in page

    answer = telling.uploads(image())
    assert answer.status_code == 422
    assert "Je hebt al 8 foto&#x27;s" in answer.content.decode()
    assert Picture.objects.count() == MOST_PICTURES


def test_pictures_are_put_in_order_described_again_and_taken_away(telling):
    first, second = telling.picture("Eerst"), telling.picture("Daarna")
    telling.fatma.post(telling.url("move", second.pk, "omhoog"))
    telling.fatma.post(telling.url("describe", first.pk), {"alt": "Het plein in 1990"})
    assert [one.alt for one in telling.story.pictures.all()] == ["Daarna", "Het plein in 1990"]

    refused = telling.fatma.post(telling.url("describe", first.pk), {"alt": ""}, follow=True)
    assert "wat er op de foto staat" in refused.content.decode()
    telling.fatma.post(telling.url("remove", second.pk))
    assert [one.alt for one in Picture.objects.all()] == ["Het plein in 1990"]
