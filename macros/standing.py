"""Where a routine stands with its review on a day: the date, and whether what was reviewed is what stands there now."""

from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook
from macros.model.review import Receipt, ReviewState, review_state
from macros.model.waiver import Waiver
from macros.parents import ChangedParent, changed_parents
from macros.suspicion import Suspicion, suspicions
from macros.waivers import valid_waiver


@dataclass(frozen=True)
class Standing:
    """A routine's review on one day. `due`: the last day on which the next review is in time, None when never reviewed.

    `is_changed`: the routine no longer reads as it did when the latest receipt was written. `waiver`: by it the review
    may wait; the state is the same. `suspicions`: provisions found changed after the receipt,
    `parents`: routines it builds on that were.
    """

    state: ReviewState
    receipt: Receipt | None
    due: date | None
    is_changed: bool
    waiver: Waiver | None = None
    suspicions: tuple[Suspicion, ...] = ()
    parents: tuple[ChangedParent, ...] = ()

    @property
    def is_suspect(self) -> bool:
        """True when the law under the routine, or a routine it builds on, was changed after the receipt."""
        return bool(self.suspicions or self.parents)


def standing(handbook: Handbook, routine_id: str, today: date) -> Standing:
    """The routine's standing on `today`. Raises KeyError for an unknown routine.

    Late comes before suspect, suspect before changed, and changed before soon due: the gravest state is shown.
    """
    latest = handbook.latest_receipt(routine_id, today)
    due = handbook.next_review(routine_id, today)
    state = review_state(due, handbook.policy.value, today)
    is_changed = latest is not None and changed_since(handbook, latest.value)
    doubts, parents = suspicions(handbook, routine_id, today), changed_parents(handbook, routine_id, today)
    if state in {ReviewState.CURRENT, ReviewState.DUE_SOON} and (doubts or parents or is_changed):
        state = ReviewState.SUSPECT if doubts or parents else ReviewState.CHANGED
    waiver = valid_waiver(handbook, routine_id, today)
    return Standing(state, latest.value if latest else None, due, is_changed, waiver, doubts, parents)


def changed_since(handbook: Handbook, receipt: Receipt) -> bool:
    """True when the routine's content is another than the one the receipt is bound to.

    A receipt without fingerprint is bound to nothing, which is a finding of its own.
    """
    return receipt.fingerprint is not None and receipt.fingerprint != handbook.fingerprint(receipt.routine)
