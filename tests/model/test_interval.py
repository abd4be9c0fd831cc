from datetime import date

import pytest

from macros.model.interval import Interval

JUNE = Interval(date(2026, 6, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),
        (date(2026, 6, 15), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_contains_counts_both_ends(day: date, inside: bool) -> None:
    assert JUNE.contains(day) is inside


def test_contains_every_later_day_when_the_end_is_open() -> None:
    interval = Interval(date(2026, 6, 1), None)
    assert interval.contains(date.max)
    assert not interval.contains(date(2026, 5, 31))


def test_contains_every_earlier_day_when_the_start_is_unknown() -> None:
    interval = Interval(None, date(2026, 6, 30))
    assert interval.contains(date.min)
    assert not interval.contains(date(2026, 7, 1))


def test_starts_after_is_false_on_the_first_day() -> None:
    assert JUNE.starts_after(date(2026, 5, 31))
    assert not JUNE.starts_after(date(2026, 6, 1))


def test_ended_before_is_false_on_the_last_day() -> None:
    assert not JUNE.ended_before(date(2026, 6, 30))
    assert JUNE.ended_before(date(2026, 7, 1))


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (Interval(date(2026, 6, 30), date(2026, 7, 31)), True),
        (Interval(date(2026, 7, 1), date(2026, 7, 31)), False),
        (Interval(date(2026, 5, 1), date(2026, 6, 1)), True),
        (Interval(date(2026, 5, 1), date(2026, 5, 31)), False),
        (Interval(date(2026, 6, 10), date(2026, 6, 11)), True),
        (Interval(None, None), True),
        (Interval(None, date(2026, 5, 31)), False),
        (Interval(date(2026, 7, 1), None), False),
        (Interval(date(2026, 6, 30), None), True),
    ],
)
def test_overlaps_when_some_day_lies_in_both(other: Interval, overlap: bool) -> None:
    assert JUNE.overlaps(other) is overlap
    assert other.overlaps(JUNE) is overlap


@pytest.mark.parametrize(
    ("first_day", "gap"), [(date(2026, 6, 30), False), (date(2026, 7, 1), False), (date(2026, 7, 2), True)]
)
def test_leaves_gap_when_a_day_lies_between(first_day: date, gap: bool) -> None:
    assert JUNE.leaves_gap_to(Interval(first_day, None)) is gap


def test_leaves_no_gap_when_an_end_is_open() -> None:
    assert not Interval(date(2026, 6, 1), None).leaves_gap_to(Interval(date(2027, 1, 1), None))
    assert not JUNE.leaves_gap_to(Interval(None, date(2026, 12, 31)))


def test_leaves_no_gap_after_the_last_day_of_all() -> None:
    assert not Interval(None, date.max).leaves_gap_to(JUNE)


def test_undecided_interval_holds_no_day_and_touches_no_other() -> None:
    undecided = Interval(None, None, undecided=True)
    assert not undecided.contains(date.max)
    assert undecided.starts_after(date.max)
    assert not undecided.ended_before(date.min)
    assert not undecided.overlaps(JUNE)
    assert not JUNE.overlaps(undecided)
    assert not JUNE.leaves_gap_to(undecided)


def test_interval_with_an_unknown_start_can_have_a_bound() -> None:
    bounded = Interval(None, None, not_before=date(2018, 1, 1))
    assert not bounded.contains(date(2017, 12, 31))
    assert bounded.contains(date(2018, 1, 1))
