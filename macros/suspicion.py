"""Which routines a changed provision casts doubt on, until a review of them later than the change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.citing import Citing, routine_citings
from macros.handbook import Handbook


@dataclass(frozen=True)
class Suspicion:
    """A provision whose text was found changed on `found_on`, and what in the routine rests on it."""

    provision_id: str
    found_on: date
    citings: tuple[Citing, ...]


def changed_provisions(handbook: Handbook, today: date) -> dict[str, date]:
    """The provisions whose official text was found changed by `today`, with the latest such day."""
    changed = (statute.value for statute in handbook.statutes.values() if statute.value.has_found_changes)
    found: dict[str, date] = {}
    for provision in (provision for statute in changed for provision in statute.provisions):
        days = [w.change_found_on for w in provision.wordings if w.change_found_on and w.change_found_on <= today]
        if days:
            found[provision.id] = max(days)
    return found


def suspicions(handbook: Handbook, routine_id: str, today: date) -> tuple[Suspicion, ...]:
    """Why the routine is `misstänkt` on `today`: changes found after its latest receipt. Empty when it is not.

    A receipt from the day of the change, or later, confirms the routine. One that was never reviewed is suspect.
    """
    changed = changed_provisions(handbook, today)
    if not changed:
        return ()
    latest = handbook.latest_receipt(routine_id, today)
    unconfirmed = {pid: day for pid, day in changed.items() if latest is None or latest.value.day < day}
    return tuple(_gathered(handbook, routine_id, today, unconfirmed))


def _gathered(handbook: Handbook, routine_id: str, today: date, days: dict[str, date]) -> Iterator[Suspicion]:
    citings: dict[str, dict[str, Citing]] = {}
    for provision_id, citing in routine_citings(handbook, routine_id, today) if days else ():
        if provision_id in days:
            citings.setdefault(provision_id, {}).setdefault(citing.id, citing)
    for provision_id, found in citings.items():
        yield Suspicion(provision_id, days[provision_id], tuple(found.values()))
