"""Makes one stylesheet or script of a file and all that it imports.

The sources stay one file per component, and the embedded default serves them as they are: each
import is a round trip then, which costs nothing on one machine and seconds on a bad network. This
knows the few forms of import and export that the sources use, and refuses any other.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

# What a file holds, by its name below static/.
Read = Callable[[str], str]

STYLES = re.compile(r'^@import url\("([^"]+)"\) layer\((\w+)\);$', re.MULTILINE)
IMPORT = re.compile(r'^import (?:(\{[^}]*\}|\* as \w+) from )?"(\.[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Comments and indents that have a line, or the beginning of one, for themselves.
ASIDE = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n|^[ \t]+", re.MULTILINE)
# A module that fails at its start takes no other with it, as when each was loaded by itself.
BEGIN = """const begin = (module) => {
  try { return module(); } catch (error) { reportError(error); return {}; }
};
"""


class BundleError(ValueError):
    """A source has a form that is not known here."""


def bare(text: str) -> str:
    """A bundle without its comments on lines of their own and its indents.

    No more than that: compressed, shorter names gain a few kilobytes, and a minifier that reorders
    what is declared can break what every source by itself does well.
    """
    return ASIDE.sub("", text)


def stylesheet(name: str, read: Read) -> str:
    """This stylesheet with each import in the layer that it asks for. Raises BundleError."""

    def layer(match: re.Match[str]) -> str:
        text = read(_beside(name, match[1]))
        if "@import" in COMMENT.sub("", text):
            raise BundleError(f"{match[1]}: only {name} may import")
        return f"@layer {match[2]} {{\n{text}}}"

    text = STYLES.sub(layer, read(name))
    if "@import" in COMMENT.sub("", text):
        raise BundleError(f'{name}: an import is @import url("x.css") layer(y);')
    return text


def script(name: str, read: Read) -> str:
    """This module and all that it imports, in the order in which a browser runs them.

    Each is a function that gives what it exports. Raises BundleError.
    """
    bundle: dict[str, str] = {}
    _add(name, read, bundle, ())
    return BEGIN + "".join(bundle.values())


def _add(name: str, read: Read, bundle: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise BundleError(f"{name} imports itself, by way of {', '.join(above)}")
    if name in bundle:
        return
    source = read(name)
    for _, path in IMPORT.findall(source):
        _add(_beside(name, path), read, bundle, (*above, name))
    bundle[name] = _function(name, source)


def _function(name: str, source: str) -> str:
    def taken(match: re.Match[str]) -> str:
        names, path = match.groups()
        if names is None:
            return ""
        names = names.removeprefix("* as ").replace(" as ", ": ")
        return f"const {names} = {_variable(_beside(name, path))};"

    code = IMPORT.sub(taken, source)
    given = ", ".join(found[1] for found in EXPORT.findall(code))
    code = EXPORT.sub(r"\1 \2", code)
    # A comment may take a type from another module.
    if re.search(r"^\s*(import|export)\b|\bimport[.(]", COMMENT.sub("", code), re.MULTILINE):
        raise BundleError(f"{name}: an import or export that is not known here")
    return f"const {_variable(name)} = begin(() => {{\n{code}\nreturn {{ {given} }};\n}});\n"


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name)


def _beside(name: str, path: str) -> str:
    return normpath(join(dirname(name), path))
