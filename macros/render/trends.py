"""How the self-checks have gone: per control and per item, the share fulfilled on each day, as numbers and drawings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.control import Risk
from macros.model.measurement import Measurement, Tally
from macros.render.control_csv import RESULTS
from macros.render.controls import file_url, risks_of, sheet_url
from macros.render.share_chart import Thread, control_chart, item_thread
from macros.render.templates import fill
from macros.render.view import View

SHOWN_DAYS = 3  # measurements side by side: what fits a telephone
CHANGES = {0: "→ lika", 1: "↑ högre", -1: "↓ lägre"}


@dataclass(frozen=True)
class TrendRow:
    """One item's tallies on the days shown (None: not counted that day) and what has happened since the time before."""

    item_id: str
    text: str
    is_counted_now: bool
    tallies: tuple[Tally | None, ...]
    change: str
    thread: Thread


@dataclass(frozen=True)
class Trend:
    """The measurements of one control: all together, and the latest ones item by item."""

    risk: Risk
    measured: tuple[Measurement, ...]
    shown: tuple[Measurement, ...]
    rows: tuple[TrendRow, ...]
    change: str
    has_other_items: bool
    chart: Markup

    @property
    def latest(self) -> Measurement:
        """The last measurement."""
        return self.measured[-1]

    @property
    def before(self) -> Measurement | None:
        """The one before it, or None."""
        return self.measured[-2] if len(self.measured) > 1 else None


def control_trends(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every control that the municipality has measured; what it has not measured is said, and how to begin."""
    view = View(handbook, page_url, today)
    risks = risks_of(handbook)
    found = tuple(_trends(view, risks))
    measured = {trend.risk.id for trend in found}
    top = max((risk.value for risk in risks), default=0)
    return fill(
        "trends.html",
        view=view,
        municipality=handbook.profile.value,
        trends=found,
        shown_days=SHOWN_DAYS,
        unmeasured=tuple(risk for risk in risks if risk.id not in measured),
        gravest=tuple(risk for risk in risks if risk.value == top),
        sheet_url=lambda risk: view.url(sheet_url(handbook, risk.id) or page_url),
        results_url=view.url(file_url(RESULTS)),
    )


def change(before: Tally, after: Tally) -> str:
    """What has happened to the share, in a word with an arrow; a dash when either has nothing to compare."""
    if before.share is None or after.share is None:
        return "–"
    return CHANGES[(after.share > before.share) - (after.share < before.share)]


def _trends(view: View, risks: Sequence[Risk]) -> Iterator[Trend]:
    everything = view.handbook.holdings.measurements(view.handbook.profile.value.id)
    for risk in risks:
        if measured := tuple(found for found in everything if found.risk_id == risk.id):
            shown = measured[-SHOWN_DAYS:]
            yield Trend(
                risk,
                measured,
                shown,
                tuple(_rows(view, risk, shown)),
                _total_change(measured),
                len({frozenset(found.tallies) for found in measured}) > 1,
                control_chart(risk.id, measured),
            )


def _total_change(measured: Sequence[Measurement]) -> str:
    """The change of the whole control since the time before, over the items that were counted both times."""
    if len(measured) < 2:  # noqa: PLR2004 - it takes two to see a change
        return "–"
    before, after = measured[-2:]
    both = frozenset(before.tallies) & frozenset(after.tallies)
    return change(before.total_of(both), after.total_of(both))


def _rows(view: View, risk: Risk, shown: Sequence[Measurement]) -> Iterator[TrendRow]:
    """The items of the days shown: those that the control counts now in its order, then what it once counted."""
    items = {item.id: item for checklist in view.handbook.checklists.values() for item in checklist.value.items}
    counted = dict.fromkeys(item_id for found in shown for item_id in found.tallies)
    ordered = [item_id for item_id in risk.items if item_id in counted]
    for item_id in dict.fromkeys((*ordered, *counted)):
        tallies = tuple(found.tallies.get(item_id) for found in shown)
        known = [tally for tally in tallies if tally is not None and tally.share is not None]
        item = items.get(item_id)
        yield TrendRow(
            item_id,
            item.text if item else "",
            item_id in risk.items and item is not None and not item.is_retired(view.today),
            tallies,
            change(*known[-2:]) if len(known) > 1 else "–",
            item_thread([found.day for found in shown], tallies),
        )
