"""A plan for the coming reviews: few a week for each role, in time when that can be done, risk class 1 first.

Each role is planned by itself, so that what one role does never moves another's days. The same reviews on the same day
give the same plan, whatever order they come in.
"""

import zlib
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, groupby

from macros.model.planning import Planning

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class ComingReview:
    """A review to be planned. `due`: the last day on which it is in time; None when there has never been one."""

    routine: str
    role: str
    risk_class: int
    due: date | None


@dataclass(frozen=True)
class PlannedReview:
    """A review with its day. `in_time` is False when there was no free day up to the due day."""

    review: ComingReview
    day: date
    in_time: bool


def plan(
    reviews: Iterable[ComingReview], planning: Planning, today: date, is_working_day: Callable[[date], bool]
) -> tuple[PlannedReview, ...]:
    """The plan from `today`, by day and routine. Each routine is planned once, for its next review.

    A review is put in the latest week that has room and ends before its due day less the margin, else in a week closer
    to the due day. It is late only when no arrangement has room for it in time beside those that go before it: first
    graver risk classes (a lower number), in time or late, then those of its own that can be in time.
    """
    by_role: dict[str, list[ComingReview]] = {}
    for review in reviews:
        by_role.setdefault(review.role, []).append(review)
    days = _Days(planning, today, is_working_day)
    planned = (found for role in sorted(by_role) for found in _RolePlan(days).of(by_role[role]))
    return tuple(sorted(planned, key=lambda found: (found.day, found.review.risk_class, found.review.routine)))


@dataclass(frozen=True)
class _Days:
    """The days on which reviews may be made, week by week. A week is known by its Monday."""

    planning: Planning
    today: date
    is_working_day: Callable[[date], bool]
    _open: dict[date, list[date]] = field(default_factory=dict)

    def open_days(self, week: date, last: date | None = None) -> list[date]:
        """The week's days from today up to `last` that are worked and not avoided."""
        if week not in self._open:
            days = (week + timedelta(days=number) for number in range(7))
            self._open[week] = [day for day in days if day >= self.today and self._is_open(day)]
        return [day for day in self._open[week] if last is None or day <= last]

    def _is_open(self, day: date) -> bool:
        return self.is_working_day(day) and not any(period.contains(day) for period in self.planning.avoided)

    def weeks_in_time(self, due: date | None) -> list[date]:
        """The weeks with an open day up to `due`: the latest that leaves the margin, those before, those after."""
        if due is None or due < self.today:
            return []
        first, last = monday(self.today), monday(due)
        weeks = [first + _WEEK * number for number in range((last - first).days // 7 + 1)]
        usable = [week for week in weeks if self.open_days(week, due)]
        target = due - timedelta(days=self.planning.margin_days)
        early = [week for week in usable if self.open_days(week, target)]
        return [*reversed(early), *(week for week in usable if week not in early)]

    def next_week(self, week: date) -> date:
        """The first week from `week` on that has an open day."""
        return next(found for number in count() if self.open_days(found := week + _WEEK * number))


class _RolePlan:
    """One role's weeks while they are being filled."""

    def __init__(self, days: _Days) -> None:
        self._days = days
        self._weeks: dict[date, list[ComingReview]] = {}
        self._in_time: dict[ComingReview, list[date]] = {}
        self._searched: dict[date, date] = {}

    def of(self, reviews: Sequence[ComingReview]) -> list[PlannedReview]:
        for _, alike in groupby(sorted(reviews, key=_before_others), key=lambda review: review.risk_class):
            late = [review for review in alike if not self._place_in_time(review)]
            for review in late:
                self._put(review, self._first_room(monday(max(self._days.today, review.due or date.min))))
        return [self._planned(review, week) for week, there in self._weeks.items() for review in there]

    def _first_room(self, start: date) -> date:
        """The first week with room from `start` on. A full week stays full: go on where it ended."""
        week = self._days.next_week(self._searched.get(start, start))
        while not self._has_room(week):
            week = self._days.next_week(week + _WEEK)
        self._searched[start] = week
        return week

    def _place_in_time(self, review: ComingReview) -> bool:
        """Put the review in time, moving others to weeks that are also in time for them when that is what it takes.

        Breadth first over weeks: as few as possible are moved.
        """
        self._in_time[review] = self._days.weeks_in_time(review.due)
        came_from: dict[date, tuple[date | None, ComingReview]] = {}
        queue: deque[date] = deque()
        self._reach(review, None, came_from, queue)
        while queue:
            week = queue.popleft()
            if self._has_room(week):
                self._shift(week, came_from)
                return True
            for other in sorted(self._weeks[week], key=_before_others, reverse=True):
                self._reach(other, week, came_from, queue)
        self._in_time[review] = []  # it is never moved: there is no week in time to move it to
        return False

    def _reach(
        self,
        review: ComingReview,
        from_week: date | None,
        came_from: dict[date, tuple[date | None, ComingReview]],
        queue: deque[date],
    ) -> None:
        for week in self._in_time[review]:
            if week not in came_from:
                came_from[week] = (from_week, review)
                queue.append(week)

    def _shift(self, week: date | None, came_from: dict[date, tuple[date | None, ComingReview]]) -> None:
        """Walk back from a week with room to the one that began, moving each review one link on."""
        while week is not None:
            from_week, review = came_from[week]
            if from_week is not None:
                self._weeks[from_week].remove(review)
            self._put(review, week)
            week = from_week

    def _has_room(self, week: date) -> bool:
        return len(self._weeks.get(week, ())) < self._days.planning.per_week

    def _put(self, review: ComingReview, week: date) -> None:
        self._weeks.setdefault(week, []).append(review)

    def _planned(self, review: ComingReview, week: date) -> PlannedReview:
        if review.due is None or not self._in_time[review]:
            return PlannedReview(review, self._days.open_days(week)[0], in_time=False)
        target = review.due - timedelta(days=self._days.planning.margin_days)
        days = self._days.open_days(week, target) or self._days.open_days(week, review.due)
        # The id chooses the day of the week, so that a review added to the week moves no other.
        return PlannedReview(review, days[zlib.crc32(review.routine.encode()) % len(days)], in_time=True)


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def _before_others(review: ComingReview) -> tuple[int, date, str]:
    return (review.risk_class, review.due or date.min, review.routine)
