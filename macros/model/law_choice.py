"""Which law applies in a case: kind of matter and day to statute, as a decision table."""

from datetime import date

from pydantic import Field

from macros.model.interval import Interval
from macros.model.record import Day, Record, Slug, Text
from macros.model.statute import Certainty


class LawChoice(Record):
    """What applies when the deciding day lies in the interval (both ends included; open ends are left out).

    `certainty` is given only when the choice itself is less certain than the law it rests on. `question`: what a
    lawyer must answer then.
    """

    first_day: Day | None = Field(None, alias="fr_o_m")
    last_day: Day | None = Field(None, alias="t_o_m")
    statute: Slug = Field(alias="lag")
    provisions: tuple[Slug, ...] = Field((), alias="lagrum")
    transition: Slug | None = Field(None, alias="övergång")
    answer: Text = Field(alias="svar", max_length=300)
    advice: Text = Field(alias="gör", max_length=300)
    certainty: Certainty | None = Field(None, alias="säkerhet")
    question: Text | None = Field(None, alias="fråga")

    @property
    def interval(self) -> Interval:
        """The days for which this row is the answer."""
        return Interval(self.first_day, self.last_day)

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """Everything in the register that the row rests on."""
        return (*self.provisions, *([self.transition] if self.transition else []))

    def deciding_day(self, today: date) -> date:
        """The day in the interval on which the cited law is looked up: today if it lies there, else the nearest end."""
        if self.interval.starts_after(today) and self.first_day:
            return self.first_day
        return self.last_day if self.last_day and self.interval.ended_before(today) else today


class MatterKind(Record):
    """A kind of matter with its rows from oldest to newest. `deciding`: which day of the case decides."""

    id: Slug
    name: Text = Field(alias="namn")
    deciding: Text = Field(alias="dagen")
    choices: tuple[LawChoice, ...] = Field(alias="rader", min_length=1)

    def choice_on(self, day: date) -> LawChoice | None:
        """The row that answers for `day`, or None."""
        return next((choice for choice in self.choices if choice.interval.contains(day)), None)


class LawChoiceFile(Record):
    """The decision table, one kind of matter after the other."""

    matters: tuple[MatterKind, ...] = Field(alias="ärenden", min_length=1)
