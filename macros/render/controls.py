"""Egenkontroll: the register of risks, the risk matrix and sheets to count on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.checklist import ChecklistItem
from macros.model.control import Risk
from macros.model.measurement import Measurement
from macros.model.page import Page
from macros.render.templates import fill
from macros.render.view import View

GRADES = (1, 2, 3, 4)
SHEET_CASES = 10  # boxes per row on a sheet: what fits across an A4


@dataclass(frozen=True)
class RiskEntry:
    """A risk with the routine that it belongs to and the items that its sheet counts."""

    risk: Risk
    routine: Page | None
    items: tuple[tuple[ChecklistItem, str | None], ...]
    csv_url: str
    latest: Measurement | None
    outcome_url: str


def risk_url(handbook: Handbook, risk_id: str) -> str | None:
    """Where the risk stands in the register, or None when no page shows it."""
    page = handbook.page_calling("visa_risker")
    return f"{page.url}#{risk_id.lower()}" if page else None


def sheet_url(handbook: Handbook, risk_id: str) -> str | None:
    """Where the risk's sheet is, or None when no page shows the sheets."""
    page = handbook.page_calling("visa_egenkontrollblad")
    return f"{page.url}#blad-{risk_id.lower()}" if page else None


def outcome_url(handbook: Handbook, risk_id: str) -> str | None:
    """Where the risk's measurements are shown (it must have some), or None when no page shows them."""
    page = handbook.page_calling("visa_utfall")
    return f"{page.url}#utfall-{risk_id.lower()}" if page else None


def file_url(name: str) -> str:
    """Where a file of counts is, from the site's root."""
    return f"egenkontroll/{name}"


def risk_register(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The risks with value, control, sample and role, the gravest first."""
    view = View(handbook, page_url, today)
    entries = sorted(_entries(view), key=lambda entry: -entry.risk.value)
    return fill("risks.html", view=view, entries=entries)


def risk_matrix(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Probability against consequence, with the risks in their cells."""
    view = View(handbook, page_url, today)
    risks = risks_of(handbook)
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


def risks_of(handbook: Handbook) -> Sequence[Risk]:
    """The register's risks in file order."""
    source = handbook.holdings.control_file
    return source.value.risks if source else ()


def _entries(view: View) -> Iterator[RiskEntry]:
    latest = {found.risk_id: found for found in view.handbook.holdings.measurements(view.handbook.profile.value.id)}
    for risk in risks_of(view.handbook):
        routine = view.handbook.routines.get(risk.routine)
        items = tuple(
            (item, view.item_url(checklist_id, item.id))
            for checklist_id, item in risk_items(view.handbook, risk, view.today)
        )
        yield RiskEntry(
            risk,
            routine.value if routine else None,
            items,
            view.url(file_url(f"{risk.id}.csv")),
            latest.get(risk.id),
            view.url(outcome_url(view.handbook, risk.id) or view.page_url),
        )
