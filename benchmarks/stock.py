"""What generated pages may point at: ids read from the project's own data, so that every reference holds."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.handbook import Handbook
from macros.loading import load_handbook


@dataclass(frozen=True)
class Stock:
    """Ids of the project's data, and the day the generated handbook is built for."""

    day: date
    roles: tuple[str, ...]
    provisions: tuple[str, ...]
    statutes: tuple[str, ...]
    local_names: tuple[str, ...]
    deadlines: tuple[str, ...]
    events: tuple[str, ...]
    questions: tuple[str, ...]
    reviewers: tuple[str, ...]
    adopter: str


def read_stock(root: Path) -> Stock:
    """The ids under `root`. The day is the newest one in the data, so that nothing lies in the future or is late."""
    handbook, findings = load_handbook(root)
    if handbook is None:
        raise SystemExit("\n".join(finding.line() for finding in findings if finding.blocks))
    day = _newest_day(handbook)
    policy = handbook.policy.value
    reviewers = policy.risk_classes[0].reviewers
    in_force = (key for key, (_, provision) in handbook.provisions.items() if provision.wording_on(day))
    return Stock(
        day,
        tuple(handbook.roles),
        tuple(in_force),
        tuple(handbook.statutes),
        tuple(handbook.local_names),
        tuple(handbook.profile.value.deadlines),
        tuple(handbook.events),
        tuple(question.id for question in policy.questions_asked(day)),
        reviewers,
        next(role for role in handbook.roles if role not in reviewers),
    )


def _newest_day(handbook: Handbook) -> date:
    checked = (w.checked_on for _, p in handbook.provisions.values() for w in p.wordings if w.checked_on)
    return max([*checked, *(receipt.value.day for receipt in handbook.receipts)])
