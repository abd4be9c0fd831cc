"""Compares one provision of the register with what a text shows of it. Pure: values in, outcomes out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.model.sourced import Key, Sourced
from macros.model.statute import Statute, Wording
from macros.model.statute_text import StatuteText, TextProvision
from macros.watch.outcome import Outcome, Status
from macros.watch.shown import Shown, ends, members, moved_to, shown_on, starts

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Beside:
    """A statute of the register beside a text of it. `shows`: the day whose law the text shows."""

    statute: Sourced[Statute]
    text: StatuteText
    shows: date
    shows_is_known: bool
    today: date

    @property
    def read_as(self) -> str | None:
        """The latest amendment in the text, as it is recorded."""
        return f"SFS {self.text.amended_to}" if self.text.amended_to else None


@dataclass(frozen=True)
class Comparison:
    """The outcomes for one provision, and which of the register's wordings the text could be held against."""

    outcomes: tuple[Outcome, ...]
    compared: frozenset[int]


def compare_provision(beside: Beside, index: int, elsewhere: Sequence[TextProvision]) -> Comparison:
    """One provision (by its place in the register) beside the text. `elsewhere`: paragraphs it may have moved to."""
    judge = _Judge(beside, index, elsewhere)
    return Comparison(tuple(judge.outcomes()), frozenset(judge.compared))


