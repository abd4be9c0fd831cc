"""Text without what only breaks words, with the way back to the original positions."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width characters, byte-order mark
# A word broken where the line ends. "offentlighets-\noch sekretesslagen" is not one word.
_LINE_BREAK = r"(?<=[a-zåäöé])-[ \t]?\n[ \t]*(?=[a-zåäöé])(?!(?:och|eller|samt)\b)"
_UNSEEN = re.compile(f"[{_INVISIBLE}]|{_LINE_BREAK}|[^\\W\\d_](?P<accent>[\u0300-\u036f])")
_ACCENT = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True)
class Clean:
    """The text to read. From each of `places` on, `shifts` says how many characters fewer it has than the original."""

    text: str
    original_text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span in the original text of a span that holds at least one character."""
        last = self._original(end - 1) + 1
        while last < len(self.original_text) and _ACCENT.match(self.original_text, last):
            last += 1
        return self._original(start), last

    def _original(self, index: int) -> int:
        place = bisect_right(self.places, index)
        return index + self.shifts[place - 1] if place else index


def clean(text: str) -> Clean:
    """Drop soft hyphens, zero-width characters and hyphens at line ends; join letters with their accents."""
    if not _has_unseen(text):
        return Clean(text, text)
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    position = length = 0
    for unseen in _UNSEEN.finditer(text):
        kept = text[position : unseen.start()]
        joined = unicodedata.normalize("NFC", unseen[0]) if unseen["accent"] else ""
        if len(joined) > 1:  # no letter has this accent built in
            continue
        pieces += [kept, joined]
        length += len(kept) + len(joined)
        position = unseen.end()
        places.append(length)
        shifts.append(position - length)
    return Clean("".join([*pieces, text[position:]]), text, tuple(places), tuple(shifts))


def _has_unseen(text: str) -> bool:
    return any(sign in text for sign in (*_INVISIBLE, "-\n", "- \n", "-\t\n")) or _ACCENT.search(text) is not None
