"""What every template keeps to, read from its text: the CSP, and what makes a fragment safe."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.template.loader import get_template

TEMPLATES = settings.BASE_DIR / "templates"
ALL = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
FRAGMENTS = [name for name in ALL if Path(name).name.startswith("_")]

# The policy allows no inline style or script, and htmx evaluates what these hold.
FORBIDDEN = {
    "inline style": r"<style\b|\sstyle\s*=",
    "inline script": r"<script(?![^>]*\bsrc=)",
    "event attribute": r"\son[a-z]+\s*=|\shx-on[:-]",
    "evaluated value": r"javascript:|[\"'{\s]js:",
    "evaluated trigger filter": r"hx-trigger[^=]*=\s*\"[^\"]*\[|hx-trigger[^=]*=\s*'[^']*\[",
}
# A fragment is also pushed, to many people at once: there is no request and nobody signed in.
OF_A_REQUEST = re.compile(r"(?<![\w.-])(request|user|perms|csrf_token|messages)\b(?!=[^=])")
TAG = re.compile(r"{%(.*?)%}|{{(.*?)}}", re.DOTALL)
STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
HANDS = "js/pages/hands.js"  # comes after the script of a page
BESIDE = {
    "stage/base.html": (HANDS,),
    # What the next page loads, fetched while somebody types their name.
    "sessies/_ahead.html": ("js/pages/deelnemer.js", HANDS),
}
REFERENCE = re.compile(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']")


def text_of(name: str) -> str:
    """The template without its comments."""
    text = (TEMPLATES / name).read_text()
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}", "", text, flags=re.DOTALL)
    return re.sub(r"{#.*?#}", "", text)


@pytest.mark.parametrize("name", ALL)
def test_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", ALL)
def test_holds_nothing_that_the_content_security_policy_forbids(name: str) -> None:
    text = text_of(name)
    wrong = [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)]
    assert not wrong, wrong


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_uses_nothing_of_a_request(name: str) -> None:
    tags = (STRING.sub("", "".join(match.groups(""))) for match in TAG.finditer(text_of(name)))
    wrong = [tag.strip() for tag in tags if OF_A_REQUEST.search(tag)]
    assert not wrong, wrong


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_is_made_of_fragments(name: str) -> None:
    wrong = [
        used for used in REFERENCE.findall(text_of(name)) if not Path(used).name.startswith("_")
    ]
    assert not wrong, wrong


def test_every_template_that_is_named_exists() -> None:
    named = {used for name in ALL for used in REFERENCE.findall(text_of(name))}
    for path in (settings.BASE_DIR / "scholendag").rglob("*.py"):
        named |= {
            node.value
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[\w/-]+\.html", node.value)
        }
    assert sorted(named - set(ALL)) == []


def test_only_the_templates_folder_is_searched() -> None:
    assert [str(folder) for folder in engines["django"].template_dirs] == [str(TEMPLATES)]


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<p style="color: red">', "inline style"),
        ("<script>alert(1)</script>", "inline script"),
        ('<button onclick="go()">', "event attribute"),
        ('<div hx-on:click="go()">', "event attribute"),
        ("<div hx-vals='js:{a: 1}'>", "evaluated value"),
        ('<div hx-trigger="keyup[key==1]">', "evaluated trigger filter"),
    ],
)
def test_the_guard_sees(html: str, what: str) -> None:
    assert re.search(FORBIDDEN[what], html)


@pytest.mark.parametrize(
    "tag", ["{{ request.path }}", "{% if user.is_staff %}", "{% if not perms.x %}", "{{ user }}"]
)
def test_the_guard_sees_a_request_in(tag: str) -> None:
    assert OF_A_REQUEST.search(tag)


@pytest.mark.parametrize("tag", ["{{ actor.user }}", "{{ user_count }}", "{{ the_messages }}"])
def test_the_guard_lets_through(tag: str) -> None:
    assert not OF_A_REQUEST.search(tag)


@pytest.mark.parametrize("name", ALL)
def test_a_page_has_one_script_of_ours(name: str) -> None:
    """A host makes one file of all that it imports, in which a second would not be known."""
    scripts = re.findall(r"{% static '(js/[^']+)' %}", text_of(name))
    ours = [path for path in scripts if path not in BESIDE.get(name, ())]
    assert all(re.fullmatch(r"js/pages/[\w-]+\.js", path) for path in scripts)
    assert len(ours) <= 1
    assert not ours or "{% block script %}{% static" in text_of(name)
