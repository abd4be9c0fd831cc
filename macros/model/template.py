"""Templates: forms that a person prints or copies. They never hold personal data, only a case number."""

from enum import StrEnum

from pydantic import Field

from macros.model.record import Record, Slug, TemplateId, Text, Whole


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "rad"
    TEXT = "text"
    DAY = "dag"
    TICKS = "kryss"
    CHOICE = "val"
    TABLE = "tabell"


class TemplateField(Record):
    """One thing to fill in. `choices`: what to tick or choose, or a table's column heads; `rows`: empty lines."""

    label: Text = Field(alias="etikett")
    kind: FieldKind = Field(alias="typ")
    choices: tuple[Text, ...] = Field((), alias="val")
    rows: Whole = Field(3, alias="rader", ge=1, le=30)
    help: Text | None = Field(None, alias="hjälp")


class TemplatePart(Record):
    """A part of the form with its own heading."""

    heading: Text = Field(alias="rubrik")
    help: Text | None = Field(None, alias="hjälp")
    fields: tuple[TemplateField, ...] = Field(alias="fält", min_length=1)


class Template(Record):
    """A form: when it is used, by which roles, on what ground, where the filled-in form belongs."""

    id: TemplateId
    title: Text = Field(alias="titel")
    used: Text = Field(alias="används")
    roles: tuple[Slug, ...] = Field(alias="roll", min_length=1)
    grounds: tuple[Slug, ...] = Field((), alias="grund")
    kept: Text = Field(alias="bevaras")
    parts: tuple[TemplatePart, ...] = Field(alias="delar", min_length=1)
