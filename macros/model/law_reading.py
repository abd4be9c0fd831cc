"""What the law watch last read of a statute: which paragraphs there were, and its transitional rules. No text."""

import re

from pydantic import Field

from macros.model.record import Day, Record, Slug, Text
from macros.model.statute import FINGERPRINT

SFS = r"^\d{4}:\d+$"


class ReadChapter(Record):
    """The paragraphs of a chapter, in order: `1, 2, 2 a, 3`. A statute without chapters has one without a number."""

    chapter: Text | None = Field(None, alias="kapitel", pattern=r"^\d+( [a-z])?$")
    paragraphs: Text = Field(alias="paragrafer", pattern=r"^\d+( [a-z])?(, \d+( [a-z])?)*$")

    @property
    def numbers(self) -> frozenset[str]:
        """The paragraph numbers."""
        return frozenset(re.split(", ", self.paragraphs))


class ReadRule(Record):
    """A point of the transitional provisions that came with an act, and the fingerprint of its text."""

    act: Text = Field(alias="till", pattern=SFS)
    point: Text | None = Field(None, alias="punkt", pattern=r"^\d+$")
    fingerprint: Text = Field(alias="fingeravtryck", pattern=FINGERPRINT)


class LawReading(Record):
    """The latest recorded reading of a statute: the day it shows if known, the chapters in use, the rules."""

    id: Slug = Field(alias="lag")
    as_of: Day | None = Field(None, alias="visar")
    read_as: Text | None = Field(None, alias="läst_lydelse", pattern=r"^SFS \d{4}:\d+$")
    chapters: tuple[ReadChapter, ...] = Field((), alias="kapitel")
    rules: tuple[ReadRule, ...] = Field((), alias="övergångsbestämmelser")

    def knows(self, chapter: str | None, paragraph: str) -> bool:
        """True when the paragraph was there at the last reading."""
        return any(found.chapter == chapter and paragraph in found.numbers for found in self.chapters)

    @property
    def fingerprints(self) -> dict[tuple[str, str], str]:
        """The transitional rules' fingerprints by act and point (empty for a rule without number)."""
        return {(rule.act, rule.point or ""): rule.fingerprint for rule in self.rules}
