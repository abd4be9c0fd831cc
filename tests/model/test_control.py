from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.control import Risk


def risk(**changes: Any) -> Risk:
    data = {
        "id": "EK-01",
        "risk": "Något.",
        "sannolikhet": "2",
        "konsekvens": "4",
        "kontroll": "Läs.",
        "urval": "Tio.",
        "hur_ofta": "varje år",
        "roll": "chef",
        "rutin": "RUT-AAA",
        "punkter": ["CL-AAA-01"],
    }
    return Risk.model_validate(data | changes)


@pytest.mark.parametrize(
    ("probability", "consequence", "value"), [("1", "1", 1), ("2", "4", 8), ("4", "2", 8), ("4", "4", 16)]
)
def test_risk_value_is_probability_times_consequence(probability: str, consequence: str, value: int) -> None:
    assert risk(sannolikhet=probability, konsekvens=consequence).value == value


@pytest.mark.parametrize("grade", ["0", "5", "-1", "2,5", "hög"])
@pytest.mark.parametrize("key", ["sannolikhet", "konsekvens"])
def test_grade_is_from_one_to_four(key: str, grade: str) -> None:
    with pytest.raises(ValidationError):
        risk(**{key: grade})


@pytest.mark.parametrize("changes", [{"punkter": []}, {"id": "EK-1"}, {"rutin": "RUT-AAA#steg"}])
def test_risk_counts_items_of_a_whole_routine(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        risk(**changes)
