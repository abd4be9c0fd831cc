"""An interval of days, inclusive at both ends."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Interval:
    """Days from `first_day` to `last_day`, both included. None means open: unknown start, no end.

    `undecided`: nobody has set the day it begins, so it holds no day yet. `not_before`: it holds no day before that
    one, although its first day is unknown.
    """

    first_day: date | None
    last_day: date | None
    undecided: bool = False
    not_before: date | None = None

    def contains(self, day: date) -> bool:
        """True when `day` lies within the interval; the first and the last day count."""
        return not self.starts_after(day) and not self.ended_before(day)

    def starts_after(self, day: date) -> bool:
        """True when the interval has not begun on `day`."""
        earliest = self.first_day or self.not_before
        return self.undecided or (earliest is not None and earliest > day)

    def ended_before(self, day: date) -> bool:
        """True when the interval was over before `day`."""
        return self.last_day is not None and self.last_day < day

    def overlaps(self, other: "Interval") -> bool:
        """True when some day lies in both intervals."""
        if self.undecided or other.undecided:
            return False
        return _begins_by(self, other) and _begins_by(other, self)

    def leaves_gap_to(self, later: "Interval") -> bool:
        """True when at least one day lies between the end of this interval and the start of `later`."""
        if self.last_day is None or later.first_day is None:
            return False
        return later.first_day - self.last_day > timedelta(days=1)


ALWAYS = Interval(None, None)


def _begins_by(one: Interval, other: Interval) -> bool:
    return one.first_day is None or other.last_day is None or one.first_day <= other.last_day
