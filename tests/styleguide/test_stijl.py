"""The page that shows the design: whole, true, and for coaches only."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from scholendag.accounts.models import User
from scholendag.styleguide.contrast import Pair, pairs, ratio
from scholendag.styleguide.tokens import tokens

CSS = settings.BASE_DIR / "static" / "css"
# The first class in each file of a component is the one that the file is about. These change
# another component, or stand around a whole page and not in it.
# Names of parts that look as what they are in, kept in the templates that are used everywhere.
WORN_BY_OTHERS = {"room__title", "message--info"}
NO_COMPONENT = {
    "welcome",
    "drag",
    "prepare",
    "beamer",
    "rehearsal",
    "announcement",
    "tour",
    "back",
    "connection",
}


def components() -> list[str]:
    """The names of the files of components, as the stylesheets of pages have them."""
    made = "".join((CSS / f"{name}.css").read_text() for name in ("app", "coach", "scherm"))
    listed = re.findall(r'"([a-z-]+)\.css"\) layer\(components\)', made)
    return [name for name in listed if name not in NO_COMPONENT]


@pytest.fixture
def page(client: Client) -> str:
    client.force_login(User.objects.create_user("coach@voorbeeld.example", "Marieke"))
    return client.get(reverse("styleguide:stijl")).content.decode()


@pytest.mark.django_db
def test_it_is_for_who_is_signed_in(client: Client) -> None:
    answer = client.get(reverse("styleguide:stijl"))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen/")


@pytest.mark.django_db
def test_every_token_is_on_it(page: str) -> None:
    missing = [name for name in tokens().light if f"--{name}" not in page]
    assert not missing


@pytest.mark.django_db
@pytest.mark.parametrize("name", components())
def test_every_component_is_on_it(page: str, name: str) -> None:
    text = re.sub(r"/\*.*?\*/", "", (CSS / f"{name}.css").read_text(), flags=re.DOTALL)
    own = re.findall(r"\.([a-z][a-z-]*)(?=[\s,{.:\[_]|--)", text)
    shown = set(" ".join(re.findall(r'class="([^"]+)"', page)).split())
    assert shown & set(own), f"nothing of {name}.css is on the page"


@pytest.mark.django_db
def test_it_shows_no_class_that_is_nowhere_styled(page: str) -> None:
    styles = "".join(path.read_text() for path in CSS.glob("*.css"))
    styled = set(re.findall(r"\.([a-z][a-z0-9_-]*)", styles))
    main = page[page.index("<main") :]
    shown = set(" ".join(re.findall(r'class="([^"]+)"', main)).split())
    assert shown <= styled | WORN_BY_OTHERS


def test_dark_says_something_of_every_colour() -> None:
    found = tokens()
    same = [name for name in found.colours if found.light[name] == found.dark[name]]
    # A post-it stays paper, with dark ink.
    assert same == ["note-ink", "note-ink-soft"]


@pytest.mark.parametrize("pair", pairs(tokens()), ids=lambda pair: f"{pair.text}-on-{pair.ground}")
def test_contrast_is_enough_in_light_and_in_dark(pair: Pair) -> None:
    assert pair.is_enough, f"{pair.light:.2f} in light, {pair.dark:.2f} in dark, of {pair.least}"


def test_the_ratio_is_that_of_the_standard() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("#1c2333", "#1c2333") == pytest.approx(1)
