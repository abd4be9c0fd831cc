"""Through the days from November 2026 to December 2029: where exactly a routine's review changes state.

The example handbook is walked as it is, and with receipts and waivers made for it. Nothing but the day changes.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.checks import load_and_check, run_checks
from macros.checks.reviews import check_review_dates
from macros.handbook import Handbook
from macros.model.question import Verdict
from macros.model.review import Receipt
from macros.reviewing.draft import make_answer
from macros.reviewing.receipt_text import receipt_text
from macros.standing import standing
from tests.conftest import copy_example, run_python

FIRST, LAST = date(2026, 11, 1), date(2029, 12, 31)
MONTHS = [date(2026 + number // 12, number % 12 + 1, 1) for number in range(10, 48)]
OTHER_TEXT = "0" * 64

Step = tuple[str, str, str, str]  # day, state, level of the finding, last day of a waiver

EXAMPLE_TABLE: dict[str, list[Step]] = {
    "RUT-AAA": [
        ("2026-11-01", "aktuell", "", ""),
        ("2027-03-02", "granskas snart", "notis", ""),  # 60 days before 1 May
        ("2027-04-01", "granskas snart", "varning", ""),  # 30 days before
        ("2027-05-02", "förfallen", "fel", ""),  # six months and a day after 1 November; risk class 1
    ],
    "RUT-BBB": [("2026-11-01", "förfallen", "varning", "")],  # reviewed in 1983; risk class 2
}

MADE_TABLE: dict[str, list[Step]] = {
    "RUT-AAA": [
        ("2026-11-01", "aktuell", "", ""),
        ("2027-03-02", "granskas snart", "notis", ""),
        ("2027-04-01", "granskas snart", "varning", ""),
        ("2027-04-28", "granskas snart", "varning", "2027-06-15"),  # a waiver before the day
        ("2027-05-02", "förfallen", "varning", "2027-06-15"),  # late, but it may wait
        ("2027-06-14", "förfallen", "varning", "2027-07-31"),  # extended once
        ("2027-08-01", "förfallen", "fel", ""),  # the day after the waiver
        ("2027-08-16", "aktuell", "", ""),  # reviewed
        ("2027-12-18", "granskas snart", "notis", ""),
        ("2028-01-17", "granskas snart", "varning", ""),
        ("2028-02-17", "förfallen", "fel", ""),
        ("2028-02-29", "aktuell", "", ""),  # reviewed on a leap day, six months to 29 August
        ("2028-06-30", "granskas snart", "notis", ""),
        ("2028-07-30", "granskas snart", "varning", ""),
        ("2028-08-30", "förfallen", "fel", ""),
        ("2028-09-04", "förfallen", "varning", "2028-10-31"),  # a new review, so a new waiver
        ("2028-10-31", "aktuell", "", ""),  # reviewed on the waiver's last day; April has no 31st
        ("2029-03-01", "granskas snart", "notis", ""),
        ("2029-03-31", "granskas snart", "varning", ""),
        ("2029-05-01", "förfallen", "fel", ""),  # the waiver of 90 days breaks the policy and lets nothing wait
    ],
    "RUT-BBB": [
        ("2026-11-01", "förfallen", "varning", ""),
        ("2027-01-15", "aktuell", "", ""),
        ("2027-11-16", "granskas snart", "notis", ""),
        ("2027-12-16", "granskas snart", "varning", ""),
        ("2028-01-16", "förfallen", "varning", ""),
    ],
    "RUT-CCC": [
        ("2026-11-01", "aldrig granskad", "fel", ""),
        ("2027-02-01", "ändrad efter granskning", "", ""),  # the receipt is about another text
        ("2027-06-02", "ändrad efter granskning", "notis", ""),
        ("2027-06-10", "aktuell", "", ""),  # the change is reviewed
        ("2027-10-11", "granskas snart", "notis", ""),
        ("2027-11-10", "granskas snart", "varning", ""),
        ("2027-12-11", "förfallen", "fel", ""),
    ],
}

RECEIPTS = [
    ("RUT-AAA", "2027-08-16"),
    ("RUT-AAA", "2028-02-29"),
    ("RUT-AAA", "2028-10-31"),
    ("RUT-BBB", "2027-01-15"),
    ("RUT-CCC", "2027-02-01"),
    ("RUT-CCC", "2027-06-10"),
]

WAIVERS = """anstånd:
  - rutin: RUT-AAA
    skäl: Läsaren är sjuk.
    beviljat_av: redaktion
    beviljat: 2027-04-28
    t_o_m: 2027-06-15
    förlängt:
      - skäl: Läsaren är sjuk än.
        beviljat_av: redaktion
        beviljat: 2027-06-14
        t_o_m: 2027-07-31
  - rutin: RUT-AAA
    skäl: En ny lag ska läsas först.
    beviljat_av: redaktion
    beviljat: 2028-09-04
    t_o_m: 2028-10-31
  - rutin: RUT-AAA
    skäl: Ingen hinner.
    beviljat_av: redaktion
    beviljat: 2029-05-02
    t_o_m: 2029-07-31
