"""Plain language, measured: LIX and sentence length, with limits per page that may only be lowered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from macros.model.record import Record, Text, Whole

LONG_WORD = 6  # a word of more letters than this is long (C.-H. Björnsson, Läsbarhet, 1968)

_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_NOT_PROSE = re.compile(r"^(#{1,6} .*|\|.*|\{\{.*\}\}|<.*>|-{3,})$", re.MULTILINE)
_SPOKEN = re.compile(r"\{\{.*?\}\}|`[^`]*`")
_SILENT = re.compile(r"<[^>]+>|\]\([^)]*\)|\{[^}]*\}")
_MARKS = re.compile(r"(?<=\S)\*|\*(?=\S)|[_\[\]#>|]")  # a star with space around it begins a point of a list
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A sentence ends with its sign, with an empty line, or where the next point of a list begins.
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")


@dataclass(frozen=True)
class Readability:
    """Words, sentences and long words of a text, and its longest sentence in words."""

    words: int
    sentences: int
    long_words: int
    longest: int

    @property
    def lix(self) -> int:
        """LIX: words per sentence plus the percentage of long words, rounded; 0 for a text without words."""
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def prose(markdown: str) -> str:
    """The running text of a Markdown body: no headings, tables, code, macros or markup."""
    text = _SPOKEN.sub(" x ", _NOT_PROSE.sub("", _FENCE.sub("", markdown)))
    return _MARKS.sub("", _SILENT.sub("", text))


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence, without empty ones. A macro's output counts as one short word."""
    for sentence in _SENTENCE_END.split(text):
        if words := _WORD.findall(sentence):
            yield words


def readability(markdown: str) -> Readability:
    """Measure a Markdown body."""
    lengths, long_words = [], 0
    for words in sentences(prose(markdown)):
        lengths.append(len(words))
        long_words += sum(len(word) > LONG_WORD for word in words)
    return Readability(sum(lengths), max(len(lengths), 1), long_words, max(lengths, default=0))


class PageLimit(Record):
    """A page that may be harder to read than the rest, with the reason."""

    page: Text = Field(alias="sida")
    lix: Whole = Field(ge=20, le=80)
    longest: Whole = Field(alias="längsta_mening", ge=10, le=80)
    reason: Text = Field(alias="skäl")


class LanguageLimits(Record):
    """The limits for every page, and the exceptions."""

    lix: Whole = Field(ge=20, le=80)
    longest: Whole = Field(alias="längsta_mening", ge=10, le=80)
    exceptions: tuple[PageLimit, ...] = Field((), alias="undantag")

    def exception(self, path: str) -> PageLimit | None:
        """The page's own limit, or None."""
        return next((limit for limit in self.exceptions if limit.page == path), None)
