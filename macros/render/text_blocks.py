"""Markdown read as blocks of plain words: headings, paragraphs, list items and table rows."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class BlockKind(Enum):
    """What a block is, by the Swedish word that a reader meets."""

    HEADING = "rubrik"
    PARAGRAPH = "text"
    ITEM = "punkt"
    ROW = "rad"


@dataclass(frozen=True)
class Block:
    """One block. `parts`: its text, or a row's cells. `section`: the headings above it. `labels`: a row's columns."""

    kind: BlockKind
    parts: tuple[str, ...]
    section: str = ""
    labels: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[BlockKind, tuple[str, ...]]:
        """What two blocks must share to be the same: where they stand does not count."""
        return self.kind, self.parts


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(.*)")
_RULE = re.compile(r"\|?[ \t]*:?-{3,}.*")
_ONLY_TAGS = re.compile(r"(?:[ \t]*</?[a-z][^<>]*>)+[ \t]*", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[.#][^{}]*\}")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*\)")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])\*|\*(?![\w*])|(?<!\w)_|_(?!\w)|`)")


def blocks(markdown: str) -> tuple[Block, ...]:
    """The text's blocks in order, each as plain words with single spaces."""
    return tuple(_Reader().read(markdown.splitlines()))


class _Reader:
    """Walks the lines once. What is gathered is a paragraph or an item that may go on over several lines."""

    def __init__(self) -> None:
        self._headings: dict[int, str] = {}
        self._labels: tuple[str, ...] | None = None
        self._kind = BlockKind.PARAGRAPH
        self._gathered: list[str] = []

    def read(self, lines: Iterable[str]) -> Iterator[Block]:
        for line in lines:
            yield from self._line(line)
        yield from self._finish()

    def _line(self, line: str) -> Iterator[Block]:
        if line.lstrip().startswith("|"):
            yield from self._finish()
            yield from self._row(line)
            return
        self._labels = None
        if heading := _HEADING.match(line):
            yield from self._finish()
            yield self._heading(len(heading[1]), words(heading[2]))
        elif not line.strip() or _ONLY_TAGS.fullmatch(line):
            yield from self._finish()
        elif item := _ITEM.match(line):
            yield from self._finish()
            self._kind = BlockKind.ITEM
            self._gathered.append(item[1])
        else:
            self._gathered.append(line.strip())

    def _heading(self, level: int, text: str) -> Block:
        self._headings = {known: title for known, title in self._headings.items() if known < level}
        block = Block(BlockKind.HEADING, (text,), self._section())
        self._headings[level] = text
        return block

    def _row(self, line: str) -> Iterator[Block]:
        cells = _cells(line)
        if self._labels is None:
            self._labels = cells
        elif not _RULE.fullmatch(line.strip()):
            yield Block(BlockKind.ROW, cells, self._section(), self._labels)

    def _finish(self) -> Iterator[Block]:
        text = words(" ".join(self._gathered))
        self._gathered.clear()
        if text:
            yield Block(self._kind, (text,), self._section())
        self._kind = BlockKind.PARAGRAPH

    def _section(self) -> str:
        """The headings above, without the page's title."""
        return " › ".join(self._headings[level] for level in sorted(self._headings) if level > 1)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(words(cell) for cell in line.strip().strip("|").split("|"))


def words(markdown: str) -> str:
    """Inline Markdown as plain words: no emphasis, attributes, tags or addresses, and single spaces."""
    text = _ATTRIBUTES.sub("", markdown)
    text = _EMPHASIS.sub("", _TAG.sub("", _LINK.sub(r"\1", text)))
    return " ".join(html.unescape(text).split())
