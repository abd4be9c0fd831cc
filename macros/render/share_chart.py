"""Shares over time as inline SVG: a small chart for a whole control, a thread of points for one item.

From 0 to 100 per cent always, so that a small change looks small, and true to the days between. A line joins only what
can be compared: it breaks where something was not counted, or where other things were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from macros.model.measurement import Measurement, Tally
from macros.render.chart import FONT, Line, Tick
from macros.render.svg_text import text_width
from macros.render.templates import fill

_TOP, _LEFT, _WIDTH, _HEIGHT, _BOTTOM = 14.0, 52.0, 230.0, 96.0, 32.0  # fits a telephone
_NAME_GAP = 14.0
_DAY_ROOM = 88.0  # between the middles of two days written out
_THREAD_WIDTH, _THREAD_HEIGHT, _THREAD_EDGE = 96.0, 26.0, 5.0


@dataclass(frozen=True)
class Frame:
    """Where days and shares lie in a drawing."""

    days: tuple[date, ...]
    left: float
    top: float
    width: float
    height: float

    def at(self, day: date, share: float) -> tuple[float, float]:
        """The place of a share (0 to 1) on a day, from the left and from above. A lone day lies in the middle."""
        span = (self.days[-1] - self.days[0]).days
        along = (day - self.days[0]).days / span if span else 0.5
        return round(self.left + self.width * along, 1), round(self.top + self.height * (1 - share), 1)


@dataclass(frozen=True)
class Thread:
    """The points of one item's thread and the unbroken lines between them."""

    points: tuple[tuple[float, float], ...]
    runs: tuple[str, ...]


def percent_text(tally: Tally) -> str:
    """The share as text, `85 %`; a dash when nothing was examined."""
    return "–" if tally.percent is None else f"{tally.percent}\u00a0%"


def share_text(tally: Tally) -> str:
    """The numbers, with the share in brackets: `17 av 20 (85 %)`."""
    return f"{tally.met} av {tally.examined} ({percent_text(tally)})"


def control_chart(risk_id: str, measured: Sequence[Measurement]) -> Markup:
    """All items of a control together, over all its days; nothing when there are fewer than two shares to draw."""
    shown = [found for found in measured if found.total.share is not None]
    if len(shown) < 2:  # noqa: PLR2004 - one share is a number, not a chart
        return Markup("")
    frame = Frame(tuple(found.day for found in shown), _LEFT, _TOP, _WIDTH, _HEIGHT)
    points = [frame.at(found.day, float(found.total.share or 0)) for found in shown]
    joined = [set(one.tallies) == set(two.tallies) for one, two in pairwise(shown)]
    last = percent_text(shown[-1].total)
    name_x = _LEFT + _WIDTH + _NAME_GAP
    return fill(
        "chart_lines.html",
        id=f"diagram-{risk_id.lower()}",
        title=f"{risk_id}: andel uppfyllda, {shown[0].day} till {shown[-1].day}",
        description=f"{'. '.join(f'{found.day}: {share_text(found.total)}' for found in shown)}.",
        width=round(name_x + text_width(last, FONT) + 8),
        height=round(_TOP + _HEIGHT + _BOTTOM),
        left=_LEFT,
        right=_LEFT + _WIDTH,
        bottom=_TOP + _HEIGHT,
        name_x=name_x,
        y_ticks=[Tick(frame.at(shown[0].day, share / 100)[1], f"{share}\u00a0%") for share in (0, 50, 100)],
        x_ticks=_days_written(frame),
        target=None,
        lines=[Line("", last, 0, _runs(points, joined), tuple(points), points[-1][1])],
    )


def item_thread(days: Sequence[date], tallies: Sequence[Tally | None]) -> Thread:
    """One item's shares over the days; a day when it was not counted breaks the thread."""
    edge = _THREAD_EDGE
    frame = Frame(tuple(days), edge, edge, _THREAD_WIDTH - 2 * edge, _THREAD_HEIGHT - 2 * edge)
    shares = [tally.share if tally else None for tally in tallies]
    points = [None if share is None else frame.at(day, float(share)) for day, share in zip(days, shares, strict=True)]
    known = [point for point in points if point is not None]
    joined = [after - before == 1 for before, after in pairwise(i for i, point in enumerate(points) if point)]
    return Thread(tuple(known), _runs(known, joined))


def _runs(points: Sequence[tuple[float, float]], joined: Sequence[bool]) -> tuple[str, ...]:
    """The line's pieces: a point is joined to the one before when they can be compared."""
    runs = [[points[0]]] if points else []
    for point, is_joined in zip(points[1:], joined, strict=True):
        if is_joined:
            runs[-1].append(point)
        else:
            runs.append([point])
    return tuple(" ".join(f"{x:g},{y:g}" for x, y in run) for run in runs if len(run) > 1)


def _days_written(frame: Frame) -> list[Tick]:
    """The days that are written out: the last one, and those before it that there is room for."""
    ticks: list[Tick] = []
    for day in reversed(frame.days):
        x = frame.at(day, 0)[0]
        if not ticks or ticks[-1].at - x >= _DAY_ROOM:
            ticks.append(Tick(x, day.isoformat()))
    return ticks[::-1]
