"""Who may hear what of a verbeterbord. Asked when a socket opens and whenever rights change."""

from dataclasses import dataclass

from scholendag.live import audiences
from scholendag.live.viewers import Scope
from scholendag.sessies.actors import link_for
from scholendag.sessies.models import AccessLink
from scholendag.sessies.tokens import digest_of


@dataclass(frozen=True)
class BordViewer:
    """A page that rests on the link of a team's verbeterbord."""

    token: str

    @property
    def key(self) -> str:
        """One link, without what opens it: keys travel between processes."""
        return f"bord.{digest_of(self.token)}"

    def audiences(self) -> frozenset[str] | None:
        """The team, as long as the link lives."""
        link = link_for(self.token, AccessLink.Role.BORD)
        return frozenset({audiences.team(link.team_id)}) if link and link.team_id else None

    def arrived(self) -> None:
        """Who looks at the board is not kept."""

    def left(self) -> None:
        """Nothing to note."""


def bord_viewer(scope: Scope) -> BordViewer:
    """Whoever holds the link of the path."""
    return BordViewer(str(scope["url_route"]["kwargs"]["token"]))
