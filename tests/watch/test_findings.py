from datetime import date
from pathlib import Path

import pytest

from macros.citing import Citing, CitingKind
from macros.model.finding import Level, Place
from macros.watch.findings import outcome_finding
from macros.watch.outcome import ActReport, Outcome, Status
from macros.watch.report import act_markdown
from tests.conftest import ROOT
from tests.test_mistakes import assert_readable, watch_codes


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.CHANGED, "BEV201"),
        (Status.CEASED, "BEV202"),
        (Status.RENUMBERED, "BEV203"),
        (Status.MISSING, "BEV204"),
        (Status.UNREADABLE, "BEV205"),
        (Status.COMING, "BEV206"),
        (Status.NEW, "BEV207"),
        (Status.RULE, "BEV208"),
        (Status.FIRST, "BEV209"),
    ],
)
def test_every_outcome_to_act_on_is_a_finding_with_a_cure(status: Status, code: str) -> None:
    found = outcome_finding(Outcome(status, "4 § ExL", Place("data/lagar/exl.yml", 7), detail="Något har hänt."))
    assert (found.code, found.level, found.place.line) == (code, Level.VARNING, 7)
    assert found.message.startswith("4 § ExL ")
    assert found.message.endswith("Något har hänt.")
    assert_readable([found])


def test_unchanged_is_no_finding() -> None:
    assert [status for status in Status if not status.calls_for_action] == [Status.UNCHANGED]


def test_every_code_of_the_watch_has_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(ROOT / "tests/watch").glob("test_*.py"))
    assert {code for code in watch_codes() if code not in tests} == set()


def test_issue_never_outgrows_what_a_platform_takes() -> None:
    concerns = tuple(Citing(CitingKind.ITEM, f"CL-AAA-{n}", "En punkt " * 9, Place("data/x.yml", n)) for n in range(40))
    outcomes = tuple(
        Outcome(Status.CHANGED, f"{n} § ExL", Place("data/lagar/exl.yml", n), f"exl-{n}", concerns=concerns)
        for n in range(1, 201)
    )
    act = ActReport("exl", "ExL (2020:100)", "data/lagar/exl.yml", "lag.json", date(2026, 11, 22), True, None, outcomes)
    whole, short = act_markdown(act), act_markdown(act, 60_000)
    assert whole is not None
    assert short is not None
    assert len(whole) > 65_536 > len(short)
    assert all(f"{outcome.number}: ändrad" in short for outcome in outcomes)
    assert "- 200 § ExL: ändrad, 40 ställen vilar på den" in short


def test_nobody_is_mentioned_by_a_title() -> None:
    citing = Citing(CitingKind.STEP, "RUT-AAA#a", "Ring @chefen om #12 <b>", Place("docs/x.md", 3))
    outcome = Outcome(Status.CHANGED, "1 § ExL", Place("data/lagar/exl.yml", 1), concerns=(citing,))
    text = act_markdown(ActReport("exl", "ExL", "x.yml", "lag.json", date(2026, 11, 22), True, None, (outcome,)))
    assert text is not None
    assert "Ring \\@chefen om \\#12 \\<b\\>" in text
