"""The plan for reviews: what must hold whatever the reviews are, tried on many made at random."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest

from macros.model.planning import Planning
from macros.schedule import ComingReview, PlannedReview, monday, plan
from macros.working_days import is_working_day

TODAY = date(2026, 11, 22)
AVOID = [{"från": "07-01", "till": "07-31"}, {"från": "12-24", "till": "01-06"}]
SEEDS = range(40)


def planning(per_week: int = 1, margin: int = 14) -> Planning:
    return Planning.model_validate({"per_roll_och_vecka": per_week, "framförhållning_dagar": margin, "undvik": AVOID})


def planned(reviews: Sequence[ComingReview], rules: Planning, today: date = TODAY) -> tuple[PlannedReview, ...]:
    return plan(reviews, rules, today, is_working_day)


def review(name: str, due: date | None, risk_class: int = 2, role: str = "chef") -> ComingReview:
    return ComingReview(f"RUT-{name}", role, risk_class, due)


def at_random(seed: int, most: int = 60, span: int = 420) -> tuple[list[ComingReview], Planning]:
    dice = random.Random(seed)
    reviews = [
        review(
            f"{number:03}",
            None if dice.random() < 0.05 else TODAY + timedelta(days=dice.randint(-60, span)),
            dice.randint(1, 3),
            dice.choice(("chef", "coach", "jurist")),
        )
        for number in range(dice.randint(0, most))
    ]
    return reviews, planning(dice.randint(1, 3), dice.randint(0, 40))


def days_of(found: Sequence[PlannedReview]) -> dict[str, date]:
    return {each.review.routine: each.day for each in found}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_review_has_one_open_day_and_no_role_has_too_many_in_a_week(seed: int) -> None:
    reviews, rules = at_random(seed)
    found = planned(reviews, rules)
    assert sorted(each.review.routine for each in found) == sorted(each.routine for each in reviews)
    weeks = Counter((each.review.role, monday(each.day)) for each in found)
    assert max(weeks.values(), default=0) <= rules.per_week
    for each in found:
        assert each.day >= TODAY
        assert is_working_day(each.day)
        assert each.day.month != 7
        assert not (each.day.month == 12 and each.day.day >= 24)
        assert not (each.day.month == 1 and each.day.day <= 6)


@pytest.mark.parametrize("seed", SEEDS)
def test_in_time_is_said_when_it_is_and_only_then(seed: int) -> None:
    reviews, rules = at_random(seed)
    for each in planned(reviews, rules):
        assert each.in_time == (each.review.due is not None and each.day <= each.review.due)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_the_reviews_makes_no_difference(seed: int) -> None:
    reviews, rules = at_random(seed)
    shuffled = random.Random(seed + 1).sample(reviews, len(reviews))
    assert planned(shuffled, rules) == planned(reviews, rules)


def fits(reviews: Sequence[ComingReview], rules: Planning, is_open: Callable[[date], bool]) -> bool:
    """Whether all can be done in time: by Hall's theorem for deadlines, no day has more due than there is room for."""
    for last in {each.due for each in reviews if each.due}:
        due = sum(each.due is not None and each.due <= last for each in reviews)
        days = (TODAY + timedelta(days=number) for number in range((last - TODAY).days + 1))
        room = len({monday(day) for day in days if is_open(day)}) * rules.per_week
        if due > room:
            return False
    return all(each.due is not None and each.due >= TODAY for each in reviews)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("others", [0, 6])
def test_as_many_of_the_gravest_as_possible_are_in_time(seed: int, others: int) -> None:
    dice = random.Random(seed)
    rules = planning(margin=dice.randint(0, 20))
    gravest = [review(f"{n}", TODAY + timedelta(days=dice.randint(0, 60)), 1) for n in range(9)]
    lesser = [review(f"9{n}", TODAY + timedelta(days=dice.randint(0, 60)), 2) for n in range(others)]

    def is_open(day: date) -> bool:
        return is_working_day(day) and not any(period.contains(day) for period in rules.avoided)

    best = max(
        size
        for size in range(len(gravest) + 1)
        if any(fits(chosen, rules, is_open) for chosen in combinations(gravest, size))
    )
    found = planned([*gravest, *lesser], rules)
    assert sum(each.in_time and each.review.risk_class == 1 for each in found) == best


@pytest.mark.parametrize("seed", SEEDS)
def test_what_one_role_does_moves_no_other_role(seed: int) -> None:
    reviews, rules = at_random(seed)
    others = [each for each in reviews if each.role != "chef"]
    alone = days_of(planned(others, rules))
    together = days_of(planned(reviews, rules))
    assert alone == {routine: together[routine] for routine in alone}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_review_added_last_in_line_moves_nobody(seed: int) -> None:
    """It gets the room that is left; with room in its own best week that is that week."""
    reviews, rules = at_random(seed, most=12, span=300)
    before = days_of(planned(reviews, rules))
    after = days_of(planned([*reviews, review("ZZZ", TODAY + timedelta(days=900), 9)], rules))
    assert before == {routine: day for routine, day in after.items() if routine != "RUT-ZZZ"}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_is_the_same_the_next_day_for_what_has_room_and_is_not_near(seed: int) -> None:
    dice = random.Random(seed)
    reviews = [review(f"{n}", TODAY + timedelta(days=100 + 20 * n), dice.randint(1, 3)) for n in range(10)]
    rules = planning()
    assert days_of(planned(reviews, rules)) == days_of(planned(reviews, rules, TODAY + timedelta(days=1)))


def test_a_review_is_planned_before_its_margin_and_not_in_july() -> None:
    (found,) = planned([review("A", date(2027, 8, 5))], planning())
    assert found.in_time
    assert monday(found.day) == date(2027, 6, 28)  # 30 June is the last day before July, and the margin ends in July
    assert found.day <= date(2027, 6, 30)


def test_the_margin_is_given_up_before_the_due_day_is() -> None:
    """Two reviews a week apart from today and one place a week: both in time, though neither has its margin."""
    found = planned([review("A", date(2026, 12, 4)), review("B", date(2026, 12, 4))], planning())
    assert [each.in_time for each in found] == [True, True]
    assert [monday(each.day) for each in found] == [date(2026, 11, 23), date(2026, 11, 30)]


def test_no_room_is_said_and_the_gravest_is_in_time() -> None:
    due = date(2026, 11, 27)
    found = planned([review("A", due, 3), review("B", due, 1)], planning())
    assert {each.review.routine: each.in_time for each in found} == {"RUT-B": True, "RUT-A": False}
    assert days_of(found)["RUT-A"] == date(2026, 11, 30)


def test_a_graver_review_gives_way_when_both_can_be_in_time() -> None:
    """The one of class 1 would rather have the first week, the other can have no other."""
    rules = planning(margin=8)
    found = planned([review("A", date(2026, 12, 4), 1), review("B", date(2026, 11, 27), 3)], rules)
    assert [(each.review.routine, each.in_time) for each in found] == [("RUT-B", True), ("RUT-A", True)]


def test_what_is_late_or_never_reviewed_comes_first() -> None:
    found = planned([review("A", date(2020, 1, 1)), review("B", None), review("C", date(2027, 3, 1))], planning())
    assert [(each.review.routine, each.day) for each in found[:2]] == [
        ("RUT-B", date(2026, 11, 23)),
        ("RUT-A", date(2026, 11, 30)),
    ]
    assert not found[0].in_time
    assert not found[1].in_time


def test_nothing_to_plan_is_an_empty_plan() -> None:
    assert planned([], planning()) == ()
