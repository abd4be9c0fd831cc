"""Review facts as the build knows them. Whether a review is late is decided when the page is read."""

from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page
from macros.model.review import Receipt


@dataclass(frozen=True)
class ReviewFacts:
    """The latest receipt, the day the next review is due, and how many days before that the page says so."""

    receipt: Receipt | None
    due: date | None
    warning_days: int


def review_facts(handbook: Handbook, page: Page, today: date) -> ReviewFacts:
    """The routine's review facts as known on `today`; no due day when it was never reviewed."""
    routine_id = routine_meta(page).id
    latest = handbook.latest_receipt(routine_id, today)
    due = handbook.next_review(routine_id, today)
    return ReviewFacts(latest.value if latest else None, due, max(handbook.policy.value.warning_days))
