"""IND: every figure has a source in its file, years stand once, ids are unique, municipalities have a profile."""

from collections.abc import Iterator
from datetime import date

from macros.checks.references import unknown_profile
from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.model.indicator import Indicator, IndicatorGroup
from macros.model.sourced import Sourced


def check_indicators(handbook: Handbook, today: date) -> Iterator[Finding]:
    """Figures can be traced to a source and belong to a year that has begun."""
    seen: dict[str, str] = {}
    for group in handbook.holdings.indicator_groups.values():
        for index, indicator in enumerate(group.value.indicators):
            place = group.place("indikatorer", index, "id")
            if indicator.id in seen:
                message = f"Indikatorn ”{indicator.id}” finns redan i {seen[indicator.id]}."
                yield Finding("IND201", Level.FEL, place, message, "Ge den ett eget id.")
            seen.setdefault(indicator.id, group.path)
            if indicator.profile is not None:
                yield from unknown_profile(handbook, indicator.profile, group.place("indikatorer", index, "kommun"))
            yield from _check_figures(group, index, indicator, today)


def _check_figures(group: Sourced[IndicatorGroup], index: int, indicator: Indicator, today: date) -> Iterator[Finding]:
    sources = {source.id for source in indicator.sources}
    for row, series in enumerate(indicator.series):
        years = [figure.year for figure in series.figures]
        for number, figure in enumerate(series.figures):
            key = ("indikatorer", index, "serier", row, "värden", number)
            if years.index(figure.year) != number:
                message = f"{indicator.id}: {series.name} har flera värden för {figure.year}."
                yield Finding("IND203", Level.FEL, group.place(*key, "år"), message, "Behåll det rätta.")
            if figure.year > today.year:
                message = f"{indicator.id}: värdet för {figure.year} ligger i framtiden."
                yield Finding("IND203", Level.FEL, group.place(*key, "år"), message, "Rätta året.")
            if figure.source not in sources:
                message = f"{indicator.id}: källan ”{figure.source}” för {figure.year} finns inte."
                yield Finding(
                    "IND202", Level.FEL, group.place(*key, "källa"), message, "Lägg till källan under källor."
                )
