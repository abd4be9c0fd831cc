"""Charts of an indicator's figures as inline SVG: lines over many years, bars over a few. Geometry only; no colours.

Series are told apart by dash and symbol, and each is named where it ends. Scales begin at zero, so that a small change
looks small. A year without a figure leaves a gap: nothing is drawn that no source says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from math import ceil

from markupsafe import Markup

from macros.model.indicator import Figure, Indicator, Series
from macros.render.figures import value_text
from macros.render.svg_text import text_width
from macros.render.templates import fill

FONT = 15.0
SYMBOLS = ("cirkel", "kvadrat", "triangel", "romb")
_LINE_YEARS = 4  # with fewer years a line says less than bars
_TOP, _LEFT, _PLOT_WIDTH, _PLOT_HEIGHT, _BOTTOM = 14.0, 46.0, 400.0, 200.0, 32.0
_NAME_GAP, _NAME_HEIGHT = 26.0, 20.0  # from the plot to the names, and from one name to the next
_YEARS_SHOWN = 10
_BAR_LEFT, _BAR_PLOT, _BAR_ROW, _BAR_HEIGHT = 84.0, 360.0, 34.0, 20.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)
_MOST_TICKS = 6


@dataclass(frozen=True)
class Tick:
    """A mark on a scale: where, and what it says."""

    at: float
    text: str


@dataclass(frozen=True)
class Line:
    """A series as drawn: `runs` are unbroken rows of years; `name_y` is where its name stands."""

    name: str
    last: str
    number: int
    runs: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    name_y: float

    @property
    def symbol(self) -> str:
        """The shape of its points."""
        return SYMBOLS[self.number % len(SYMBOLS)]


@dataclass(frozen=True)
class Bar:
    """One year as a bar, or (without a width) the years that lack a figure."""

    label: str
    y: float
    width: float | None
    text: str


@dataclass(frozen=True)
class Plot:
    """Where years and values lie in a chart of lines."""

    first_year: int
    last_year: int
    top: int

    def x(self, year: int) -> float:
        """The year's place from the left."""
        return round(_LEFT + _PLOT_WIDTH * (year - self.first_year) / (self.last_year - self.first_year), 1)

    def y(self, value: Decimal | int) -> float:
        """The value's place from above."""
        return round(_TOP + _PLOT_HEIGHT * (1 - float(value) / self.top), 1)


def chart(indicator: Indicator) -> Markup:
    """The chart, or nothing when there are too few figures to see anything in."""
    years = sorted({figure.year for row in indicator.series for figure in row.figures})
    if len(years) < 2:  # noqa: PLR2004 - one year is a figure, not a chart
        return Markup("")
    if len(indicator.series) == 1 and len(years) < _LINE_YEARS:
        return _bars(indicator, years)
    return _lines(indicator, years)


def describe(indicator: Indicator) -> str:
    """Every figure in words, for those who do not see the chart."""
    return " ".join(
        f"{row.name}: {', '.join(f'{f.year} {value_text(f.value, indicator.unit)}' for f in _by_year(row))}."
        for row in indicator.series
    )


def scale(highest: Decimal) -> list[int]:
    """Round numbers from zero to at least the highest value."""
    step = next((step for step in _STEPS if highest / step < _MOST_TICKS), _STEPS[-1])
    count = max(1, ceil(highest / step))
    return [step * index for index in range(count + 1)]


def _lines(indicator: Indicator, years: list[int]) -> Markup:
    ticks = scale(_highest(indicator))
    plot = Plot(years[0], years[-1], ticks[-1])
    lines = _apart([_line(plot, indicator, number) for number in range(len(indicator.series))])
    name_x = _LEFT + _PLOT_WIDTH + _NAME_GAP
    return fill(
        "chart_lines.html",
        id=f"diagram-{indicator.id}",
        title=f"{indicator.name}, {years[0]}–{years[-1]}",
        description=describe(indicator),
        width=round(name_x + max(text_width(f"{line.name} {line.last}", FONT) for line in lines) + 4),
        height=round(_TOP + _PLOT_HEIGHT + _BOTTOM),
        left=_LEFT,
        right=_LEFT + _PLOT_WIDTH,
        bottom=_TOP + _PLOT_HEIGHT,
        name_x=name_x,
        y_ticks=[Tick(plot.y(value), value_text(Decimal(value), indicator.unit)) for value in ticks],
        x_ticks=[Tick(plot.x(year), str(year)) for year in _shown(years)],
        target=_target(indicator, plot),
        lines=lines,
    )


