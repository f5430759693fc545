"""The page on which a coach prepares all groups of the day, with wishes and addresses."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from scholendag import live
from scholendag.breakouts import addresses, arranging, pages, queries, rules
from scholendag.breakouts.address_list import MOST_BYTES, AddressList, decode, read
from scholendag.breakouts.forms import WishForm
from scholendag.breakouts.models import Wish
from scholendag.sessies.actors import Actor, coach_of
from scholendag.sessies.refused import Refused

WRONG_INPUT = 422


@require_safe
@never_cache
def groups(request: HttpRequest, pk: int) -> HttpResponse:
    """Every division of the day, to make and shuffle before its step runs."""
    return render(request, "breakouts/groups.html", pages.groups_page(coach_of(request, pk)))


@require_POST
def wish(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who sits together or apart."""
    actor = _arranger(request, pk)
    form = WishForm(request.POST, actor.sessie)
    if not form.is_valid():
        return _wrong(request, actor, wish_error=live.problems_in(form))
    kind, people = Wish.Kind(form.cleaned_data["kind"]), form.cleaned_data["people"]
    return _done(request, actor, "wensen", lambda: arranging.wish(actor, kind, people))


@require_POST
def drop_wish(request: HttpRequest, pk: int, wish_pk: int) -> HttpResponse:
    """Ask this no longer."""
    actor = _arranger(request, pk)
    wish = get_object_or_404(Wish, sessie=actor.sessie, pk=wish_pk)
    return _done(request, actor, "wensen", lambda: arranging.drop_wish(wish))


@require_POST
def store_addresses(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the addresses of a list, pasted or as a file; nothing of it when a line is wrong."""
    actor = _arranger(request, pk)
    found = _list_in(request)
    if found.mistakes:
        typed = request.POST.get("list", "")[:MOST_BYTES]
        return _wrong(request, actor, address_mistakes=found.mistakes, typed=typed)
    messages.success(request, f"Er staan nu {len(found.found)} e-mailadressen.")
    return _done(request, actor, "adressen", lambda: addresses.store(actor.sessie, found.found))


@require_POST
def clear_addresses(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget all addresses."""
    actor = _arranger(request, pk)
    messages.success(request, "De e-mailadressen zijn weg.")
    return _done(request, actor, "adressen", lambda: addresses.clear(actor.sessie))


@require_safe
@never_cache
def zoom_list(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The groups as a file for Zoom; who lacks an address is named on the page instead."""
    actor = _arranger(request, pk)
    division = queries.division_called(actor.sessie, key)
    if division is None:
        raise Http404
    try:
        text = addresses.zoom_list(actor.sessie, queries.seatings(division))
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("breakouts:groups", pk)
    headers = {"Content-Disposition": f'attachment; filename="zoom-{key}.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def _arranger(request: HttpRequest, pk: int) -> Actor:
    """Who may change the groups of this day. Raises Http404, also once it is closed."""
    actor = coach_of(request, pk)
    if not rules.may_arrange(actor):
        raise Http404
    return actor


def _list_in(request: HttpRequest) -> AddressList:
    file = request.FILES.get("file")
    size = (file.size or 0) if file else len(request.POST.get("list", ""))
    if size > MOST_BYTES:
        return AddressList(mistakes=["Deze lijst is te groot. Zet er alleen namen en adressen in."])
    return read(decode(file.read()) if file else request.POST.get("list", ""))


def _done(
    request: HttpRequest, actor: Actor, section: str, act: Callable[[], object]
) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(f"{reverse('breakouts:groups', args=[actor.sessie.pk])}#{section}")


def _wrong(request: HttpRequest, actor: Actor, **why: object) -> HttpResponse:
    context = pages.groups_page(actor) | why
    return render(request, "breakouts/groups.html", context, status=WRONG_INPUT)
