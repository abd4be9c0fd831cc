"""A routine's review state: what the date says, and what a change of the text does to it."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.model.review import ReviewState
from macros.standing import Standing, standing
from tests.conftest import edit

RECEIPT = "data/granskningar/RUT-AAA/2026-11-01.yml"


def stand(root: Path, day: date) -> Standing:
    handbook, _ = load_and_check(root, day)
    assert handbook is not None
    return standing(handbook, "RUT-AAA", day)


@pytest.mark.parametrize(
    ("day", "unchanged", "changed"),
    [
        (date(2026, 10, 31), ReviewState.NEVER, ReviewState.NEVER),
        (date(2026, 11, 1), ReviewState.CURRENT, ReviewState.CHANGED),
        (date(2027, 4, 30), ReviewState.DUE_SOON, ReviewState.CHANGED),
        (date(2027, 5, 1), ReviewState.DUE_SOON, ReviewState.CHANGED),
        (date(2027, 5, 2), ReviewState.OVERDUE, ReviewState.OVERDUE),
    ],
)
def test_late_comes_before_changed_and_changed_before_soon(
    example: Path, day: date, unchanged: ReviewState, changed: ReviewState
) -> None:
    assert stand(example, day).state is unchanged
    edit(example / "docs/rutiner/rut-aaa.md", "- Utred samma dag.", "- Utred inom två dagar.")
    assert stand(example, day).state is changed


def test_a_new_receipt_for_the_new_text_clears_the_change(example: Path) -> None:
    day = date(2026, 11, 22)
    edit(example / "docs/rutiner/rut-aaa.md", "- Utred samma dag.", "- Utred inom två dagar.")
    handbook, _ = load_and_check(example, day)
    assert handbook is not None
    old = (example / RECEIPT).read_text(encoding="utf-8")
    before = next(line for line in old.splitlines() if line.startswith("fingeravtryck:"))
    new = old.replace("2026-11-01", "2026-11-22").replace(before, f"fingeravtryck: {handbook.fingerprint('RUT-AAA')}")
    (example / "data/granskningar/RUT-AAA/2026-11-22.yml").write_text(new, encoding="utf-8")
    found = stand(example, day)
    assert found.state is ReviewState.CURRENT
    assert not found.is_changed
    assert found.due == date(2027, 5, 22)


def test_a_receipt_bound_to_nothing_says_nothing_of_change(example: Path) -> None:
    lines = (example / RECEIPT).read_text(encoding="utf-8").splitlines(keepends=True)
    unbound = "".join(line for line in lines if not line.startswith("fingeravtryck"))
    (example / RECEIPT).write_text(unbound, encoding="utf-8")
    assert not stand(example, date(2026, 11, 22)).is_changed
