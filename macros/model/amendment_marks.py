"""The marks that the statute databases put where a wording begins or ends: `/Träder i kraft I:2026-01-01/`."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from macros.model.interval import ALWAYS, Interval

_MARK = re.compile(r"\s*/\s*(?P<what>[^/:]{2,80}?)\s+(?P<sign>[IU])\s*:\s*(?P<when>[^/]{1,120}?)\s*\.?\s*/\s*")
_NEW_NUMBER = re.compile(r"ny beteckning (\d+(?: [a-z])?) §", re.IGNORECASE)
_ABOUT = re.compile(r"(kapitlet|rubriken|avdelningen|bilagan)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Marks:
    """What the marks before a text say of it.

    `undecided_start` and `undecided_end`: the government has yet to decide the day. `about`: the word for what the
    mark is about when it is not the provision itself (`kapitlet`, `rubriken`). `new_number`: what it is called after.
    """

    interval: Interval = ALWAYS
    undecided_start: bool = False
    undecided_end: bool = False
    about: str | None = None
    new_number: str | None = None

    def joined(self, other: "Marks") -> "Marks":
        """These marks with the other's added: the later start and the earlier end apply."""
        starts = [day for day in (self.interval.first_day, other.interval.first_day) if day]
        ends = [day for day in (self.interval.last_day, other.interval.last_day) if day]
        return Marks(
            Interval(max(starts, default=None), min(ends, default=None)),
            self.undecided_start or other.undecided_start,
            self.undecided_end or other.undecided_end,
            new_number=other.new_number or self.new_number,
        )


def read_marks(text: str) -> tuple[Marks, str]:
    """The marks that the text opens with, and the text after them. An impossible day counts as undecided."""
    marks, about = Marks(), None
    while found := _MARK.match(text):
        if (kind := _ABOUT.match(found["what"])) and about is None:
            about = kind[1].lower()
        marks = marks.joined(_one(found))
        text = text[found.end() :]
    return replace(marks, about=about), text


def _one(found: re.Match[str]) -> Marks:
    renamed = _NEW_NUMBER.match(found["what"])
    number = renamed[1] if renamed else None
    try:
        day = date.fromisoformat(found["when"][:10])
    except ValueError:
        return Marks(undecided_start=found["sign"] == "I", undecided_end=found["sign"] == "U", new_number=number)
    if found["sign"] == "I":
        return Marks(Interval(day, None))
    # The mark names the first day without the wording; the last day is the one before.
    return Marks(Interval(None, day - timedelta(days=1)), new_number=number)
