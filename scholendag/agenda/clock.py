"""The clock is a timestamp, not a ticker. Pure: times in, times out."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Clock:
    """The clock of one step. All moments are aware datetimes; `duration` includes extra time."""

    duration: timedelta
    started_at: datetime
    paused_at: datetime | None = None

    @property
    def is_paused(self) -> bool:
        """The clock stands still."""
        return self.paused_at is not None

    @property
    def ends_at(self) -> datetime:
        """When the step ends if nothing changes; while paused, as seen from the pause."""
        return self.started_at + self.duration

    def remaining(self, now: datetime) -> timedelta:
        """Time left; negative when the step runs over."""
        return self.ends_at - (self.paused_at or now)

    def resumed_start(self, now: datetime) -> datetime:
        """The start to store when the clock runs on at `now`, as if it never stood still."""
        return self.started_at + (now - self.paused_at) if self.paused_at else self.started_at

    def extension(self, now: datetime, least: timedelta) -> timedelta:
        """How much to add so that there is `least` more time; and `least` from `now` on when the
        step has run over, for then the lost time does not count."""
        return least + max(-self.remaining(now), timedelta())
