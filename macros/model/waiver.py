"""Waivers: a late review that has been allowed to wait, for a reason and until a day."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from macros.model.record import Day, Record, RoutineId, Slug, Text, Whole

MOST_EXTENSIONS = 1


class WaiverPolicy(Record):
    """How long a waiver may be (each extension counted by itself), and the roles that may grant one."""

    most_days: Whole = Field(alias="högst_dagar", ge=1, le=366)
    granters: tuple[Slug, ...] = Field(alias="får_bevilja", min_length=1)


class Grant(Record):
    """A decision to let a review wait: why, by which role, on which day and to what day (included)."""

    reason: Text = Field(alias="skäl")
    granted_by: Slug = Field(alias="beviljat_av")
    granted: Day = Field(alias="beviljat")
    last_day: Day = Field(alias="t_o_m")


class Waiver(Grant):
    """A waiver for a routine's review. `extensions`: later decisions to let it wait longer, in order."""

    routine: RoutineId = Field(alias="rutin")
    extensions: tuple[Grant, ...] = Field((), alias="förlängt")

    @property
    def grants(self) -> tuple[Grant, ...]:
        """The waiver itself and its extensions, in order."""
        return (self, *self.extensions)

    def granted_by_day(self, today: date) -> tuple[Grant, ...]:
        """The decisions that had been made on `today`; one dated later does not count yet."""
        return tuple(grant for grant in self.grants if grant.granted <= today)

    def last_day_known(self, today: date) -> date:
        """The last day of the waiver by the decisions made on `today`."""
        return max((grant.last_day for grant in self.granted_by_day(today)), default=self.last_day)

    def lengths(self) -> Iterator[tuple[int, Grant]]:
        """Days of each decision: the first from the day it was made, an extension from where the one before ended."""
        start = self.granted
        for grant in self.grants:
            yield (grant.last_day - start).days, grant
            start = grant.last_day

    def is_proper(self, policy: WaiverPolicy) -> bool:
        """True when each decision is short enough and by a role that may grant, and at most one extends."""
        fitting = all(0 <= days <= policy.most_days for days, _ in self.lengths())
        allowed = all(grant.granted_by in policy.granters for grant in self.grants)
        return fitting and allowed and len(self.extensions) <= MOST_EXTENSIONS


class WaiverFile(Record):
    """The file of waivers."""

    waivers: tuple[Waiver, ...] = Field((), alias="anstånd")
