"""Pages and routines: the metadata that every Markdown page carries, and what its body holds."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.deadline import Due
from macros.model.record import ChecklistId, Day, EditionNumber, Record, RoutineId, Slug, TemplateId, Text, Whole


class Stage(StrEnum):
    """The four stages of the process, in order."""

    ASSIGNMENT = "anvisning"
    COOPERATION = "samverkan"
    FOLLOW_UP = "uppföljning"
    CLOSING = "avslut"


class Adoption(StrEnum):
    """Whether a board has adopted the routine."""

    PROPOSAL = "förslag"
    ADOPTED = "fastställd"
    WITHDRAWN = "upphävd"


class PageMeta(Record):
    """What every page may carry: MkDocs' and Material's own keys that the handbook lets through."""

    hide: tuple[Literal["navigation", "toc", "path", "footer", "tags"], ...] = ()
    template: Text | None = None
    description: Text | None = None
    search: dict[str, Any] | None = None


class PlainPageMeta(PageMeta):
    """Metadata of an ordinary page."""

    kind: Literal["sida"] = Field(alias="typ")


class Occasion(StrEnum):
    """What a checklist is at hand for: one case over weeks, one meeting, or the work as a whole."""

    CASE = "ärende"
    MEETING = "möte"
    OPERATION = "verksamhet"


class ChecklistPageMeta(PageMeta):
    """Metadata of a page that shows one checklist."""

    kind: Literal["checklista"] = Field(alias="typ")
    checklist: ChecklistId = Field(alias="checklista")
    occasion: Occasion | None = Field(None, alias="tillfälle")


class TemplatePageMeta(PageMeta):
    """Metadata of a page that shows one template."""

    kind: Literal["mall"] = Field(alias="typ")
    template_id: TemplateId = Field(alias="mall")


class RolePageMeta(PageMeta):
    """Metadata of a page that gathers what one role does."""

    kind: Literal["roll"] = Field(alias="typ")
    role: Slug = Field(alias="roll")


class Step(Record):
    """The facts of one step: who, by when, on what ground, with what, documented where. Its text is in the body."""

    id: Slug
    roles: tuple[Slug, ...] = Field(alias="roll", min_length=1)
    due: Due = Field(alias="senast")
    grounds: tuple[Slug, ...] = Field(alias="grund", min_length=1)
    templates: tuple[TemplateId, ...] = Field((), alias="mall")
    documented: Text = Field(alias="dokumenteras", max_length=120)


class RoutineMeta(PageMeta):
    """Metadata of a routine. `parents`: the routines it builds on; a change of one of them casts doubt on this."""

    kind: Literal["rutin"] = Field(alias="typ")
    id: RoutineId
    risk_class: Whole = Field(alias="riskklass")
    owner: Slug = Field(alias="ansvarig")
    edition: EditionNumber = Field(alias="utgåva")
    adoption: Adoption = Field(alias="beslutsläge")
    valid_from: Day | None = Field(None, alias="gäller_fr_o_m")
    adopted_by: Slug | None = Field(None, alias="fastställd_av")
    stage: Stage | None = Field(None, alias="skede")
    roles: tuple[Slug, ...] = Field(alias="roller", min_length=1)
    parents: tuple[RoutineId, ...] = Field((), alias="bygger_på")
    checklists: tuple[ChecklistId, ...] = Field((), alias="checklistor")
    provisions: tuple[Slug, ...] = Field((), alias="lagrum")
    steps: tuple[Step, ...] = Field(alias="steg", min_length=1)

    @model_validator(mode="after")
    def _valid_from_matches_adoption(self) -> Self:
        if (self.valid_from is None) != (self.adoption is Adoption.PROPOSAL):
            raise PydanticCustomError("valid_from_adoption", "gäller_fr_o_m stämmer inte med beslutsläge")
        return self


class ArchivePageMeta(PageMeta):
    """Metadata of a frozen edition's page. What else is known of it stands in the register."""

    kind: Literal["arkiv"] = Field(alias="typ")
    routine: RoutineId = Field(alias="rutin")
    number: EditionNumber = Field(alias="utgåva")


@dataclass(frozen=True)
class Heading:
    """A Markdown heading. `anchor` is the one written out with {#…}, or None."""

    level: int
    text: str
    anchor: str | None
    line: int


@dataclass(frozen=True)
class MacroCall:
    """A macro call in a page's body with its constant arguments (None where an argument is computed)."""

    name: str
    args: tuple[str | None, ...]
    kwargs: tuple[tuple[str, str | None], ...]
    line: int

    def argument(self, index: int, name: str) -> str | None:
        """The argument given by position or by name, or None."""
        if index < len(self.args):
            return self.args[index]
        return dict(self.kwargs).get(name)


@dataclass(frozen=True)
class Link:
    """A Markdown link within the handbook, as written (`../lagrum/sol.md#sol-12-4`)."""

    target: str
    line: int


@dataclass(frozen=True)
class PageBody:
    """What the checks need to know of a page's Markdown."""

    headings: tuple[Heading, ...] = ()
    calls: tuple[MacroCall, ...] = ()
    links: tuple[Link, ...] = ()
    text: str = ""

    @property
    def title(self) -> str | None:
        """The text of the first level-one heading."""
        return next((heading.text for heading in self.headings if heading.level == 1), None)


@dataclass(frozen=True)
class Page:
    """A page of the handbook. `path` is relative to the root."""

    path: str
    meta: PageMeta
    body: PageBody

    @property
    def title(self) -> str:
        """The page's title; its path when the heading is missing (which a check reports)."""
        return self.body.title or self.path

    @property
    def url(self) -> str:
        """The page's address from the site's root, as MkDocs makes it with directory URLs: `rutiner/rut-anv/`."""
        stem = self.path.removeprefix("docs/").removesuffix(".md")
        return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
