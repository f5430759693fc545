"""Putting notes on boards, changing them, and the coach's signal. Every answer is fragments."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards import actions, fragments, name_hints, queries, rules, undo
from scholendag.boards.forms import AddForm, ChangeForm
from scholendag.boards.kinds import BoardKind, kind_called
from scholendag.boards.models import Board, Lane, Note
from scholendag.boards.placing import Placed, Wish, place_all
from scholendag.boards.rules import Standing
from scholendag.live.later import Later, answers_later, later
from scholendag.sessies.actors import Actor, actor_in
from scholendag.sessies.refused import Refused


@answers_later
@require_POST
def add(request: HttpRequest, lane: int) -> HttpResponse:
    """Put a note in a lane. A refusal stands beside the field, where the text stays.

    All who press enter at one moment are served together.
    """
    found = get_object_or_404(queries.all_lanes(), pk=lane)
    actor = _member(request, found.board)
    form = AddForm(request.POST, kind=found.board.kind)
    if not form.is_valid():
        return live.answer(fragments.refusal(found.refusal_id, form.problem), status=422)
    return later(Wish(actor, found, form.text, form.sent_as), _add_all)


def _add_all(answers: Sequence[Later[Wish]]) -> None:
    outcomes = place_all([answer.job for answer in answers])
    written = [(answer.job.actor.sessie, answer.job.text) for answer in answers]
    names = name_hints.seen_in(written)
    for answer, outcome, seen in zip(answers, outcomes, names, strict=True):
        answer.become(_added(outcome, answer.job.lane, seen))


def _added(outcome: Placed | Refused, lane: Lane, names: name_hints.Names) -> HttpResponse:
    if isinstance(outcome, Refused):
        return live.answer(fragments.refusal(lane.refusal_id, outcome.message), status=422)
    hint = name_hints.beside_composer(lane, outcome.note, names)
    status = 201 if outcome.is_new else 200
    return live.answer(*outcome.shown, fragments.refusal(lane.refusal_id), hint, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form to change one's own note, in the note itself; after saving the note. The coach
    corrects anyone's so."""
    note = _note(pk)
    who = _who(
        request,
        note.lane.board,
        lambda who: _is_theirs(who, note) or rules.may_moderate(who, note.lane.board),
    )
    form = ChangeForm(request.POST or None, kind=note.lane.board.kind, initial={"text": note.text})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_note(who.actor, note, form.text, form.seen_text)
        except Refused as error:
            form.add_error("text", error.message)
        else:
            return _edited(note, who, form.text)
    status = 422 if form.errors else 200
    context = {"note": note, "form": form, "corrects": not _is_theirs(who, note)}
    return render(request, "boards/_note_form.html", context, status=status)


def _edited(note: Note, who: Standing, text: str) -> HttpResponse:
    [names] = name_hints.seen_in([(who.actor.sessie, text)])
    return live.answer(
        fragments.note(note, who.step, for_coaches=who.actor.is_coach),
        name_hints.in_note(note, names),
        name_hints.beside_composer(note.lane),
    )


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete one's own note. In its place comes a button that puts it back."""
    note = _note(pk)
    who = _who(request, note.lane.board, lambda who: _is_theirs(who, note))
    try:
        taken = actions.take_back(who.actor, note)
    except Refused as error:
        return live.answer(fragments.problem(note, error.message), status=422)
    return live.answer(
        live.remove(note.dom_id),
        *([fragments.gone(taken, undo.pack(taken))] if taken else []),
        *fragments.own(note.lane.board, who),
        fragments.refusal(note.lane.refusal_id),
        name_hints.beside_composer(note.lane),
    )


@require_POST
def put_back(request: HttpRequest) -> HttpResponse:
    """Put a note back that its owner just took away."""
    taken = undo.unpack(request.POST.get("packed", ""))
    if taken is None:
        raise Http404
    who = _who(request, taken.lane.board, lambda who: rules.belongs(who, taken.lane.board))
    try:
        note = undo.put_back(who.actor, taken)
    except Refused as error:
        return live.answer(fragments.not_put_back(taken, error.message), status=422)
    return live.answer(
        live.remove(note.gone_id),
        fragments.note(note, who.step),
        *fragments.own(note.lane.board, who),
        fragments.refusal(note.lane.refusal_id),
        name_hints.beside_composer(note.lane),
    )


@require_POST
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take someone's note off everyone's board."""
    return _moderate(request, pk, actions.hide)


@require_POST
def unhide(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a hidden note back."""
    return _moderate(request, pk, actions.unhide)


@require_POST
def reveal(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """Show all notes of this kind in the block to everyone."""
    found = get_object_or_404(Block.objects.select_related("sessie"), pk=block)
    actor = actor_in(request, found.sessie)
    declared = _kind_or_404(kind)
    if not rules.may_reveal(actor, found, declared):
        raise Http404
    actions.reveal(found, declared, actor)
    return live.refetch()


def _note(pk: int) -> Note:
    return get_object_or_404(queries.all_notes(), pk=pk)


def _kind_or_404(slug: str) -> BoardKind:
    try:
        return kind_called(slug)
    except KeyError:
        raise Http404 from None


def _is_theirs(who: Standing, note: Note) -> bool:
    return rules.is_mine(who, note) and rules.may_read(who, note)


def _member(request: HttpRequest, board: Board) -> Actor:
    """Who asks, as one of those for whom the board is there. Raises Http404 for everyone else."""
    for sessie in queries.sessies_of(board):
        with suppress(Http404):
            actor = actor_in(request, sessie)
            if queries.is_for(board, actor):
                return actor
    raise Http404


def _who(request: HttpRequest, board: Board, may: Callable[[Standing], bool]) -> Standing:
    """Who asks, as someone who may. Raises Http404 for everyone else.

    A team's board is there on every day of the team, and so is the one who asks.
    """
    for sessie in queries.sessies_of(board):
        with suppress(Http404):
            [who] = queries.standings_on(board, [actor_in(request, sessie)])
            if may(who):
                return who
    raise Http404


def _moderate(request: HttpRequest, pk: int, verb: Callable[[Actor, Note], None]) -> HttpResponse:
    note = _note(pk)
    who = _who(request, note.lane.board, lambda who: rules.may_moderate(who, note.lane.board))
    verb(who.actor, note)
    return live.answer(fragments.note(note, who.step, for_coaches=True))
