"""What a reviewer needs to know before the first question: the routine, its last review and what has happened since."""

from collections.abc import Iterator

from macros.model.question import Verdict
from macros.model.review import Receipt
from macros.reviewing.facts import Reviewed
from macros.standing import Standing, standing


def background(reviewed: Reviewed) -> Iterator[str]:
    """The routine, when it is due, and the latest receipt, as Swedish lines."""
    meta, found = reviewed.meta, standing(reviewed.handbook, reviewed.routine_id, reviewed.today)
    owner = reviewed.handbook.roles.get(meta.owner)
    yield f"{meta.id} {reviewed.page.title}, utgåva {meta.edition} ({meta.adoption.value})."
    yield f"Riskklass {meta.risk_class}. Ansvarig: {owner.name if owner else meta.owner}."
    yield f"Läge: {found.state.value}. {_due(found)}"
    if found.waiver:
        yield f"Anstånd till och med {found.waiver.last_day_known(reviewed.today)}: {found.waiver.reason}"
    if found.receipt:
        yield from _latest(found.receipt, is_changed=found.is_changed)


def _due(found: Standing) -> str:
    return f"Granskas senast {found.due}." if found.due else "Rutinen har aldrig granskats."


def _latest(receipt: Receipt, *, is_changed: bool) -> Iterator[str]:
    yield f"Senaste kvittot: {receipt.day}, rollen {receipt.role}, utfall {receipt.outcome.value}."
    if receipt.fingerprint is None:
        yield "Kvittot säger inte vilken text som granskades, så det går inte att veta om den har ändrats."
    elif is_changed:
        yield "Rutinen, en checklista, en mall eller ett lagrum har ändrats sedan dess. Versionshistoriken visar vad."
    else:
        yield "Inget som granskningen gäller har ändrats sedan dess."
    for answer in receipt.failures:
        yield f"Brist då ({answer.question}): {answer.remark}"
    skipped = [answer.question for answer in receipt.checked if answer.verdict is Verdict.NOT_REVIEWED]
    if skipped:
        yield f"Inte granskat då: {', '.join(skipped)}."
