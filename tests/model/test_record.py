from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.record import ChecklistId, Day, ItemId, RoutineId, Slug, Whole


@pytest.mark.parametrize("text", ["2026-11-31", "20261122", "2026-11-22T00:00", "1795305600", "igår", "2026-1-2"])
def test_day_is_refused_when_it_is_no_day(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(text)


def test_day_is_read_from_text() -> None:
    assert TypeAdapter(Day).validate_python("2026-11-22") == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["1_000", "1.0", "1e3", "0x1f", "ja", ""])
def test_whole_is_refused_when_it_has_other_than_digits(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python(text)


def test_whole_reads_leading_zeros_as_decimal() -> None:
    assert TypeAdapter(Whole).validate_python("010") == 10


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Slug, "enhetschef-forsorjningsstod", "Enhetschef"),
        (Slug, "a1", "å"),
        (Slug, "a-b", "a--b"),
        (RoutineId, "RUT-ANV", "rut-anv"),
        (ChecklistId, "CL-ANV-EFTER", "CL-ANV-1"),
        (ItemId, "CL-ANV-07", "CL-ANV-7"),
    ],
)
def test_ids_have_their_form(kind: object, good: str, bad: str) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    assert adapter.validate_python(good) == good
    with pytest.raises(ValidationError):
        adapter.validate_python(bad)


def test_ids_are_refused_with_a_line_break_at_the_end() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Slug).validate_python("chef\n")