class _Judge:
    """Judges one provision; `compared` is filled in as the outcomes are drawn."""

    def __init__(self, beside: Beside, index: int, elsewhere: Sequence[TextProvision]) -> None:
        self._beside, self._index, self._elsewhere = beside, index, elsewhere
        self._provision = beside.statute.value.provisions[index]
        self._found = members(self._provision, beside.text)
        self.compared: set[int] = set()

    @property
    def _day(self) -> date:
        """The day to compare on: the one the text shows, or a later turn that its marks give and that has come."""
        turns = (*starts(self._found), *ends(self._found))
        return max([self._beside.shows, *(day for day in turns if self._beside.shows < day <= self._beside.today)])

    def outcomes(self) -> Iterator[Outcome]:
        current = self._wording_on(self._day)
        if doubt := next((f"{one.number}: {one.doubt}" for one in self._found if one.doubt), None):
            self._cover(current)
            yield self._outcome(Status.UNREADABLE, current, f"Texten går inte att lita på: {doubt}.")
        elif not self._found:
            if current is not None:
                self._cover(current)
                yield self._gone(current, Status.MISSING, "Källan har ingen paragraf med det numret.")
        else:
            yield from self._current(current, shown_on(self._found, self._day))
            yield from self._other_wordings(current)
            yield from self._coming()

    def _current(self, current: int | None, there: Shown | None) -> Iterator[Outcome]:
        """The wording in force on the day beside the text's."""
        if current is not None:
            self._cover(current)
        if there is None or there.repealed:
            if current is not None:
                yield self._gone(current, Status.CEASED, _ended(there, self._found, self._day))
        elif current is None:
            yield self._outcome(
                Status.CHANGED, None, "Källan har en text som gäller, men registret har ingen lydelse den dagen."
            )
        else:
            yield self._beside_text(current, there, self._unknown_start(current, there))

    def _unknown_start(self, current: int, there: Shown) -> str:
        """Says so when the text's wording began on a later day than the register's: the register lacks that wording."""
        first = self._wordings[current].first_day
        if there.first_day is None or first is None or there.first_day <= first:
            return ""
        return f"Enligt källan gäller den här lydelsen sedan {there.first_day}. Registret saknar den."

    def _beside_text(self, current: int, there: Shown, unknown_start: str) -> Outcome:
        wording = self._wordings[current]
        if wording.fingerprint == there.fingerprint:
            return self._outcome(Status.UNCHANGED, current, edits=self._confirmed(current))
        if wording.fingerprint is None:
            if unknown_start:
                return self._outcome(Status.CHANGED, current, unknown_start)
            return self._outcome(Status.FIRST, current, self._beside_earlier(current, there), self._print_of(there))
        moved = moved_to(wording, there, self._elsewhere)
        edits = {**self._print_of(there), "ändrad_upptäckt": self._beside.today.isoformat()}
        if moved is not None:
            return self._outcome(Status.RENUMBERED, current, f"Texten står nu i {moved.number}.", edits)
        return self._outcome(Status.CHANGED, current, unknown_start, edits)

    def _beside_earlier(self, current: int, there: Shown) -> str:
        """What a jurist wants to know of a wording read for the first time: is it the earlier one's text?"""
        earlier = [wording for wording in self._wordings[:current] if wording.fingerprint]
        if not earlier:
            return ""
        same = earlier[-1].fingerprint == there.fingerprint
        return "Texten är densamma som i den förra lydelsen." if same else "Texten är en annan än i den förra lydelsen."

    def _other_wordings(self, current: int | None) -> Iterator[Outcome]:
        """Ended and coming wordings, where the text's marks give the same day as the register does."""
        for number, wording in enumerate(self._wordings):
            if number != current and (there := self._marked(wording)) is not None:
                self.compared.add(number)
                yield self._beside_text(number, there, "")

    def _marked(self, wording: Wording) -> Shown | None:
        """The text of an ended or coming wording, when the marks say that it ends or begins on just that day."""
        last, first = wording.last_day, wording.first_day
        if last is not None and last < self._day:
            there = shown_on(self._found, last)
            return there if there is not None and there.last_day == last else None
        return shown_on(self._found, first) if first in set(starts(self._found)) and first else None

    def _coming(self) -> Iterator[Outcome]:
        """Wordings and ends that lie ahead and that the register does not have."""
        known = {wording.first_day for wording in self._wordings}
        over = {wording.last_day + _ONE_DAY for wording in self._wordings if wording.last_day}
        today = self._beside.today
        for day in starts(self._found):
            if day > today and day not in known:
                yield self._outcome(Status.COMING, None, f"En ny lydelse träder i kraft {day}.")
        for day in ends(self._found):
            if day > today and day not in over:
                renamed = next((w.new_number for one in self._found for w in one.wordings if w.new_number), None)
                what = f"Bestämmelsen får numret {renamed} §" if renamed else "Bestämmelsen upphör att gälla"
                yield self._outcome(Status.COMING, None, f"{what} {day}.")
        wordings = [wording for one in self._found for wording in one.wordings]
        if any(wording.undecided_start for wording in wordings):
            yield self._outcome(Status.COMING, None, "En ny lydelse träder i kraft den dag regeringen bestämmer.")
        elif any(wording.undecided_end for wording in wordings):
            yield self._outcome(Status.COMING, None, "Den upphör att gälla den dag regeringen bestämmer.")

    def _gone(self, current: int, status: Status, detail: str) -> Outcome:
        """The text does not have the provision any more, under its own number at least."""
        wording = self._wordings[current]
        moved = moved_to(wording, None, self._elsewhere)
        edits = {} if wording.change_found_on else {"ändrad_upptäckt": self._beside.today.isoformat()}
        if moved is not None:
            return self._outcome(Status.RENUMBERED, current, f"Texten står nu i {moved.number}.", edits)
        return self._outcome(status, current, detail, {} if status is Status.MISSING else edits)

    def _print_of(self, there: Shown) -> dict[str, str]:
        values = {"fingeravtryck": there.fingerprint, "likhetsavtryck": there.likeness}
        return values | ({"läst_lydelse": self._beside.read_as} if self._beside.read_as else {})

    def _confirmed(self, current: int) -> dict[str, str]:
        """What an unchanged text confirms: the wording that somebody has read was still the law on the day shown."""
        wording, beside = self._wordings[current], self._beside
        values = {"läst_lydelse": beside.read_as} if beside.read_as and beside.read_as != wording.read_as else {}
        day = min(beside.shows, beside.today)
        may_confirm = beside.shows_is_known and wording.certainty.verified and not wording.is_suspect
        if may_confirm and wording.interval.contains(day) and wording.checked_on and wording.checked_on < day:
            values["kontrollerad"] = day.isoformat()
        return values

    @property
    def _wordings(self) -> tuple[Wording, ...]:
        return self._provision.wordings

    def _wording_on(self, day: date) -> int | None:
        return next((n for n, wording in enumerate(self._wordings) if wording.interval.contains(day)), None)

    def _cover(self, number: int | None) -> None:
        if number is not None:
            self.compared.add(number)

    def _outcome(
        self, status: Status, number: int | None, detail: str = "", edits: Mapping[str, str] | None = None
    ) -> Outcome:
        key: Key = ("bestämmelser", self._index)
        if number is not None:
            key = (*key, "lydelser", number)
        name = f"{self._provision.number} {self._beside.statute.value.short_name}"
        place = self._beside.statute.place(*key)
        return Outcome(status, name, place, self._provision.id, detail, {key: edits} if edits else {})


def _ended(there: Shown | None, found: Sequence[TextProvision], day: date) -> str:
    if there is not None:
        return f"Källan säger: ”{there.text.rstrip('.')}”."
    begins = [start for start in starts(found) if start > day]
    return f"Enligt källan gäller den först från {begins[0]}." if begins else "Enligt källan har den upphört att gälla."
