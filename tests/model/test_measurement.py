from datetime import date
from fractions import Fraction

import pytest

from macros.model.measurement import (
    CountFile,
    CountRow,
    Tally,
    count,
    day_of,
    looks_like_identity,
    measurement_of,
    same_text,
)


def row(item: str, met: str, examined: str, inapplicable: str = "", sample: str = "") -> CountRow:
    cells = {"kontroll": "EK-01", "punkt": item, "uppfyllda": met, "granskade": examined}
    return CountRow(2, cells | {"gäller_inte": inapplicable, "urval": sample})


def file(*rows: CountRow, path: str = "data/egenkontroll/prov/EK-01/2026-05-15.csv") -> CountFile:
    return CountFile(path, 1, tuple(rows[0].cells) if rows else (), rows)


@pytest.mark.parametrize(
    ("met", "examined", "percent"),
    [(0, 10, 0), (10, 10, 100), (1, 3, 33), (2, 3, 67), (1, 8, 13), (199, 200, 99), (1, 300, 1), (1, 2, 50)],
)
def test_share_is_rounded_but_never_to_all_or_none(met: int, examined: int, percent: int) -> None:
    assert Tally(met, examined).percent == percent


def test_nothing_examined_has_no_share() -> None:
    assert Tally(0, 0, 10).share is None
    assert Tally(0, 0, 10).percent is None


def test_total_is_of_all_cases_and_not_of_shares() -> None:
    found = measurement_of(file(row("CL-AA-01", "1", "1", "9", "10"), row("CL-AA-02", "1", "9", "1")))
    assert found is not None
    assert found.total == Tally(2, 10, 10)
    assert found.total.share == Fraction(1, 5)
    assert found.total_of({"CL-AA-02"}) == Tally(1, 9, 1)
    assert found.total_of(()) == Tally(0, 0)


def test_measurement_has_place_day_and_the_sample_where_it_is_stated() -> None:
    found = measurement_of(file(row("CL-AA-01", "7", "8", "2"), row("CL-AA-02", "3", "10", "", "10")))
    assert found is not None
    assert (found.profile_id, found.risk_id, found.day, found.sample) == ("prov", "EK-01", date(2026, 5, 15), 10)
    assert found.tallies == {"CL-AA-01": Tally(7, 8, 2), "CL-AA-02": Tally(3, 10, 0)}


def test_row_without_a_number_is_no_tally_and_the_first_of_two_counts() -> None:
    found = measurement_of(file(row("CL-AA-01", "", "8"), row("CL-AA-02", "1", "8"), row("CL-AA-02", "5", "8")))
    assert found is not None
    assert found.tallies == {"CL-AA-02": Tally(1, 8)}
    assert found.sample is None


@pytest.mark.parametrize(
    "path",
    [
        "data/egenkontroll/2026-05-15.csv",
        "data/egenkontroll/EK-01/2026-05-15.csv",
        "data/egenkontroll/prov/EK-01/2026/2026-05-15.csv",
        "data/egenkontroll/prov/EK-01/EK-01.csv",
        "data/egenkontroll/prov/EK-01/2026-02-30.csv",
        "data/egenkontroll/prov/EK-01/20260515.csv",
    ],
)
def test_file_at_a_place_that_does_not_say_where_or_when_is_no_measurement(path: str) -> None:
    assert measurement_of(file(row("CL-AA-01", "7", "8"), path=path)) is None


@pytest.mark.parametrize("cell", ["", "x", "-1", "1.0", "1,5", "10 st", "1_0", "٣", "²", "+1", "12345", "9" * 5000])
def test_what_is_no_plain_number_is_no_count(cell: str) -> None:
    assert count(cell) is None


def test_empty_is_what_the_column_says() -> None:
    assert count("", 0) == 0
    assert count("0010") == 10


@pytest.mark.parametrize("name", ["2026-02-29", "2026-5-15", "igår", "", "2026-05-15 (1)", "２０２６-05-15"])
def test_name_that_is_no_day(name: str) -> None:
    assert day_of(name) is None


@pytest.mark.parametrize(
    "cell",
    [
        "19121212-1212",
        "121212-1212",
        "121212+1212",
        "1212121212",
        "19 12 12 12 12 12",
        "12 12 12-12 12",
        "2026-417",
        "2026/417",
        "2026:12",
        "SN 2026-17",
        "26/0417",
        "SN417",
        "ärende 7",
        "Ärendenr: 7",
        "dnr 7",
        "akten nr 3",
        "070-123 45 67",
        "någon@example.se",
        "30417",
    ],
)
def test_what_points_at_a_person_or_a_case_is_seen(cell: str) -> None:
    assert looks_like_identity(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "0",
        "10",
        "9999",
        "EK-01",
        "CL-ANV-12",
        "gäller_inte",
        "8 av 10",
        "9,5",
        "Senast inom 14 dagar",
        "aktivitet 3",
    ],
)
def test_what_stands_in_a_counting_file_is_not(cell: str) -> None:
    assert not looks_like_identity(cell)


def test_text_is_the_same_with_capital_space_and_formula_guard() -> None:
    assert same_text("'+46 är  ringt", "+46 är ringt")
    assert same_text("Frågan är ställd", "frågan är ställd")
    assert not same_text("Frågan är ställd av Kim", "frågan är ställd")
