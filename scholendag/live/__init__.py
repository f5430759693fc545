"""The one push seam: `live.push(audience, fragment)`. See docs/live.md."""

from scholendag.live.answers import answer, problems_in, refetch
from scholendag.live.conditional import conditional
from scholendag.live.seam import Fragment, push, refresh, regroup, remove, replace, upsert

__all__ = [
    "Fragment",
    "answer",
    "conditional",
    "problems_in",
    "push",
    "refetch",
    "refresh",
    "regroup",
    "remove",
    "replace",
    "upsert",
]
