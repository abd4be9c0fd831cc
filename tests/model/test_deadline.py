import pytest
from pydantic import ValidationError

from macros.model.deadline import Counting, Due, Event, LocalDeadline, Unit, counting, deadline_text, due_text

EVENTS = {"beslut": Event.model_validate({"id": "beslut", "namn": "beslutet", "betyder": "Dagen då beslut fattas."})}


def deadline(antal: str, enhet: str) -> LocalDeadline:
    data = {"antal": antal, "enhet": enhet, "efter": "beslut", "ursprung": "förslag"}
    return LocalDeadline.model_validate(data)


@pytest.mark.parametrize(
    ("antal", "enhet", "text"),
    [
        ("10", "arbetsdagar", "10 arbetsdagar efter beslutet"),
        ("1", "arbetsdagar", "1 arbetsdag efter beslutet"),
        ("1", "kalenderdagar", "1 kalenderdag efter beslutet"),
        ("1", "veckor", "1 vecka efter beslutet"),
        ("2", "veckor", "2 veckor efter beslutet"),
        ("1", "månader", "1 månad efter beslutet"),
        ("3", "månader", "3 månader efter beslutet"),
        ("0", "kalenderdagar", "samma dag som beslutet"),
    ],
)
def test_deadline_text_counts_in_swedish(antal: str, enhet: str, text: str) -> None:
    assert deadline_text(deadline(antal, enhet), EVENTS) == text


def test_every_unit_has_a_singular() -> None:
    assert all(unit.quantity(1) != f"1 {unit.value}" for unit in Unit)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ({"frist": "startmote"}, "10 arbetsdagar efter beslutet"),
        ({"före": "beslut"}, "före beslutet"),
        ({"samma_dag_som": "beslut"}, "samma dag som beslutet"),
    ],
)
def test_due_text_says_each_kind_of_rule(key: dict[str, str], text: str) -> None:
    due = Due.model_validate(key)
    assert due_text(due, {"startmote": deadline("10", "arbetsdagar")}, EVENTS) == text


@pytest.mark.parametrize(
    ("key", "counted"),
    [
        ({"frist": "startmote"}, Counting("beslut", 10, Unit.WORKING_DAYS)),
        ({"före": "signal"}, Counting("signal", None, Unit.CALENDAR_DAYS)),
        ({"samma_dag_som": "signal"}, Counting("signal", 0, Unit.CALENDAR_DAYS)),
    ],
)
def test_counting_names_the_rules_own_event(key: dict[str, str], counted: Counting) -> None:
    assert counting(Due.model_validate(key), {"startmote": deadline("10", "arbetsdagar")}) == counted


def test_counting_raises_when_the_deadline_is_unknown() -> None:
    with pytest.raises(KeyError):
        counting(Due.model_validate({"frist": "okand"}), {})


def test_due_text_raises_when_the_deadline_is_unknown() -> None:
    with pytest.raises(KeyError):
        due_text(Due.model_validate({"frist": "okand"}), {}, EVENTS)


@pytest.mark.parametrize("keys", [{}, {"frist": "startmote", "före": "beslut"}])
def test_due_is_refused_unless_it_has_exactly_one_rule(keys: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Due.model_validate(keys)


def test_negative_deadline_is_refused() -> None:
    with pytest.raises(ValidationError):
        deadline("-1", "veckor")
