from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.audit import AnswerStatus, Recommendation


def recommendation(**changes: Any) -> Recommendation:
    data = {"id": "EXK-1", "till": "nämnden", "rekommendation": "Gör rätt.", "bedömning": "Nej", "status": "besvarad"}
    return Recommendation.model_validate(data | changes)


@pytest.mark.parametrize(
    ("status", "reason", "accepted"),
    [
        ("besvarad", None, True),
        ("undantag", "Det avgör fullmäktige.", True),
        ("undantag", None, False),
        ("besvarad", "Det avgör fullmäktige.", False),
        ("delvis", None, False),
        ("delvis", "Det avgör fullmäktige.", False),
        ("undantag", "", False),
        ("undantag", "  ", False),
    ],
)
def test_only_an_exception_has_a_reason_and_it_must(status: str, reason: str | None, accepted: bool) -> None:
    changes = {"status": status} | ({} if reason is None else {"undantag": reason})
    if accepted:
        assert recommendation(**changes).status is AnswerStatus(status)
    else:
        with pytest.raises(ValidationError):
            recommendation(**changes)


REMAINDER: dict[str, Any] = {"vad": "Ett beslut.", "varför": "Bara nämnden kan.", "vem": ["namnd"]}


def test_only_a_partial_answer_says_what_remains_and_it_must() -> None:
    assert recommendation(status="delvis", återstår=REMAINDER).remainder is not None
    for changes in ({"status": "besvarad"}, {"status": "undantag", "undantag": "Skäl."}):
        with pytest.raises(ValidationError):
            recommendation(återstår=REMAINDER, **changes)


@pytest.mark.parametrize("change", [{"vem": []}, {"vad": " "}, {"varför": ""}])
def test_what_remains_has_a_reason_and_someone_who_can_do_it(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        recommendation(status="delvis", återstår=REMAINDER | change)


@pytest.mark.parametrize("bad", ["ENK1", "enk-1", "E-1", "ENKOP-1", "ENK-123", "ENK-"])
def test_id_is_letters_and_a_number(bad: str) -> None:
    with pytest.raises(ValidationError):
        recommendation(id=bad)


@pytest.mark.parametrize("bad", ["rut-anv#steg", "RUT-ANV#", "RUT-ANV#Steg", "RUT-ANV steg", "CL-ANV"])
def test_section_is_a_routine_with_or_without_anchor(bad: str) -> None:
    recommendation(svar=[{"avsnitt": "RUT-ANV#steg", "hur": "Så."}, {"avsnitt": "RUT-ANV", "hur": "Så."}])
    with pytest.raises(ValidationError):
        recommendation(svar=[{"avsnitt": bad, "hur": "Så."}])
