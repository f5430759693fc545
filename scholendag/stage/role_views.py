"""The page behind the link of someone who helps: a medebegeleider, or who has one task."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from scholendag import live
from scholendag.sessies.actors import HELPERS, Actor, holder_of, link_cookie, link_for
from scholendag.sessies.handing_out import opened
from scholendag.sessies.remembering import remember
from scholendag.stage import roles


@require_safe
@never_cache
@gzip_page
def rol(request: HttpRequest, token: str) -> HttpResponse:
    """Open what this link is for; from now on the browser remembers it, for the other pages."""
    link = link_for(token, *HELPERS)
    if link is None:
        raise Http404
    if "HX-Request" not in request.headers:
        opened(link)
    actor = holder_of(link)
    page = redirect("stage:begeleider", link.sessie_id) if actor.is_coach else _page(request, actor)
    return remember(page, link_cookie(link), token)


def _page(request: HttpRequest, actor: Actor) -> HttpResponse:
    page = render(request, "stage/rol.html", roles.rol_page(actor))
    return live.conditional(request, page)
