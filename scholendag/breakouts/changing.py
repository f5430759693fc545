"""What every change of a division has in common: a lock, a version, a line in the log, a push."""

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.breakouts import fragments, queries
from scholendag.breakouts.models import Division
from scholendag.breakouts.prepared import planned
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.refused import Refused

IN_USE = "In deze groepjes is al gewerkt. Verplaats iemand met het menu."
IS_FIXED = "Deze groepjes staan al vast. Verplaats iemand met het menu."
# The fields that `Division.way` is stored in.
WAY = ("split", "number", "rest_is_smaller", "mix", "within_team", "only_new")


class TooLate(Refused):
    """Somebody changed the groups first: what was pressed on is not what was seen."""

    def __init__(self, who: str) -> None:
        someone = f"{who} heeft deze groepjes" if who else "Deze groepjes zijn"
        super().__init__(
            f"{someone} net veranderd. Kijk eerst hoe ze nu zijn, en druk dan nog een keer."
        )


def lock_sessie(sessie: Sessie) -> None:
    """Who divides or joins at the same time waits for us; others can go on writing."""
    Sessie.objects.select_for_update(no_key=True).get(pk=sessie.pk)


def lock(division: Division) -> None:
    """The division as it is now; whoever seats people at the same time waits for us."""
    division.refresh_from_db(from_queryset=Division.objects.select_for_update(no_key=True))


def check_open(division: Division, seen: int | None) -> None:
    """Raises Refused unless people can still be divided anew, and are as the coach saw them."""
    if division.is_fixed:
        raise Refused(IS_FIXED)
    if queries.is_in_use(division):
        raise Refused(IN_USE)
    check_seen(division, seen)


def check_seen(division: Division, seen: int | None) -> None:
    """Raises TooLate when someone changed the division since its version `seen`."""
    if seen is not None and seen != division.version:
        raise TooLate(division.changed_by)


def changed_by(division: Division, by: Actor | None, *fields: str) -> None:
    """Store a new version of the division, with these changed fields."""
    division.version += 1
    division.changed_by = by.name[:80] if by else ""
    division.save(update_fields=["version", "changed_by", *fields])


def tell(division: Division, by: Actor | None, deed: str) -> None:
    """Write in the log of the day what was done; `{}` becomes the first step of these groups."""
    if by is None:
        return
    plan = next((one for one in planned(division.sessie) if one.key == division.key), None)
    note_down(by, deed.replace("{}", plan.steps[0].title if plan else division.key))
    live.refresh(audiences.coaches(division.sessie_id))


def show(division: Division) -> None:
    """The panel for the coaches; and for everyone who sits where, once that is fixed."""
    sessie = division.sessie_id
    live.push(audiences.coaches(sessie), fragments.division(sessie, division.key))
    live.push(audiences.everyone(sessie), fragments.overview(sessie, division.key))


def show_who_came_or_went(participant: Participant) -> None:
    """What changed since each proposal that is not fixed, for the coaches."""
    sessie = participant.sessie_id
    proposals = Division.objects.filter(sessie=sessie, fixed_at=None, seats__isnull=False)
    for key in proposals.values_list("key", flat=True).distinct():
        live.push(audiences.coaches(sessie), fragments.since(sessie, key))
