"""Review facts as the build knows them. Whether a review is late is decided when the page is read."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page
from macros.model.review import Receipt, ReviewState
from macros.model.waiver import Waiver
from macros.parents import ChangedParent
from macros.render.dates import swedish_day
from macros.render.review_signs import SIGNS, Sign
from macros.render.templates import fill
from macros.standing import Standing, standing
from macros.suspicion import Suspicion


@dataclass(frozen=True)
class ReviewFacts:
    """The latest receipt, the day the next review is due, and how many days before that the page says so.

    `state`: where the routine stood on the build's day. `lasting`: the states that no passing day changes (late
    already, suspected, changed, never reviewed), the gravest first. None when only the due day counts.
    `suspicions` and `parents`: provisions and routines under it that were changed after that receipt. `answers` and
    `waiver`: how much was reviewed, and the waiver for the next review, as sentences.
    """

    receipt: Receipt | None
    due: date | None
    warning_days: int
    state: ReviewState
    lasting: tuple[ReviewState, ...]
    suspicions: tuple[Suspicion, ...] = ()
    parents: tuple[ChangedParent, ...] = ()
    answers: str = ""
    waiver: str = ""

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The signs of the lasting states."""
        return tuple(SIGNS[state] for state in self.lasting)

    @property
    def was_late(self) -> bool:
        """True when the review was late already on the build's day: no clock is needed to say so."""
        return ReviewState.OVERDUE in self.lasting


def review_facts(handbook: Handbook, page: Page, today: date) -> ReviewFacts:
    """The routine's review facts as known on `today`; no due day when it was never reviewed."""
    routine_id = routine_meta(page).id
    found = standing(handbook, routine_id, today)
    return ReviewFacts(
        found.receipt,
        found.due,
        max(handbook.policy.value.warning_days),
        found.state,
        lasting_states(found),
        found.suspicions,
        found.parents,
        answers_text(found.receipt) if found.receipt else "",
        waiver_text(handbook, found.waiver, today) if found.waiver else "",
    )


def lasting_states(found: Standing) -> tuple[ReviewState, ...]:
    """The states that no passing day changes, the gravest first. Being late does not hide that the text is another."""
    states = [] if SIGNS[found.state].follows_the_day else [found.state]
    if found.is_suspect and ReviewState.SUSPECT not in states:
        states.append(ReviewState.SUSPECT)
    if found.is_changed and ReviewState.CHANGED not in states:
        states.append(ReviewState.CHANGED)
    return tuple(states)


def answers_text(receipt: Receipt) -> str:
    """How many of the receipt's questions were looked at, and how many found something that fails."""
    reviewed, failures = len(receipt.reviewed), len(receipt.failures)
    failing = f", {failures} {'brist' if failures == 1 else 'brister'}" if failures else ""
    asked = "1 fråga granskad" if len(receipt.checked) == 1 else f"{len(receipt.checked)} frågor granskade"
    return f"{reviewed} av {asked}{failing}."


def waiver_text(handbook: Handbook, waiver: Waiver, today: date) -> str:
    """The waiver as sentences that stay true whenever they are read: to what day, by which role, when and why."""
    latest = waiver.granted_by_day(today)[-1]
    role = handbook.roles[latest.granted_by].definite
    granted = f"Granskningen har anstånd till och med {swedish_day(waiver.last_day_known(today))}"
    return f"{granted}, beviljat {swedish_day(latest.granted)} av {role}. Skäl: {latest.reason}"


def risk_classes(handbook: Handbook) -> Markup:
    """The review policy as a table: what each risk class means, its interval in months, and what a late review does."""
    classes = sorted(handbook.policy.value.risk_classes, key=lambda risk_class: risk_class.number)
    return fill("risk_classes.html", classes=classes)
