"""Review facts as the build knows them. Whether a review is late is decided when the page is read."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page
from macros.model.review import Receipt
from macros.render.templates import fill
from macros.standing import standing


@dataclass(frozen=True)
class ReviewFacts:
    """The latest receipt, the day the next review is due, and how many days before that the page says so.

    `is_changed`: the routine no longer reads as it did when it was reviewed, which the build knows and says.
    """

    receipt: Receipt | None
    due: date | None
    warning_days: int
    is_changed: bool


def review_facts(handbook: Handbook, page: Page, today: date) -> ReviewFacts:
    """The routine's review facts as known on `today`; no due day when it was never reviewed."""
    routine_id = routine_meta(page).id
    found = standing(handbook, routine_id, today)
    return ReviewFacts(found.receipt, found.due, max(handbook.policy.value.warning_days), found.is_changed)


def risk_classes(handbook: Handbook) -> Markup:
    """The review policy as a table: what each risk class means, its interval in months, and what a late review does."""
    classes = sorted(handbook.policy.value.risk_classes, key=lambda risk_class: risk_class.number)
    return fill("risk_classes.html", classes=classes)
