"""The board of the impactmatrix: ideas that are written down first and placed after that."""

from collections.abc import Collection, Mapping

from scholendag.boards.kinds import Attached, BoardKind, LaneKind, Limit, at_most
from scholendag.boards.models import Note
from scholendag.boards.planes import Area, Axis, Plane, Spot
from scholendag.impactmatrix.models import Placement


def _spots(notes: Collection[int]) -> Mapping[int, Spot]:
    return {one.note_id: one.spot for one in Placement.objects.filter(note__in=notes)}


def _read(note: Note) -> dict[str, int] | None:
    placed = Placement.objects.filter(note=note).first()
    return {"impact": placed.impact, "feasibility": placed.feasibility} if placed else None


def _restore(note: Note, placed: dict[str, int]) -> None:
    Placement.objects.create(note=note, **placed)


# Impact on pupils against feasibility, from the handbook on a culture of improvement.
MATRIX = Plane(
    x=Axis("Haalbaarheid", "Haalbaar", "moeilijk", "makkelijk"),
    y=Axis("Impact", "Impact voor leerlingen", "laag", "hoog"),
    areas=(
        Area("nu-doen", "Nu doen", "veel impact, makkelijk", right=True, high=True),
        Area("grote-stap", "Grote stap", "veel impact, moeilijk", right=False, high=True),
        Area("erbij", "Makkelijk erbij", "weinig impact, makkelijk", right=True, high=False),
        Area("nu-niet", "Nu niet", "weinig impact, moeilijk", right=False, high=False),
    ),
    spots=_spots,
    url="impactmatrix:place",
    placed_in=frozenset({"plaatsen"}),
)
BOARD = BoardKind(
    slug="impactmatrix",
    title="Impactmatrix",
    lanes=(LaneKind("ideeen", "Ideeën", icon="💡"),),
    open_in=frozenset({"plakken"}),
    limits=(Limit(at_most(3)),),
    plane=MATRIX,
    attached=Attached(_read, _restore),
)