def _line(plot: Plot, indicator: Indicator, number: int) -> Line:
    row = indicator.series[number]
    figures = _by_year(row)
    places = [(plot.x(figure.year), plot.y(figure.value)) for figure in figures]
    last = figures[-1]
    return Line(
        row.name, value_text(last.value, indicator.unit), number, _runs(figures, places), tuple(places), places[-1][1]
    )


def _runs(figures: Sequence[Figure], places: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    """The line's pieces: years that follow on each other are joined, a missing year breaks the line."""
    runs = [[places[0]]]
    for (before, after), place in zip(pairwise(figures), places[1:], strict=True):
        if after.year == before.year + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return tuple(" ".join(f"{x:g},{y:g}" for x, y in run) for run in runs if len(run) > 1)


def _apart(lines: list[Line]) -> list[Line]:
    """The lines with their names moved down where they would overlap, in the order of the series."""
    placed: list[Line] = []
    for line in sorted(lines, key=lambda line: line.name_y):
        lowest = placed[-1].name_y + _NAME_HEIGHT if placed else line.name_y
        placed.append(replace(line, name_y=max(line.name_y, lowest)))
    overflow = max(0.0, placed[-1].name_y - (_TOP + _PLOT_HEIGHT))
    return sorted((replace(line, name_y=line.name_y - overflow) for line in placed), key=lambda line: line.number)


def _shown(years: list[int]) -> list[int]:
    """The years that are written out: every one when there is room, else every second or third."""
    span = years[-1] - years[0]
    return list(range(years[0], years[-1] + 1, span // _YEARS_SHOWN + 1))


def _target(indicator: Indicator, plot: Plot) -> Tick | None:
    if indicator.targets is None:
        return None
    return Tick(plot.y(indicator.targets.met), f"mål {value_text(indicator.targets.met, indicator.unit)}")


def _bars(indicator: Indicator, years: list[int]) -> Markup:
    highest = _highest(indicator)
    bars = tuple(_bar_rows(indicator, highest))
    target = indicator.targets.met if indicator.targets else None
    top = _BAR_ROW if target is not None else 0.0
    target_x = _BAR_LEFT + _BAR_PLOT * float(target / highest) if target is not None else None
    return fill(
        "chart_bars.html",
        id=f"diagram-{indicator.id}",
        title=f"{indicator.name}, {years[0]}–{years[-1]}",
        description=describe(indicator),
        width=round(_BAR_LEFT + _BAR_PLOT + text_width(value_text(highest, indicator.unit), FONT) + 14),
        height=round(top + len(bars) * _BAR_ROW + 4),
        left=_BAR_LEFT,
        top=top,
        bar_height=_BAR_HEIGHT,
        bars=bars,
        target_x=target_x,
        target=f"mål {value_text(target, indicator.unit)}" if target is not None else "",
    )


def _bar_rows(indicator: Indicator, highest: Decimal) -> Iterator[Bar]:
    row, before = 0, None
    for figure in _by_year(indicator.series[0]):
        if before is not None and figure.year > before + 1:
            yield Bar(_year_span(before + 1, figure.year - 1), row * _BAR_ROW, None, "inget värde")
            row += 1
        width = round(_BAR_PLOT * float(figure.value / highest), 1)
        yield Bar(str(figure.year), row * _BAR_ROW, width, value_text(figure.value, indicator.unit))
        row, before = row + 1, figure.year


def _year_span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _by_year(row: Series) -> list[Figure]:
    return sorted(row.figures, key=lambda figure: figure.year)


def _highest(indicator: Indicator) -> Decimal:
    """The highest value to find room for, the target among them; never zero, which nothing can be divided by."""
    values = [figure.value for row in indicator.series for figure in row.figures]
    targets = [indicator.targets.met] if indicator.targets else []
    return max(*values, *targets, Decimal(1))
