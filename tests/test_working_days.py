"""Swedish working days: weekends and red days, also those that move."""

from datetime import date

import pytest

from macros.working_days import first_working_day, is_working_day, red_weekdays


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2027, 1, 4),  # New Year's Day is a Friday
        (2027, 5, 3),  # 1 May is a Saturday
        (2026, 5, 4),  # 1 May is a Friday and a holiday
        (2026, 9, 1),
        (2029, 4, 3),  # Easter Sunday and Monday
    ],
)
def test_first_working_day_passes_over_weekends_and_holidays(year: int, month: int, day: int) -> None:
    assert first_working_day(year, month) == date(year, month, day)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 12, 23), True),
        (date(2026, 12, 24), True),  # Christmas Eve is no public holiday in the law; a plan may avoid it all the same
        (date(2026, 12, 25), False),
        (date(2027, 1, 6), False),
        (date(2027, 3, 26), False),  # Good Friday
        (date(2027, 5, 6), False),  # Ascension Day
        (date(2027, 6, 25), True),  # Midsummer Eve, as Christmas Eve
        (date(2027, 6, 26), False),
        (date(2027, 6, 28), True),
    ],
)
def test_red_days_and_weekends_are_no_working_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_red_weekdays_are_the_years_holidays_without_weekends() -> None:
    assert red_weekdays(2027) == (
        date(2027, 1, 1),
        date(2027, 1, 6),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 5, 6),
    )
