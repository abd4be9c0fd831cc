"""A routine that builds on another is in doubt when a review changed that one after its own."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.model.review import ReviewState
from macros.parents import ChangedParent
from macros.standing import Standing, standing
from tests.conftest import edit

CHILD, PARENT_RECEIPT = "docs/rutiner/rut-bbb.md", "data/granskningar/RUT-AAA/2026-11-01.yml"
CHILD_RECEIPT = "data/granskningar/RUT-BBB/1983-01-18.yml"


@pytest.fixture
def related(example: Path) -> Path:
    """The child builds on the parent and was reviewed lately, of the text as it is now."""
    edit(example / CHILD, "roller:\n", "bygger_på:\n  - RUT-AAA\nroller:\n")
    handbook, _ = load_and_check(example, date(2026, 11, 22))
    assert handbook is not None
    old = (example / CHILD_RECEIPT).read_text(encoding="utf-8")
    mark = next(line for line in old.splitlines() if line.startswith("fingeravtryck:"))
    new = old.replace("1983-01-18", "2026-10-01").replace(mark, f"fingeravtryck: {handbook.fingerprint('RUT-BBB')}")
    (example / CHILD_RECEIPT.replace("1983-01-18", "2026-10-01")).write_text(new, encoding="utf-8")
    return example


def stand(root: Path, day: date) -> Standing:
    handbook, _ = load_and_check(root, day)
    assert handbook is not None
    return standing(handbook, "RUT-BBB", day)


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 10, 31), ReviewState.CURRENT), (date(2026, 11, 1), ReviewState.SUSPECT)],
)
def test_a_change_of_the_parent_casts_doubt_from_its_day(related: Path, day: date, state: ReviewState) -> None:
    assert stand(related, day).state is state


def test_the_parent_and_the_day_are_told(related: Path) -> None:
    assert stand(related, date(2026, 11, 22)).parents == (ChangedParent("RUT-AAA", date(2026, 11, 1)),)


def test_a_review_that_changed_nothing_casts_no_doubt(related: Path) -> None:
    edit(related / PARENT_RECEIPT, "utfall: ändrad", "utfall: oförändrad")
    assert stand(related, date(2026, 11, 22)).state is ReviewState.CURRENT


def test_a_later_review_of_the_child_clears_the_doubt(related: Path) -> None:
    receipt = related / CHILD_RECEIPT.replace("1983-01-18", "2026-10-01")
    text = receipt.read_text(encoding="utf-8").replace("2026-10-01", "2026-11-02")
    receipt.with_name("2026-11-02.yml").write_text(text, encoding="utf-8")
    found = stand(related, date(2026, 11, 22))
    assert found.state is ReviewState.CURRENT
    assert not found.is_suspect
