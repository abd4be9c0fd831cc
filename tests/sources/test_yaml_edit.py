import pytest

from macros.sources.yaml_edit import UneditableError, set_values
from macros.sources.yaml_nodes import parse_yaml

TEXT = """# Överst.
id: exl   # lagens id
bestämmelser:
  # Första paragrafen.
  - id: exl-1
    lydelser:
      - fr_o_m: 2020-01-01
        sammanfattning: 'Åäö: ”citat”.'   # egna ord
        säkerhet: säker
        kontrollerad: "2026-01-01"  # av juristen

        fråga: >-
          Vad
          gäller?
      - säkerhet: osäker   # inte läst
  - id: exl-2
    lydelser: [{säkerhet: säker}]
"""
FIRST = ("bestämmelser", 0, "lydelser", 0)
SECOND = ("bestämmelser", 0, "lydelser", 1)
AFTER = ("säkerhet", "kontrollerad")


def test_value_is_replaced_and_new_ones_follow_in_order() -> None:
    edits = {FIRST: {"kontrollerad": "2026-11-22", "läst_lydelse": "SFS 2025:7", "märke": "0123456789012345"}}
    old = '        kontrollerad: "2026-01-01"  # av juristen\n'
    new = (
        "        kontrollerad: 2026-11-22  # av juristen\n"
        "        läst_lydelse: SFS 2025:7\n"
        '        märke: "0123456789012345"\n'
    )
    assert set_values(TEXT, edits, AFTER) == TEXT.replace(old, new)


def test_everything_else_keeps_every_byte() -> None:
    done = set_values(TEXT, {SECOND: {"märke": "ny"}, FIRST: {"märke": "ny"}}, AFTER)
    assert [line for line in done.splitlines() if "märke" not in line] == TEXT.splitlines()
    assert parse_yaml(done).data["bestämmelser"][0]["lydelser"][1] == {"säkerhet": "osäker", "märke": "ny"}


def test_twice_is_the_same_as_once() -> None:
    edits = {SECOND: {"märke": "ny"}}
    assert set_values(set_values(TEXT, edits, AFTER), edits, AFTER) == set_values(TEXT, edits, AFTER)


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_line_ends_are_kept(line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    done = set_values(text, {SECOND: {"märke": "ny"}}, AFTER)
    assert done.count(line_end) == text.count(line_end) + 1
    assert done.count("\n") == done.count(line_end)


def test_byte_order_mark_and_decomposed_letters_are_kept() -> None:
    text = "\ufeff" + TEXT.replace("ä", "a\u0308")
    done = set_values(text, {SECOND: {"märke": "ny"}}, AFTER)
    assert [line for line in done.splitlines() if "märke" not in line] == text.splitlines()


def test_last_line_without_line_end() -> None:
    text = "lydelser:\n  - säkerhet: säker"
    assert set_values(text, {("lydelser", 0): {"märke": "ny"}}, AFTER) == f"{text}\n    märke: ny\n"


@pytest.mark.parametrize(
    "value", ["a: b", "# nej", "- nej", "12e4567890123456", "ett ”två”", 'a"b\\c', "2017:30", "nej "]
)
def test_value_that_yaml_would_misread_is_quoted(value: str) -> None:
    done = set_values(TEXT, {SECOND: {"märke": value}}, AFTER)
    assert parse_yaml(done).data["bestämmelser"][0]["lydelser"][1]["märke"] == value


@pytest.mark.parametrize(
    ("edits", "line"),
    [
        ({("bestämmelser", 1, "lydelser", 0): {"märke": "ny"}}, 1),  # within braces there is no line of its own
        ({FIRST: {"fråga": "ny"}}, 12),  # a value over several lines
        ({("bestämmelser", 0): {"märke": "ny"}}, 5),  # nothing to put it after
    ],
)
def test_what_cannot_be_edited_by_line_is_refused(
    edits: dict[tuple[str | int, ...], dict[str, str]], line: int
) -> None:
    with pytest.raises(UneditableError) as caught:
        set_values(TEXT, edits, AFTER)
    assert caught.value.line == line


def test_broken_text_is_refused() -> None:
    with pytest.raises(UneditableError):
        set_values("a: [", {(): {"b": "c"}}, ("a",))
