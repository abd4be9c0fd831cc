"""A finding is a value: code, level, place, message and cure."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How serious a finding is; higher sorts as worse. The Swedish word is what staff read."""

    NOTIS = 1
    VARNING = 2
    FEL = 3

    @property
    def word(self) -> str:
        """The Swedish word shown in messages: notis, varning or fel."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file. `path` is relative to the handbook's root with forward slashes; line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or worth knowing, with what to do about it (both Swedish whole sentences)."""

    code: str
    level: Level
    place: Place
    message: str
    cure: str

    def __post_init__(self) -> None:
        # What an editor typed may hold line breaks; a finding that quotes it is still one line.
        object.__setattr__(self, "message", " ".join(self.message.split()))
        object.__setattr__(self, "cure", " ".join(self.cure.split()))

    @property
    def blocks(self) -> bool:
        """True when the finding stops the build and gives exit status 1."""
        return self.level is Level.FEL

    def line(self) -> str:
        """The finding as one line of text, `path:line: CODE level: message. Cure.`, without line break."""
        return f"{self.place.path}:{self.place.line}: {self.code} {self.level.word}: {self.message} {self.cure}"

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order of findings: by path, line, column, then code and message."""
        return (self.place, self.code, self.message)


def tidy(findings: list[Finding]) -> list[Finding]:
    """Return the findings sorted by place and without duplicates."""
    return sorted(set(findings), key=lambda finding: finding.sort_key)


def count_line(findings: list[Finding], counted: str) -> str:
    """The closing line: `2 fel, 1 varning och 0 notiser i 14 filer`. `counted` is the phrase after the last `i`."""
    errors, warnings, notes = (
        sum(finding.level is level for finding in findings) for level in (Level.FEL, Level.VARNING, Level.NOTIS)
    )
    return (
        f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'} "
        f"och {notes} {'notis' if notes == 1 else 'notiser'} i {counted}."
    )
