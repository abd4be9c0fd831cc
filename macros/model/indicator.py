"""Indicators: definition, target levels, and figures each with its source and year."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.model.record import Record, Slug, Text, Whole


def _parse_number(value: Any) -> Any:
    """Accept a Swedish or an English decimal sign: 37,5 and 37.5 are the same figure."""
    if isinstance(value, Decimal):
        return value
    text = str(value).strip().replace(",", ".")
    if not text.replace(".", "", 1).isdecimal():
        raise PydanticCustomError("number_form", "inte ett tal")
    return Decimal(text)


Number = Annotated[Decimal, BeforeValidator(_parse_number)]


class Unit(StrEnum):
    """What the figures count."""

    PERCENT = "procent"
    COUNT = "antal"


class Direction(StrEnum):
    """Which way is better."""

    UP = "upp"
    DOWN = "ned"


class TargetLevels(Record):
    """The board's levels: met, on the way, not met."""

    met: Number = Field(alias="uppnått")
    on_the_way: Number | None = Field(None, alias="på_rätt_väg")
    not_met: Number | None = Field(None, alias="ej_uppnått")


class Figure(Record):
    """One value for one year, from a named source."""

    year: Whole = Field(alias="år", ge=1990, le=2100)
    value: Number = Field(alias="värde")
    source: Slug = Field(alias="källa")


class Series(Record):
    """A named row of figures."""

    name: Text = Field(alias="namn")
    figures: tuple[Figure, ...] = Field(alias="värden", min_length=1)


class IndicatorSource(Record):
    """The document that the figures come from."""

    id: Slug
    name: Text = Field(alias="namn")
    year: Whole | None = Field(None, alias="år")


class Indicator(Record):
    """What is measured, for which municipality (None: every one), and the figures known so far."""

    id: Slug
    name: Text = Field(alias="namn")
    definition: Text
    unit: Unit = Field(alias="enhet")
    better: Direction = Field(alias="önskad_riktning")
    profile: Slug | None = Field(None, alias="kommun")
    targets: TargetLevels | None = Field(None, alias="målnivåer")
    series: tuple[Series, ...] = Field((), alias="serier")
    sources: tuple[IndicatorSource, ...] = Field((), alias="källor")
    remark: Text | None = Field(None, alias="anmärkning")


class IndicatorGroup(Record):
    """A group of indicators with the board that receives them."""

    id: Slug = Field(alias="grupp")
    title: Text = Field(alias="titel")
    description: Text = Field(alias="beskrivning")
    board: Text = Field(alias="nämnd")
    indicators: tuple[Indicator, ...] = Field(alias="indikatorer", min_length=1)
