"""The tokens of the design as they stand in `static/css/tokens.css`: read, so never out of date."""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings

FILE = settings.BASE_DIR / "static" / "css" / "tokens.css"
# Dark comes second, in a media query that names only what differs.
DARK = "@media screen and (prefers-color-scheme: dark)"
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")


@dataclass(frozen=True)
class Tokens:
    """Every token by its name without dashes, as it is in light and in dark."""

    light: dict[str, str]
    dark: dict[str, str]

    def starting(self, *prefixes: str) -> list[str]:
        """The names that start so, in the order of the file."""
        return [name for name in self.light if name.startswith(prefixes)]

    @property
    def colours(self) -> list[str]:
        """The names of the tokens that are one colour."""
        return [name for name, value in self.light.items() if value.startswith("#")]


@cache
def tokens() -> Tokens:
    """All tokens. The file does not change while the server runs."""
    text = FILE.read_text()
    light, dark = map(_found_in, text.split(DARK))
    return Tokens(light, light | dark)


def _found_in(text: str) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in _TOKEN.findall(text)}
