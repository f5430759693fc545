"""What a host makes of the sources: few stylesheets, and one script a page."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings

from scholendag import bundles
from scholendag.collected import STYLES

STATIC = settings.BASE_DIR / "static"
PAGES = sorted(path.name for path in (STATIC / "js" / "pages").glob("*.js"))
WITHOUT_HANDS = [page for page in PAGES if page != "hands.js"]


def source(name: str) -> str:
    return str((STATIC / name).read_text())


def _modules(page: str) -> list[str]:
    """The modules in the script of this page."""
    whole = bundles.script(f"js/pages/{page}", source)
    return [name.replace("_", "-") for name in re.findall(r"const \$js_(\w+)_js =", whole)]


def having(**files: str) -> Callable[[str], str]:
    """Modules by name, all in one folder."""
    return lambda name: files[name.removesuffix(".js").removesuffix(".css")]


def test_every_stylesheet_is_in_one_of_those_that_pages_load_in_its_layer() -> None:
    made = [bundles.stylesheet(name, source) for name in STYLES]
    assert "@import" not in "".join(made)
    assert made[0].index("@layer reset, base, layout") < made[0].index("@layer reset {")
    for path in (STATIC / "css").glob("*.css"):
        if f"css/{path.name}" not in STYLES:
            held = sum(path.read_text() in whole for whole in made)
            assert held == 1, f"{path.name} is in {held} of them"


def test_pages_ask_for_no_other_styles() -> None:
    templates = (path.read_text() for path in (settings.BASE_DIR / "templates").rglob("*.html"))
    asked = {name for text in templates for name in re.findall(r"{% static '(css/.*?)' %}", text)}
    assert asked == set(STYLES)


def test_styles_keep_their_order() -> None:
    app = '@import url("b.css") layer(base);\n@import url("a.css") layer(components);\n'
    whole = bundles.stylesheet("app.css", having(app=app, a="a {}\n", b="b {}\n"))
    assert whole == "@layer base {\nb {}\n}\n@layer components {\na {}\n}\n"


@pytest.mark.parametrize(
    "app", ['@import "a.css";\n', '@import url("a.css");\n', '@import url("c.css") layer(base);\n']
)
def test_an_import_of_styles_in_another_form_is_refused(app: str) -> None:
    files = having(app=app, a="", c='@import url("a.css") layer(base);\n')
    with pytest.raises(bundles.BundleError):
        bundles.stylesheet("app.css", files)


@pytest.mark.parametrize("page", WITHOUT_HANDS)
def test_a_page_needs_no_other_script(page: str) -> None:
    assert _modules(page).count("press") == 1


@pytest.mark.parametrize(
    "page", [page for page in WITHOUT_HANDS if "pages-stage" in _modules(page)]
)
def test_what_comes_later_is_there_once_but_for_what_keeps_nothing_in_mind(page: str) -> None:
    assert set(_modules("hands.js")) & set(_modules(page)) <= {"answers"}


def test_every_module_is_in_a_page() -> None:
    whole = "".join(bundles.script(f"js/pages/{page}", source) for page in PAGES)
    for path in (STATIC / "js").glob("*.js"):
        assert f"const $js_{path.stem.replace('-', '_')}_js =" in whole, path.name


def test_a_module_comes_once_and_after_what_it_imports() -> None:
    whole = bundles.script(
        "page.js",
        having(
            page='import "./a.js";\nimport * as c from "./c.js";\nc.go();\n',
            a='import { go as start, other } from "./c.js";\nstart(other);\n',
            c="export function go() {}\nexport const other = 1;\n",
        ),
    )
    assert whole == bundles.BEGIN + (
        "const $c_js = begin(() => {\nfunction go() {}\nconst other = 1;\n\n"
        "return { go, other };\n});\n"
        "const $a_js = begin(() => {\nconst { go: start, other } = $c_js;\nstart(other);\n\n"
        "return {  };\n});\n"
        "const $page_js = begin(() => {\n\nconst c = $c_js;\nc.go();\n\nreturn {  };\n});\n"
    )


@pytest.mark.parametrize(
    "code",
    [
        "export default function go() {}",
        "export let state = 1;",
        "export { go };",
        'import go from "./b.js";',
        'import { go } from "elsewhere";',
        'const late = await import("./b.js");',
        "const here = import.meta.url;",
    ],
)
def test_a_module_in_another_form_is_refused(code: str) -> None:
    with pytest.raises(bundles.BundleError, match=r"a\.js"):
        bundles.script("a.js", having(a=f"{code}\n", b=""))


def test_modules_that_import_each_other_are_refused() -> None:
    files = having(a='import "./b.js";\n', b='import "./a.js";\n')
    with pytest.raises(bundles.BundleError, match="imports itself"):
        bundles.script("a.js", files)
