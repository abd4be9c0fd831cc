"""Indicators: the inline link, and a group's indicators with chart, figures, sources and target levels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.indicator import Direction, Figure, Indicator, IndicatorSource, TargetLevels, Unit
from macros.render.chart import chart
from macros.render.figures import Standing, latest, standing, value_text
from macros.render.links import relative_url
from macros.render.templates import fill


@dataclass(frozen=True)
class FigureRow:
    """A year in the table: one text per series (None: no figure) and the letters of the sources."""

    year: int
    values: tuple[str | None, ...]
    sources: str


@dataclass(frozen=True)
class IndicatorEntry:
    """An indicator as the page shows it. `is_shown` is False when its figures are another municipality's."""

    indicator: Indicator
    is_shown: bool
    better: str
    levels: tuple[tuple[str, str], ...]
    latest: Figure | None
    latest_text: str
    standing: Standing | None
    chart: Markup
    rows: tuple[FigureRow, ...]
    sources: tuple[tuple[str, IndicatorSource], ...]


def indicator_url(handbook: Handbook, indicator_id: str) -> str | None:
    """Where the indicator is shown, or None when no page shows its group."""
    groups = handbook.holdings.indicator_groups.values()
    group_id = next((g.value.id for g in groups if any(i.id == indicator_id for i in g.value.indicators)), None)
    page = handbook.page_calling("visa_indikatorer", group_id) if group_id else None
    return f"{page.url}#{indicator_id}" if page else None


def indicator_link(handbook: Handbook, indicator_id: str, page_url: str) -> Markup:
    """The indicator's name as a link. Raises KeyError for an unknown indicator."""
    groups = handbook.holdings.indicator_groups.values()
    names = {found.id: found.name for group in groups for found in group.value.indicators}
    target = indicator_url(handbook, indicator_id)
    url = relative_url(page_url, target) if target else None
    return fill("role.html", name=names[indicator_id], url=url)


def indicators(handbook: Handbook, group_id: str) -> Markup:
    """The group's indicators. Raises KeyError for an unknown group."""
    group = handbook.holdings.indicator_groups[group_id].value
    entries = [_entry(handbook, indicator) for indicator in group.indicators]
    return fill("indicators.html", group=group, entries=entries, profile=handbook.profile.value)


def _entry(handbook: Handbook, found: Indicator) -> IndicatorEntry:
    letters = {source.id: _letter(number) for number, source in enumerate(found.sources)}
    last = latest(found)
    return IndicatorEntry(
        indicator=found,
        is_shown=found.profile in {None, handbook.profile.value.id},
        better="Högre är bättre" if found.better is Direction.UP else "Lägre är bättre",
        levels=tuple(_levels(found.targets, found.unit)) if found.targets else (),
        latest=last,
        latest_text=value_text(last.value, found.unit) if last else "",
        standing=standing(last.value, found.targets, found.better) if last and found.targets else None,
        chart=chart(found),
        rows=tuple(_rows(found, letters)),
        sources=tuple((letters[source.id], source) for source in found.sources),
    )


def _letter(number: int) -> str:
    """The sign of a source in the table: a–z, then numbers."""
    return ascii_lowercase[number] if number < len(ascii_lowercase) else str(number + 1)


def _levels(targets: TargetLevels, unit: Unit) -> Sequence[tuple[str, str]]:
    levels = (("uppnått", targets.met), ("på rätt väg", targets.on_the_way), ("ej uppnått", targets.not_met))
    return [(word, value_text(value, unit)) for word, value in levels if value is not None]


def _rows(found: Indicator, letters: Mapping[str, str]) -> Sequence[FigureRow]:
    years = sorted({figure.year for row in found.series for figure in row.figures}, reverse=True)
    return [_row(found, letters, year) for year in years]


def _row(found: Indicator, letters: Mapping[str, str], year: int) -> FigureRow:
    figures = [next((f for f in row.figures if f.year == year), None) for row in found.series]
    sources = sorted({letters.get(figure.source, figure.source) for figure in figures if figure})
    values = tuple(value_text(figure.value, found.unit) if figure else None for figure in figures)
    return FigureRow(year, values, ", ".join(sources))
