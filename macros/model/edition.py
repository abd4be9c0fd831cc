"""Editions: the frozen texts of a routine, the days on which each applied, and the notes on what changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest
from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.interval import Interval
from macros.model.record import Day, EditionNumber, Record, RoutineId, Slug, Text

ARCHIVE_FOLDER = "docs/arkiv"
MAJOR_OPENING = "Du ska nu "

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class EditionKind(StrEnum):
    """Whether somebody adopted the edition, or it was put together afterwards to show what the law asked for then."""

    ADOPTED = "fastställd"
    RETROSPECTIVE = "sammanställd i efterhand"


class Edition(Record):
    """One frozen edition. Written once, by `handbok frys`; only the last day may be added later.

    `fingerprint`: of the routine's own content that it was made from (text, steps, checklists, templates; not law).
    `law_day`: the day whose wordings of the law the edition shows. `replaces`: an edition made afterwards that this
    one corrects. `municipality`: whose names and deadlines stand in the text, None when there are none.
    `text_hash`: SHA-256 of the frozen page's text.
    """

    routine: RoutineId = Field(alias="rutin")
    number: EditionNumber = Field(alias="utgåva")
    title: Text = Field(alias="titel")
    kind: EditionKind = Field(alias="läge")
    first_day: Day | None = Field(None, alias="gäller_fr_o_m")
    last_day: Day | None = Field(None, alias="gäller_t_o_m")
    decision: Text | None = Field(None, alias="beslut")
    replaces: EditionNumber | None = Field(None, alias="ersätter")
    frozen_on: Day = Field(alias="fryst")
    law_day: Day = Field(alias="lag_per")
    municipality: Slug | None = Field(None, alias="kommun")
    fingerprint: Sha256 = Field(alias="fingeravtryck")
    text_hash: Sha256 = Field(alias="sha256")

    @property
    def is_retrospective(self) -> bool:
        """True when nobody ever adopted the edition."""
        return self.kind is EditionKind.RETROSPECTIVE

    @property
    def order(self) -> tuple[int, ...]:
        """The number as something to sort by: 1.10 comes after 1.9."""
        return edition_order(self.number)

    @property
    def page_path(self) -> str:
        """The frozen page, relative to the handbook's root."""
        return f"{edition_folder(self.routine, self.number)}/index.md"

    @property
    def url(self) -> str:
        """The frozen page's address from the site's root."""
        return f"{self.page_path.removeprefix('docs/').removesuffix('index.md')}"


class Scale(StrEnum):
    """Whether a change asks somebody to work in another way."""

    MAJOR = "större"
    MINOR = "mindre"


class ChangeNote(Record):
    """What changed with an edition, for those who work by it. `action`: `Du ska nu …`, which a major change has."""

    routine: RoutineId = Field(alias="rutin")
    number: EditionNumber = Field(alias="utgåva")
    scale: Scale = Field(alias="ändring")
    summary: Text = Field(alias="vad", max_length=300)
    action: Text | None = Field(None, alias="du_ska_nu", max_length=300)
    roles: tuple[Slug, ...] = Field(alias="roller", min_length=1)
    first_day: Day = Field(alias="gäller_fr_o_m")


@dataclass(frozen=True)
class Period:
    """An edition with the days on which it applied: its own last day, else the day before the next one begins."""

    edition: Edition
    interval: Interval


def edition_order(number: str) -> tuple[int, ...]:
    """The edition's number as something to sort by."""
    return tuple(int(part) for part in number.split("."))


def edition_folder(routine_id: str, number: str) -> str:
    """Where an edition is frozen, relative to the handbook's root."""
    return f"{ARCHIVE_FOLDER}/{routine_id.lower()}/{number}"


def register_path(routine_id: str, number: str) -> str:
    """Where an edition is registered, relative to the handbook's root."""
    return f"data/utgavor/{routine_id}/{number}.yml"


def living(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """The editions that none corrects, in the order in which they began; an unknown first day comes first."""
    found = tuple(editions)
    replaced = {(edition.routine, edition.replaces) for edition in found}
    kept = (edition for edition in found if (edition.routine, edition.number) not in replaced)
    return tuple(sorted(kept, key=lambda edition: (edition.first_day or date.min, edition.order)))


def periods(editions: Iterable[Edition]) -> tuple[Period, ...]:
    """When each of one routine's living editions applied, from the oldest."""
    ordered = living(editions)
    ends = [_end(edition, later) for edition, later in zip_longest(ordered, ordered[1:])]
    return tuple(Period(edition, Interval(edition.first_day, end)) for edition, end in zip(ordered, ends, strict=True))


def _end(edition: Edition, later: Edition | None) -> date | None:
    if edition.last_day is not None or later is None or later.first_day is None:
        return edition.last_day
    return later.first_day - timedelta(days=1)
