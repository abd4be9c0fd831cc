"""What a text shows of one provision of the register on a given day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.model.statute import Provision, Wording
from macros.model.statute_text import (
    StatuteText,
    TextProvision,
    TextWording,
    bits_apart,
    fingerprint,
    likeness,
    paragraph_key,
)

# Measured on SoL 2025:400 (295 provisions): no two provisions lie closer than 13 bits; of texts of twenty words or
# more with one word changed, most lie within 10. Shorter texts are too alike by nature to be called moved.
_ALIKE_BITS = 10
_SHORTEST_WORDS = 20


@dataclass(frozen=True)
class Shown:
    """The provision's text on one day, with the days that the text's own marks give for it."""

    text: str
    repealed: bool
    first_day: date | None
    last_day: date | None
    fingerprint: str
    likeness: str


def members(provision: Provision, text: StatuteText) -> list[TextProvision]:
    """The paragraphs of the text that the provision covers: one, or those of a span such as `4 a–6 a`."""
    first, *more = re.split(" ?[–-] ?", provision.paragraph)
    low, high = paragraph_key(first), paragraph_key(more[-1] if more else first)
    chapter = None if provision.chapter is None else str(provision.chapter)
    return [one for one in text.provisions if one.chapter == chapter and low <= paragraph_key(one.paragraph) <= high]


def shown_on(found: Sequence[TextProvision], day: date) -> Shown | None:
    """The joined text of the wordings that apply on `day`; None when none does."""
    return shown([w for one in found for w in one.wordings if not w.undecided_start and w.interval.contains(day)])


def shown(wordings: Sequence[TextWording]) -> Shown | None:
    """Several wordings read as one text."""
    if not wordings:
        return None
    text = " ".join(wording.text for wording in wordings)
    starts = [wording.interval.first_day for wording in wordings if wording.interval.first_day]
    ends = [wording.interval.last_day for wording in wordings if wording.interval.last_day]
    repealed = all(wording.repealed for wording in wordings)
    return Shown(text, repealed, max(starts, default=None), min(ends, default=None), fingerprint(text), likeness(text))


def starts(found: Sequence[TextProvision]) -> list[date]:
    """The days on which, by the text's marks, a wording begins; in order."""
    return sorted({w.interval.first_day for one in found for w in one.wordings if w.interval.first_day})


def ends(found: Sequence[TextProvision]) -> list[date]:
    """The first days without a wording that no other wording takes over from; in order."""
    after = {w.interval.last_day + timedelta(days=1) for one in found for w in one.wordings if w.interval.last_day}
    return sorted(after - set(starts(found)))


def moved_to(wording: Wording, own: Shown | None, candidates: Sequence[TextProvision]) -> TextProvision | None:
    """The paragraph that carries the recorded text of `wording` now: the same fingerprint, else one alike enough.

    `own`: what stands under the old number. When that is alike enough itself, the text has been changed, not moved.
    """
    current = [(one, one.wordings[-1]) for one in candidates if not one.doubt]
    if exact := next((one for one, there in current if there.fingerprint == wording.fingerprint), None):
        return exact
    if wording.likeness is None or (own is not None and bits_apart(wording.likeness, own.likeness) <= _ALIKE_BITS):
        return None
    near = [
        (bits_apart(wording.likeness, there.likeness), index)
        for index, (_, there) in enumerate(current)
        if len(there.text.split()) >= _SHORTEST_WORDS
    ]
    bits, index = min(near, default=(_ALIKE_BITS + 1, 0))
    return current[index][0] if bits <= _ALIKE_BITS else None
