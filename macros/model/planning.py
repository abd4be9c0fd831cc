"""How reviews are spread over the year: how many a week, how long before the due day, and what times are avoided."""

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Record, Whole

MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]

# With half of the year left there are always working days to be found (weekends and red days are some 120).
_LEAP_YEAR, _MOST_DAYS, _MOST_AVOIDED = 2028, 366, 183


class Period(Record):
    """A part of every year, from one day to another (MM-DD), both included. It may pass the turn of the year."""

    first: MonthDay = Field(alias="från")
    last: MonthDay = Field(alias="till")

    def contains(self, day: date) -> bool:
        """True when `day` lies within the period, whatever the year."""
        written = f"{day:%m-%d}"
        if self.first <= self.last:
            return self.first <= written <= self.last
        return written >= self.first or written <= self.last


class Planning(Record):
    """The plan for reviews. `margin_days`: how long before its due day a review is planned when there is room."""

    per_week: Whole = Field(1, alias="per_roll_och_vecka", ge=1, le=20)
    margin_days: Whole = Field(14, alias="framförhållning_dagar", ge=0, le=180)
    avoided: tuple[Period, ...] = Field((), alias="undvik")

    @model_validator(mode="after")
    def _leaves_days(self) -> Self:
        year = (date(_LEAP_YEAR, 1, 1) + timedelta(days=number) for number in range(_MOST_DAYS))
        if sum(any(period.contains(day) for period in self.avoided) for day in year) > _MOST_AVOIDED:
            raise PydanticCustomError("too_much_avoided", "undvik lämnar för få dagar")
        return self
