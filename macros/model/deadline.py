"""Deadlines: relative to a named event, never a date that somebody typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Record, Slug, Text, Whole


class Unit(StrEnum):
    """What a deadline is counted in. Working days leave out weekends and Swedish public holidays."""

    WORKING_DAYS = "arbetsdagar"
    CALENDAR_DAYS = "kalenderdagar"
    WEEKS = "veckor"
    MONTHS = "månader"

    def quantity(self, number: int) -> str:
        """The number with its unit in the right number: `1 vecka`, `10 arbetsdagar`."""
        singular = {"arbetsdagar": "arbetsdag", "kalenderdagar": "kalenderdag", "veckor": "vecka", "månader": "månad"}
        return f"{number} {singular[self.value] if number == 1 else self.value}"


class Origin(StrEnum):
    """Who says so: the municipality's own sources, or a proposal by the handbook."""

    SOURCE = "underlag"
    PROPOSAL = "förslag"


class Event(Record):
    """Something that happens in a case and that deadlines count from. `name` is in definite form."""

    id: Slug
    name: Text = Field(alias="namn")
    meaning: Text = Field(alias="betyder")


class LocalDeadline(Record):
    """A deadline that a municipality sets: so many units after an event."""

    number: Whole = Field(alias="antal", ge=0)
    unit: Unit = Field(alias="enhet")
    after: Slug = Field(alias="efter")
    origin: Origin = Field(alias="ursprung")
    remark: Text | None = Field(None, alias="anmärkning")


class Due(Record):
    """When something must be done: by a local deadline, before an event, or the same day as an event."""

    local: Slug | None = Field(None, alias="frist")
    before: Slug | None = Field(None, alias="före")
    same_day_as: Slug | None = Field(None, alias="samma_dag_som")

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(value is not None for value in (self.local, self.before, self.same_day_as)) != 1:
            raise PydanticCustomError("due_one", "exakt en av frist, före och samma_dag_som")
        return self

    @property
    def event(self) -> str | None:
        """The event named directly, if the rule names one."""
        return self.before or self.same_day_as


@dataclass(frozen=True)
class Counting:
    """How a rule becomes a day: `number` units after the event, or some time before it when `number` is None."""

    event: str
    number: int | None
    unit: Unit


def counting(due: Due, deadlines: Mapping[str, LocalDeadline]) -> Counting:
    """What a rule is counted from, and how far. Raises KeyError for an unknown deadline."""
    if due.local is not None:
        deadline = deadlines[due.local]
        return Counting(deadline.after, deadline.number, deadline.unit)
    if due.before is not None:
        return Counting(due.before, None, Unit.CALENDAR_DAYS)
    return Counting(str(due.same_day_as), 0, Unit.CALENDAR_DAYS)


def deadline_text(deadline: LocalDeadline, events: Mapping[str, Event]) -> str:
    """The local deadline in words: `10 arbetsdagar efter beslutet`; zero units reads `samma dag som beslutet`."""
    if deadline.number == 0:
        return f"samma dag som {events[deadline.after].name}"
    return f"{deadline.unit.quantity(deadline.number)} efter {events[deadline.after].name}"


def due_text(due: Due, deadlines: Mapping[str, LocalDeadline], events: Mapping[str, Event]) -> str:
    """The rule in words, beginning with a lower-case letter. Raises KeyError for an unknown deadline or event."""
    if due.local is not None:
        return deadline_text(deadlines[due.local], events)
    if due.before is not None:
        return f"före {events[due.before].name}"
    return f"samma dag som {events[str(due.same_day_as)].name}"
