"""When a wording begins: on a day, on a day that the government has yet to choose, or not decided at all."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.model.record import iso_day


class OpenStart(StrEnum):
    """A start that is no day. Swedish statutes may leave the day to the government; a proposal has none at all."""

    BY_GOVERNMENT = "den dag regeringen bestämmer"
    NOT_DECIDED = "inte beslutad"


def _parse_start(value: Any) -> Any:
    """One validator for both kinds, so that a mistyped day is one mistake and not two."""
    if isinstance(value, str) and value.strip() in set(OpenStart):
        return OpenStart(value.strip())
    return iso_day(value)


Start = Annotated[date | OpenStart, BeforeValidator(_parse_start)]
