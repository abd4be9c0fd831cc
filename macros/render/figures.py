"""What an indicator's figures say: Swedish numbers, the latest value and how it stands against the target levels."""

from dataclasses import dataclass
from decimal import Decimal

from macros.model.indicator import Direction, Figure, Indicator, TargetLevels, Unit

_NBSP = "\u00a0"


@dataclass(frozen=True)
class Standing:
    """How a value stands against the targets: a glyph and a word, never colour alone."""

    glyph: str
    word: str
    slug: str


MET = Standing("●", "Uppnått", "aktuell")
ON_THE_WAY = Standing("◐", "På rätt väg", "snart")
NOT_MET = Standing("■", "Ej uppnått", "forfallen")
UNCLEAR = Standing("○", "Mellan nivåerna", "aldrig")


def number_text(value: Decimal) -> str:
    """The figure with as many decimals as its source gives, a decimal comma and thousands apart."""
    whole, _, decimals = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", _NBSP)
    return f"{grouped},{decimals}" if decimals else grouped


def value_text(value: Decimal, unit: Unit) -> str:
    """The figure with its unit: `37,5 %`, `299`."""
    return f"{number_text(value)}{_NBSP}%" if unit is Unit.PERCENT else number_text(value)


def latest(indicator: Indicator) -> Figure | None:
    """The most recent figure of the first series, which is the municipality's own; None without figures."""
    return max(indicator.series[0].figures, key=lambda figure: figure.year) if indicator.series else None


def standing(value: Decimal, targets: TargetLevels, better: Direction) -> Standing:
    """Which level the value reaches. Where the board's levels leave a gap or overlap, it says so and judges nothing."""
    if _reaches(value, targets.met, better):
        return MET
    on_the_way = targets.on_the_way is not None and _reaches(value, targets.on_the_way, better)
    not_met = _falls_short(value, targets, better)
    if on_the_way == not_met:
        return UNCLEAR
    return ON_THE_WAY if on_the_way else NOT_MET


def _reaches(value: Decimal, level: Decimal, better: Direction) -> bool:
    return value >= level if better is Direction.UP else value <= level


def _falls_short(value: Decimal, targets: TargetLevels, better: Direction) -> bool:
    if targets.not_met is None:
        return targets.on_the_way is None or not _reaches(value, targets.on_the_way, better)
    return value <= targets.not_met if better is Direction.UP else value >= targets.not_met
