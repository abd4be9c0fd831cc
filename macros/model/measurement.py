"""What a self-check counted: the cells of a counting file, and the numbers in them. Counts only, never cases.

A counting file is read cell by cell, so that every mistake in it can be told of at once. `measurement_of` then takes
the numbers that can be read; a check tells of those that cannot, and that stops the build.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from macros.model.record import ISO_DAY

FOLDER = "data/egenkontroll"
RISK, ITEM, TEXT = "kontroll", "punkt", "text"
MET, EXAMINED, INAPPLICABLE, SAMPLE = "uppfyllda", "granskade", "gäller_inte", "urval"
COLUMNS = (RISK, ITEM, TEXT, MET, EXAMINED, INAPPLICABLE, SAMPLE)
OPTIONAL_COLUMNS = frozenset({TEXT})
# What may be left empty in a row: nothing to take away, and the same sample as in the row where it is written.
MAY_BE_EMPTY = frozenset({INAPPLICABLE, SAMPLE})

_COUNT = re.compile(r"[0-9]{1,4}")
# Wider than the real forms of personnummer, case, diary and telephone numbers: nothing like them belongs among counts.
_IDENTITY = re.compile(
    r"[0-9]{5,}"
    r"|(?:[0-9][\s-]?){8,}"
    r"|[0-9]{4}\s?[-/:.]\s?[0-9]+|[0-9]{2}\s?[-/:]\s?[0-9]{3,}"
    r"|\b(?:ärende|akt|dnr|diarie|personn)(?:e?[tn]|nr|ummer|nummer|numret)?\b[\s.:]*(?:nr|nummer)?[\s.:]*[0-9]"
    r"|(?-i:[A-ZÅÄÖ]{2,}\s?[0-9]{3,})"
    r"|\S@\S",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CountRow:
    """A row as typed: its line in the file, cells by column, and what stands to the right of the last column."""

    line: int
    cells: Mapping[str, str]
    surplus: tuple[str, ...] = ()

    def number(self, column: str) -> int | None:
        """The count in a column; zero when a column that may be empty is; None when it is no whole number."""
        return count(self.cells.get(column, ""), 0 if column in MAY_BE_EMPTY else None)


@dataclass(frozen=True)
class CountFile:
    """A counting file as typed. It belongs at data/egenkontroll/<kommun>/<risk>/<ÅÅÅÅ-MM-DD>.csv."""

    path: str
    header_line: int
    header: tuple[str, ...]
    rows: tuple[CountRow, ...]

    @property
    def profile_id(self) -> str | None:
        """The municipality's folder; None when the file lies too high or too deep."""
        return self._parts[0] if len(self._parts) == 3 else None  # noqa: PLR2004 - municipality, risk, file

    @property
    def risk_id(self) -> str | None:
        """The risk's folder; None when the file lies too high or too deep."""
        return self._parts[1] if len(self._parts) == 3 else None  # noqa: PLR2004 - municipality, risk, file

    @property
    def day(self) -> date | None:
        """The day that the file is named after; None when it is not named after a day that exists."""
        return day_of(self._parts[-1].removesuffix(".csv"))

    @property
    def samples(self) -> tuple[tuple[CountRow, int], ...]:
        """The rows that state the size of the sample in whole numbers, each with that size."""
        stated = ((row, count(row.cells.get(SAMPLE, ""))) for row in self.rows)
        return tuple((row, size) for row, size in stated if size is not None)

    @property
    def _parts(self) -> list[str]:
        return self.path.removeprefix(f"{FOLDER}/").split("/")


@dataclass(frozen=True)
class Tally:
    """How many of the examined cases met a requirement, and in how many of the sample it did not apply."""

    met: int
    examined: int
    inapplicable: int = 0

    @property
    def share(self) -> Fraction | None:
        """The share that met it, from 0 to 1; None when no case was examined."""
        return Fraction(self.met, self.examined) if self.examined else None

    @property
    def percent(self) -> int | None:
        """The share in whole per cent, half up. 100 and 0 are kept for all and none: nothing is rounded to them."""
        if self.share is None:
            return None
        rounded = int(self.share * 100 + Fraction(1, 2))
        return rounded if self.met in {0, self.examined} else min(max(rounded, 1), 99)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.met + other.met, self.examined + other.examined, self.inapplicable + other.inapplicable)


@dataclass(frozen=True)
class Measurement:
    """The counts of one control on one day in one municipality: a tally per checklist item, in the file's order."""

    profile_id: str
    risk_id: str
    day: date
    sample: int | None
    tallies: Mapping[str, Tally]

    @property
    def total(self) -> Tally:
        """All items together."""
        return self.total_of(self.tallies)

    def total_of(self, item_ids: Container[str]) -> Tally:
        """These items together."""
        return sum((tally for item, tally in self.tallies.items() if item in item_ids), Tally(0, 0))


def measurement_of(file: CountFile) -> Measurement | None:
    """The numbers of the rows that can be read; None for a file at a place that says neither where nor when."""
    if file.profile_id is None or file.risk_id is None or file.day is None:
        return None
    tallies: dict[str, Tally] = {}
    for row in file.rows:
        met, examined, inapplicable = (row.number(column) for column in (MET, EXAMINED, INAPPLICABLE))
        if met is not None and examined is not None and inapplicable is not None:
            tallies.setdefault(row.cells.get(ITEM, ""), Tally(met, examined, inapplicable))
    sample = next((size for _, size in file.samples), None)
    return Measurement(file.profile_id, file.risk_id, file.day, sample, tallies)


def count(cell: str, empty: int | None = None) -> int | None:
    """The number in a cell: one to four digits. `empty` for an empty cell; None for anything else."""
    if not cell:
        return empty
    return int(cell) if _COUNT.fullmatch(cell) else None


def day_of(name: str) -> date | None:
    """The day written as ÅÅÅÅ-MM-DD, or None."""
    try:
        return date.fromisoformat(name) if ISO_DAY.fullmatch(name) else None
    except ValueError:
        return None


def looks_like_identity(cell: str) -> bool:
    """True for what could point at a person or a case: a personnummer, a case or telephone number, an address."""
    return bool(_IDENTITY.search(cell))


def same_text(cell: str, text: str) -> bool:
    """True when the cell holds the text as the counting file was given it, with or without the formula guard."""
    return cell.removeprefix("'").casefold().split() == text.casefold().split()
