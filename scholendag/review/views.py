"""Looking back at a day, read-only, by whoever holds the schoolleider's link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from scholendag.review.pages import document_of
from scholendag.sessies.actors import link_for
from scholendag.sessies.handing_out import opened
from scholendag.sessies.models import AccessLink


@require_safe
@gzip_page
def terugkijken(request: HttpRequest, token: str) -> HttpResponse:
    """All that the day left, per block."""
    link = link_for(token, AccessLink.Role.SCHOOLLEIDER)
    if link is None:
        raise Http404
    opened(link)
    document = document_of(link.sessie)
    context = {
        "link": link,
        "sessie": link.sessie,
        "agreed": document.agreed,
        "blocks": document.blocks,
    }
    return render(request, "review/terugkijken.html", context)
