"""The plan for verifying the register: which source to open, in which order."""

from pydantic import Field

from macros.model.record import Record, Slug, Text, Whole


class PlannedSource(Record):
    """A source to open, what to read in it, and which statutes or single rules it settles."""

    id: Slug
    name: Text = Field(alias="öppna")
    address: Text | None = Field(None, alias="adress", pattern=r"^https://")
    reading: Text = Field(alias="läs")
    minutes: Whole = Field(alias="minuter", ge=1, le=480)
    statutes: tuple[Slug, ...] = Field((), alias="lagar")
    rules: tuple[Slug, ...] = Field((), alias="lagrum")


class LawPlan(Record):
    """The sources in the order in which a lawyer should open them. The first that names a rule settles it."""

    sources: tuple[PlannedSource, ...] = Field(alias="källor", min_length=1)
