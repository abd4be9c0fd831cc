"""`handbok lista granskningar` and `handbok föreslå-granskningar`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import edit

Run = Callable[..., subprocess.CompletedProcess[str]]
WAIVER = """anstånd:
  - rutin: RUT-AAA
    skäl: Läsaren är sjuk.
    beviljat_av: redaktion
    beviljat: 2027-05-01
    t_o_m: 2027-06-15
"""


def test_reviews_are_listed_by_due_day_with_role_and_state(handbok: Run) -> None:
    lines = handbok("lista", "granskningar").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["granskas", "senast"],
        ["1984-01-18", "RUT-BBB"],
        ["2027-05-01", "RUT-AAA"],
    ]
    assert lines[1].split()[-3:] == ["2", "chef", "förfallen"]
    assert lines[2].split()[-3:] == ["1", "chef", "aktuell"]


@pytest.mark.parametrize(
    ("arguments", "routines"),
    [
        (["--till", "2027-04-30"], ["RUT-BBB"]),
        (["--till", "2027-05-01"], ["RUT-BBB", "RUT-AAA"]),
        (["--roll", "handlaggare"], []),
        (["--roll", "chef", "--till", "1984-01-17"], []),
    ],
)
def test_reviews_are_listed_for_a_role_and_up_to_a_day(handbok: Run, arguments: list[str], routines: list[str]) -> None:
    done = handbok("lista", "granskningar", *arguments)
    assert [line.split()[1] for line in done.stdout.splitlines()[1:]] == routines


def test_a_waiver_is_told_of_in_the_list(handbok: Run, example: Path) -> None:
    (example / "data/anstand.yml").write_text(WAIVER, encoding="utf-8")
    late = handbok("lista", "granskningar", "--datum", "2027-05-02").stdout
    assert "förfallen, anstånd till 2027-06-15" in late
    assert "anstånd" not in handbok("lista", "granskningar", "--datum", "2027-06-16").stdout


def test_a_routine_never_reviewed_stands_first(handbok: Run, example: Path) -> None:
    (example / "data/granskningar/RUT-AAA/2026-11-01.yml").unlink()
    assert handbok("lista", "granskningar").stdout.splitlines()[1].startswith("genast           RUT-AAA")
    assert "aldrig granskad" in handbok("föreslå-granskningar").stdout


@pytest.mark.parametrize("name", ["föreslå-granskningar", "foresla-granskningar"])
def test_the_plan_is_told_with_or_without_the_dots(handbok: Run, name: str) -> None:
    done = handbok(name)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split()[:2] for line in lines[1:3]] == [["2026-11-23", "RUT-BBB"], ["2027-04-12", "RUT-AAA"]]
    assert lines[1].endswith("redan för sent")
    assert lines[-1] == "2 granskningar, 1 ryms inte i tid."


def test_no_room_before_the_due_day_is_said(handbok: Run) -> None:
    assert "ingen ledig vecka före granskningsdagen" in handbok("föreslå-granskningar", "--datum", "2027-05-01").stdout


def test_withdrawn_routines_are_not_planned(handbok: Run, example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "beslutsläge: fastställd", "beslutsläge: upphävd")
    assert "RUT-AAA" not in handbok("föreslå-granskningar").stdout
    assert "RUT-AAA" not in handbok("lista", "granskningar").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lista", "granskningar", "--roll", "cheff"], "Rollen ”cheff” finns inte. Menade du ”chef”?"),
        (["föreslå-granskningar", "--roll", "cheff"], "Menade du ”chef”?"),
        (["lista", "granskningar", "--till", "i juni"], "”i juni” är ingen dag."),
        (["lista", "rutiner", "--roll", "chef"], "hör till handbok lista granskningar"),
    ],
)
def test_misuse_is_said_in_swedish(handbok: Run, arguments: list[str], words: str) -> None:
    done = handbok(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
