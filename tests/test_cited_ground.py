"""An old provision is cited on purpose by a day, or by the transitional rule that keeps it."""

from datetime import date
from pathlib import Path

import pytest

from macros.cited_ground import ground_of
from macros.handbook import Handbook
from macros.render.citations import citation
from tests.conftest import TODAY, check, edit

PAGE = "docs/rutiner/rut-aaa.md"
ON_A_DAY = 'visa_lagrum("gel-4", per="2019-06-01")'


def test_a_day_and_a_transitional_rule_are_grounds(handbook: Handbook) -> None:
    on_a_day, by_rule = ground_of(handbook, "2019-06-01"), ground_of(handbook, "exl-overgang-2")
    assert on_a_day is not None
    assert (on_a_day.day, on_a_day.rule) == (date(2019, 6, 1), None)
    assert by_rule is not None
    assert by_rule.day == date(2019, 12, 31)
    assert by_rule.rule is handbook.rules["exl-overgang-2"][1]


@pytest.mark.parametrize("per", ["", "2019-02-30", "20190601", "exl-1-1", "exl-overgang-9", "i fjol"])
def test_anything_else_is_none(handbook: Handbook, per: str) -> None:
    assert ground_of(handbook, per) is None


def test_the_reader_is_told_the_ground(handbook: Handbook) -> None:
    html = str(citation(handbook, "gel-4", "rutiner/rut-aaa/", TODAY, ground_of(handbook, "exl-overgang-2")))
    assert "GEL, enligt övergångsbestämmelse&nbsp;2" in html
    assert "upphävd" not in html


def test_a_page_may_name_the_transitional_rule(example: Path) -> None:
    before = {finding.code for finding in check(example)}
    edit(example / PAGE, ON_A_DAY, 'visa_lagrum("gel-4", per="exl-overgang-2")')
    assert {finding.code for finding in check(example)} - before == {"GRA210"}  # only that the text was changed


@pytest.mark.parametrize("per", ["exl-overgang-9", "exl-1-1"])
def test_a_ground_that_is_none_is_a_finding(example: Path, per: str) -> None:
    edit(example / PAGE, ON_A_DAY, f'visa_lagrum("gel-4", per="{per}")')
    (found,) = [finding for finding in check(example) if finding.code == "SID209"]
    assert per in found.message
    assert "övergångsbestämmelse" in found.cure


def test_without_ground_an_old_provision_is_a_finding(example: Path) -> None:
    edit(example / PAGE, ON_A_DAY, 'visa_lagrum("gel-4")')
    assert "LAG202" in {finding.code for finding in check(example)}
