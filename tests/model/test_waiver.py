from datetime import date
from typing import Any

import pytest

from macros.model.waiver import Waiver, WaiverPolicy

POLICY = WaiverPolicy.model_validate({"högst_dagar": "60", "får_bevilja": ["chef"]})
EXTENSION = {"skäl": "Sjuk än.", "beviljat_av": "chef", "beviljat": "2027-06-28", "t_o_m": "2027-08-29"}


def waiver(**changes: Any) -> Waiver:
    values = {
        "rutin": "RUT-AAA",
        "skäl": "Sjuk.",
        "beviljat_av": "chef",
        "beviljat": "2027-05-01",
        "t_o_m": "2027-06-30",
    }
    return Waiver.model_validate(values | changes)


@pytest.mark.parametrize(
    ("changes", "proper"),
    [
        ({}, True),  # 60 days
        ({"t_o_m": "2027-07-01"}, False),
        ({"t_o_m": "2027-05-01"}, True),
        ({"t_o_m": "2027-04-30"}, False),
        ({"beviljat_av": "coach"}, False),
        ({"förlängt": [EXTENSION]}, True),  # 60 days more, counted from 30 June
        ({"förlängt": [EXTENSION | {"t_o_m": "2027-08-30"}]}, False),
        ({"förlängt": [EXTENSION | {"t_o_m": "2027-06-29"}]}, False),
        ({"förlängt": [EXTENSION | {"beviljat_av": "coach"}]}, False),
        ({"förlängt": [EXTENSION, EXTENSION | {"t_o_m": "2027-08-31"}]}, False),
    ],
)
def test_waiver_is_proper_within_the_policy(changes: dict[str, Any], proper: bool) -> None:
    assert waiver(**changes).is_proper(POLICY) is proper


def test_extension_counts_from_the_day_it_was_granted() -> None:
    extended = waiver(förlängt=[EXTENSION])
    assert extended.last_day_known(date(2027, 6, 27)) == date(2027, 6, 30)
    assert extended.last_day_known(date(2027, 6, 28)) == date(2027, 8, 29)


def test_days_of_each_decision_are_counted_from_the_one_before() -> None:
    assert [days for days, _ in waiver(förlängt=[EXTENSION]).lengths()] == [60, 60]
