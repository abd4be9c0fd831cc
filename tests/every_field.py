"""Puts a text into every string of the example handbook that the checks let it stand in."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from macros.checks import load_and_check

Payload = Callable[[str, int], str]  # the field's own value and its number → the value to try


@dataclass(frozen=True)
class Field:
    """One string: its file, which of the file's strings it is, and a number of its own."""

    path: Path
    index: int
    number: int


class HostileHandbook:
    """A copy of the example with a payload in every field that is not refused."""

    def __init__(self, root: Path, payload: Payload, day: date) -> None:
        self.root, self.payload, self.day = root, payload, day
        self.originals = {path: path.read_text("utf-8") for path in _files(root)}
        places = [(path, index) for path, text in self.originals.items() for index in range(len(_strings(text)))]
        self.fields = [Field(path, index, number) for number, (path, index) in enumerate(places)]
        self.accepted = self._settle()

    def _settle(self) -> list[Field]:
        """Take back what the checks refuse, until they have nothing against the rest."""
        active = self.fields
        while active:
            self._write(active)
            blocking = {
                (finding.place.path, finding.place.line)
                for finding in load_and_check(self.root, self.day)[1]
                if finding.blocks
            }
            if not blocking:
                return active
            refused = self._at(active, blocking)
            assert refused, f"Inget fält förklarar {sorted(blocking)[:5]}"
            active = [field for field in active if field not in refused]
        raise AssertionError("Alla fält vägrades.")

    def _at(self, active: Sequence[Field], places: set[tuple[str, int]]) -> set[Field]:
        """The fields on those lines; where a line has none, all fields of its file."""
        found: set[Field] = set()
        for name in {name for name, _ in places}:
            path = self.root / name
            nodes = _strings(path.read_text("utf-8")) if path in self.originals else []
            own = [field for field in active if field.path == path]
            lines = {line for other, line in places if other == name}
            on_line = {field for field in own if lines & _lines(nodes[field.index])}
            found |= on_line or set(own)
        return found

    def _write(self, active: Sequence[Field]) -> None:
        for path, text in self.originals.items():
            changed, nodes = text, _strings(text)
            for field in sorted((field for field in active if field.path == path), key=lambda field: -field.index):
                node = nodes[field.index]
                value = json.dumps(self.payload(node.value, field.number), ensure_ascii=False)
                end = "\n" if node.style in {"|", ">"} else ""
                changed = changed[: node.start_mark.index] + value + end + changed[node.end_mark.index :]
            path.write_text(changed, "utf-8", newline="\n")

    def name(self, number: int) -> str:
        field = self.fields[number]
        node = _strings(self.originals[field.path])[field.index]
        return f"{field.path.relative_to(self.root)}:{node.start_mark.line + 1}"


def _files(root: Path) -> list[Path]:
    return sorted((*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md")))


def _strings(text: str) -> list[yaml.ScalarNode]:
    """The strings of a YAML file, or of a page's front matter, in order, with marks counted from the text's start."""
    source = text.partition("\n---\n")[0] if text.startswith("---\n") else text
    document = yaml.compose(source, Loader=yaml.SafeLoader)
    return list(_scalars(document)) if document else []


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value)
    elif isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str":
        yield node


def _lines(node: yaml.ScalarNode) -> set[int]:
    return set(range(node.start_mark.line + 1, node.end_mark.line + 2))
