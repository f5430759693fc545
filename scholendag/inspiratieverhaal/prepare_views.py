"""The page where a teller prepares the story. The coach does not open it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.breakouts.writing import CONFLICT, Overtaken
from scholendag.breakouts.writing import answer as written
from scholendag.inspiratieverhaal import fragments, preparing, queries
from scholendag.inspiratieverhaal.forms import AltForm, AnswerForm, PictureForm
from scholendag.inspiratieverhaal.guiding import GUIDING, GuidingQuestion
from scholendag.inspiratieverhaal.models import Picture
from scholendag.inspiratieverhaal.photos import MOST_BYTES
from scholendag.inspiratieverhaal.rules import MOST_PICTURES, has_place
from scholendag.instruments.preparing import block_to_prepare, places_for
from scholendag.live.bodies import takes_up_to
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import AccessLink
from scholendag.sessies.refused import Refused

WRONG_INPUT = 422
# Enough above what fits, so that who chose a file that is too large still reads a sentence.
MOST_SENT = 2 * MOST_BYTES


@require_GET
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The six questions, and the pictures."""
    return _page(request, *_teller(request, pk), PictureForm())


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep one answer. The answer to that is the line that says so, and the text as it is now
    when that is not what was sent."""
    block, _, link = _teller(request, pk)
    question = _question(request)
    form = AnswerForm({"text": request.POST[question.name]})
    if not form.is_valid():
        line = fragments.saved(block, question, live.problems_in(form))
        return live.answer(line, status=WRONG_INPUT)
    text, field = form.cleaned_data["text"], fragments.field(block, link, question)
    try:
        stored = preparing.answer(block, link, question, text, request.POST.getlist("base"))
    except Overtaken as refused:
        line = fragments.saved(block, question, refused.message)
        now = getattr(queries.story_of(block, link), question.name)
        return written(text, now, field, line, status=CONFLICT)
    return written(text, stored, field, fragments.saved(block, question))


@require_POST
def ready(request: HttpRequest, pk: int) -> HttpResponse:
    """The story is ready."""
    block, _, link = _teller(request, pk)
    preparing.call_ready(block, link, ready=True)
    messages.success(request, "Je begeleider ziet nu dat je verhaal klaar is.")
    return redirect("inspiratieverhaal:prepare", pk)


@require_POST
def not_ready(request: HttpRequest, pk: int) -> HttpResponse:
    """The story is not ready after all."""
    block, _, link = _teller(request, pk)
    preparing.call_ready(block, link, ready=False)
    return redirect("inspiratieverhaal:prepare", pk)


@takes_up_to(MOST_SENT)
@require_POST
def add_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """One more picture."""
    block, actor, link = _teller(request, pk)
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, block, actor, link, form)
    try:
        data = form.cleaned_data
        picture = preparing.add_picture(block, link, data["file"], data["alt"])
    except Refused as refused:
        form.add_error("file", refused.message)
        return _page(request, block, actor, link, form)
    messages.success(request, "De foto staat erbij.")
    return redirect(f"{_address(picture)}#{picture.dom_id}")


@require_POST
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words for a picture."""
    picture = _picture(request, pk)
    form = AltForm(request.POST, instance=picture)
    if form.is_valid():
        preparing.describe(picture, form.cleaned_data["alt"])
        messages.success(request, "Bewaard.")
    else:
        messages.error(request, live.problems_in(form))
    return redirect(f"{_address(picture)}#{picture.dom_id}")


@require_POST
def move(request: HttpRequest, pk: int, direction: str) -> HttpResponse:
    """Put a picture one place earlier or later."""
    picture = _picture(request, pk)
    preparing.move_picture(picture, places_for(direction))
    return redirect(f"{_address(picture)}#{picture.dom_id}")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a picture away."""
    picture = _picture(request, pk)
    address = _address(picture)
    preparing.remove_picture(picture)
    messages.success(request, "De foto is weg.")
    return redirect(address)


def _teller(request: HttpRequest, pk: int) -> tuple[Block, Actor, AccessLink]:
    preparation = block_to_prepare(request, pk, "inspiratieverhaal")
    link = preparation.actor.link
    assert link  # noqa: S101 - a private preparation is found through one
    return preparation.block, preparation.actor, link


def _picture(request: HttpRequest, pk: int) -> Picture:
    """A picture of one's own; that of another teller is not there."""
    picture = get_object_or_404(queries.pictures(), pk=pk)
    _, _, link = _teller(request, picture.story.block_id)
    if picture.story.teller != queries.teller_key(link):
        raise Http404
    return picture


def _question(request: HttpRequest) -> GuidingQuestion:
    sent = [question for question in GUIDING if question.name in request.POST]
    if len(sent) != 1:
        raise Http404
    return sent[0]


def _address(picture: Picture) -> str:
    return redirect("inspiratieverhaal:prepare", picture.story.block_id).url


def _page(
    request: HttpRequest, block: Block, actor: Actor, link: AccessLink, form: PictureForm
) -> HttpResponse:
    story = queries.story_of(block, link)
    pictures = list(queries.pictures_of(story))
    context = {
        # Not "block": that is what a template calls a part of itself.
        "verhaal": block,
        "actor": actor,
        "story": story,
        "answers": queries.answers_in(story),
        "pictures": pictures,
        "form": form if has_place(len(pictures)) or form.is_bound else None,
        "most": MOST_PICTURES,
    }
    status = WRONG_INPUT if form.is_bound else None
    return render(request, "inspiratieverhaal/prepare.html", context, status=status)
