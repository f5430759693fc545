"""Who looks at a picture. A browser asks for one without saying which of its roles it is for."""

from contextlib import suppress

from django.http import Http404, HttpRequest

from scholendag.inspiratieverhaal.models import Picture
from scholendag.inspiratieverhaal.queries import shown_in, teller_key
from scholendag.sessies.actors import coach_of, held_link, participant_from
from scholendag.sessies.models import AccessLink, Sessie


def may_look(request: HttpRequest, picture: Picture) -> bool:
    """Its teller always may; everyone of the day as long as it is on every screen."""
    return _is_theirs(request, picture) or (
        shown_in(picture.story.block) == picture and _is_of(request, picture.story.block.sessie)
    )


def _is_theirs(request: HttpRequest, picture: Picture) -> bool:
    block = picture.story.block
    link = held_link(request.COOKIES, block.sessie_id, AccessLink.Role.VERTELLER)
    return (
        link is not None and teller_key(link) == picture.story.teller and not block.sessie.is_closed
    )


def _is_of(request: HttpRequest, sessie: Sessie) -> bool:
    if participant_from(request.COOKIES, sessie):
        return True
    for role in (AccessLink.Role.SCHERM, AccessLink.Role.VERTELLER):
        if held_link(request.COOKIES, sessie.pk, role):
            return True
    with suppress(Http404):
        return coach_of(request, sessie.pk).is_coach
    return False
