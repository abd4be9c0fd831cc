from datetime import date
from typing import Any

import pytest

from macros.model.edition import Edition, edition_order, living, periods
from macros.model.interval import Interval


def edition(number: str, **values: Any) -> Edition:
    base = {
        "rutin": "RUT-ANV",
        "utgåva": number,
        "titel": "Anvisning",
        "läge": "fastställd",
        "fryst": "2026-11-22",
        "lag_per": "2026-11-22",
        "fingeravtryck": "0" * 64,
        "sha256": "1" * 64,
    }
    return Edition.model_validate(base | values)


ONE = edition("1.0", gäller_fr_o_m="2026-01-01")
TWO = edition("1.1", gäller_fr_o_m="2026-07-01")


def test_edition_applies_until_the_day_before_the_next() -> None:
    assert [(p.edition.number, p.interval) for p in periods([TWO, ONE])] == [
        ("1.0", Interval(date(2026, 1, 1), date(2026, 6, 30))),
        ("1.1", Interval(date(2026, 7, 1), None)),
    ]


def test_a_last_day_of_its_own_goes_before_the_next_ones_first() -> None:
    ended = edition("1.0", gäller_fr_o_m="2026-01-01", gäller_t_o_m="2026-03-31")
    assert periods([ended, TWO])[0].interval == Interval(date(2026, 1, 1), date(2026, 3, 31))


def test_one_with_an_unknown_first_day_comes_first() -> None:
    old = edition("2001.1", läge="sammanställd i efterhand", gäller_t_o_m="2025-06-30")
    assert [p.edition.number for p in periods([ONE, old])] == ["2001.1", "1.0"]


def test_corrected_edition_is_not_counted() -> None:
    old, right = (
        edition(number, läge="sammanställd i efterhand", gäller_t_o_m="2025-06-30", **more)
        for number, more in (("2001.1", {}), ("2001.2", {"ersätter": "2001.1"}))
    )
    assert living([right, old]) == (right,)


def test_no_editions_give_no_periods() -> None:
    assert periods([]) == ()


@pytest.mark.parametrize(("lower", "higher"), [("1.9", "1.10"), ("0.9", "1.0"), ("1.1", "1.2")])
def test_numbers_sort_as_numbers(lower: str, higher: str) -> None:
    assert edition_order(lower) < edition_order(higher)


def test_page_and_address() -> None:
    assert (ONE.page_path, ONE.url) == ("docs/arkiv/rut-anv/1.0/index.md", "arkiv/rut-anv/1.0/")
