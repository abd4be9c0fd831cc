"""Forums: the standing meetings where the parties meet, shared by every municipality."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.model.record import Anchor, Record, Slug, Text, Whole

Month = Annotated[Whole, Field(ge=1, le=12)]


class ForumLevel(StrEnum):
    """At which level a forum meets."""

    PERSON = "person"
    CASEWORK = "handläggare"
    MANAGEMENT = "chef"
    BOARD = "nämnd"
    EXTERNAL = "extern"


class Forum(Record):
    """A standing meeting: purpose, participants by role, cadence, agenda, who calls, what is recorded."""

    id: Slug
    name: Text = Field(alias="namn")
    level: ForumLevel = Field(alias="nivå")
    purpose: Text = Field(alias="syfte")
    participants: tuple[Slug, ...] = Field(alias="deltar")
    caller: Slug = Field(alias="kallar")
    cadence: Text = Field(alias="hur_ofta")
    months: tuple[Month, ...] = Field((), alias="månader")
    agenda: tuple[Text, ...] = Field(alias="dagordning", min_length=1)
    documented: Text = Field(alias="dokumenteras")
    escalation: Text | None = Field(None, alias="eskalering")
    section: Anchor = Field(alias="rutin")


class ForumFile(Record):
    """The file of shared forums."""

    forums: tuple[Forum, ...] = Field(alias="forum", min_length=1)
