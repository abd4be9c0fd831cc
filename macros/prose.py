"""The handbook's running text, piece by piece, with the way back to file and line: what checks of wording read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.model.finding import Place
from macros.model.page import ArchivePageMeta, Page
from macros.model.sourced import Key, Sourced
from macros.model.statute import Provision, Statute

# Front matter, fenced code, comments, code spans, addresses of links, attributes and tags are no running text.
_NO_PROSE = re.compile(
    r"\A---\n.*?\n---\n"
    r"|^[ \t]{0,3}(?P<fence>`{3,}|~{3,}).*?^[ \t]{0,3}(?P=fence)[`~]*[ \t]*$"
    r"|<!--.*?-->|(?P<tick>`+)[^`].*?(?P=tick)|(?<=\])\([^)\s]*\)|\{[:#\s]\s?#[^{}\n]*\}|</?[a-zA-Z][^<>]*>",
    re.DOTALL | re.MULTILINE,
)
_CALL = re.compile(r"\{\{ *(?P<name>\w+)\((?P<arguments>[^{}]*)\) *\}\}")
_LETTER = re.compile(r"[^\n]")

# What a macro call will say in the text: its name and its arguments as written → words.
Spoken = Callable[[str, str], str]


@dataclass(frozen=True)
class Prose:
    """A text that a person wrote. `start` is where it begins; `page` the page it stands on, None in a data file.

    `by_line`: whether its line breaks are the file's (in a data file they may have been folded). `written` are the
    half-open spans where a macro stood: what it will say stands there instead.
    """

    text: str
    start: Place
    by_line: bool = False
    page: Page | None = None
    written: tuple[tuple[int, int], ...] = ()

    def place(self, position: int) -> Place:
        """The file and line of the character at `position`."""
        if not self.by_line:
            return self.start
        return Place(self.start.path, self.start.line + self.text.count("\n", 0, position))

    def is_written(self, start: int, end: int) -> bool:
        """True when a macro stood somewhere in the span."""
        return any(begin < end and start < finish for begin, finish in self.written)


def running_text(
    pages: Iterable[tuple[Page, str]],
    files: Iterable[Sourced[Any]],
    provisions: Mapping[str, tuple[Statute, Provision]],
) -> Iterator[Prose]:
    """The text that is read for citations: pages with their raw text, then data files.

    Archived pages are left out: they say what held then, and nothing may change them. Receipts, which speak of their
    own day, are not to be given as files.
    """

    def spoken(macro: str, arguments: str) -> str:
        """The provision in full, or a word that is none."""
        found = provisions.get(arguments.split(",", maxsplit=1)[0].strip(' "')) if macro == "visa_lagrum" else None
        return f"{found[1].number} {found[0].short_name} ({found[0].sfs_nummer})" if found else "X"

    for page, raw in pages:
        if not isinstance(page.meta, ArchivePageMeta):
            yield page_prose(page, raw, spoken)
    for sourced in files:
        yield from data_prose(sourced)


def page_prose(page: Page, raw: str, spoken: Spoken) -> Prose:
    """A page's running text from the file's raw text: what is no prose is blank, macro calls say what they will say."""
    blanked = _NO_PROSE.sub(lambda found: _LETTER.sub(" ", found[0]), raw)
    pieces: list[str] = []
    written: list[tuple[int, int]] = []
    length, position = 0, 0
    for call in _CALL.finditer(blanked):
        before, words = blanked[position : call.start()], spoken(call["name"], _arguments(raw, call))
        start = length + len(before)
        pieces += (before, words)
        length, position = start + len(words), call.end()
        written.append((start, length))
    pieces.append(blanked[position:])
    return Prose("".join(pieces), Place(page.path), by_line=True, page=page, written=tuple(written))


def _arguments(raw: str, call: re.Match[str]) -> str:
    return raw[call.start("arguments") : call.end("arguments")]


def data_prose(sourced: Sourced[BaseModel]) -> Iterator[Prose]:
    """Every text in a data file, however deep, in the order of the model's fields."""
    for key, text in _texts(sourced.value.model_dump(by_alias=True), ()):
        yield Prose(text, sourced.place(*key))


def _texts(value: object, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(part, (*key, name))
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*key, index))
