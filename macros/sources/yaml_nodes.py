"""YAML text to plain values with line and column. The one door to YAML.

Every scalar is read as text: YAML 1.1 would turn `2017:30` into a number and raise on 30 February without saying
where. The models convert. Duplicate keys, aliases and tags are problems, never silent choices.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

import yaml

from macros.model.sourced import Key

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is some ten times faster; both give marks
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge")
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Fault(Enum):
    """What kind of mistake stands in the YAML."""

    SYNTAX = "syntax"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Problem:
    """A mistake in the YAML itself, with Swedish message and cure."""

    fault: Fault
    line: int
    column: int
    message: str
    cure: str


@dataclass
class YamlText:
    """The parsed text: `data` of dicts, lists, text and None; `lines` maps key paths to (line, column) from 1."""

    data: Any = None
    lines: dict[Key, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse_yaml(text: str, first_line: int = 1) -> YamlText:
    """Parse one YAML document. `first_line` is the line in the file where `text` begins."""
    result = YamlText()
    try:
        if (node := yaml.compose(text, Loader=_LOADER)) is not None:
            _Reader(result, first_line).read(node, ())
    except yaml.MarkedYAMLError as error:
        result.problems.append(_syntax_problem(error, text, first_line))
    except yaml.YAMLError:
        message = "Filen innehåller tecken som inte får stå i YAML."
        result.problems.append(Problem(Fault.SYNTAX, first_line, 1, message, "Ta bort styrtecken."))
    except RecursionError:
        message = "Filen har listor i listor på fler nivåer än det går att läsa."
        result.problems.append(Problem(Fault.SYNTAX, first_line, 1, message, "Ta bort nivåer."))
    return result


@dataclass(frozen=True)
class Entry:
    """Where `key: value` stands, lines and columns from 0. `end` is None unless the value is text on one line."""

    line: int
    key_column: int
    start: int
    end: int | None


def block_entries(text: str) -> dict[Key, Entry]:
    """Every entry of the block mappings in a text that parses; what stands inside `{…}` or `[…]` is left out."""
    found: dict[Key, Entry] = {}
    if (node := yaml.compose(text, Loader=_LOADER)) is not None:
        _find_entries(node, (), found)
    return found


def _find_entries(node: yaml.Node, key: Key, found: dict[Key, Entry]) -> None:
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        for index, child in enumerate(node.value):
            _find_entries(child, (*key, index), found)
    elif isinstance(node, yaml.MappingNode) and not node.flow_style:
        for name, value in node.value:
            one_line = isinstance(value, yaml.ScalarNode) and value.start_mark.line == value.end_mark.line
            inline = one_line and value.start_mark.line == name.start_mark.line and value.value != ""
            end = value.end_mark.column if inline else None
            own = (*key, name.value)
            found[own] = Entry(name.start_mark.line, name.start_mark.column, value.start_mark.column, end)
            _find_entries(value, own, found)


class _Reader:
    """Walks the nodes once, filling in data, lines and problems."""

    def __init__(self, result: YamlText, first_line: int) -> None:
        self._result = result
        self._offset = first_line
        self._seen: set[int] = set()
        result.lines[()] = (first_line, 1)

    def read(self, root: yaml.Node, key: Key) -> None:
        self._result.data = self._value(root, key)

    def _at(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self._offset, node.start_mark.column + 1

    def _problem(self, node: yaml.Node, message: str, cure: str, fault: Fault = Fault.SYNTAX) -> None:
        self._result.problems.append(Problem(fault, *self._at(node), message, cure))

    def _value(self, node: yaml.Node, key: Key) -> Any:
        if node.tag not in _PLAIN_TAGS:
            self._problem(node, f"Taggen ”{node.tag}” används inte i handboken.", "Sätt citattecken runt värdet.")
            return None
        if id(node) in self._seen:
            self._problem(
                node, "Ankare (&) och alias (*) används inte i handboken.", "Skriv ut värdet där det ska stå."
            )
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return list(self._items(node, key))
        return self._mapping(node, key)

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        text: str = node.value
        plain = not node.style  # the C loader says "", the Python loader None
        if plain and text in _NULLS:
            return None
        if plain and node.tag == _TIMESTAMP:
            self._check_day(node, text)
        return text

    def _check_day(self, node: yaml.ScalarNode, text: str) -> None:
        # MkDocs would publish the whole front matter as text if an unquoted day or time does not exist.
        try:
            date.fromisoformat(text)
        except ValueError:
            self._problem(node, f"”{text}” är ingen dag som finns.", "Skriv ÅÅÅÅ-MM-DD, utan klockslag.")

    def _items(self, node: yaml.SequenceNode, key: Key) -> Iterator[Any]:
        for index, child in enumerate(node.value):
            self._result.lines[(*key, index)] = self._at(child)
            yield self._value(child, (*key, index))

    def _mapping(self, node: yaml.Node, key: Key) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name_node, value_node in node.value:
            if not isinstance(name_node, yaml.ScalarNode):
                self._problem(name_node, "En nyckel måste vara ett ord.", "Skriv nyckel: värde.")
                continue
            name: str = name_node.value
            if name in values:
                first = self._result.lines[(*key, name)][0]
                self._problem(
                    name_node,
                    f"Nyckeln ”{name}” står två gånger, första gången på rad {first}.",
                    "Behåll den ena.",
                    Fault.DUPLICATE,
                )
                continue
            self._result.lines[(*key, name)] = self._at(name_node)
            values[name] = self._value(value_node, (*key, name))
        return values


_INDENTED_BY_TAB = "tab"
_UNCLOSED = r"quoted scalar|end of stream|flow (sequence|mapping)"
_SYNTAX_HINTS = (
    (_INDENTED_BY_TAB, "Raden innehåller ett tabbtecken.", "Byt tabbtecknet mot mellanslag."),
    (r"mapping values are not allowed", "Ett kolon står mitt i en text.", "Sätt citattecken runt hela texten."),
    (r"could not find expected ':'", "Raden saknar kolon efter nyckeln.", "Skriv nyckel: värde."),
    (
        _UNCLOSED,
        "Ett citattecken eller en parentes är inte avslutad.",
        "Avsluta den på samma rad.",
    ),
    (r"undefined alias", "En asterisk (*) betyder alias i YAML.", "Sätt citattecken runt texten."),
    (r"expected a single document", "Filen innehåller flera dokument.", "Ta bort raden --- inne i filen."),
    (
        r"cannot start any token|scanning an? (anchor|alias|directive|tag|block scalar)",
        "Raden börjar med ett tecken som har egen betydelse i YAML.",
        "Sätt citattecken runt texten.",
    ),
    (
        r"block|sequence entries|did not find expected",
        "Indragen stämmer inte.",
        "Rikta in raden med raderna i samma lista eller grupp.",
    ),
)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Problem:
    words = f"{error.problem} {error.context}"
    mark = error.problem_mark or error.context_mark
    if mark and re.match(r" *\t", "".join(text.split("\n")[mark.line : mark.line + 1])):
        words = _INDENTED_BY_TAB
    if error.context_mark and re.search(_UNCLOSED, words):
        mark = error.context_mark  # where it was opened, not where the file ended
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    for pattern, message, cure in _SYNTAX_HINTS:
        if re.search(pattern, words):
            return Problem(Fault.SYNTAX, line, column, message, cure)
    return Problem(Fault.SYNTAX, line, column, "Raden går inte att läsa som YAML.", "Jämför med en fil som fungerar.")
