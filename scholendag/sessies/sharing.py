"""Links as people get them: whole addresses, and a QR code for who stands before the beamer."""

from dataclasses import dataclass

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from scholendag.sessies.models import AccessLink, Sessie
from scholendag.sessies.queries import living_link
from scholendag.sessies.rules import RENEWABLE

Role = AccessLink.Role

PAGES = {
    Role.DEELNEMER: "sessies:join-link",
    Role.SCHERM: "stage:scherm",
    Role.SCHOOLLEIDER: "review:terugkijken",
    Role.BORD: "verbeterbord:bord",
    Role.MEDEBEGELEIDER: "stage:rol",
    Role.DATAREDACTEUR: "stage:rol",
    Role.GESPREKSLEIDER: "stage:rol",
    Role.AANTEKENAAR: "stage:rol",
    Role.VERTELLER: "stage:rol",
}
TITLES = {
    Role.DEELNEMER: "Meedoen",
    Role.SCHERM: "Scherm",
    Role.SCHOOLLEIDER: "Schoolleider",
}
EXPLANATIONS = {
    Role.DEELNEMER: "Stuur deze link naar alle deelnemers.",
    Role.SCHERM: "Open deze link op de beamer of op het scherm dat je deelt.",
    Role.SCHOOLLEIDER: "Geef deze link aan de schoolleider. Daarmee kun je alleen meelezen.",
}
TASKS = {
    Role.MEDEBEGELEIDER: "begeleidt de dag samen met jou, maar sluit de dag niet af",
    Role.DATAREDACTEUR: "maakt de kaarten van de datamuur",
    Role.GESPREKSLEIDER: "zet de vragen voor de leerlingen klaar en leidt hun gesprek",
    Role.AANTEKENAAR: "schrijft mee tijdens het gesprek met de leerlingen",
    Role.VERTELLER: "vertelt het inspiratieverhaal, en bereidt dat voor zonder dat iemand meeleest",
    Role.SCHOOLLEIDER: "leest terug wat de dag opleverde",
}


@dataclass(frozen=True)
class SharedLink:
    """A link as the begeleider hands it out."""

    link: AccessLink
    url: str

    @property
    def title(self) -> str:
        """Who or what it is for."""
        return TITLES[Role(self.link.role)]

    @property
    def explanation(self) -> str:
        """What to do with it."""
        return EXPLANATIONS[Role(self.link.role)]

    @property
    def is_renewable(self) -> bool:
        """The begeleider can replace it."""
        return self.link.role in RENEWABLE


def path_of(link: AccessLink) -> str:
    """The path of the page that this link opens."""
    return reverse(PAGES[Role(link.role)], args=[link.token])


def shared(request: HttpRequest, link: AccessLink) -> SharedLink:
    """The link with its whole address, as seen from the browser that asks."""
    return SharedLink(link, request.build_absolute_uri(path_of(link)))


def join_url(request: HttpRequest, sessie: Sessie) -> str:
    """The whole address where people join this sessie."""
    link = living_link(sessie, Role.DEELNEMER)
    return request.build_absolute_uri(path_of(link) if link else join_path(sessie))


def join_path(sessie: Sessie) -> str:
    """The path where people join with the code, filled in already."""
    return f"{reverse('sessies:join')}?{urlencode({'code': sessie.code})}"


def qr_svg(url: str) -> SafeString:
    """A QR code of this address, as an <svg> that grows with its container."""
    code = segno.make_qr(url, error="m")
    svg: str = code.svg_inline(omitsize=True, light="white", svgclass=None, lineclass=None)
    return mark_safe(svg)  # noqa: S308 - only shapes; the address is in their places
