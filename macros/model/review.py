"""Review: policy, receipts, and the state they put a routine in on a given day."""

import calendar
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.planning import Planning
from macros.model.question import Answer, Question, Verdict
from macros.model.record import Day, EditionNumber, Record, RoutineId, Slug, Text, Whole
from macros.model.waiver import WaiverPolicy


class Outcome(StrEnum):
    """What a review led to."""

    UNCHANGED = "oförändrad"
    TO_BE_CHANGED = "ändras"
    CHANGED = "ändrad"


class RiskClass(Record):
    """How often routines of a risk class are reviewed, by which roles, and how serious it is when that fails."""

    number: Whole = Field(alias="klass")
    interval_months: Whole = Field(alias="intervall_månader", ge=1, le=120)
    when_overdue: Literal["fel", "varning"] = Field(alias="förfallen")
    when_never_reviewed: Literal["fel", "varning"] = Field(alias="aldrig_granskad")
    reviewers: tuple[Slug, ...] = Field(alias="får_granska", min_length=1)
    meaning: Text = Field(alias="betyder")


class ReviewPolicy(Record):
    """The review policy. `warning_days`: days before the due day, from most to fewest.

    `build_days`: how many days after its build the website can be trusted.
    `proposal_reviewers`: roles that, besides the risk class's own, may review a routine that nobody has adopted yet.
    Without `waivers` no review may wait.
    """

    risk_classes: tuple[RiskClass, ...] = Field(alias="riskklasser", min_length=1)
    warning_days: tuple[Annotated[Whole, Field(ge=0, le=366)], ...] = Field(alias="varna_dagar", min_length=1)
    law_check_days: Whole = Field(alias="lagkontroll_dagar", ge=1, le=3660)
    most_alike: Whole = Field(3, alias="lika_kvitton_högst", ge=1, le=100)
    build_days: Whole = Field(7, alias="bygg_högst_dagar", ge=1, le=366)
    proposal_reviewers: tuple[Slug, ...] = Field((), alias="får_granska_förslag")
    questions: tuple[Question, ...] = Field(alias="frågor", min_length=1)
    waivers: WaiverPolicy | None = Field(None, alias="anstånd")
    planning: Planning = Field(Planning(), alias="planering")

    def risk_class(self, number: int) -> RiskClass | None:
        """The risk class with that number, or None."""
        return next((risk_class for risk_class in self.risk_classes if risk_class.number == number), None)

    def last_trusted_day(self, built: date) -> date:
        """The last day on which a website built on `built` can be trusted; the day after it is too old."""
        return built + timedelta(days=self.build_days)

    def reviewers(self, number: int, *, is_proposal: bool) -> tuple[str, ...]:
        """The roles that may review a routine of that risk class, each once; none for an unknown class."""
        found = self.risk_class(number)
        own = found.reviewers if found else ()
        return tuple(dict.fromkeys((*own, *(self.proposal_reviewers if is_proposal else ()))))

    def questions_asked(self, day: date) -> tuple[Question, ...]:
        """The questions that a review made on `day` is to answer, in order."""
        return tuple(question for question in self.questions if question.is_asked(day))


class Receipt(Record):
    """Evidence of one review: which edition, which day, by which role, the answers and the outcome.

    `unverified`: the cited provisions that were not verified when the review was made, so that nobody confirms them by
    keeping silent. `fingerprint`: of the content that was reviewed (macros/fingerprint.py).
    """

    routine: RoutineId = Field(alias="rutin")
    edition: EditionNumber = Field(alias="utgåva")
    day: Day = Field(alias="dag")
    role: Slug = Field(alias="roll")
    checked: tuple[Answer, ...] = Field(alias="kontrollerat", min_length=1)
    outcome: Outcome = Field(alias="utfall")
    remarks: Text | None = Field(None, alias="anmärkningar")
    unverified: tuple[Slug, ...] = Field((), alias="inte_verifierad_lag")
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, alias="fingeravtryck"
    )

    @property
    def reviewed(self) -> tuple[Answer, ...]:
        """The answers to what was looked at."""
        return tuple(answer for answer in self.checked if answer.verdict is not Verdict.NOT_REVIEWED)

    @property
    def failures(self) -> tuple[Answer, ...]:
        """The answers that something fails."""
        return tuple(answer for answer in self.checked if answer.verdict is Verdict.FAILS)


class ReviewState(StrEnum):
    """Where a routine stands with its review."""

    CURRENT = "aktuell"
    DUE_SOON = "granskas snart"
    OVERDUE = "förfallen"
    SUSPECT = "misstänkt"
    CHANGED = "ändrad efter granskning"
    NEVER = "aldrig granskad"


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day (31 August + 6 months = 28 February)."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month_index + 1, min(day.day, calendar.monthrange(year, month_index + 1)[1]))


def due_day(receipt: Receipt, risk_class: RiskClass) -> date:
    """The last day on which the next review is in time: the review's day plus the risk class's interval."""
    return add_months(receipt.day, risk_class.interval_months)


def review_state(due: date | None, policy: ReviewPolicy, today: date) -> ReviewState:
    """The state on `today`. The due day itself is in time; the day after is overdue. No due day: never reviewed."""
    if due is None:
        return ReviewState.NEVER
    if today > due:
        return ReviewState.OVERDUE
    if today >= due - timedelta(days=max(policy.warning_days)):
        return ReviewState.DUE_SOON
    return ReviewState.CURRENT