"""


def loaded(root: Path) -> Handbook:
    handbook, _ = load_and_check(root, LAST)
    assert handbook is not None
    return handbook


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The example with a third routine, and with the receipts and waivers above."""
    example = copy_example(tmp_path_factory.mktemp("vandring") / "handbok")
    text = (example / "docs/rutiner/rut-bbb.md").read_text(encoding="utf-8")
    text = text.replace("RUT-BBB", "RUT-CCC").replace("riskklass: 2", "riskklass: 1")
    (example / "docs/rutiner/rut-ccc.md").write_text(text, encoding="utf-8")
    handbook = loaded(example)
    for routine, day in RECEIPTS:
        read = OTHER_TEXT if (routine, day) == ("RUT-CCC", "2027-02-01") else handbook.fingerprint(routine)
        values = {
            "rutin": routine,
            "utgåva": "1.0" if routine == "RUT-AAA" else "0.1",
            "dag": day,
            "roll": "redaktion",
            "kontrollerat": [make_answer(name, Verdict.AGREES, f"Läst {day}.") for name in ("text", "lag")],
            "utfall": "oförändrad",
            "inte_verifierad_lag": handbook.unverified_law(routine, date.fromisoformat(day)),
            "fingeravtryck": read,
        }
        folder = example / "data/granskningar" / routine
        folder.mkdir(exist_ok=True)
        (folder / f"{day}.yml").write_text(receipt_text(Receipt.model_validate(values)), encoding="utf-8")
    (example / "data/anstand.yml").write_text(WAIVERS, encoding="utf-8")
    return loaded(example)


def found_on(handbook: Handbook, routine: str, day: date) -> tuple[str, str, str]:
    now = standing(handbook, routine, day)
    about = [finding for finding in check_review_dates(handbook, day) if routine in finding.message]
    assert len(about) <= 1
    waiver = now.waiver.last_day_known(day).isoformat() if now.waiver else ""
    return now.state.value, about[0].level.word if about else "", waiver


def changes(handbook: Handbook, routine: str) -> list[Step]:
    """The days on which what is found of the routine is another than the day before."""
    steps: list[Step] = []
    day = FIRST
    while day <= LAST:
        now = found_on(handbook, routine, day)
        if not steps or steps[-1][1:] != now:
            steps.append((day.isoformat(), *now))
        day += timedelta(days=1)
    return steps


@pytest.mark.parametrize("routine", EXAMPLE_TABLE)
def test_example_changes_state_on_the_days_of_the_table_and_no_others(example: Path, routine: str) -> None:
    assert changes(loaded(example), routine) == EXAMPLE_TABLE[routine]


@pytest.mark.parametrize("routine", MADE_TABLE)
def test_made_handbook_changes_state_on_the_days_of_the_table_and_no_others(made: Handbook, routine: str) -> None:
    assert changes(made, routine) == MADE_TABLE[routine]


def of_month(steps: list[Step], month: date) -> Step:
    return [step for step in steps if step[0] <= month.isoformat()][-1]


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: f"{month:%Y-%m}")
def test_month_by_month_the_check_says_what_the_table_says(made: Handbook, month: date) -> None:
    findings = run_checks(made, month)
    levels = {"GRA201": "", "GRA202": "", "GRA203": ""}
    for routine, steps in MADE_TABLE.items():
        _, _, level, _ = of_month(steps, month)
        told = [f for f in findings if f.code in levels and routine in f.message]
        assert [finding.level.word for finding in told] == ([level] if level else []), routine


def test_day_on_the_command_line_walks_the_same_way(example: Path) -> None:
    blocked = {}
    for month in ("2027-04-01", "2027-05-01", "2027-05-02", "2029-12-01"):
        done = run_python("-m", "macros", "kontrollera", "--datum", month, cwd=example)
        blocked[month] = (done.returncode, "GRA203 fel" in done.stdout)
    assert blocked == {
        "2027-04-01": (0, False),
        "2027-05-01": (0, False),
        "2027-05-02": (1, True),
        "2029-12-01": (1, True),
    }


EXPIRED = [("2027-08-01", "2027-08-15"), ("2029-08-01", "2029-12-31")]


def test_expired_waiver_is_told_of_until_the_routine_is_reviewed(made: Handbook) -> None:
    for first, last in EXPIRED:
        for day, is_told in (
            (date.fromisoformat(first) - timedelta(days=1), False),
            (date.fromisoformat(first), True),
            (date.fromisoformat(last), True),
        ):
            codes = [finding.code for finding in run_checks(made, day)]
            assert ("GRA305" in codes) is is_told, day
    assert "GRA305" not in [finding.code for finding in run_checks(made, date(2027, 8, 16))]
