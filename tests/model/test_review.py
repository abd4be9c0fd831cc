from datetime import date, timedelta

import pytest

from macros.model.review import Receipt, ReviewPolicy, ReviewState, RiskClass, add_months, due_day, review_state

POLICY = ReviewPolicy.model_validate(
    {
        "riskklasser": [
            {
                "klass": str(number),
                "intervall_månader": months,
                "förfallen": "fel",
                "aldrig_granskad": "fel",
                "får_granska": ["redaktion"],
                "betyder": "Prov.",
            }
            for number, months in ((1, "6"), (2, "12"))
        ],
        "varna_dagar": ["60", "30"],
        "lagkontroll_dagar": "180",
        "frågor": [
            {"id": "text", "fråga": "Går texten att läsa?", "titta_på": "Texten."},
            {"id": "lag", "fråga": "Stämmer lagen?", "titta_på": "Lagen.", "fr_o_m": "2027-01-01"},
        ],
    }
)
DUE = date(2027, 5, 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 6, 15), 0, date(2026, 6, 15)),
    ],
)
def test_add_months_keeps_the_day_or_takes_the_months_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-61, ReviewState.CURRENT),
        (-60, ReviewState.DUE_SOON),
        (-59, ReviewState.DUE_SOON),
        (-31, ReviewState.DUE_SOON),
        (-30, ReviewState.DUE_SOON),
        (-1, ReviewState.DUE_SOON),
        (0, ReviewState.DUE_SOON),
        (1, ReviewState.OVERDUE),
        (4000, ReviewState.OVERDUE),
    ],
)
def test_review_state_around_the_due_day(days: int, state: ReviewState) -> None:
    assert review_state(DUE, POLICY, DUE + timedelta(days=days)) is state


def test_review_state_is_never_when_there_is_no_due_day() -> None:
    assert review_state(None, POLICY, DUE) is ReviewState.NEVER


def test_due_day_is_the_receipts_day_plus_the_risk_classs_interval() -> None:
    receipt = Receipt.model_validate(
        {
            "rutin": "RUT-AAA",
            "utgåva": "1.0",
            "dag": "2026-08-31",
            "roll": "redaktion",
            "kontrollerat": [{"fråga": "text", "svar": "stämmer"}],
            "utfall": "ändrad",
        }
    )
    assert [due_day(receipt, risk_class) for risk_class in POLICY.risk_classes] == [
        date(2027, 2, 28),
        date(2027, 8, 31),
    ]


def test_risk_class_is_found_by_number() -> None:
    found = POLICY.risk_class(2)
    assert isinstance(found, RiskClass)
    assert found.interval_months == 12
    assert POLICY.risk_class(3) is None


@pytest.mark.parametrize(("days", "last"), [(1, date(2026, 11, 23)), (7, date(2026, 11, 29)), (40, date(2027, 1, 1))])
def test_a_website_can_be_trusted_so_many_days_after_its_build(days: int, last: date) -> None:
    policy = ReviewPolicy.model_validate(POLICY.model_dump(by_alias=True) | {"bygg_högst_dagar": days})
    assert policy.last_trusted_day(date(2026, 11, 22)) == last
