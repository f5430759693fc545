"""The one push seam: `live.push(audience, fragment)`. See docs/live.md."""

from scholendag.live.seam import Fragment, push, refresh, regroup, remove, replace, upsert

__all__ = ["Fragment", "push", "refresh", "regroup", "remove", "replace", "upsert"]
