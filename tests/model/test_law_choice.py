from datetime import date

import pytest

from macros.model.law_choice import LawChoice, MatterKind


def choice(first: str | None = None, last: str | None = None, **facts: object) -> LawChoice:
    days = {key: day for key, day in (("fr_o_m", first), ("t_o_m", last)) if day}
    return LawChoice.model_validate({"lag": "exl", "svar": "Lagen.", "gör": "Läs."} | days | facts)


@pytest.mark.parametrize(
    ("first", "last", "today", "day"),
    [
        (None, "2025-06-30", "2026-11-22", "2025-06-30"),
        ("2025-07-01", "2026-06-30", "2026-11-22", "2026-06-30"),
        ("2026-07-01", None, "2026-11-22", "2026-11-22"),
        ("2027-01-01", None, "2026-11-22", "2027-01-01"),
        (None, None, "2026-11-22", "2026-11-22"),
    ],
)
def test_law_is_looked_up_on_the_day_nearest_to_today(first: str, last: str, today: str, day: str) -> None:
    assert choice(first, last).deciding_day(date.fromisoformat(today)) == date.fromisoformat(day)


def test_row_rests_on_its_provisions_and_its_transitional_rule() -> None:
    assert choice(lagrum=["exl-1"], övergång="exl-overgang-5").rule_ids == ("exl-1", "exl-overgang-5")
    assert choice().rule_ids == ()


def test_choice_on_a_day_counts_both_ends_and_may_be_none() -> None:
    rows = [choice("2020-01-01", "2020-12-31"), choice("2021-01-01")]
    data = {"id": "prov", "namn": "Prov", "dagen": "Dagen", "rader": [row.model_dump(by_alias=True) for row in rows]}
    matter = MatterKind.model_validate(data)
    assert matter.choice_on(date(2019, 12, 31)) is None
    assert matter.choice_on(date(2020, 12, 31)) == rows[0]
    assert matter.choice_on(date(2021, 1, 1)) == rows[1]
