"""The programmes of a coach: saving a day as one, files out and in, and throwing them away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scholendag.accounts.models import User
from scholendag.agenda import owned
from scholendag.agenda.content import ProgrammeContent, ProgrammeError, check
from scholendag.agenda.programme_forms import ImportForm, SaveForm
from scholendag.agenda.responses import CONFLICT, WRONG_INPUT
from scholendag.agenda.single import FormPage, is_sent
from scholendag.agenda.views import coach_in
from scholendag.agenda.writing import written
from scholendag.sessies.actors import coach_of
from scholendag.sessies.refused import Refused

SAVE = FormPage(
    "Bewaar deze agenda als eigen sjabloon",
    "Bewaar",
    "Je kunt er later een nieuwe dag mee maken. Wat mensen schreven, gaat niet mee. "
    "Stappen die je vandaag overslaat, staan er gewoon in.",
)


@require_safe
@login_required
def programmes(request: HttpRequest) -> HttpResponse:
    """One's own programmes, those of everyone, and the way to read one from a file."""
    return _programmes(request, coach_in(request), ImportForm())


@require_POST
@login_required
def import_file(request: HttpRequest) -> HttpResponse:
    """Keep the programme in a file as one's own, or say all that is wrong with it."""
    coach = coach_in(request)
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _programmes(request, coach, form, WRONG_INPUT)
    try:
        programme = owned.save_own(coach, form.cleaned_data["file"])
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _programmes(request, coach, form, CONFLICT)
    messages.success(request, f"{programme} staat nu bij je eigen sjablonen.")
    return redirect("agenda:programmes")


@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the agenda of a day as a programme of one's own, new or in place of another."""
    actor = coach_of(request, pk)
    if actor.user is None:
        return render(request, "agenda/no_account.html", {"actor": actor, "sessie": actor.sessie})
    form = SaveForm(actor.user, actor.sessie, request.POST if is_sent(request) else None)
    if not form.is_valid():
        return SAVE.show(request, actor, form)
    try:
        programme = form.save()
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return SAVE.show(request, actor, form, CONFLICT)
    messages.success(request, f"{programme} staat bij je eigen sjablonen.")
    return redirect("agenda:prepare", pk)


@require_safe
def export_day(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda of a day as a file."""
    sessie = coach_of(request, pk).sessie
    return _file(owned.programme_of(sessie, sessie.title, ""))


@require_safe
@login_required
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """A programme as a file."""
    found = get_object_or_404(owned.programmes_for(coach_in(request)), slug=slug)
    try:
        return _file(check(found.content))
    except ProgrammeError as error:
        raise Http404 from error


@require_POST
@login_required
def delete(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw away a programme of one's own. Days that were made from it stay."""
    found = get_object_or_404(coach_in(request).programmes, slug=slug)
    found.delete()
    messages.success(request, f"{found} is weg. Dagen die je ermee maakte, blijven.")
    return redirect("agenda:programmes")


def _programmes(
    request: HttpRequest, coach: User, form: ImportForm, status: int | None = None
) -> HttpResponse:
    found = owned.programmes_for(coach)
    context = {
        "own": [one for one in found if one.owner_id],
        "everyones": [one for one in found if not one.owner_id],
        "form": form,
    }
    return render(request, "agenda/programmes.html", context, status=status)


def _file(content: ProgrammeContent) -> HttpResponse:
    response = HttpResponse(written(content), content_type="application/yaml; charset=utf-8")
    name = slugify(content.title) or content.slug
    response["Content-Disposition"] = f'attachment; filename="{name}.yaml"'
    return response
