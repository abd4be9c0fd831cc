"""GRA: a receipt is evidence of a review and not a date: bound to what was read, honest about the law, no copy."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.model.review import Outcome, Receipt
from macros.model.sourced import Sourced
from macros.standing import changed_since


def check_fingerprints(handbook: Handbook, today: date) -> Iterator[Finding]:
    """The latest receipt of each routine is bound to what the routine says now."""
    for routine_id, page in handbook.routines.items():
        latest = handbook.latest_receipt(routine_id, today)
        if latest is None:
            continue
        if latest.value.fingerprint is None:
            message = f"Kvittot säger inte vilken text av {routine_id} som granskades."
            cure = f"Granskades den text som står nu: lägg till raden fingeravtryck: {handbook.fingerprint(routine_id)}"
            yield Finding("GRA209", Level.FEL, latest.place(), message, cure)
        elif changed_since(handbook, latest.value):
            message = f"{routine_id} har ändrats efter granskningen {latest.value.day}."
            cure = f"Granska ändringen med handbok granska {routine_id}."
            yield Finding("GRA210", Level.VARNING, page.place("id"), message, cure)


def check_copies(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Receipts of one day are not copies of each other: so many reviews with the same words are no reviews."""
    alike: defaultdict[tuple[object, ...], list[Sourced[Receipt]]] = defaultdict(list)
    for receipt in handbook.receipts:
        value = receipt.value
        alike[value.day, value.role, value.checked, value.outcome, value.remarks].append(receipt)
    limit = handbook.policy.value.most_alike
    for copies in alike.values():
        if len(copies) <= limit:
            continue
        for receipt in copies:
            message = f"{len(copies)} kvitton från {receipt.value.day} har samma text; högst {limit} får vara lika."
            cure = "Skriv vad som granskades i just den här rutinen, och vad du såg."
            yield Finding("GRA211", Level.VARNING, receipt.place(), message, cure)


def check_bare_dates(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A receipt says something more than the one before: one that only moves the date is no review."""
    by_routine: defaultdict[str, list[Sourced[Receipt]]] = defaultdict(list)
    for receipt in sorted(handbook.receipts, key=lambda receipt: receipt.value.day):
        by_routine[receipt.value.routine].append(receipt)
    for receipts in by_routine.values():
        for earlier, later in pairwise(receipts):
            if _only_the_date_differs(earlier.value, later.value):
                message = f"Kvittot är likt det från {earlier.value.day} på allt utom dagen."
                cure = "Skriv vad som kontrollerades den här gången, eller ta bort kvittot."
                yield Finding("GRA212", Level.VARNING, later.place("dag"), message, cure)


def _only_the_date_differs(earlier: Receipt, later: Receipt) -> bool:
    return (
        later.outcome is Outcome.UNCHANGED
        and (earlier.checked, earlier.remarks) == (later.checked, later.remarks)
        and earlier.fingerprint == later.fingerprint
    )


def check_unverified_law(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A review of a routine that rests on unverified law says so: silence would read as confirmation."""
    for routine_id in handbook.routines:
        latest = handbook.latest_receipt(routine_id, today)
        if latest is None or latest.value.fingerprint is None or changed_since(handbook, latest.value):
            continue  # another finding says that the receipt is about another text
        unsaid = [
            provision_id
            for provision_id in handbook.unverified_law(routine_id, latest.value.day)
            if provision_id not in latest.value.unverified
        ]
        if unsaid:
            message = f"Kvittot nämner inte att {len(unsaid)} av rutinens lagrum inte var verifierade."
            cure = f"Lägg till raden inte_verifierad_lag: [{', '.join(unsaid)}]"
            yield Finding("GRA213", Level.VARNING, latest.place(), message, cure)
