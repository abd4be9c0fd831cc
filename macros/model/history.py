"""What the version history says of files that are written once and then left alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Altered(Enum):
    """What happened to a file after the commit that added it."""

    CHANGED = "ändrad"
    REMOVED = "borttagen"


@dataclass(frozen=True)
class Alteration:
    """A file that is not what it was when it was added. `added_on`: the day of that commit, ÅÅÅÅ-MM-DD."""

    path: str
    sort: Altered
    added_on: str


@dataclass(frozen=True)
class History:
    """What was found, or why nothing could be read (`unread`, a Swedish sentence).

    `changed_on`: the day (ÅÅÅÅ-MM-DD) of each file's latest commit. A file that has been changed since is left out.
    """

    alterations: tuple[Alteration, ...] = ()
    unread: str | None = None
    changed_on: Mapping[str, str] = field(default_factory=dict)
