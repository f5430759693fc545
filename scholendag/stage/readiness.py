"""Is the day ready to start? Never more than advice: the coach can always start."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from scholendag.agenda.models import Block, Progress
from scholendag.agenda.timetable import TimetableBlock
from scholendag.breakouts.models import Room
from scholendag.instruments.checks import Check, CheckState, found
from scholendag.instruments.registry import instrument_called
from scholendag.schools.models import Membership
from scholendag.sessies.actors import HELPERS, Actor, Role
from scholendag.sessies.models import AccessLink, Duty, Sessie, Techniekkaart
from scholendag.sessies.queries import named_links, roster
from scholendag.stage.technique import card_of

Context = dict[str, Any]
LinkRole = AccessLink.Role
ENOUGH_COACHES = 2  # domein.md, 2B


def ready_context(actor: Actor, progress: Progress, timetable: Iterable[TimetableBlock]) -> Context:
    """What `stage/_ready.html` is filled with; nothing once the day has begun."""
    if progress.started_at or progress.ended_at:
        return {}
    checks = checks_of(actor.sessie, timetable)
    to_do = sum(check.state == CheckState.TO_DO for check in checks)
    return {"checks": checks, "to_do": to_do, "done": len(checks) - to_do}


def checks_of(sessie: Sessie, timetable: Iterable[TimetableBlock]) -> list[Check]:
    """Every line, in the order in which a day is prepared."""
    rows = [row for row in timetable if any(not step.step.is_skipped for step in row.steps)]
    prepared = {row.block: list(_checks_of(row.block)) for row in rows}
    card = card_of(sessie)
    return [
        *(check for checks in prepared.values() for check in checks),
        _tasks(sessie, prepared),
        _second_coach(sessie),
        _technique(card),
        _groups(sessie, rows, card),
        _joining(sessie),
    ]


def _checks_of(block: Block) -> Iterable[Check]:
    return instrument_called(block.instrument).checks(block)


def _tasks(sessie: Sessie, prepared: dict[Block, list[Check]]) -> Check:
    """Who helps during a block has to be known; who only prepares it, until that is done."""
    needed: set[Role] = set()
    for block, checks in prepared.items():
        instrument = instrument_called(block.instrument)
        needed |= instrument.helped_by
        if any(check.state == CheckState.TO_DO for check in checks):
            needed |= instrument.prepared_by
    url = reverse("sessies:share", args=[sessie.pk])
    if not needed:
        return Check("Taken", CheckState.NOT_NEEDED, "Niemand hoeft iets klaar te zetten.", url)
    given = _given(sessie)
    open_tasks = sorted(role for role in needed if role not in given)
    if open_tasks:
        return found("Taken", f"Nog niemand is {_or(open_tasks)}.", url, good=False)
    names = ", ".join(f"{given[role]} ({role})" for role in sorted(needed))
    return found("Taken", f"{names}.", url, good=True)


def _given(sessie: Sessie) -> dict[str, str]:
    """Who has each task, by a link or by a duty of the day."""
    duties = Duty.objects.filter(participant__in=roster(sessie)).select_related("participant")
    by_duty = {duty.kind: duty.participant.name for duty in duties}
    return by_duty | {HELPERS[LinkRole(link.role)]: link.holder for link in _links(sessie)}


def _links(sessie: Sessie) -> list[AccessLink]:
    return [link for link in named_links(sessie) if link.role in HELPERS]


def _second_coach(sessie: Sessie) -> Check:
    # Who coaches a day coaches its rehearsal too, which has a school of its own.
    days = [sessie.pk, sessie.rehearsal_of_id]
    accounts = Membership.objects.filter(school__sessies__in=days, role=Membership.Role.COACH)
    links = sessie.links.filter(role=LinkRole.MEDEBEGELEIDER, revoked_at=None)
    enough = accounts.count() + links.count() >= ENOUGH_COACHES
    detail = "Je staat er niet alleen voor." if enough else "Je bent nu alleen. Vraag iemand erbij."
    url = reverse("sessies:share", args=[sessie.pk])
    return found("Tweede begeleider", detail, url, good=enough)


def _technique(card: Techniekkaart) -> Check:
    wanted = {
        "waar jullie zitten": card.platform,
        "wie host is": card.host or card.is_in_one_place,
        "een telefoonnummer voor hulp": card.help_phone,
    }
    missing = [what for what, answer in wanted.items() if not answer]
    detail = f"Vul nog in: {', '.join(missing)}." if missing else _arranged(card)
    url = reverse("stage:technique", args=[card.sessie_id])
    return found("Techniek", detail, url, good=not missing)


def _arranged(card: Techniekkaart) -> str:
    host = f", {card.host} is host" if card.host else ""
    return f"{card.get_platform_display()}{host}, hulp: {card.help_phone}."


def _groups(sessie: Sessie, rows: list[TimetableBlock], card: Techniekkaart) -> Check:
    """People have to find their room: a table, a room that the host opens, or a link."""
    title, url = "Groepjes", reverse("stage:technique", args=[sessie.pk])
    steps = [row.step for block in rows for row in block.steps]
    if not any(step.grouping for step in steps if not step.is_skipped):
        return Check(title, CheckState.NOT_NEEDED, "Er zijn geen groepjes in deze agenda.", url)
    if card.is_in_one_place:
        return found(title, "Elk groepje krijgt een eigen tafel.", url, good=True)
    if card.host_divides:
        return found(title, f"{card.host or 'De host'} deelt de groepjes in.", url, good=True)
    rooms = list(Room.objects.filter(division__sessie=sessie).values_list("url", flat=True))
    linked = sum(map(bool, rooms))
    if rooms:
        detail = f"{linked} van de {len(rooms)} groepjes met een link."
        links = reverse("breakouts:groups", args=[sessie.pk])
        return found(title, detail, links, good=linked == len(rooms))
    return found(title, "Deelt de host in? Of krijgt elk groepje een link?", url, good=False)


def _joining(sessie: Sessie) -> Check:
    """Only who came in shows that the link works, and that people have it."""
    inside = roster(sessie).exists()
    detail = "De eersten zijn binnen." if inside else "Er is nog niemand binnen. Deel de link."
    return found("Meedoen", detail, reverse("sessies:share", args=[sessie.pk]), good=inside)


def _or(words: Sequence[str]) -> str:
    return " of ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
