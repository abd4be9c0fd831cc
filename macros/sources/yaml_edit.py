"""Sets single values in a YAML text and leaves every other byte as it is: comments, order, quotes, line ends."""

import copy
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from macros.model.sourced import Key
from macros.sources.yaml_nodes import Entry, block_entries, parse_yaml

# Line ends as YAML counts them, kept with the line.
_LINES = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+")
_END = re.compile(r"[\r\n\x85\u2028\u2029]*$")
_HEX = re.compile(r"[0-9a-f]{16}")
_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö][\w.\-]*(:[\w.\-]+)?( [\w.\-]+(:[\w.\-]+)?)*|\d{4}-\d{2}-\d{2}")


class UneditableError(Exception):
    """The text is written in a way that cannot be edited value by value. `line` (from 1) is where."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def set_values(text: str, edits: Mapping[Key, Mapping[str, str]], after: tuple[str, ...]) -> str:
    """The text with the values set in the mappings at the given key paths.

    A key that is there gets its new value; a new one gets a line of its own, after the last of the keys `after` that
    the mapping has. Raises UneditableError, also when the result would not read back as the old with those values.
    """
    if problems := parse_yaml(_normal(text)).problems:
        raise UneditableError(problems[0].line)
    lines = _LINES.findall(text)
    entries = {_normal_key(key): entry for key, entry in block_entries(text).items()}
    changes: list[tuple[int, int, int | None, str]] = []
    for path, values in edits.items():
        anchor = _anchor(entries, path, after)
        for name, value in values.items():
            entry = entries.get((*path, name))
            if entry is None:
                changes.append((anchor.line, -1, None, f"{' ' * anchor.key_column}{name}: {_scalar(value)}"))
            elif entry.end is None:
                raise UneditableError(entry.line + 1)
            else:
                changes.append((entry.line, entry.start, entry.end, _scalar(value)))
    return _verified(text, _applied(lines, changes), edits)


def _anchor(entries: Mapping[Key, Entry], path: Key, after: tuple[str, ...]) -> Entry:
    """The entry after which new lines go."""
    there = [entry for name in after if (entry := entries.get((*path, name))) is not None]
    if not there:
        raise UneditableError(min((e.line for key, e in entries.items() if key[: len(path)] == path), default=0) + 1)
    last = max(there, key=lambda entry: entry.line)
    if last.end is None:
        raise UneditableError(last.line + 1)
    return last


def _applied(lines: list[str], changes: list[tuple[int, int, int | None, str]]) -> str:
    """The lines with the changes made from the bottom up, so that none moves another; new lines keep their order."""
    inserted: dict[int, list[str]] = {}
    for line, start, end, value in changes:
        if end is None:
            inserted.setdefault(line, []).append(value)
        else:
            lines[line] = f"{lines[line][:start]}{value}{lines[line][end:]}"
    newline = next((found for line in lines if (found := _line_end(line))), "\n")
    for line in sorted(inserted, reverse=True):
        own = _line_end(lines[line]) or newline
        if not _line_end(lines[line]):
            lines[line] += newline
        lines[line + 1 : line + 1] = [f"{value}{own}" for value in inserted[line]]
    return "".join(lines)


def _line_end(line: str) -> str:
    found = _END.search(line)
    return found[0] if found else ""


def _scalar(value: str) -> str:
    """The value as YAML: bare when every YAML reader takes it for text or a day, else within quotes."""
    if _PLAIN.fullmatch(value) and not _HEX.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _verified(old: str, new: str, edits: Mapping[Key, Mapping[str, str]]) -> str:
    """The new text, once it has been read back and says the old with the edits and nothing else."""
    expected = copy.deepcopy(parse_yaml(_normal(old)).data)
    for path, values in edits.items():
        place: Any = expected
        for part in path:
            place = place[part]
        place.update(values)
    read = parse_yaml(_normal(new))
    if read.problems or read.data != expected:
        raise UneditableError(1)
    return new


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.lstrip("\ufeff"))


def _normal_key(key: Key) -> Key:
    return tuple(_normal(part) if isinstance(part, str) else part for part in key)
