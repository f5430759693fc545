"""The handleiding and the statement on accessibility, for anyone; and who has seen the tour."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from scholendag.accounts.models import User
from scholendag.help.chapters import CHAPTERS, chapter_called

NO_CONTENT = 204


@require_safe
def handleiding(request: HttpRequest) -> HttpResponse:
    """Which chapters there are, and for whom."""
    return render(request, "handleiding/index.html", {"chapters": CHAPTERS})


@require_safe
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """One chapter. There is nothing private in it, so nobody has to sign in."""
    found = chapter_called(slug)
    if found is None:
        raise Http404
    return render(request, found.template, {"chapter": found, "chapters": CHAPTERS})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the application is, and whom to tell what is not right."""
    return render(request, "handleiding/accessibility.html", {"contact": settings.CONTACT_EMAIL})


@require_POST
@login_required
def tour_seen(request: HttpRequest) -> HttpResponse:
    """This coach finished or skipped the tour; it does not begin by itself any more."""
    assert isinstance(request.user, User)  # noqa: S101 - login_required found an account
    request.user.see_tour()
    return HttpResponse(status=NO_CONTENT)
