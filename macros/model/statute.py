"""Statutes, their provisions and the wordings these have had over time."""

import re
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from macros.model.interval import Interval
from macros.model.record import Day, Record, Slug, Text, Whole
from macros.model.start import OpenStart, Start

FINGERPRINT = r"^sha256:[0-9a-f]{64}$"
LIKENESS = r"^[0-9a-f]{16}$"


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


def weakest(*certainties: Certainty | None) -> Certainty:
    """The least certain of those given: a chain of statements is no surer than its weakest link. None says nothing."""
    order = list(Certainty)
    return max((found for found in certainties if found is not None), key=order.index, default=Certainty.SURE)


class Source(Record):
    """Where a statement of law was read. `as_of` is the source's own date."""

    id: Slug
    name: Text = Field(alias="namn")
    as_of: Day | None = Field(None, alias="dag")
    address: Text | None = Field(None, alias="adress", pattern=r"^https://")


class Wording(Record):
    """One wording of a provision, with interval, certainty, source and the day it was checked.

    `fingerprint` and `likeness` are of the official text, `read_as` the latest amendment it then included. The law
    watch writes them, and `change_found_on`, the day it found another text than the one on record.
    `known_since` is a day on which a source shows the wording in force, when the day it began has not been read
    (or is doubtful). `day_certainty` is given when the first or last day is less certain than the text. `question` is
    what must be read to make the wording certain; `interpretation` is a question that the text itself leaves open.
    """

    start: Start | None = Field(None, alias="fr_o_m")
    known_since: Day | None = Field(None, alias="senast_från")
    last_day: Day | None = Field(None, alias="t_o_m")
    summary: Text = Field(alias="sammanfattning", max_length=400)
    text_certainty: Certainty = Field(alias="säkerhet")
    day_certainty: Certainty | None = Field(None, alias="säkerhet_dag")
    source: Slug | None = Field(None, alias="källa")
    checked_on: Day | None = Field(None, alias="kontrollerad")
    question: Text | None = Field(None, alias="fråga")
    interpretation: Text | None = Field(None, alias="tolkningsfråga")
    fingerprint: Text | None = Field(None, alias="fingeravtryck", pattern=FINGERPRINT)
    likeness: Text | None = Field(None, alias="likhetsavtryck", pattern=LIKENESS)
    read_as: Text | None = Field(None, alias="läst_lydelse", pattern=r"^SFS \d{4}:\d+$")
    change_found_on: Day | None = Field(None, alias="ändrad_upptäckt")
    _not_before: date | None = PrivateAttr(None)  # set by the statute: no wording is older than its statute

    @model_validator(mode="after")
    def _open_start_has_no_days(self) -> Self:
        if isinstance(self.start, OpenStart) and (self.last_day or self.known_since):
            raise PydanticCustomError("open_start", "en lydelse utan dag kan inte ha andra dagar")
        return self

    @property
    def first_day(self) -> date | None:
        """The first day known: where it begins or, failing that, where a source shows it in force."""
        return self.start if isinstance(self.start, date) else self.known_since

    @property
    def open_start(self) -> OpenStart | None:
        """What stands in place of a first day when none has been set."""
        return self.start if isinstance(self.start, OpenStart) else None

    @property
    def certainty(self) -> Certainty:
        """How certain the wording is as a whole: text and days, whichever is weaker."""
        return weakest(self.text_certainty, self.day_certainty)

    def certainty_on(self, day: date) -> Certainty:
        """How certain it is that this wording applies on `day`; a source that shows it in force ends doubt of days."""
        if self.last_day is None and self.known_since is not None and day >= self.known_since:
            return self.text_certainty
        return self.certainty

    @property
    def is_suspect(self) -> bool:
        """True when the official text has changed and nobody has read it since: `kontrollerad` is older, or missing."""
        return self.change_found_on is not None and (self.checked_on is None or self.checked_on < self.change_found_on)

    @property
    def interval(self) -> Interval:
        """The days on which this wording applies, both ends included."""
        return Interval(self.first_day, self.last_day, self.open_start is not None, self._not_before)

    def bound_by(self, earliest: date) -> None:
        """Let the interval hold no day before `earliest`. Called once, by the statute that the wording belongs to."""
        self._not_before = earliest


