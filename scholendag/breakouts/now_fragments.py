"""What is pushed of the rooms while people sit in them: to the coaches, and to who sits there."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from scholendag import live
from scholendag.breakouts import now
from scholendag.breakouts.models import Room
from scholendag.live import audiences

ATTENTION_ID = "aandacht"
Context = dict[str, Any]


def now_context(sessie_id: int) -> Context:
    """What `breakouts/_attention.html` and `breakouts/_rooms_now.html` show, as `now`."""
    context: Context = {"sessie_id": sessie_id, "at": timezone.now()}
    if groups := now.groups_now(sessie_id):
        context["attention"] = now.attention(groups)
        context["rooms"] = now.rooms_now(groups)
    return context


def show(sessie_id: int, *rooms: Room) -> None:
    """Let the coaches see how it goes in these rooms, and what asks for them."""
    rows = [row(sessie_id, room) for room in rooms]
    live.push(audiences.coaches(sessie_id), attention(sessie_id), *rows)


def attention(sessie_id: int) -> live.Fragment:
    """What asks for the coach. For the coaches."""
    return live.replace(ATTENTION_ID, lambda: render_attention(sessie_id))


def row(sessie_id: int, room: Room) -> live.Fragment:
    """How it goes in one room. For the coaches."""
    return live.replace(room.now_id, lambda: _render_row(sessie_id, room.pk))


def render_attention(sessie_id: int, problem: str = "") -> str:
    """The list; `problem` is why a press did not do what it says."""
    groups = now.groups_now(sessie_id)
    found = now.attention(groups) if groups else None
    context = {
        "sessie_id": sessie_id,
        "attention": found,
        "at": timezone.now(),
        "problem": problem,
    }
    return render_to_string("breakouts/_attention.html", {"now": context})


def _render_row(sessie_id: int, room: int) -> str:
    """Nothing when people do not sit there now: then the row is not on a page either."""
    groups = now.groups_now(sessie_id)
    rows = now.rooms_now(groups, only=room) if groups else []
    return render_to_string("breakouts/_room_now.html", {"row": rows[0]}) if rows else ""
