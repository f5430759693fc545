"""What the help says keeps up with the application: its buttons, its pictures, its places."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from scholendag.help.chapters import chapter_called
from tests.browser.handleiding import PICTURES
from tests.browser.webp import MOST_BYTES
from tests.test_templates import ALL, FRAGMENTS, TEMPLATES, text_of

FOLDER = settings.BASE_DIR / "static" / "handleiding"
WORDS = sorted(name for name in ALL if name.startswith(("help/", "handleiding/")))
PRESS = re.compile(r'<(\w+) class="press">(.*?)</\1>', re.DOTALL)
# A tag of the template language may hold a ">", so it is skipped as a whole.
CONTROL = re.compile(
    r"<(button|a|summary)\b(?:{%.*?%}|{{.*?}}|\"[^\"]*\"|[^>])*>(.*?)</\1>", re.DOTALL
)
UNSEEN = re.compile(r"<span class=\"visually-hidden\">.*?</span>|<kbd.*?</kbd>", re.DOTALL)
PICTURE = re.compile(r'{% picture "([\w-]+)" "([^"]*)" %}')
MORE = re.compile(r'{% include "help/_more.html" with chapter="(\w+)" anchor="([\w-]+)" only %}')
HELP = re.compile(r'help="(help/[\w-]+\.html)"')

# Nobody asks for help here: what went wrong, what everyone looks at, what is for paper, and how one
# comes in.
WITHOUT_HELP = {
    "400.html",
    "403_csrf.html",
    "404.html",
    "500.html",
    "503.html",
    "accounts/sign_in.html",
    "sessies/closed.html",
    "sessies/join.html",
    "sessies/join_name.html",
    "sessies/join_same_name.html",
    "sessies/landing.html",
    "stage/scherm.html",
    "styleguide/stijl.html",
    "verbeterbord/paper.html",
}
LAYOUTS = {"base.html", "stage/base.html"}
EXTENDS = re.compile(r'{% extends "(?:base|stage/base)\.html" %}')
PAGES = [
    name
    for name in ALL
    if EXTENDS.search(text_of(name)) and name not in LAYOUTS and not name.startswith("handleiding/")
]


def names_of_controls() -> set[str]:
    """What stands on the buttons, links and folds of the application itself."""
    found = set()
    for name in set(ALL) - set(WORDS):
        for _, inside in CONTROL.findall(text_of(name)):
            words = re.sub(r"<[^>]*>", " ", UNSEEN.sub("", inside))
            always = re.sub(r"{% if .*?{% endif %}", " ", words)
            parts = [always, *re.split(r"{%.*?%}|{{.*?}}", words)]
            found |= {" ".join(part.split()) for part in parts}
    return found - {""}


def test_every_button_that_is_named_exists() -> None:
    named = {
        (name, " ".join(words.split()))
        for name in WORDS
        for _, words in PRESS.findall(text_of(name))
    }
    assert len(named) > 20
    exist = names_of_controls() | {"Hulp"}
    assert sorted(one for one in named if one[1] not in exist) == []


def test_the_pages_show_what_the_script_makes_and_nothing_else() -> None:
    shown = [one for name in WORDS for one, _ in PICTURE.findall(text_of(name))]
    assert sorted(shown) == sorted(PICTURES)
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(PICTURES)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_light_and_wide_enough_to_read(picture: str) -> None:
    path = FOLDER / f"{picture}.webp"
    assert path.stat().st_size <= MOST_BYTES
    with Image.open(path) as image:
        assert image.format == "WEBP"
        assert max(image.size) >= 800


def test_every_picture_is_told_in_words() -> None:
    told = [alt for name in WORDS for _, alt in PICTURE.findall(text_of(name))]
    assert [alt for alt in told if len(alt) < 30 or not alt.endswith(".")] == []
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_help(page: str) -> None:
    helps = HELP.findall(text_of(page))
    assert len(helps) == (0 if page in WITHOUT_HELP else 1)
    assert set(helps) <= set(ALL)


def test_help_is_three_to_six_lines_and_every_file_is_used() -> None:
    files = {name for name in ALL if name.startswith("help/") and name not in FRAGMENTS}
    lines = {name: text_of(name).count("<li>") for name in files}
    assert {name: count for name, count in lines.items() if not 3 <= count <= 6} == {}
    assert {name for page in PAGES for name in HELP.findall(text_of(page))} == files


def test_the_help_leads_to_a_place_that_exists() -> None:
    found = [(name, *place) for name in WORDS for place in MORE.findall(text_of(name))]
    assert found
    wrong = [
        (name, slug, anchor)
        for name, slug, anchor in found
        if not (chapter := chapter_called(slug)) or f'id="{anchor}"' not in whole(chapter.template)
    ]
    assert wrong == []


def whole(name: str) -> str:
    """The text of a chapter with what it includes."""
    parts = re.findall(r'{% include "(handleiding/[\w-]+\.html)" %}', text_of(name))
    return text_of(name) + "".join(text_of(part) for part in parts)


def test_the_templates_are_where_this_test_looks() -> None:
    assert Path(TEMPLATES / "help").is_dir()
    assert PAGES
