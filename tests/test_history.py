"""What the version history says of receipts: written once, and corrected at most on their own day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import TODAY, check, commit, edit

RECEIPT = "data/granskningar/RUT-AAA/2026-11-01.yml"
OWN_DAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("day", "found"), [(OWN_DAY, []), (OWN_DAY + timedelta(days=1), [RECEIPT]), (TODAY, [RECEIPT])]
)
def test_receipt_may_be_corrected_on_its_own_day_and_never_after(example: Path, day: date, found: list[str]) -> None:
    commit(example, OWN_DAY.isoformat())
    edit(example / RECEIPT, "Att stegen stämmer.", "Att stegen och tiderna stämmer.")
    assert [finding.place.path for finding in check(example, day) if finding.code == "UTG302"] == found
