"""Which waiver lets a routine's review wait on a day. One that breaks a rule lets nothing wait."""

from collections.abc import Iterator
from datetime import date

from macros.handbook import Handbook
from macros.model.waiver import Waiver


def waivers(handbook: Handbook) -> tuple[Waiver, ...]:
    """Every waiver, in file order."""
    file = handbook.holdings.waiver_file
    return file.value.waivers if file else ()


def valid_waiver(handbook: Handbook, routine_id: str, today: date) -> Waiver | None:
    """The waiver by which the routine's review may wait on `today`, or None."""
    policy = handbook.policy.value.waivers
    for index, waiver in open_waivers(handbook, routine_id, today):
        proper = policy is not None and waiver.is_proper(policy) and not is_repeated(handbook, index)
        if proper and today <= waiver.last_day_known(today):
            return waiver
    return None


def open_waivers(handbook: Handbook, routine_id: str, today: date) -> Iterator[tuple[int, Waiver]]:
    """The waivers for the routine's coming review, with their number in the file: granted, and not yet reviewed."""
    latest = handbook.latest_receipt(routine_id, today)
    for index, waiver in enumerate(waivers(handbook)):
        is_spent = latest is not None and latest.value.day >= waiver.granted
        if waiver.routine == routine_id and waiver.granted <= today and not is_spent:
            yield index, waiver


def is_repeated(handbook: Handbook, index: int) -> bool:
    """True when an earlier waiver already let the same review wait: a second one is an extension by another name."""
    known = waivers(handbook)
    waiver = known[index]
    reviews = [receipt.value.day for receipt in handbook.receipts if receipt.value.routine == waiver.routine]
    earlier = (
        other
        for number, other in enumerate(known)
        if other.routine == waiver.routine and (other.granted, number) < (waiver.granted, index)
    )
    return any(not any(other.granted <= day < waiver.granted for day in reviews) for other in earlier)
