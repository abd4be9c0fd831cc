from datetime import date

import pytest

from macros.model.interval import Interval
from macros.render.dates import interval_text, swedish_day
from macros.render.words import counted, first_upper, listed, literal, number_word, unbroken


def test_swedish_day() -> None:
    assert swedish_day(date(2026, 11, 22)) == "22 november 2026"
    assert swedish_day(date(2027, 1, 1)) == "1 januari 2027"
    assert swedish_day(date(2027, 12, 31)) == "31 december 2027"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2025, 7, 1), date(2026, 6, 30), "1 juli 2025 – 30 juni 2026"),
        (date(2025, 7, 1), None, "från 1 juli 2025, tills vidare"),
        (None, date(2025, 6, 30), "till och med 30 juni 2025"),
        (None, None, "startdag inte kontrollerad, tills vidare"),
    ],
)
def test_interval_text(first: date | None, last: date | None, expected: str) -> None:
    assert interval_text(Interval(first, last)) == expected


def test_first_upper_leaves_the_rest() -> None:
    assert first_upper("åtgärd hos AF") == "Åtgärd hos AF"
    assert first_upper("") == ""


def test_number_word() -> None:
    assert [number_word(number) for number in (1, 2, 12, 13)] == ["en", "två", "tolv", "13"]


def test_listed() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a och b"
    assert listed(["a", "b", "c"]) == "a, b och c"


def test_counted() -> None:
    assert counted(1, "punkt", "punkter") == "1 punkt"
    assert counted(0, "punkt", "punkter") == "0 punkter"


def test_unbroken_escapes_and_keeps_together() -> None:
    assert unbroken("12 kap. <4> §") == "12&nbsp;kap.&nbsp;&lt;4&gt;&nbsp;§"


def test_literal_is_left_alone_by_markdown_and_html() -> None:
    assert literal("a *b* <i> [c](d)") == "a &#42;b&#42; &lt;i&gt; &#91;c&#93;(d)"
