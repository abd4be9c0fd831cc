"""Egenkontroll: the register of risks, the risk matrix, sheets to count on and the outcomes so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.checklist import ChecklistItem
from macros.model.control import ControlOutcome, ItemCount, Risk
from macros.model.page import Page
from macros.render.templates import fill
from macros.render.view import View

GRADES = (1, 2, 3, 4)
SHEET_CASES = 10  # boxes per row on a sheet: what fits across an A4
SHOWN_DAYS = 4  # outcomes side by side


@dataclass(frozen=True)
class RiskEntry:
    """A risk with the routine that it belongs to and the items that its sheet counts."""

    risk: Risk
    routine: Page | None
    items: tuple[tuple[ChecklistItem, str | None], ...]
    csv_url: str


@dataclass(frozen=True)
class TrendRow:
    """One item's counts on the days shown (None: not counted that day) and what has happened since the day before."""

    item_id: str
    text: str
    counts: tuple[ItemCount | None, ...]
    change: str


@dataclass(frozen=True)
class Trend:
    """The outcomes of one risk's controls."""

    risk: Risk
    days: tuple[date, ...]
    rows: tuple[TrendRow, ...]


def risk_url(handbook: Handbook, risk_id: str) -> str | None:
    """Where the risk stands in the register, or None when no page shows it."""
    page = handbook.page_calling("visa_risker")
    return f"{page.url}#{risk_id.lower()}" if page else None


def csv_url(risk_id: str) -> str:
    """Where the risk's counting file is, from the site's root."""
    return f"egenkontroll/{risk_id}.csv"


def risk_register(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The risks with value, control, sample and role, the gravest first; then the outcomes."""
    view = View(handbook, page_url, today)
    entries = sorted(_entries(view), key=lambda entry: -entry.risk.value)
    outcomes = _outcomes(handbook)
    return fill("risks.html", view=view, entries=entries, trends=tuple(_trends(view, outcomes)))


def risk_matrix(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Probability against consequence, with the risks in their cells."""
    view = View(handbook, page_url, today)
    risks = _risks(handbook)
    cells = {
        (probability, consequence): tuple(
            risk for risk in risks if (risk.probability, risk.consequence) == (probability, consequence)
        )
        for probability in GRADES
        for consequence in GRADES
    }
    top = max((risk.value for risk in risks), default=0)
    return fill(
        "risk_matrix.html",
        cells=cells,
        grades=GRADES,
        top=top,
        gravest=tuple(risk for risk in risks if risk.value == top),
        url=lambda risk: view.url(risk_url(handbook, risk.id) or f"{page_url}#{risk.id.lower()}"),
    )


def control_sheets(handbook: Handbook, page_url: str, today: date) -> Markup:
    """A printable sheet per risk: its items in use against empty boxes. Counts only, never case numbers."""
    view = View(handbook, page_url, today)
    return fill("control_sheets.html", view=view, entries=tuple(_entries(view)), cases=SHEET_CASES)


def risk_items(handbook: Handbook, risk: Risk, today: date) -> Iterator[tuple[str, ChecklistItem]]:
    """The risk's items that are in use on `today`, each with its checklist's id."""
    for item_id in risk.items:
        checklist = handbook.checklists.get(item_id.rpartition("-")[0])
        for item in checklist.value.items if checklist else ():
            if checklist is not None and item.id == item_id and not item.is_retired(today):
                yield checklist.value.id, item


def _risks(handbook: Handbook) -> Sequence[Risk]:
    source = handbook.holdings.control_file
    return source.value.risks if source else ()


def _outcomes(handbook: Handbook) -> Sequence[ControlOutcome]:
    source = handbook.holdings.control_file
    return source.value.outcomes if source else ()


def _entries(view: View) -> Iterator[RiskEntry]:
    for risk in _risks(view.handbook):
        routine = view.handbook.routines.get(risk.routine)
        items = tuple(
            (item, view.item_url(checklist_id, item.id))
            for checklist_id, item in risk_items(view.handbook, risk, view.today)
        )
        yield RiskEntry(risk, routine.value if routine else None, items, view.url(csv_url(risk.id)))


def _trends(view: View, outcomes: Sequence[ControlOutcome]) -> Iterator[Trend]:
    texts = {item.id: item.text for checklist in view.handbook.checklists.values() for item in checklist.value.items}
    for risk in _risks(view.handbook):
        own = sorted((found for found in outcomes if found.risk == risk.id), key=lambda found: found.day)
        shown = own[-SHOWN_DAYS:]
        item_ids = dict.fromkeys(count.item for found in shown for count in found.counts)
        rows = tuple(_trend_row(item_id, texts.get(item_id, ""), shown) for item_id in item_ids)
        if rows:
            yield Trend(risk, tuple(found.day for found in shown), rows)


def _trend_row(item_id: str, text: str, outcomes: Sequence[ControlOutcome]) -> TrendRow:
    counts = tuple(next((c for c in found.counts if c.item == item_id), None) for found in outcomes)
    return TrendRow(item_id, text, counts, change(counts))


def change(counts: Sequence[ItemCount | None]) -> str:
    """What has happened between the last two counts, in words with an arrow; a dash when there are not two."""
    known = [count for count in counts if count is not None]
    if len(known) < 2:  # noqa: PLR2004 - it takes two counts to see a change
        return "–"
    before, after = known[-2:]
    # Compared as products, so that 2 of 3 and 4 of 6 are the same without rounding.
    difference = after.met * before.sampled - before.met * after.sampled
    if difference == 0:
        return "→ lika"
    return "↑ bättre" if difference > 0 else "↓ sämre"
