"""Tables for `handbok lista`: header and rows of text."""

from collections.abc import Callable, Sequence
from datetime import date

from macros.coming_reviews import coming_reviews, planned_reviews
from macros.handbook import Handbook, routine_meta
from macros.model.review import ReviewState
from macros.schedule import PlannedReview
from macros.standing import standing

Table = tuple[tuple[str, ...], Sequence[tuple[str, ...]]]


def list_routines(handbook: Handbook, today: date) -> Table:
    """Routines with status, review state and next review."""
    rows = []
    for routine_id, page in handbook.routines.items():
        meta = routine_meta(page.value)
        found = standing(handbook, routine_id, today)
        due = found.due.isoformat() if found.due else "–"
        rows.append(
            (routine_id, page.value.title, meta.edition, meta.adoption.value, found.state.value, due, meta.owner)
        )
    return ("id", "titel", "utgåva", "beslutsläge", "läge", "granskas senast", "ansvarig"), rows


def list_provisions(handbook: Handbook, today: date) -> Table:
    """Every rule of law with its state on the day, and how certain the wording is that applies, comes or was last."""
    rows = []
    for rule_id, (statute, rule) in handbook.rules.items():
        nearest = rule.nearest_wording(today)
        first, last = nearest.open_start or nearest.first_day, nearest.last_day
        rows.append(
            (
                rule_id,
                f"{rule.number} {statute.short_name}".strip(),
                rule.state_on(today).value,
                nearest.certainty_on(today).value,
                str(first or "–"),
                str(last or "–"),
                rule.heading,
            )
        )
    return ("id", "lagrum", "läge", "säkerhet", "fr.o.m.", "t.o.m.", "rubrik"), rows


def list_checklists(handbook: Handbook, today: date) -> Table:
    """Checklists with their routine and number of items in use."""
    rows = [
        (
            checklist_id,
            source.value.title,
            source.value.routine,
            str(sum(not i.is_retired(today) for i in source.value.items)),
        )
        for checklist_id, source in handbook.checklists.items()
    ]
    return ("id", "titel", "rutin", "punkter"), rows


def list_roles(handbook: Handbook, _today: date) -> Table:
    """Roles with their mission."""
    return ("id", "roll", "uppdrag"), [(role.id, role.name, role.mission) for role in handbook.roles.values()]


def list_reviews(handbook: Handbook, today: date, role: str | None = None, until: date | None = None) -> Table:
    """The next review of each routine: last day in time, risk class, role and state; for one role, up to a day."""
    rows = []
    for review in coming_reviews(handbook, today):
        found = standing(handbook, review.routine, today)
        if (role is not None and review.role != role) or (until is not None and (review.due or today) > until):
            continue
        state = found.state.value
        if found.waiver and found.state is ReviewState.OVERDUE:
            state += f", anstånd till {found.waiver.last_day_known(today)}"
        due = review.due.isoformat() if review.due else "genast"
        title = handbook.routines[review.routine].value.title
        rows.append((due, review.routine, title, str(review.risk_class), review.role, state))
    return ("granskas senast", "id", "titel", "riskklass", "ansvarig", "läge"), rows


def list_plan(handbook: Handbook, today: date, role: str | None = None, until: date | None = None) -> Table:
    """The proposed day of each routine's next review; for one role, up to a day."""
    rows = []
    for planned in planned_reviews(handbook, today):
        review = planned.review
        if (role is not None and review.role != role) or (until is not None and planned.day > until):
            continue
        due = review.due.isoformat() if review.due else "genast"
        rows.append(
            (planned.day.isoformat(), review.routine, review.role, str(review.risk_class), due, _remark(planned, today))
        )
    return ("förslag", "id", "ansvarig", "riskklass", "granskas senast", "anmärkning"), rows


def _remark(planned: PlannedReview, today: date) -> str:
    """Why a review is not planned in time; empty when it is."""
    if planned.in_time:
        return ""
    if planned.review.due is None:
        return "aldrig granskad"
    return "redan för sent" if planned.review.due < today else "ingen ledig vecka före granskningsdagen"


LISTINGS: dict[str, Callable[[Handbook, date], Table]] = {
    "rutiner": list_routines,
    "lagrum": list_provisions,
    "checklistor": list_checklists,
    "roller": list_roles,
    "granskningar": list_reviews,
}
