"""Why an older wording is cited: a day whose law is meant, or the transitional rule that keeps it alive."""

from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook
from macros.model.record import ISO_DAY
from macros.model.statute import TransitionalRule


@dataclass(frozen=True)
class Ground:
    """The day whose wording is meant, and the transitional rule that says so, if one was named."""

    day: date
    rule: TransitionalRule | None = None


def ground_of(handbook: Handbook, per: str) -> Ground | None:
    """What `per` names: a day (ÅÅÅÅ-MM-DD) or a transitional rule's id; None when it names neither.

    A rule that does not say which day's wording to use (`lydelse_per`) cannot be a ground.
    """
    if ISO_DAY.fullmatch(per):
        try:
            return Ground(date.fromisoformat(per))
        except ValueError:
            return None
    _, rule = handbook.rules.get(per, (None, None))
    return Ground(rule.per, rule) if isinstance(rule, TransitionalRule) and rule.per else None
