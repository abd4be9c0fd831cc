"""Insatser: what a municipality offers, as its profile lists it."""

from pydantic import Field

from macros.model.record import UNKNOWN, Record, Slug, Text


class Measure(Record):
    """One insats: provider, content, for whom, ground, way in, extent, follow-up and attendance."""

    id: Slug
    name: Text = Field(alias="namn")
    provider: Slug = Field(alias="utförare")
    what: Text = Field(alias="vad")
    audience: Text = Field(alias="för")
    grounds: tuple[Slug, ...] = Field((), alias="grund")
    way_in: Text = Field(alias="väg_in")
    extent: Text = Field(alias="omfattning")
    follow_up: Text = Field(alias="uppföljning")
    attendance: Text = Field(alias="närvaro")

    @property
    def is_named(self) -> bool:
        """False when the municipality has yet to fill in the name."""
        return self.name != UNKNOWN


class MeasureName(Record):
    """What the handbook calls an insats that a municipality has yet to name. The id is the same everywhere."""

    id: Slug
    name: Text = Field(alias="namn")