class ReplacedBy(Record):
    """The newer provision that took over. `part`: which part of the newer one, when it is not the whole."""

    provision: Slug = Field(alias="lagrum")
    part: Text | None = Field(None, alias="del")


class Replaces(ReplacedBy):
    """The older provision that is taken over: how sure the comparison is, and what the change means in a phrase.

    `part`: which part of the older one. `question`: what somebody must look up to make the comparison certain.
    """

    certainty: Certainty = Field(alias="säkerhet")
    change: Text | None = Field(None, alias="ändring", max_length=160)
    question: Text | None = Field(None, alias="fråga")


class RuleState(StrEnum):
    """Where a rule stands on a day. The Swedish words are shown to staff."""

    IN_FORCE = "gäller"
    COMING = "gäller inte än"
    CEASED = "har upphört"
    PROPOSED = "bara föreslagen"
    UNKNOWN = "ingen känd lydelse"


class Rule(Record):
    """A rule of law with its wordings from oldest to newest; on its own, one whose paragraf is not known."""

    id: Slug
    heading: Text = Field(alias="rubrik")
    replaces: tuple[Replaces, ...] = Field((), alias="ersätter")
    replaced_by: tuple[ReplacedBy, ...] = Field((), alias="ersätts_av")
    wordings: tuple[Wording, ...] = Field(alias="lydelser", min_length=1)

    def wording_on(self, day: date) -> Wording | None:
        """The wording that applies on `day`, or None. Never falls back to an earlier or later wording."""
        return next((wording for wording in self.wordings if wording.interval.contains(day)), None)

    def nearest_wording(self, day: date) -> Wording:
        """The wording to show on `day`: the one in force, else the next to come, else the last there was."""
        coming = (wording for wording in self.wordings if wording.interval.starts_after(day))
        return self.wording_on(day) or next(coming, self.wordings[-1])

    def has_ceased(self, day: date) -> bool:
        """True when every wording ended before `day`."""
        return all(wording.interval.ended_before(day) for wording in self.wordings)

    def is_coming(self, day: date) -> bool:
        """True when no wording applies on `day` but one begins later."""
        return self.wording_on(day) is None and any(w.interval.starts_after(day) for w in self.wordings)

    def state_on(self, day: date) -> RuleState:
        """Where the rule stands on `day`; a rule that is known only as a proposal is neither in force nor coming."""
        if self.wording_on(day) is not None:
            return RuleState.IN_FORCE
        if self.has_ceased(day):
            return RuleState.CEASED
        coming = [wording for wording in self.wordings if wording.interval.starts_after(day)]
        if not coming:
            return RuleState.UNKNOWN
        proposed = all(wording.open_start is OpenStart.NOT_DECIDED for wording in coming)
        return RuleState.PROPOSED if proposed else RuleState.COMING

    @property
    def number(self) -> str:
        """What the rule is cited by, in Swedish; empty when its paragraf is not known."""
        return ""


class TransitionalRule(Rule):
    """A transitional provision: which older law still applies, to what.

    `amendment` is the SFS number of the amending statute whose provision it is (None: the statute itself).
    `limits`: ids of provisions that it makes an exception from. `applies`: ids of the provisions (or of the statute)
    that apply instead, in the wording of `per` when that is given.
    """

    point: Text = Field(alias="punkt", pattern=r"^(okänd|\d+( [a-z])?)$")
    amendment: Text | None = Field(None, alias="ändringslag", pattern=r"^\d{4}:\d+$")
    limits: tuple[Slug, ...] = Field((), alias="gäller")
    applies: tuple[Slug, ...] = Field((), alias="tillämpa")
    per: Day | None = Field(None, alias="lydelse_per")

    @property
    def number(self) -> str:
        """The point as it is cited, e.g. `övergångsbestämmelse 5 a`."""
        of = f" till lag ({self.amendment})" if self.amendment else ""
        return "Övergångsbestämmelse" + ("" if self.point == "okänd" else f" {self.point}") + of


