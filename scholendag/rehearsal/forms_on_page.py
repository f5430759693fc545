"""Reading the forms on a page as a browser would, for the simulated colleagues."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser

ACTIONS = ("hx-post", "action")


@dataclass
class PageForm:
    """A form on a page: where it goes and the fields that are on it, filled as they stand."""

    action: str
    lane: str
    csrf: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def occasion(self) -> str:
        """What this form asks, so that nobody keeps answering the same."""
        return f"{self.action} {','.join(sorted(self.fields))}"


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.csrf = ""
        self.lane = ""
        self.open: PageForm | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.csrf = self.csrf or _csrf_in(values.get("hx-headers:inherited", ""))
        if tag == "form":
            action = next((values[name] for name in ACTIONS if values.get(name)), "")
            self.open = PageForm(action, values.get("data-lane", ""), self.csrf)
            self.forms.append(self.open)
        elif self.open and tag in ("input", "textarea", "select") and values.get("name"):
            self.open.fields[values["name"]] = values.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None


def forms_on(page: str) -> list[PageForm]:
    """The forms of the page, in order."""
    reader = _FormReader()
    reader.feed(page)
    return reader.forms


def _csrf_in(headers: str) -> str:
    return str(json.loads(headers).get("X-CSRFToken", "")) if headers else ""
