"""The register and the command line as of any day: what is in force, has ceased or is coming, and how certain it is."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.listing import list_provisions
from macros.model.finding import Finding
from tests.conftest import ROOT, copy_real, run_python
from tests.lagrum.test_register import real_handbook

DAYS = ("2025-06-30", "2025-07-01", "2025-11-30", "2025-12-01", "2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01",
        "2026-12-31", "2027-01-01", "2027-07-01")  # fmt: skip
G, K, U, F = "gäller", "gäller inte än", "har upphört", "bara föreslagen"
S, T, O = "säker", "trolig", "osäker"  # noqa: E741  one letter per word, so that the table can be read

# Rule → state and certainty on each of DAYS. Certainty is that of the wording in force, else the next, else the last.
EXPECTED = {
    "sol2001-4-4": [(G, T)] + [(U, T)] * 10,
    "sol2001-4-1": [(G, S)] + [(U, S)] * 10,
    "sol2001-11-5": [(G, O)] + [(U, O)] * 10,
    "sol2001-16-6b": [(G, S)] + [(U, S)] * 10,
    "sol-12-1": [(K, S)] + [(G, S)] * 8 + [(G, O)] * 2,
    "sol-12-3": [(K, S)] + [(G, S)] * 6 + [(G, T)] * 4,
    "sol-12-4": [(K, S)] + [(G, S)] * 6 + [(G, O)] * 4,
    "sol-12-5": [(K, S)] + [(G, S)] * 6 + [(G, O)] * 4,
    "sol-12-6": [(K, S)] + [(G, S)] * 6 + [(G, T)] * 4,
    "sol-12-4a": [(K, T)] * 7 + [(G, T)] * 4,
    "sol-12-6a": [(K, T)] * 7 + [(G, T)] * 4,
    "sol-12-7": [(K, S)] + [(G, S)] * 8 + [(G, O)] * 2,
    "sol-12-7a": [(K, S)] * 2 + [(G, S)] * 9,
    "sol-10-8": [(K, S)] + [(G, S)] * 8 + [(G, O)] * 2,
    "sol-14-2": [(K, S)] + [(G, S)] * 10,
    "sol-34-7": [(K, S)] + [(G, S)] * 10,
    "sol-35-1": [(K, S)] + [(G, S)] * 6 + [(G, T)] * 4,
    "sol-overgang-5a": [(K, S)] + [(G, S)] * 10,
    "sol-overgang-6": [(K, S)] + [(G, S)] * 10,
    "sol-overgang-2025-1299-3": [(K, S)] * 5 + [(G, S)] * 6,
    "sol-sanktionsavgift": [(K, T)] * 10 + [(G, T)],
    "sol-rapport-aktivitetskrav": [(K, O)] * 9 + [(G, O)] * 2,
    "sol-lakarintyg": [(K, T)] * 7 + [(G, T)] * 4,
    "osl-10-15a": [(K, T)] * 3 + [(G, T)] * 8,
    "osl-10-28": [(G, S)] * 11,
    "kl-6-6": [(G, T)] * 2 + [(G, S)] * 9,
    "fl-33": [(G, O)] * 2 + [(G, S)] * 9,
    "fl-25": [(G, S)] * 11,
    "sof2001-hela": [(G, T)] + [(U, T)] * 10,
    "sof-hela": [(K, S)] + [(G, S)] * 10,
    "sosfs-2013-1-hela": [(G, S)] * 7 + [(G, O)] * 4,
    "socialdata-register": [(F, O)] * 11,
    "alnl-1": [(G, O)] * 11,
}


@pytest.mark.parametrize("rule_id", EXPECTED)
def test_rule_has_the_expected_state_and_certainty(rule_id: str) -> None:
    rule = real_handbook().rules[rule_id][1]
    days = [date.fromisoformat(day) for day in DAYS]
    found = [(rule.state_on(day).value, rule.nearest_wording(day).certainty_on(day).value) for day in days]
    assert dict(zip(DAYS, found, strict=True)) == dict(zip(DAYS, EXPECTED[rule_id], strict=True))


@pytest.mark.parametrize("day", DAYS)
def test_list_shows_the_state_on_the_day(day: str) -> None:
    header, rows = list_provisions(real_handbook(), date.fromisoformat(day))
    state, certainty = header.index("läge"), header.index("säkerhet")
    found = {row[0]: (row[state], row[certainty]) for row in rows}
    assert {rule_id: found[rule_id] for rule_id in EXPECTED} == {
        rule_id: states[DAYS.index(day)] for rule_id, states in EXPECTED.items()
    }


@cache
def findings_on(day: str) -> list[Finding]:
    return load_and_check(ROOT, date.fromisoformat(day))[1]


def complaints(day: str, name: str) -> set[str]:
    """Codes of what is found about citations of a provision, wherever it is cited."""
    return {f.code for f in findings_on(day) if f.code.startswith("LAG20") and f.message.startswith(f"{name} ")}


@pytest.mark.parametrize(
    ("day", "name", "codes"),
    [
        ("2025-06-30", "12 kap. 4 § SoL", {"LAG203"}),
        ("2025-07-01", "12 kap. 4 § SoL", set()),
        ("2026-06-30", "12 kap. 4 § SoL", set()),
        ("2026-07-01", "12 kap. 4 § SoL", {"LAG204"}),
        ("2025-11-30", "10 kap. 15 a § OSL", {"LAG203"}),
        ("2025-12-01", "10 kap. 15 a § OSL", {"LAG205"}),
        ("2026-06-30", "12 kap. 4 a § SoL", {"LAG203"}),
        ("2026-07-01", "12 kap. 4 a § SoL", {"LAG205"}),
        ("2026-06-30", "35 kap. 1 § SoL", set()),
        ("2026-07-01", "35 kap. 1 § SoL", {"LAG205"}),
        ("2026-12-31", "12 kap. 1 § SoL", {"LAG204"}),  # cited on purpose with the day 2027-01-01
        ("2025-07-01", "6 kap. 6 § KL", {"LAG205"}),
        ("2025-09-01", "6 kap. 6 § KL", set()),
        ("2025-08-31", "33 § FL", {"LAG204"}),
        ("2025-09-01", "33 § FL", set()),
    ],
)
def test_check_answers_for_the_day(day: str, name: str, codes: set[str]) -> None:
    assert complaints(day, name) == codes


@pytest.mark.parametrize("day", ["1900-01-01", "1944-06-30", "2001-12-31", "2026-02-28", "2099-12-31"])
def test_any_day_can_be_asked_for(day: str) -> None:
    assert {f.code for f in findings_on(day) if f.place.path.startswith("data/lagar/")} <= {"LAG305"}
    assert len(list_provisions(real_handbook(), date.fromisoformat(day))[1]) == len(real_handbook().rules)


def test_nothing_is_in_force_before_its_statute() -> None:
    day = date(1943, 12, 31)
    assert {row[0] for row in list_provisions(real_handbook(), day)[1] if row[2] == G} == set()


def test_earlier_day_gives_one_finding_per_statute_about_later_checks() -> None:
    found = [f for f in findings_on("2025-06-30") if f.code == "LAG305"]
    assert found
    assert len({f.place.path for f in found}) == len(found)


@pytest.mark.parametrize("command", [["kontrollera"], ["lista", "lagrum"]])
def test_commands_take_the_day(command: list[str], tmp_path: Path) -> None:
    real = copy_real(tmp_path / "handbok")
    before, after = (
        run_python("-m", "macros", *command, "--datum", day, cwd=real).stdout for day in ("2025-06-30", "2025-07-01")
    )
    assert before != after
    assert "Traceback" not in before + after
