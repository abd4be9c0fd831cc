"""The reviews that the handbook's routines have before them, and the plan for them."""

from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.page import Adoption
from macros.schedule import ComingReview, PlannedReview, plan
from macros.working_days import is_working_day


def coming_reviews(handbook: Handbook, today: date) -> tuple[ComingReview, ...]:
    """The next review of each routine that is not withdrawn: those never reviewed first, then by due day."""
    found = []
    for routine_id, page in handbook.routines.items():
        meta = routine_meta(page.value)
        if meta.adoption is not Adoption.WITHDRAWN:
            due = handbook.next_review(routine_id, today)
            found.append(ComingReview(routine_id, meta.owner, meta.risk_class, due))
    return tuple(sorted(found, key=lambda review: (review.due or date.min, review.risk_class, review.routine)))


def planned_reviews(handbook: Handbook, today: date) -> tuple[PlannedReview, ...]:
    """The proposed day for each coming review, by the policy's plan and the Swedish calendar."""
    return plan(coming_reviews(handbook, today), handbook.policy.value.planning, today, is_working_day)
