"""The annotated set: where citations stand in the sources and what they cite, and how a parser fares against it.

The set (`facit.yml`) holds positions and results, never text. It was made by hand: every `§`, `kap`, article, act word,
abbreviation and SFS number of the chosen passages was looked up by a plain search and judged by reading, before the
parser was written. Everything between a passage's bounds is judged, so what the set does not list is no citation.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.model.citations import Acts, Citation, Home, Numeral, Part, ProvisionNumber, Unit, find_citations
from tests.conftest import ROOT

SOURCES = ROOT.parent / "shared" / "underlag"
FACIT = Path(__file__).with_name("facit.yml")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")

Answer = tuple[int, int, str | None, tuple[str, ...]]  # start, end, act, provisions in the notation of facit.yml


@dataclass(frozen=True)
class Passage:
    """A stretch of a source in which every citation is listed."""

    file: str
    sha256: str
    held_out: bool
    start: int
    end: int
    day: date | None
    home: Home | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Score:
    """How many citations were right, found and there to be found. Right: same span, act and provisions."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.there + other.there)


@cache
def source_text(file: str) -> str:
    """A source as it is read: Markdown without the addresses of links, JSON as its provisions' texts."""
    raw = (SOURCES / file).read_text(encoding="utf-8")
    if file.endswith(".json"):
        return "\n\n".join(provision["content"] for provision in json.loads(raw)["provisions"])
    return _LINK.sub(r"\1", raw) if file.endswith(".md") else raw


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_passages(entries: Iterable[Mapping[str, Any]]) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            file=entry["fil"],
            sha256=entry["sha256"],
            held_out=entry["del"] == "prov",
            start=entry["från"],
            end=entry["till"],
            day=date.fromisoformat(entry["dag"]) if "dag" in entry else None,
            home=_home(entry["hem"]) if "hem" in entry else None,
            answers=tuple(map(_answer, entry["hänvisningar"])),
        )
        for entry in entries
    )


def found_in(passage: Passage, acts: Acts) -> tuple[Answer, ...]:
    """What the parser finds in the passage."""
    text = source_text(passage.file)[passage.start : passage.end]
    citations = find_citations(text, acts.as_of(passage.day), passage.home)
    return tuple(answer(citation, passage.start) for citation in citations)


def answer(citation: Citation, offset: int = 0) -> Answer:
    """A citation in the notation of facit.yml."""
    numbers = tuple(notation(provision.number) for provision in citation.provisions)
    return citation.start + offset, citation.end + offset, citation.act, numbers


def score(passage: Passage, acts: Acts) -> Score:
    found = found_in(passage, acts)
    return Score(len(set(found) & set(passage.answers)), len(found), len(passage.answers))


def notation(number: ProvisionNumber) -> str:
    """`12:4a-6a`, `:25`, `12:`, `10-13:`, `art6/p1e`, `:5/s1p2-5+s2`."""
    if number.unit is Unit.ARTIKEL:
        place = f"art{_run(number.paragraf, number.last_paragraf)}"
    else:
        place = f"{_run(number.chapter, number.last_chapter)}:{_run(number.paragraf, number.last_paragraf)}"
    return f"{place}/{'+'.join(map(_part, number.parts))}" if number.parts else place


def _run(first: Numeral | None, last: Numeral | None) -> str:
    return "-".join(f"{numeral.number}{numeral.letter}" for numeral in (first, last) if numeral is not None)


def _part(part: Part) -> str:
    stycke = f"s{part.stycke}" if part.stycke is not None else ""
    punkt = f"p{_run(part.punkt, part.last_punkt)}" if part.punkt is not None else ""
    return stycke + punkt + (f"m{part.mening}" if part.mening is not None else "")


def _home(text: str) -> Home:
    act, _, chapter = text.partition("/")
    return Home(act, Numeral.of(chapter) if chapter else None)


def _answer(line: str) -> Answer:
    span, act, numbers = (part.strip() for part in line.split("|"))
    start, end = map(int, span.split("-"))
    return start, end, act or None, tuple(numbers.split())


def load_passages() -> tuple[Passage, ...]:
    return read_passages(yaml.safe_load(FACIT.read_text(encoding="utf-8")))
