from decimal import Decimal
from typing import Any

import pytest

from macros.model.indicator import Direction, TargetLevels, Unit
from macros.render.figures import MET, NOT_MET, ON_THE_WAY, UNCLEAR, Standing, latest, number_text, standing, value_text
from tests.render.small_follow_up import indicator


@pytest.mark.parametrize(
    ("value", "text"),
    [("38.0", "38,0"), ("51", "51"), ("12345", "12\u00a0345"), ("1234.50", "1\u00a0234,50"), ("0", "0")],
)
def test_a_figure_keeps_its_decimals(value: str, text: str) -> None:
    assert number_text(Decimal(value)) == text


def test_only_shares_have_a_percent_sign() -> None:
    assert value_text(Decimal(5), Unit.PERCENT) == "5\u00a0%"
    assert value_text(Decimal(5), Unit.COUNT) == "5"


LEVELS = {"uppnått": 85, "på_rätt_väg": 80, "ej_uppnått": 78}
FALLING = {"uppnått": 30, "på_rätt_väg": 35, "ej_uppnått": 40}
TOUCHING = {"uppnått": 100, "på_rätt_väg": 50, "ej_uppnått": 50}


@pytest.mark.parametrize(
    ("value", "levels", "better", "expected"),
    [
        ("85", LEVELS, Direction.UP, MET),
        ("84.9", LEVELS, Direction.UP, ON_THE_WAY),
        ("80", LEVELS, Direction.UP, ON_THE_WAY),
        ("79", LEVELS, Direction.UP, UNCLEAR),  # the board's levels leave a gap: we do not fill it
        ("78", LEVELS, Direction.UP, NOT_MET),
        ("30", FALLING, Direction.DOWN, MET),
        ("31", FALLING, Direction.DOWN, ON_THE_WAY),
        ("37", FALLING, Direction.DOWN, UNCLEAR),
        ("40", FALLING, Direction.DOWN, NOT_MET),
        ("50", TOUCHING, Direction.UP, UNCLEAR),
        ("50.1", TOUCHING, Direction.UP, ON_THE_WAY),
        ("49", TOUCHING, Direction.UP, NOT_MET),
        ("59", {"uppnått": 80}, Direction.UP, NOT_MET),
        ("59", {"uppnått": 80, "på_rätt_väg": 60}, Direction.UP, NOT_MET),
        ("61", {"uppnått": 80, "på_rätt_väg": 60}, Direction.UP, ON_THE_WAY),
        ("61", {"uppnått": 80, "ej_uppnått": 60}, Direction.UP, UNCLEAR),
    ],
)
def test_where_a_value_stands(value: str, levels: dict[str, Any], better: Direction, expected: Standing) -> None:
    assert standing(Decimal(value), TargetLevels.model_validate(levels), better) is expected


def test_the_latest_figure_is_by_year_and_not_by_place_in_the_file() -> None:
    found = latest(indicator())
    assert found is not None
    assert found.year == 2024
    assert latest(indicator(serier=[])) is None
