from datetime import date

import pytest

from macros.model.checklist import ChecklistItem


@pytest.mark.parametrize(
    ("day", "retired"), [(date(2026, 5, 31), False), (date(2026, 6, 1), True), (date(2026, 6, 2), True)]
)
def test_item_is_retired_from_its_day(day: date, retired: bool) -> None:
    item = ChecklistItem.model_validate(
        {
            "id": "CL-AAA-01",
            "text": "Klart",
            "steg": "beslut",
            "roll": ["chef"],
            "senast": {"före": "beslut"},
            "varför": "Därför.",
            "grund": ["exl-1-1"],
            "dokumenteras": "Akten",
            "utgår": "2026-06-01",
        }
    )
    assert item.is_retired(day) is retired
    assert not item.model_copy(update={"retired_on": None}).is_retired(day)
