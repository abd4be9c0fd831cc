"""What the handbook asks of a forge, whichever it is."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Settings:
    """Where the forge is: address of its API, the project there, and the key. The key is never shown."""

    address: str
    project: str
    key: str


@dataclass(frozen=True)
class Issue:
    """An issue that the handbook keeps. `id`: the forge's own; `body`: the text without the handbook's mark."""

    id: str
    title: str
    body: str
    is_open: bool


@dataclass(frozen=True)
class Comment:
    """A comment that the handbook keeps on a change. `id`: the forge's own; `body`: without the handbook's mark."""

    id: str
    body: str


class Forge(Protocol):
    """Issues, and comments on changes (pull requests, merge requests), found again by a topic.

    A topic is an errand and a name (`lagbevakning:sol`), kept where people do not see it.

    Every method raises UnreachableError when the forge does not do what it was asked.
    """

    def find(self, topic: str, title: str) -> Issue | None:
        """The newest issue with that topic, open before closed, or None. `title` may narrow the search."""

    def create(self, topic: str, title: str, body: str) -> None:
        """Open a new issue."""

    def update(self, issue: Issue, topic: str, title: str, body: str) -> None:
        """Give an issue that text, and open it if it was closed."""

    def close(self, issue: Issue) -> None:
        """Close an issue; its text stays."""

    def find_comment(self, change: int, topic: str) -> Comment | None:
        """The oldest comment with that topic on the change of that number, or None.

        The oldest: a copy that somebody else made of the mark comes later.
        """

    def add_comment(self, change: int, topic: str, body: str) -> None:
        """Leave a new comment."""

    def edit_comment(self, change: int, comment: Comment, topic: str, body: str) -> None:
        """Give a comment that text."""
