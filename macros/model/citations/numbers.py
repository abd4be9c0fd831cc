"""Numbers of provisions as values: `12 kap. 4 a–6 a §§`, `artikel 6.1 e`, `5 § första stycket 2`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import Literal

LAST: Literal["sista"] = "sista"
_NUMERAL = re.compile(r"(\d+) ?([a-z]?)")


@total_ordering
@dataclass(frozen=True)
class Numeral:
    """A number with an optional letter, e.g. 4 or 4 a. `4 < 4 a < 5`."""

    number: int
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.letter}" if self.letter else str(self.number)

    def __lt__(self, other: "Numeral") -> bool:
        return (self.number, self.letter) < (other.number, other.letter)

    @staticmethod
    def of(text: str) -> "Numeral":
        """The numeral that the text is: `4`, `4 a` or `4a`. Raises ValueError for anything else."""
        if (found := _NUMERAL.fullmatch(text)) is None:
            raise ValueError(f"no number with letter: {text!r}")
        return Numeral(int(found[1]), found[2])


class Unit(StrEnum):
    """What the numbered provisions of an act are called."""

    PARAGRAF = "§"
    ARTIKEL = "artikel"


@dataclass(frozen=True)
class Part:
    """A part of a provision: stycke (counted from one, or `sista`), punkt or a run of punkter, mening.

    For an article, `punkt` is the number after the point: `artikel 6.1 e` has punkt 1 e.
    """

    stycke: int | Literal["sista"] | None = None
    punkt: Numeral | None = None
    last_punkt: Numeral | None = None
    mening: int | Literal["sista"] | None = None


@dataclass(frozen=True)
class ProvisionNumber:
    """What a citation points at within an act: chapter and paragraf, each one number or a run from first to last.

    `paragraf` is None when whole chapters are cited, `chapter` when none is told. `unit` says whether `paragraf`
    counts paragrafer or articles. `parts` narrows the (last) paragraf, in the order written.
    """

    chapter: Numeral | None = None
    last_chapter: Numeral | None = None
    paragraf: Numeral | None = None
    last_paragraf: Numeral | None = None
    unit: Unit = Unit.PARAGRAF
    parts: tuple[Part, ...] = ()

    @property
    def stycke(self) -> int | Literal["sista"] | None:
        """The first stycke cited, or None."""
        return self.parts[0].stycke if self.parts else None

    @property
    def punkt(self) -> Numeral | None:
        """The first punkt cited, or None."""
        return self.parts[0].punkt if self.parts else None

    def overlaps(self, other: "ProvisionNumber") -> bool:
        """True when some paragraf lies in both; a whole chapter holds all its paragrafer. Parts are not compared.

        A number without chapter lies in no chapter: `4 §` does not overlap `12 kap. 4 §`.
        """
        if self.unit is not other.unit or not _meet(self.chapter, self.last_chapter, other.chapter, other.last_chapter):
            return False
        if self.paragraf is None or other.paragraf is None:
            return self.chapter is not None
        return _meet(self.paragraf, self.last_paragraf, other.paragraf, other.last_paragraf)


def provision_number(chapter: int | None, paragraf: str) -> ProvisionNumber:
    """A registered provision's number, from its `kapitel` and `paragraf` (`4`, `15 a`, `36–39`)."""
    first, _, last = paragraf.replace("-", "–").partition("–")
    return ProvisionNumber(
        chapter=None if chapter is None else Numeral(chapter),
        paragraf=Numeral.of(first.strip()),
        last_paragraf=Numeral.of(last.strip()) if last else None,
    )


def _meet(first: Numeral | None, last: Numeral | None, start: Numeral | None, end: Numeral | None) -> bool:
    if first is None or start is None:
        return first is start
    return first <= (end or start) and start <= (last or first)
