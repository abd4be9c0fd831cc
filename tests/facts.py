"""What each municipality's sources tell, and which of it a built site leaves out.

A fact is a few short words and figures that must stand together in one row, item or paragraph of a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from pydantic import Field

from macros.model.finding import Finding
from macros.model.record import Record, Slug, Text
from macros.sources.documents import read_document
from tests.conftest import ROOT

FACTS = "tests/underlag"
_ROWS = {"tr", "li", "p", "dl"}
_HEADINGS = {"h2", "h3", "h4"}
_WITHIN_WORDS = {"a", "abbr", "b", "em", "strong"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))


class Fact(Record):
    """Words that must stand together on the page, below the heading when one is named."""

    kind: Text = Field(alias="slag")
    page: Text = Field(alias="sida")
    heading: Text | None = Field(None, alias="under")
    words: tuple[Text, ...] = Field(alias="visar", min_length=1)

    def line(self) -> str:
        """The fact as a person who has to find it reads it."""
        below = f" under {self.heading}" if self.heading else ""
        return f"{self.page}{below}: {self.kind}: {' + '.join(self.words)}"


class FactFile(Record):
    """Everything that one municipality's sources tell."""

    profile: Slug = Field(alias="kommun")
    facts: tuple[Fact, ...] = Field(alias="fakta", min_length=1)


@dataclass(frozen=True)
class Row:
    """The text of a table row, list item, paragraph or list of terms, and the heading above it. Lower case."""

    heading: str
    text: str


@dataclass
class _RowReader(HTMLParser):
    """Gathers the rows of a page's own text."""

    rows: list[Row] = field(default_factory=list)
    _open: list[tuple[str, list[str]]] = field(default_factory=list)
    _heading: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ROWS | _HEADINGS:
            self._open.append((tag, []))
        if tag not in _WITHIN_WORDS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if any(tag == opened for opened, _ in self._open):
            while self._open:
                opened, texts = self._open.pop()
                text = _plain("".join(texts))
                if opened in _HEADINGS:
                    self._heading = text
                else:
                    self.rows.append(Row(self._heading, text))
                if opened == tag:
                    break

    def handle_data(self, data: str) -> None:
        for _, texts in self._open:
            texts.append(data)


def read_facts(municipality: str) -> tuple[Fact, ...]:
    """The facts of one municipality. Raises AssertionError with the findings when the file cannot be read."""
    findings: list[Finding] = []
    document = read_document(ROOT, f"{FACTS}/{municipality}.yml", FactFile, "TST", findings)
    assert document is not None, [finding.line() for finding in findings]
    assert document.value.profile == municipality
    return document.value.facts


def missing_facts(site: Path, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """The facts that the built site does not show, in order."""
    rows = {page: rows_of(site / page / "index.html") for page in {fact.page for fact in facts}}
    return (fact for fact in facts if not any(_shows(row, fact) for row in rows[fact.page]))


def rows_of(page: Path) -> tuple[Row, ...]:
    """The rows of the page; none when there is no such page."""
    if not page.is_file():
        return ()
    reader = _RowReader()
    reader.feed(page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0])
    return tuple(reader.rows)


def _shows(row: Row, fact: Fact) -> bool:
    below = fact.heading is None or _plain(fact.heading) in row.heading
    return below and all(_whole(word).search(row.text) for word in fact.words)


def _whole(word: str) -> re.Pattern[str]:
    """The word from its beginning, so that an inflected form counts; a figure only on its own."""
    ending = r"(?!\d|,\d)" if word[-1].isdigit() else ""
    return re.compile(rf"(?<![\w,]){re.escape(_plain(word))}{ending}")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_INVISIBLE)).strip().lower()
