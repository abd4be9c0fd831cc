"""Which routines that a routine builds on were changed after its own latest review."""

from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.review import Outcome


@dataclass(frozen=True)
class ChangedParent:
    """A routine that another builds on, and the day of the review that changed it."""

    routine_id: str
    changed_on: date


def changed_parents(handbook: Handbook, routine_id: str, today: date) -> tuple[ChangedParent, ...]:
    """The parents that a review changed after the routine's own latest one, in the order it names them.

    A routine that was never reviewed has nothing to doubt. Raises KeyError for an unknown routine.
    """
    latest = handbook.latest_receipt(routine_id, today)
    if latest is None:
        return ()
    found = []
    for parent in routine_meta(handbook.routines[routine_id].value).parents:
        reviews = (receipt.value for receipt in handbook.receipts_by_routine.get(parent, ()))
        days = [r.day for r in reviews if r.outcome is Outcome.CHANGED and latest.value.day < r.day <= today]
        if days:
            found.append(ChangedParent(parent, max(days)))
    return tuple(found)
