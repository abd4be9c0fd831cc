"""What the watch found of one provision, and what would be recorded of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from macros.citing import Citing
from macros.model.finding import Finding, Place
from macros.model.law_reading import LawReading
from macros.model.sourced import Key


class Status(StrEnum):
    """How the text stands to the register; the Swedish word is what staff read. In the order of a report."""

    CHANGED = "ändrad"
    CEASED = "upphävd"
    RENUMBERED = "omnumrerad"
    MISSING = "inte funnen"
    UNREADABLE = "oläsbar"
    COMING = "kommande lydelse"
    NEW = "ny"
    RULE = "övergångsbestämmelse"
    FIRST = "läst första gången"
    UNCHANGED = "oförändrad"

    @property
    def calls_for_action(self) -> bool:
        """False only when the text is the one on record."""
        return self is not Status.UNCHANGED


@dataclass(frozen=True)
class Outcome:
    """One provision (or transitional rule, or the act as a whole) beside the register.

    `detail` is a Swedish sentence, or empty. `edits`: what to record, as key path in the statute's file and the values
    by Swedish key. `concerns`: everything in the handbook that rests on it.
    """

    status: Status
    number: str
    place: Place
    provision_id: str | None = None
    detail: str = ""
    edits: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    concerns: tuple[Citing, ...] = ()


@dataclass(frozen=True)
class ActReport:
    """One act: which source was read, what day it shows, and what came of it.

    `shows` is None when the source could not be read; then `findings` say why. `reading`: what to record of the
    reading as a whole, None when it says the same as the record or must not be recorded.
    """

    statute_id: str
    name: str
    path: str
    source: str
    shows: date | None = None
    shows_is_known: bool = False
    amended_to: str | None = None
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    reading: LawReading | None = None

    def with_status(self, status: Status) -> list[Outcome]:
        """The outcomes of one status, in the register's order."""
        return [outcome for outcome in self.outcomes if outcome.status is status]

    @property
    def to_act_on(self) -> list[Outcome]:
        """Everything but what is unchanged."""
        return [outcome for outcome in self.outcomes if outcome.status.calls_for_action]


@dataclass(frozen=True)
class WatchReport:
    """A whole run: the acts that were read, and what could not be."""

    today: date
    acts: tuple[ActReport, ...]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
