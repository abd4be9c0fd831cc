"""Statutes, their provisions and the wordings these have had over time."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from macros.model.interval import Interval
from macros.model.record import Day, Record, Slug, Text, Whole


class Certainty(StrEnum):
    """How well a statement of law is known. The handbook never claims more than this."""

    SURE = "säker"
    LIKELY = "trolig"
    UNSURE = "osäker"

    @property
    def verified(self) -> bool:
        """True when somebody has read the provision's text in this wording."""
        return self is Certainty.SURE

    @property
    def slug(self) -> str:
        """The word without diacritics, for class names."""
        return {"säker": "saker", "trolig": "trolig", "osäker": "osaker"}[self.value]

    @property
    def glyphs(self) -> str:
        """Three dots, filled as far as the certainty reaches."""
        return {"säker": "●●●", "trolig": "●●○", "osäker": "●○○"}[self.value]


class Source(Record):
    """Where a statement of law was read. `as_of` is the source's own date."""

    id: Slug
    name: Text = Field(alias="namn")
    as_of: Day | None = Field(None, alias="dag")
    address: Text | None = Field(None, alias="adress", pattern=r"^https://")


class Wording(Record):
    """One wording of a provision, with interval, certainty, source and the day it was checked."""

    first_day: Day | None = Field(None, alias="fr_o_m")
    last_day: Day | None = Field(None, alias="t_o_m")
    summary: Text = Field(alias="sammanfattning", max_length=400)
    certainty: Certainty = Field(alias="säkerhet")
    source: Slug | None = Field(None, alias="källa")
    checked_on: Day | None = Field(None, alias="kontrollerad")
    question: Text | None = Field(None, alias="fråga")

    @property
    def interval(self) -> Interval:
        """The days on which this wording applies, both ends included."""
        return Interval(self.first_day, self.last_day)


class Provision(Record):
    """A paragraf (or several taken together) of a statute, with its wordings from oldest to newest."""

    id: Slug
    chapter: Whole | None = Field(None, alias="kapitel")
    paragraph: Text = Field(alias="paragraf", pattern=r"^\d+( [a-z])?([–-]\d+( [a-z])?)?$")
    heading: Text = Field(alias="rubrik")
    replaces: tuple[Text, ...] = Field((), alias="ersätter")
    wordings: tuple[Wording, ...] = Field(alias="lydelser", min_length=1)

    def wording_on(self, day: date) -> Wording | None:
        """The wording that applies on `day`, or None. Never falls back to an earlier or later wording."""
        return next((wording for wording in self.wordings if wording.interval.contains(day)), None)

    def has_ceased(self, day: date) -> bool:
        """True when every wording ended before `day`."""
        return all(wording.interval.ended_before(day) for wording in self.wordings)

    def is_coming(self, day: date) -> bool:
        """True when no wording applies on `day` but one begins later."""
        return self.wording_on(day) is None and any(w.interval.starts_after(day) for w in self.wordings)

    @property
    def number(self) -> str:
        """The provision's number as written in Swedish law, e.g. `12 kap. 4 §` or `36–39 §§`."""
        paragraph = self.paragraph.replace("-", "–")
        sign = "§§" if "–" in paragraph else "§"
        chapter = f"{self.chapter} kap. " if self.chapter is not None else ""
        return f"{chapter}{paragraph} {sign}"


class Statute(Record):
    """A statute (or a binding regulation) with the provisions that the handbook uses."""

    id: Slug
    sfs_nummer: Text = Field(alias="sfs", pattern=r"^(\d{4}:\d+|[A-ZÅÄÖ-]+ \d{4}:\d+)$")
    name: Text = Field(alias="namn")
    short_name: Text = Field(alias="kortnamn")
    written_as: tuple[Text, ...] = Field((), alias="skrivs")
    first_day: Day | None = Field(None, alias="gäller_fr_o_m")
    last_day: Day | None = Field(None, alias="gäller_t_o_m")
    sources: tuple[Source, ...] = Field(alias="källor", min_length=1)
    provisions: tuple[Provision, ...] = Field((), alias="bestämmelser")

    @property
    def interval(self) -> Interval:
        """The days on which the statute is in force, both ends included."""
        return Interval(self.first_day, self.last_day)

    def source(self, source_id: str | None) -> Source | None:
        """The named source, or None when there is none by that id."""
        return next((source for source in self.sources if source.id == source_id), None)
