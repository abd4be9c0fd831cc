from datetime import date

import pytest
from pydantic import ValidationError

from macros.model.planning import Period, Planning


@pytest.mark.parametrize(
    ("first", "last", "day", "inside"),
    [
        ("07-01", "07-31", date(2027, 6, 30), False),
        ("07-01", "07-31", date(2027, 7, 1), True),
        ("07-01", "07-31", date(2031, 7, 31), True),
        ("07-01", "07-31", date(2027, 8, 1), False),
        ("12-24", "01-06", date(2026, 12, 23), False),
        ("12-24", "01-06", date(2026, 12, 24), True),
        ("12-24", "01-06", date(2027, 1, 1), True),
        ("12-24", "01-06", date(2027, 1, 6), True),
        ("12-24", "01-06", date(2027, 1, 7), False),
        ("02-29", "02-29", date(2028, 2, 29), True),
        ("02-29", "02-29", date(2027, 2, 28), False),
    ],
)
def test_period_returns_every_year_and_may_pass_the_turn_of_the_year(
    first: str, last: str, day: date, inside: bool
) -> None:
    assert Period.model_validate({"från": first, "till": last}).contains(day) is inside


def test_plan_must_leave_half_of_the_year() -> None:
    def planning(*periods: tuple[str, str]) -> Planning:
        return Planning.model_validate({"undvik": [{"från": first, "till": last} for first, last in periods]})

    assert len(planning(("01-01", "06-30")).avoided) == 1
    assert len(planning(("01-01", "06-30"), ("03-01", "05-31")).avoided) == 2  # the same days count once
    with pytest.raises(ValidationError):
        planning(("01-01", "07-02"))
    with pytest.raises(ValidationError):
        planning(("01-01", "04-30"), ("07-01", "09-30"))
