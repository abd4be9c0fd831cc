"""status.json: true to its schema, with every field explained, and without people."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from macros.model.finding import Finding, Level, Place
from macros.model.status import SiteStatus, fields_of
from macros.render.status_json import status_fields, status_text
from tests.conftest import ROOT
from tests.render.small import TODAY, small_handbook

FINDINGS = [Finding("GRA203", level, Place("prov.yml"), "Sen.", "Granska.") for level in (Level.VARNING, Level.NOTIS)]
# Words about a value that put no condition on it.
UNCONDITIONAL = {"title", "description", "$schema", "$defs"}
TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}


def document(**changes: Any) -> Any:
    return json.loads(status_text(small_handbook(**changes), FINDINGS, TODAY))


def schema() -> Any:
    return json.loads((ROOT / "schema/status.json").read_text(encoding="utf-8"))


def faults(value: Any, rules: Any, whole: Any) -> list[str]:
    """What in the value breaks the JSON Schema. Knows the words that our schema uses, and refuses all others."""
    found: list[str] = []
    for word, rule in rules.items():
        if word in UNCONDITIONAL:
            continue
        if word == "$ref":
            found += faults(value, whole["$defs"][rule.rpartition("/")[2]], whole)
        elif word == "anyOf":
            found += [] if any(not faults(value, one, whole) for one in rule) else [f"{value!r} passar inget"]
        elif word == "properties":
            found += [f for key, inner in rule.items() if key in value for f in faults(value[key], inner, whole)]
        elif word == "items":
            found += [f for one in value for f in faults(one, rule, whole)]
        elif not HOLDS[word](rule, value, rules):
            found.append(f"{value!r} bryter mot {word} {rule!r}")
    return found


def is_day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


HOLDS: dict[str, Callable[[Any, Any, Any], bool]] = {
    "type": lambda rule, value, _: isinstance(value, TYPES[rule]) and not isinstance(value, bool),
    "enum": lambda rule, value, _: value in rule,
    "const": lambda rule, value, _: value == rule,
    "minimum": lambda rule, value, _: value >= rule,
    "minLength": lambda rule, value, _: len(value) >= rule,
    "pattern": lambda rule, value, _: re.search(rule, value) is not None,
    "format": lambda rule, value, _: rule == "date" and is_day(value),
    "required": lambda rule, value, _: set(rule) <= set(value),
    "additionalProperties": lambda rule, value, rules: rule is False and set(value) <= set(rules["properties"]),
}


def test_the_file_keeps_to_its_schema() -> None:
    assert faults(document(), schema(), schema()) == []
    assert faults(document(receipts=()), schema(), schema()) == []


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("byggd",), "22 november"),
        (("schema_version",), 2),
        (("fynd", "fel"), -1),
        (("rutiner", 0, "tillstånd"), "bra"),
        (("rutiner", 0, "ansvarig"), "Anna Andersson"),
        (("rutiner", 0, "granskas_senast"), "snart"),
        (("granskare",), "chef"),
    ],
)
def test_the_schema_lets_nothing_else_through(way: tuple[str | int, ...], value: Any) -> None:
    spoiled = deepcopy(document())
    inner = spoiled
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = value
    try:
        found = faults(spoiled, schema(), schema())
    except ValueError:
        found = ["ingen dag"]
    assert found


def test_it_says_when_it_is_too_old_and_what_was_found() -> None:
    found = document()
    assert (found["byggd"], found["nästa_kontroll_senast"]) == ("2026-11-22", "2026-11-29")
    assert found["fynd"] == {"fel": 0, "varning": 1, "notis": 1}
    assert found["granskningar"] == {"antal": 1, "ledde_till_ändring": 1, "utan_anmärkning": 1}


def test_a_routine_has_its_state_on_the_day_of_the_build() -> None:
    (routine,) = document()["rutiner"]
    assert routine["id"] == "RUT-ANV"
    assert (routine["granskad"], routine["granskas_senast"]) == ("2026-11-22", "2027-05-22")
    assert (routine["tillstånd"], routine["lag"]) == ("aktuell", {"bestämmelser": 3, "kontrollerade": 1})
    (never,) = document(receipts=())["rutiner"]
    assert (never["granskad"], never["granskas_senast"], never["tillstånd"]) == (None, None, "aldrig granskad")


def leaves(value: Any, path: str = "") -> set[str]:
    if isinstance(value, dict):
        inside = (leaves(inner, f"{path}.{key}".lstrip(".")) for key, inner in value.items())
        return {path, *set().union(*inside)} - {""}
    if isinstance(value, list):
        return {path}.union(*(leaves(inner, f"{path}[]") - {f"{path}[]"} for inner in value))
    return {path}


def test_every_field_is_explained_in_words_of_its_own() -> None:
    fields = list(fields_of(SiteStatus))
    assert {field.path for field in fields} == leaves(document())
    assert all(field.meaning.endswith(".") for field in fields)
    assert len({field.meaning for field in fields}) == len(fields)
    assert all(f"<code>{field.path}</code>" in status_fields() for field in fields)
