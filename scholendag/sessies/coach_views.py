"""What the begeleider does about people and links."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from scholendag import live
from scholendag.sessies import actions, fragments, rules
from scholendag.sessies.actors import coach_of
from scholendag.sessies.models import AccessLink
from scholendag.sessies.sharing import qr_svg, shared


@require_safe
@never_cache
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """The code, the QR code and the links to hand out."""
    actor = coach_of(request, pk)
    links = actions.ensure_links(actor.sessie)
    join = shared(request, links.pop(AccessLink.Role.DEELNEMER))
    context = {
        "sessie": actor.sessie,
        "join": join,
        "qr": qr_svg(join.url),
        "others": [shared(request, link) for link in links.values()],
    }
    return render(request, "sessies/share.html", context)


@require_POST
def renew_link(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Put a new link in the place of one that went astray."""
    actor = coach_of(request, pk)
    link = get_object_or_404(actor.sessie.links, pk=link_pk)
    if not rules.may_renew(actor, link):
        raise Http404
    actions.renew_link(link)
    messages.success(request, "De nieuwe link staat klaar. De oude werkt niet meer.")
    return redirect("sessies:share", pk)


@require_POST
def remove(request: HttpRequest, pk: int, participant_pk: int) -> HttpResponse:
    """Let someone out of the day."""
    actor = coach_of(request, pk)
    participant = get_object_or_404(actor.sessie.participants, pk=participant_pk)
    if not rules.may_remove(actor, participant):
        raise Http404
    actions.remove(participant)
    return live.answer(*fragments.removed(participant))
