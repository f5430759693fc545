"""Coming in: the home page, the code, the link, the name."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scholendag.accounts.models import User
from scholendag.sessies import actions, queries, rules
from scholendag.sessies.actors import cookie_name, link_for, participant_from
from scholendag.sessies.forms import BOUW_SUGGESTIONS, CodeForm, JoinForm
from scholendag.sessies.models import AccessLink, Participant, Sessie
from scholendag.sessies.refused import Refused
from scholendag.sessies.remembering import remember

WRONG_INPUT = 422


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """The days of a begeleider; for anyone else the way in."""
    if not isinstance(request.user, User):
        return render(request, "sessies/landing.html", {"form": CodeForm()})
    days = queries.days_of(request.user)
    context = {
        "upcoming": [day for day in reversed(days) if day.is_upcoming],
        "past": [day for day in days if not day.is_upcoming],
        "may_make_days": queries.coaches_a_school(request.user),
    }
    return render(request, "sessies/home.html", context)


@require_safe
@never_cache
@gzip_page
def join(request: HttpRequest) -> HttpResponse:
    """Type the code, which comes back as `?code=`. It only finds the day; it makes nobody."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        links = actions.ensure_links(form.sessie)
        return redirect("sessies:join-link", links[AccessLink.Role.DEELNEMER].token)
    status = WRONG_INPUT if form.is_bound else None
    return render(request, "sessies/join.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@gzip_page
def join_link(request: HttpRequest, token: str) -> HttpResponse:
    """Come in by the link of the day. Opening it asks for a name; only a POST makes someone."""
    link = _living(token)
    sessie = link.sessie
    if participant_from(request.COOKIES, sessie):
        return redirect("stage:deelnemer", sessie.code)
    if not rules.may_join(sessie):
        return render(request, "sessies/closed.html", {"sessie": sessie})
    if request.method == "POST":
        return _join(request, link, JoinForm(request.POST))
    return _name_page(request, link, JoinForm())


@require_POST
@never_cache
def join_again(request: HttpRequest, token: str) -> HttpResponse:
    """Go on as the person who has this name already, on another device or after a lost cookie."""
    sessie = _living(token).sessie
    form = JoinForm(request.POST)
    me = queries.namesake(sessie, form.cleaned_data["name"]) if form.is_valid() else None
    known = participant_from(request.COOKIES, sessie)
    if me is None or known or not rules.may_join(sessie):
        return redirect("sessies:join-link", token)
    return _let_in(sessie, me)


def _living(token: str) -> AccessLink:
    """The link to join by. Raises Http404 when it never opened anything or does no longer."""
    link = link_for(token, AccessLink.Role.DEELNEMER)
    if link is None:
        raise Http404
    return link


def _join(request: HttpRequest, link: AccessLink, form: JoinForm) -> HttpResponse:
    sessie = link.sessie
    if not form.is_valid():
        return _name_page(request, link, form)
    data = form.cleaned_data
    try:
        me = actions.join(sessie, form.full_name, data["bouw"], data["client_id"])
    except actions.NameTaken as taken:
        return _ask_if_same(request, link, form, taken)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _name_page(request, link, form)
    return _let_in(sessie, me)


def _let_in(sessie: Sessie, me: Participant) -> HttpResponse:
    """To the day, with the cookie by which this browser is this person from now on."""
    return remember(redirect("stage:deelnemer", sessie.code), cookie_name(sessie), me.token)


def _name_page(request: HttpRequest, link: AccessLink, form: JoinForm) -> HttpResponse:
    context = {
        "sessie": link.sessie,
        "token": link.token,
        "form": form,
        "bouwen": BOUW_SUGGESTIONS,
        # They had a cookie, and yet they are nobody here: the begeleider took them out.
        "was_removed": cookie_name(link.sessie) in request.COOKIES,
    }
    status = WRONG_INPUT if form.is_bound else None
    return render(request, "sessies/join_name.html", context, status=status)


def _ask_if_same(
    request: HttpRequest, link: AccessLink, form: JoinForm, taken: actions.NameTaken
) -> HttpResponse:
    """Someone has this name already: is it you, or are there two of you?"""
    if form.cleaned_data["addition"]:
        form.add_error("addition", f"{taken.message} Typ nog een letter.")
    elif "addition" in form.data:
        form.add_error("addition", "Typ de eerste letter van je achternaam, of je bouw.")
    context = {"form": form, "namesake": taken.participant, "token": link.token}
    status = WRONG_INPUT if form.errors else None
    return render(request, "sessies/join_same_name.html", context, status=status)
