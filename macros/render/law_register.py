"""All rules of the register in one table that can be filtered by certainty, state and statute."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.statute import Certainty, Provision, Rule, RuleState, Statute
from macros.render.statutes import in_number_order, most_used_first
from macros.render.templates import fill
from macros.render.view import View
from macros.render.wordings import wording_time


@dataclass(frozen=True)
class RuleRow:
    """A rule as a row: its state on the day, and the certainty and days of the wording nearest to the day."""

    statute: Statute
    rule: Rule
    state: RuleState
    certainty: Certainty
    time: str


def rule_rows(handbook: Handbook, today: date) -> list[RuleRow]:
    """Every rule: the most cited statute first, provisions by number, then what has no number."""
    rows = []
    for found in most_used_first(handbook):
        rules: tuple[Rule, ...] = (*in_number_order(found), *found.unnumbered, *found.transitional)
        rows += [_row(found, rule, today) for rule in rules]
    return rows


def _row(statute: Statute, rule: Rule, today: date) -> RuleRow:
    nearest = rule.nearest_wording(today)
    return RuleRow(statute, rule, rule.state_on(today), nearest.certainty_on(today), wording_time(nearest))


def rule_register(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The table with what a reader can filter by; without script it is the whole table."""
    rows = rule_rows(handbook, today)
    return fill(
        "rule_register.html",
        view=View(handbook, page_url, today),
        rows=rows,
        certainties=[(found.value, found.value) for found in Certainty if any(r.certainty is found for r in rows)],
        states=[(found.value, found.value) for found in RuleState if any(r.state is found for r in rows)],
        statutes=list(dict.fromkeys((row.statute.id, row.statute.name) for row in rows)),
        is_provision=lambda rule: isinstance(rule, Provision),
    )
