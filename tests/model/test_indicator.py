from decimal import Decimal

import pytest
from pydantic import ValidationError

from macros.model.indicator import Figure, TargetLevels


def figure(value: str | None, year: str = "2025") -> Figure:
    return Figure.model_validate({"år": year, "värde": value, "källa": "rapport"})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("37,5", "37.5"),
        ("37.5", "37.5"),
        ("37", "37"),
        ("0", "0"),
        ("0,25", "0.25"),
        (" 37,5 ", "37.5"),
        ("100,0", "100"),
    ],
)
def test_number_is_read_with_comma_or_point(text: str, value: str) -> None:
    assert figure(text).value == Decimal(value)


def test_value_keeps_the_decimals_that_the_source_gives() -> None:
    assert str(figure("37,50").value) == "37.50"


@pytest.mark.parametrize(
    "junk", ["", "ungefär 3", "37,5 %", "1 234", "3,4,5", "3.4,5", "-1", "+1", "1e5", "nan", "inf", "²", "1_000", None]
)
def test_what_is_no_number_is_refused(junk: str | None) -> None:
    with pytest.raises(ValidationError) as error:
        figure(junk)
    assert [found["loc"] for found in error.value.errors()] == [("värde",)]


@pytest.mark.parametrize(("year", "accepted"), [("1989", False), ("1990", True), ("2100", True), ("2101", False)])
def test_year_is_within_reason(year: str, accepted: bool) -> None:
    if accepted:
        assert figure("1", year).year == int(year)
    else:
        with pytest.raises(ValidationError):
            figure("1", year)


def test_target_levels_may_be_given_in_part() -> None:
    levels = TargetLevels.model_validate({"uppnått": "85,5"})
    assert (levels.met, levels.on_the_way, levels.not_met) == (Decimal("85.5"), None, None)
