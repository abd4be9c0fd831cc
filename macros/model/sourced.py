"""A value together with where in which file it was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.model.finding import Place

T = TypeVar("T")

Key = tuple[str | int, ...]


@dataclass(frozen=True)
class Sourced(Generic[T]):
    """A model read from a file. `lines` maps a path of keys in the file to (line, column) of its value."""

    value: T
    path: str
    lines: Mapping[Key, tuple[int, int]]

    def place(self, *key: str | int) -> Place:
        """The place of the value at `key`, or of its nearest ancestor that stands in the file."""
        for length in range(len(key), -1, -1):
            if (position := self.lines.get(key[:length])) is not None:
                return Place(self.path, *position)
        return Place(self.path)
