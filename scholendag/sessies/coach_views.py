"""What the begeleider does about people and links."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from scholendag import live
from scholendag.sessies import actions, fragments, handing_out, rules
from scholendag.sessies.actors import Actor, account_of, coach_of
from scholendag.sessies.forms import RoleForm
from scholendag.sessies.models import AccessLink
from scholendag.sessies.queries import named_links
from scholendag.sessies.refused import Refused
from scholendag.sessies.sharing import qr_svg, shared

WRONG_INPUT = 422


@require_safe
@never_cache
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """The code, the QR code and the links to hand out, also those with a role."""
    return _share_page(request, coach_of(request, pk))


@require_POST
def hand_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link with a role for someone."""
    actor = account_of(request, pk)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _share_page(request, actor, form)
    try:
        link = handing_out.hand_out(actor, form.cleaned_data["role"], form.cleaned_data["holder"])
    except Refused as refusal:
        form.add_error("holder", refusal.message)
        return _share_page(request, actor, form)
    messages.success(request, f"De link voor {link.holder} staat klaar. Kopieer hem hieronder.")
    return redirect(f"{reverse('sessies:share', args=[pk])}#{link.dom_id}")


@require_POST
def withdraw(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Take a role back; the pages that are open on its link close at once."""
    actor = account_of(request, pk)
    link = get_object_or_404(actor.sessie.links, pk=link_pk)
    if not rules.may_withdraw(actor, link):
        raise Http404
    handing_out.withdraw(actor, link)
    messages.success(request, f"De link van {link.holder} werkt niet meer.")
    return redirect("sessies:share", pk)


@require_POST
def renew_link(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Put a new link in the place of one that went astray."""
    actor = account_of(request, pk)
    link = get_object_or_404(actor.sessie.links, pk=link_pk)
    if not rules.may_renew(actor, link):
        raise Http404
    handing_out.renew(actor, link)
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


def _share_page(request: HttpRequest, actor: Actor, form: RoleForm | None = None) -> HttpResponse:
    """The page; of a medebegeleider only with what everyone in the room may know.

    With another's link somebody could stay in after their own was withdrawn.
    """
    links = actions.ensure_links(actor.sessie)
    join = shared(request, links.pop(AccessLink.Role.DEELNEMER))
    context = {"actor": actor, "sessie": actor.sessie, "join": join, "qr": qr_svg(join.url)}
    if rules.may_hand_out(actor):
        context |= {
            "form": form or RoleForm(),
            "helpers": [shared(request, link) for link in named_links(actor.sessie)],
        }
    else:
        links.pop(AccessLink.Role.SCHOOLLEIDER)
    context["others"] = [shared(request, link) for link in links.values()]
    status = WRONG_INPUT if form else None
    return render(request, "sessies/share.html", context, status=status)