class Provision(Rule):
    """A paragraf (or several taken together) of a statute."""

    chapter: Whole | None = Field(None, alias="kapitel")
    paragraph: Text = Field(alias="paragraf", pattern=r"^\d+( [a-z])?([–-]\d+( [a-z])?)?$")

    @property
    def number(self) -> str:
        """The provision's number as written in Swedish law, e.g. `12 kap. 4 §` or `36–39 §§`."""
        paragraph = self.paragraph.replace("-", "–")
        sign = "§§" if "–" in paragraph else "§"
        chapter = f"{self.chapter} kap. " if self.chapter is not None else ""
        return f"{chapter}{paragraph} {sign}"


class Statute(Record):
    """A statute (or a binding regulation) with the provisions that the handbook uses.

    `watched_at`: the official address of its consolidated text, which the law watch reads.
    """

    id: Slug
    sfs_nummer: Text = Field(alias="sfs", pattern=r"^(\d{4}:\d+|[A-ZÅÄÖ-]+ \d{4}:\d+|SFS-nummer okänt)$")
    name: Text = Field(alias="namn")
    short_name: Text = Field(alias="kortnamn")
    written_as: tuple[Text, ...] = Field((), alias="skrivs")
    first_day: Day | None = Field(None, alias="gäller_fr_o_m")
    last_day: Day | None = Field(None, alias="gäller_t_o_m")
    watched_at: Text | None = Field(None, alias="bevakas", pattern=r"^https://")
    sources: tuple[Source, ...] = Field(alias="källor", min_length=1)
    provisions: tuple[Provision, ...] = Field((), alias="bestämmelser")
    unnumbered: tuple[Rule, ...] = Field((), alias="utan_paragraf")
    transitional: tuple[TransitionalRule, ...] = Field((), alias="övergångsbestämmelser")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Everything that the register holds: provisions, then what has no paragraf, then transitional rules."""
        return (*self.provisions, *self.unnumbered, *self.transitional)

    @property
    def keyed_rules(self) -> tuple[tuple[tuple[str, int], Rule], ...]:
        """The same with the key of each in the file, for findings."""
        lists = {"bestämmelser": self.provisions, "utan_paragraf": self.unnumbered}
        lists |= {"övergångsbestämmelser": self.transitional}
        return tuple(((key, index), rule) for key, rules in lists.items() for index, rule in enumerate(rules))

    @model_validator(mode="after")
    def _bind_wordings(self) -> Self:
        """A wording whose first day is unread is still no older than its statute, nor than the year in its number."""
        year = re.search(r"\d{4}(?=:)", self.sfs_nummer)
        earliest = self.first_day or (date(int(year[0]), 1, 1) if year else None)
        for rule in self.rules:
            if earliest is not None:
                rule.wordings[0].bound_by(earliest)
        return self

    @property
    def interval(self) -> Interval:
        """The days on which the statute is in force, both ends included."""
        return Interval(self.first_day, self.last_day)

    def name_of(self, rule: Rule) -> str:
        """What a rule of this statute is called in a message: `12 kap. 4 § SoL`, else its heading."""
        is_numbered = isinstance(rule, Provision)
        return f"{rule.number} {self.short_name}" if is_numbered else f"{rule.heading} ({self.short_name})"

    @cached_property
    def has_found_changes(self) -> bool:
        """True when the official text of some wording was found changed. Kept, because every routine asks."""
        return any(wording.change_found_on for provision in self.provisions for wording in provision.wordings)

    def source(self, source_id: str | None) -> Source | None:
        """The named source, or None when there is none by that id."""
        return next((source for source in self.sources if source.id == source_id), None)
