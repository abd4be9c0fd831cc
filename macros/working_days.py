"""Swedish working days. The one door to the calendar of public holidays."""

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """True when the day is neither Saturday, Sunday nor a Swedish public holiday (lag 1989:253)."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def first_working_day(year: int, month: int) -> date:
    """The month's first working day."""
    day = date(year, month, 1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def red_weekdays(year: int) -> tuple[date, ...]:
    """The year's public holidays that fall on Monday to Friday, in order."""
    return tuple(sorted(day for day in _holidays(year) if day.weekday() < _SATURDAY))


@lru_cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("SE", years=year, include_sundays=False))
