"""A municipality's profile: local names, units, forums, systems and deadlines."""

from enum import StrEnum

from pydantic import Field

from macros.model.accessibility import AccessibilityContact
from macros.model.deadline import Event, LocalDeadline
from macros.model.feedback import Feedback
from macros.model.measure import Measure, MeasureName
from macros.model.record import UNKNOWN, Anchor, Record, Slug, Text


class Form(StrEnum):
    """The inflected form in which a local name is wanted."""

    BASE = "grundform"
    DEFINITE = "bestämd"
    GENITIVE = "genitiv"


class LocalName(Record):
    """Something that each municipality calls by its own name. The id is the same everywhere."""

    id: Slug
    name: Text = Field(alias="namn")
    definite: Text | None = Field(None, alias="bestämd")
    genitive: Text | None = Field(None, alias="genitiv")

    @property
    def is_known(self) -> bool:
        """False when the municipality has yet to fill in the name."""
        return self.name != UNKNOWN

    def form(self, form: Form) -> str:
        """The name in the wanted form. Without a genitive of its own: the definite form with s (none after s, x, z)."""
        definite = self.definite or self.name
        if form is Form.GENITIVE:
            return self.genitive or (definite if definite[-1] in "sxz" else f"{definite}s")
        return definite if form is Form.DEFINITE else self.name


class Organisation(LocalName):
    """A board or a unit. A unit that takes on participants says for whom (`audience`)."""

    board: Slug | None = Field(None, alias="nämnd")
    does: Text | None = Field(None, alias="gör")
    audience: Text | None = Field(None, alias="för")


class LocalForum(LocalName):
    """What a municipality calls a shared forum, and how often it meets there when that differs."""

    cadence: Text | None = Field(None, alias="hur_ofta")
    remark: Text | None = Field(None, alias="anmärkning")


class Tool(LocalName):
    """A case system or a working tool."""

    used_by: Text = Field(alias="används_av")
    used_for: Text = Field(alias="till")


class Gap(Record):
    """A weakness that the municipality's sources describe, and the section of the handbook that meets it."""

    text: Text = Field(alias="lucka")
    section: Anchor = Field(alias="avsnitt")


class Profile(Record):
    """Everything that is local to one municipality; each fact stands here and nowhere else."""

    id: Slug
    name: Text = Field(alias="namn")
    short_name: Text = Field(alias="kortnamn")
    basis: Text = Field(alias="underlag")
    boards: tuple[Organisation, ...] = Field(alias="nämnder", min_length=1)
    units: tuple[Organisation, ...] = Field(alias="enheter", min_length=1)
    forums: tuple[LocalForum, ...] = Field((), alias="forum")
    systems: tuple[Tool, ...] = Field((), alias="system")
    tools: tuple[Tool, ...] = Field((), alias="verktyg")
    measures: tuple[Measure, ...] = Field((), alias="insatser")
    facts: tuple[Text, ...] = Field((), alias="förhållanden")
    gaps: tuple[Gap, ...] = Field((), alias="luckor")
    deadlines: dict[Slug, LocalDeadline] = Field({}, alias="frister")
    feedback: Feedback | None = Field(None, alias="återkoppling")
    accessibility: AccessibilityContact | None = Field(None, alias="tillgänglighet")

    @property
    def local_names(self) -> tuple[LocalName, ...]:
        """Everything that can be named with `lokalt(…)`, in file order."""
        return (*self.boards, *self.units, *self.forums, *self.systems, *self.tools)


class EventFile(Record):
    """The file of events that deadlines count from."""

    events: tuple[Event, ...] = Field(alias="händelser", min_length=1)


class Settings(Record):
    """The handbook's own settings."""

    name: Text = Field(alias="namn")
    default_profile: Slug = Field(alias="standardkommun")
    general_names: tuple[LocalName, ...] = Field((), alias="allmänna_namn")
    general_measures: tuple[MeasureName, ...] = Field((), alias="allmänna_insatser")
