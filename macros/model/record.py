"""The base of every model read from a file, and the value types that Swedish files use."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What a profile writes where its sources are silent; shown as "fylls i av kommunen", never guessed.
UNKNOWN = "okänt i underlaget"


class Record(BaseModel):
    """A frozen value whose fields carry their Swedish key as alias; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, str_strip_whitespace=True)


def iso_day(value: Any) -> Any:
    """Accept only ÅÅÅÅ-MM-DD: pydantic alone would also take Unix times and timestamps."""
    if isinstance(value, date):
        return value
    if not (isinstance(value, str) and ISO_DAY.fullmatch(value)):
        raise PydanticCustomError("day_form", "inte ett datum")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("day_impossible", "dagen finns inte") from error


def _parse_whole(value: Any) -> Any:
    """Accept only digits: pydantic alone would also take `1_000` and `1.0`."""
    if isinstance(value, str):
        if not re.fullmatch(r"-?\d+", value):
            raise PydanticCustomError("whole_form", "inte ett heltal")
        return int(value)
    return value


Day = Annotated[date, BeforeValidator(iso_day)]
Whole = Annotated[int, BeforeValidator(_parse_whole)]
Text = Annotated[str, StringConstraints(min_length=1)]
SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
Slug = Annotated[str, StringConstraints(pattern=SLUG.pattern)]
RoutineId = Annotated[str, StringConstraints(pattern=r"^RUT-[A-Z0-9]{2,6}$")]
ChecklistId = Annotated[str, StringConstraints(pattern=r"^CL-[A-Z0-9]{2,6}(-[A-Z]+)?$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^CL-[A-Z0-9]{2,6}(-[A-Z]+)?-\d{2}$")]
EditionNumber = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]
TemplateId = Annotated[str, StringConstraints(pattern=r"^M-[A-Z]{2,5}$")]
Anchor = Annotated[str, StringConstraints(pattern=r"^RUT-[A-Z0-9]{2,6}(#[a-z0-9-]+)?$")]
