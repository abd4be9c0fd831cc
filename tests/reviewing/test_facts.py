"""What the handbook tells before a question: facts of the routine, and the findings on its files."""

from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.model.question import FactKind, Question
from macros.reviewing.background import background
from macros.reviewing.facts import Reviewed, known_facts
from tests.conftest import TODAY, edit

ROUTINE = "docs/rutiner/rut-aaa.md"


def reviewed(root: Path, routine: str = "RUT-AAA") -> Reviewed:
    handbook, findings = load_and_check(root, TODAY)
    assert handbook is not None
    return Reviewed(handbook, findings, routine, TODAY)


def facts(root: Path, kind: FactKind, routine: str = "RUT-AAA") -> str:
    question = Question.model_validate({"id": "x", "fråga": "?", "titta_på": "?", "visar": [kind.value]})
    return "\n".join(known_facts(reviewed(root, routine), question))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (FactKind.LAW, "Inte verifierade: 1 kap. 2 a § ExL."),
        (FactKind.LINKS, "0 utanför."),
        (FactKind.ROLES, "Ansvarig: chef.\nRoller i stegen: handläggare, chef."),
        (FactKind.STEPS, "2 steg: utredning, beslut."),
        (FactKind.CHECKLISTS, "CL-AAA Anvisa: 3 punkter, 1 har utgått."),
        (FactKind.TEMPLATES, "Mallar: M-UND"),
        (FactKind.CHILDREN, "Ordet barn står varken i texten eller i checklistan."),
        (FactKind.LANGUAGE, "LIX "),
        (FactKind.CONTROLS, "EK-01"),
    ],
)
def test_each_kind_of_fact_is_told_of_the_routine(example: Path, kind: FactKind, words: str) -> None:
    assert words in facts(example, kind)


@pytest.mark.parametrize("kind", FactKind)
@pytest.mark.parametrize("routine", ["RUT-AAA", "RUT-BBB"])
def test_every_kind_can_be_told_of_every_routine(example: Path, kind: FactKind, routine: str) -> None:
    assert "None" not in facts(example, kind, routine)


def test_findings_on_the_routines_files_stand_with_their_question_and_others_do_not(example: Path) -> None:
    edit(example / ROUTINE, "Rutinen gäller när", "Rutinen gäller [här](saknas.md) när")
    assert f"Fynd SID210, {ROUTINE}:" in facts(example, FactKind.LINKS)
    assert "SID210" not in facts(example, FactKind.ROLES)
    assert "SID210" not in facts(example, FactKind.LINKS, "RUT-BBB")


def test_addresses_outside_are_listed_to_be_opened(example: Path) -> None:
    edit(example / ROUTINE, "Rutinen gäller när", "Rutinen gäller <https://example.com/a> när")
    assert "1 utanför.\nUtanför: https://example.com/a" in facts(example, FactKind.LINKS)


def test_children_are_counted_where_they_stand(example: Path) -> None:
    edit(example / ROUTINE, "Rutinen gäller när", "Barnens behov vägs in när")
    assert "Ordet barn står 1 gång i texten" in facts(example, FactKind.CHILDREN)


def test_background_tells_of_failures_and_gaps_of_the_last_review(example: Path) -> None:
    receipt = example / "data/granskningar/RUT-AAA/2026-11-01.yml"
    answers = "{fråga: text, svar: brister, anmärkning: Steg två saknas.}\n  - {fråga: lag, svar: inte granskat}"
    edit(receipt, "{fråga: text, svar: stämmer, anmärkning: Att stegen stämmer.}", answers)
    told = "\n".join(background(reviewed(example)))
    assert "Brist då (text): Steg två saknas.\nInte granskat då: lag." in told
    assert "Inget som granskningen gäller har ändrats sedan dess." in told


def test_background_of_a_routine_never_reviewed_says_so(example: Path) -> None:
    (example / "data/granskningar/RUT-AAA/2026-11-01.yml").unlink()
    assert "Läge: aldrig granskad. Rutinen har aldrig granskats." in "\n".join(background(reviewed(example)))
