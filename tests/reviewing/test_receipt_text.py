"""A receipt as it is saved reads back as the same receipt; the form is no receipt until it is filled in."""

import random
from datetime import date

import pytest

from macros.checks import load_and_check
from macros.model.finding import Finding
from macros.model.question import Verdict
from macros.model.review import Outcome, Receipt
from macros.model.sourced import Sourced
from macros.reviewing.draft import make_answer
from macros.reviewing.receipt_text import clean, receipt_form, receipt_text
from macros.sources.documents import parse_document
from macros.sources.registry import RECEIPT_FORM_PATH
from macros.sources.yaml_nodes import parse_yaml
from tests.conftest import ROOT, TODAY

PATH = "data/granskningar/RUT-AAA/2026-11-22.yml"
ODD = [
    "null",
    "~",
    "Null",
    "ja: nej",
    "# ingen kommentar",
    "- ingen lista",
    "'enkla' och \"dubbla\" citattecken",
    "[inte, en, lista]",
    "{inte: en grupp}",
    "2026-11-31",
    "3:16",
    "& inget ankare, * inget alias",
    "Slutar med kolon:",
    "omvänt snedstreck \\n är ingen rad",
    "långt " * 60 + "ord",
    "ettendalångtordutanmellanslag" * 10,
    "emoji 🙂 och tecken → från – andra ställen",
    "%procent @snabel `grav` !utrop |rör >pil ?fråga",
    "12 kap. 4-6 §§ SoL, i lydelsen 2026-07-01",
]


def receipt(*remarks: str) -> Receipt:
    answers = [make_answer("text", Verdict.FAILS, remark) for remark in remarks]
    values = {
        "rutin": "RUT-AAA",
        "utgåva": "1.0",
        "dag": TODAY,
        "roll": "redaktion",
        "kontrollerat": answers or [make_answer("text", Verdict.AGREES, None)],
        "utfall": Outcome.CHANGED,
        "anmärkningar": clean(remarks[0]) if remarks else None,
        "inte_verifierad_lag": ["exl-1-2a"] if remarks else [],
        "fingeravtryck": "0" * 64,
    }
    return Receipt.model_validate(values)


def read(text: str) -> tuple[Sourced[Receipt] | None, list[Finding]]:
    findings: list[Finding] = []
    return parse_document(parse_yaml(text), PATH, Receipt, "GRA", findings), findings


@pytest.mark.parametrize("remark", ODD)
def test_saved_receipt_reads_back_as_itself(remark: str) -> None:
    made = receipt(remark)
    document, findings = read(receipt_text(made))
    assert findings == []
    assert document is not None
    assert document.value == made


@pytest.mark.parametrize("seed", range(30))
def test_saved_receipt_reads_back_whatever_was_typed(seed: int) -> None:
    dice = random.Random(seed)
    letters = "aå :#-'\"\\[]{}&*!|>%@`,?\t\r\n\x00\x1b\x7f\x85\u2028\ud800é🙂0123.§"
    made = receipt(*("x" + "".join(dice.choices(letters, k=dice.randint(1, 300))) for _ in range(3)))
    document, findings = read(receipt_text(made))
    assert findings == []
    assert document is not None
    assert document.value == made
    receipt_text(made).encode("utf-8")


def test_lines_are_short_enough_to_read_in_a_comparison() -> None:
    assert max(map(len, receipt_text(receipt("långt " * 200)).splitlines())) <= 112


def test_receipt_without_remarks_has_no_empty_rows() -> None:
    assert ": \n" not in receipt_text(receipt())
    assert "anmärkning" not in receipt_text(receipt())


def test_unfilled_form_is_a_finding_for_each_thing_to_fill_in() -> None:
    handbook, _ = load_and_check(ROOT, TODAY)
    assert handbook is not None
    questions = handbook.policy.value.questions
    document, findings = read(receipt_form(questions))
    assert document is None
    assert [finding.code for finding in findings] == ["GRA104"] * len(findings)
    assert len(findings) == len(questions) + 5  # routine, edition, day, role, outcome


def test_form_in_the_repository_is_the_one_the_policy_gives() -> None:
    handbook, _ = load_and_check(ROOT, TODAY)
    assert handbook is not None
    form = (ROOT / RECEIPT_FORM_PATH).read_text(encoding="utf-8")
    cure = f"Kör handbok granska --mall > {RECEIPT_FORM_PATH}"
    assert form == receipt_form(handbook.policy.value.questions_asked(date.max)), cure
