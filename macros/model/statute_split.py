"""Splits the plain text of a statute into provisions with their wordings, and transitional rules.

The form is that of Regeringskansliets rättsdatabaser: blocks with blank lines between, `4 a §` first in a block,
`/Träder i kraft I:2026-01-01/` after it, the amendment note last. What cannot be trusted is said, never mended.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from macros.model.amendment_marks import Marks, read_marks
from macros.model.interval import ALWAYS
from macros.model.statute_blocks import Block, blocks
from macros.model.statute_text import TextProvision, TextWording, TransitionalRule, paragraph_key

_NOTE = re.compile(r"\s*\b(?:Lag|Förordning|Kungörelse)(?:en)? \((\d{4}:\d+)\)\s*\.?$")
_POINT = re.compile(r"(\d{1,3})\. ")
_INNER = re.compile(r"(?<=[.:!?] )(\d{1,4}(?: [a-z])?) § (?=[A-ZÅÄÖ])")
_MOST_HEADINGS = 3


@dataclass
class _Unit:
    """A provision's number with the blocks up to the next number."""

    chapter: str | None
    paragraph: str
    marks: Marks
    body: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class SplitText:
    """What a plain text was split into."""

    provisions: tuple[TextProvision, ...]
    transitional: tuple[TransitionalRule, ...]


def split_statute(text: str) -> SplitText:
    """Split a consolidated text. Linear in its length; raises for no text."""
    found = list(blocks(text))
    end = next((index for index, block in enumerate(found) if block.is_transitional), len(found))
    return SplitText(tuple(_provisions(_units(found[:end]))), tuple(_rules(found[end + 1 :])))


class _Chapters:
    """Which chapter the text is in, and the marks that its heading carries on to every provision in it."""

    def __init__(self) -> None:
        self.current: str | None = None
        self.marks = Marks()
        self._waiting = Marks()

    def enter(self, chapter: str) -> None:
        self.current, self.marks, self._waiting = chapter, self._waiting, Marks()

    def announce(self, marks: Marks) -> None:
        self._waiting = marks


def _units(found: Iterable[Block]) -> list[_Unit]:
    chapters, units = _Chapters(), list[_Unit]()
    unit: _Unit | None = None
    for block in found:
        marks, rest = read_marks(block.text)
        bare = replace(block, text=rest, certain=block.certain or marks.about is not None)
        if marks.about == "kapitlet":
            chapters.announce(marks)
        if rest and (chapter := bare.chapter) is not None:
            unit = None
            chapters.enter(chapter)
        elif rest and (opening := bare.opening) is not None:
            own, text = read_marks(opening.rest)
            for paragraph in opening.paragraphs:
                unit = _Unit(chapters.current, paragraph, chapters.marks.joined(own), [Block(text)] if text else [])
                units.append(unit)
        elif bare.is_appendix:
            unit = None
        elif unit is not None and marks.about is None and not unit.body:
            unit.marks = unit.marks.joined(marks)  # the marks stand on a line of their own under the number
            unit.body.extend([bare] if rest else [])
        elif unit is not None and rest:
            unit.body.append(bare)
    return units


def _provisions(units: list[_Unit]) -> Iterator[TextProvision]:
    """The units with those of one number joined as its wordings, and a doubt wherever the numbers do not add up."""
    doubts = _misplaced(units)
    for _, group in groupby(enumerate(units), key=lambda pair: (pair[1].chapter, pair[1].paragraph)):
        members = list(group)
        wordings = tuple(_wording(unit) for _, unit in members)
        doubt = next((doubts[index] for index, _ in members if index in doubts), None) or _doubt(wordings)
        yield TextProvision(members[0][1].chapter, members[0][1].paragraph, wordings, doubt)


def _misplaced(units: list[_Unit]) -> dict[int, str]:
    """Where the numbers go backwards within a chapter: neither that unit nor the one before it is to be trusted."""
    doubts: dict[int, str] = {}
    for index, (earlier, later) in enumerate(pairwise(units), start=1):
        if earlier.chapter == later.chapter and paragraph_key(later.paragraph) < paragraph_key(earlier.paragraph):
            doubt = f"numren går bakåt, från {earlier.paragraph} § till {later.paragraph} §"
            doubts |= {index - 1: doubt, index: doubt}
    return doubts


def _doubt(wordings: tuple[TextWording, ...]) -> str | None:
    if any(not wording.text for wording in wordings):
        return "numret står utan text"
    if inner := next((found for wording in wordings if (found := _INNER.search(wording.text))), None):
        return f"{inner[1]} § står inne i texten"
    if len(wordings) > 1 and any(_says_nothing_of_when(wording) for wording in wordings):
        return "numret står flera gånger utan uppgift om när lydelserna gäller"
    return None


def _says_nothing_of_when(wording: TextWording) -> bool:
    return wording.interval == ALWAYS and not wording.undecided_start and not wording.undecided_end


def _wording(unit: _Unit) -> TextWording:
    text = " ".join(block.text for block in _without_headings(unit.body))
    note = _NOTE.search(text)
    return TextWording(
        text[: note.start()].strip() if note else text,
        unit.marks.interval,
        unit.marks.undecided_start,
        unit.marks.undecided_end,
        note[1] if note else None,
        unit.marks.new_number,
    )


def _without_headings(body: list[Block]) -> list[Block]:
    """The body without the headings at its end: they belong to the next provision. A table's last rows stay."""
    kept = len(body)
    while kept > 1 and body[kept - 1].looks_like_heading:
        kept -= 1
    dropped = body[kept:]
    is_table = len(dropped) > _MOST_HEADINGS and not any(block.certain for block in dropped)
    return body if is_table else body[:kept]


def _rules(found: list[Block]) -> Iterator[TransitionalRule]:
    """The transitional rules: one per numbered point, under the SFS number of the act that they came with."""
    act, point, texts = "", "", list[str]()
    for block in found:
        # A number out of turn belongs to a list inside the point.
        starts = (number := _POINT.match(block.text)) is not None and int(number[1]) == int(point or 0) + 1
        if (block.is_act or starts) and texts:
            yield TransitionalRule(act, point, " ".join(texts))
            texts = []
        if block.is_act:
            act, point = block.text, ""
            continue
        if starts:
            point = str(int(point or 0) + 1)
        texts.append(block.text)
    if texts:
        yield TransitionalRule(act, point, " ".join(texts))
