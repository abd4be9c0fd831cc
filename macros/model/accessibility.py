"""How the site is tried, what is known not to work for everybody, and what is said of it in the statement."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Day, Record, Slug, Text


class Conformance(StrEnum):
    """How far the site follows the requirements, in the words of the statement."""

    FULL = "helt förenlig"
    PARTIAL = "delvis förenlig"
    NONE = "inte förenlig"


class Concern(StrEnum):
    """What a trial is about."""

    ACCESSIBILITY = "tillgänglighet"
    SAFETY = "säkerhet"
    CONTENT = "innehåll"


class Extent(StrEnum):
    """On how many combinations of screen and colours a kind of page is tried."""

    TWO = "två"
    FOUR = "fyra"


class Trial(Record):
    """Something that the tests try at every change. A test carries the same id: the page cannot claim more."""

    id: Slug
    about: Concern = Field(alias="område")
    name: Text = Field(alias="namn")
    tries: Text = Field(alias="prövar")
    criteria: tuple[Text, ...] = Field((), alias="riktlinjer")


class PageKind(Record):
    """A kind of page and the page that stands for it, as an address under the site's root; "/" is the start page."""

    name: Text = Field(alias="namn")
    address: Text = Field(alias="adress")
    extent: Extent = Field(Extent.TWO, alias="lägen")

    @property
    def url(self) -> str:
        """The address as the pages have it: relative to the site's root."""
        return "" if self.address == "/" else self.address


class Exemption(Record):
    """A rule of the automatic trial that is not followed, and why. No requirement of WCAG may stand here."""

    rule: Text = Field(alias="regel")
    reason: Text = Field(alias="varför")


class Shortcoming(Record):
    """Something known not to work for everybody."""

    id: Slug
    what: Text = Field(alias="vad")
    affects: Text = Field(alias="för_vem")
    meanwhile: Text = Field(alias="så_länge")
    plan: Text = Field(alias="plan")
    criteria: tuple[Text, ...] = Field((), alias="riktlinjer")


class AccessibilityFile(Record):
    """What the statement is made of, and what the tests read."""

    conformance: Conformance = Field(alias="följsamhet")
    assessed: Day = Field(alias="bedömd")
    updated: Day = Field(alias="uppdaterad")
    trials: tuple[Trial, ...] = Field(alias="prov", min_length=1)
    untried: tuple[Text, ...] = Field((), alias="inte_prövat")
    kinds: tuple[PageKind, ...] = Field(alias="sidtyper", min_length=1)
    exemptions: tuple[Exemption, ...] = Field((), alias="undantag")
    shortcomings: tuple[Shortcoming, ...] = Field((), alias="brister")

    @model_validator(mode="after")
    def _claims_no_more_than_it_knows(self) -> "AccessibilityFile":
        if self.conformance is Conformance.FULL and (self.shortcomings or self.untried):
            raise PydanticCustomError("claims_too_much", "följsamhet säger mer än proven")
        if self.updated < self.assessed:
            raise PydanticCustomError("updated_before_assessed", "uppdaterad ligger före bedömd")
        return self


class AccessibilityContact(Record):
    """Where to report a shortcoming: the municipality's own functional mailbox or form, never a person."""

    mailbox: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$")] = Field(alias="brevlåda")
    form: Annotated[str, StringConstraints(pattern=r"^https://")] | None = Field(None, alias="formulär")
    answers: Text | None = Field(None, alias="svar_inom")
