"""The text of a statute as a source gives it: provisions with their wordings, and transitional rules.

Nothing here is kept: the handbook records fingerprints of a text, never the text itself.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.model.interval import ALWAYS, Interval

_DROPPED = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_ALIKE = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u201f", '"')
    | dict.fromkeys("\u2018\u2019\u00b4\u0060", "'")
)
_BITS = 64
_SHINGLE = 3


def readable(text: str) -> str:
    """The text in one normal form: composed letters, single spaces, one kind of dash and quote, no soft hyphens."""
    plain = unicodedata.normalize("NFC", text).translate(_DROPPED).translate(_ALIKE)
    return " ".join(plain.split())


def fingerprint(text: str) -> str:
    """`sha256:` and 64 hex digits of the text's normal form.

    White space counts as nothing: two sources break the same text into lines differently, even inside `14-17 kap.`.
    """
    return f"sha256:{hashlib.sha256(readable(text).replace(' ', '').encode()).hexdigest()}"


def likeness(text: str) -> str:
    """A similarity fingerprint (SimHash, 16 hex digits): texts that share most of their words lie few bits apart.

    All numbers count as one, because a provision that moves takes its references to its neighbours with it.
    """
    words = ["0" if word.isdigit() else word for word in re.findall(r"[^\W\d_]+|\d+", readable(text).casefold())]
    shingles = {" ".join(words[start : start + _SHINGLE]) for start in range(max(1, len(words) - _SHINGLE + 1))}
    weights = [0] * _BITS
    for shingle in shingles:
        bits = int.from_bytes(hashlib.blake2b(shingle.encode(), digest_size=_BITS // 8).digest(), "big")
        for position in range(_BITS):
            weights[position] += 1 if bits >> position & 1 else -1
    return f"{sum(1 << position for position, weight in enumerate(weights) if weight > 0):016x}"


def bits_apart(one: str, other: str) -> int:
    """In how many of their 64 bits two likenesses differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


@dataclass(frozen=True)
class TextWording:
    """One wording of a provision as it stands in the text, without its number, marks and amendment note.

    `interval` holds the days that the text's own marks give, open where it says nothing. `undecided_start` and
    `undecided_end`: the government has yet to decide the day. `amended_by`: the SFS number in the amendment note.
    """

    text: str
    interval: Interval = ALWAYS
    undecided_start: bool = False
    undecided_end: bool = False
    amended_by: str | None = None
    new_number: str | None = None

    @property
    def repealed(self) -> bool:
        """True when the text says only that the provision has been repealed."""
        return re.match(r"(Har|har) (upphävts|upphört) ", self.text) is not None

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of the text."""
        return fingerprint(self.text)

    @cached_property
    def likeness(self) -> str:
        """The similarity fingerprint of the text."""
        return likeness(self.text)


@dataclass(frozen=True)
class TextProvision:
    """A paragraf in the text. `doubt` says (in Swedish) why its text cannot be trusted to be whole and its own."""

    chapter: str | None
    paragraph: str
    wordings: tuple[TextWording, ...]
    doubt: str | None = None

    @property
    def number(self) -> str:
        """The number as written in Swedish law, e.g. `12 kap. 4 a §`."""
        return f"{self.chapter} kap. {self.paragraph} §" if self.chapter else f"{self.paragraph} §"


@dataclass(frozen=True)
class TransitionalRule:
    """One point of the transitional provisions; `act` is the SFS number of the act that they came with."""

    act: str
    point: str
    text: str

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of the text."""
        return fingerprint(self.text)


@dataclass(frozen=True)
class StatuteText:
    """A whole consolidated text, split. `amended_to`: the latest amendment that the text says it includes.

    `as_of`: the day whose law the text shows, by its own account; None when it does not say. `repealed_on`: the first
    day on which the statute no longer applies.
    """

    sfs_nummer: str
    provisions: tuple[TextProvision, ...]
    transitional: tuple[TransitionalRule, ...] = ()
    amended_to: str | None = None
    as_of: date | None = None
    repealed_on: date | None = None

    @cached_property
    def by_number(self) -> dict[tuple[str | None, str], TextProvision]:
        """Every provision by chapter and paragraph."""
        return {(provision.chapter, provision.paragraph): provision for provision in self.provisions}


def paragraph_key(paragraph: str) -> tuple[int, str]:
    """Order of paragraph numbers within a chapter: `10`, `10 a`, `11`."""
    number, _, letter = paragraph.partition(" ")
    return int(number), letter


def chapter_key(chapter: str | None) -> tuple[int, str]:
    """Order of chapters: none, `1`, `2`, `2 a`."""
    return paragraph_key(chapter) if chapter else (0, "")


def latest_act(numbers: list[str]) -> str | None:
    """The newest of some SFS numbers, or None when there are none."""
    return max(numbers, key=lambda number: tuple(map(int, number.split(":"))), default=None)
