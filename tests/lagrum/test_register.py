"""The register beside the legal background: every provision named there, with the same certainty on the same days."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.statute import Certainty, Rule, Statute, weakest
from tests.conftest import ROOT, TODAY

TABLE = ROOT / "tests" / "lagrum" / "rattslaget.yml"
NOT_IN_FORCE = "-"
LEAST_ROWS, LEAST_PROVISIONS = 80, 170


@cache
def real_handbook() -> Handbook:
    loaded, _ = load_and_check(ROOT, TODAY)
    assert loaded is not None
    return loaded


@cache
def rows() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml_load(TABLE.read_text(encoding="utf-8"))["rader"]
    return loaded


def named_rules(entry: dict[str, Any]) -> Iterator[tuple[Statute, Rule]]:
    """The rules that an entry names, by number or id, each of which must be in the register."""
    statutes = [s.value for s in real_handbook().statutes.values() if s.value.sfs_nummer == entry["lag"]]
    assert len(statutes) == 1, f"{entry['lag']} finns inte, eller flera gånger"
    (statute,) = statutes
    for number in entry.get("nr", []):
        found = [provision for provision in statute.provisions if provision.number == number]
        assert len(found) == 1, f"{number} finns inte i {statute.id}"
        yield statute, found[0]
    for rule_id in entry.get("id", []):
        found_by_id = [rule for rule in statute.rules if rule.id == rule_id]
        assert len(found_by_id) == 1, f"{rule_id} finns inte i {statute.id}"
        yield statute, found_by_id[0]


def certainty_on(rule: Rule, day: date) -> str:
    wording = rule.wording_on(day)
    return wording.certainty_on(day).value if wording else NOT_IN_FORCE


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["rad"])
def test_register_is_as_certain_as_the_background_says(row: dict[str, Any]) -> None:
    for entry in row["lagrum"]:
        for _, rule in named_rules(entry):
            found = {day: certainty_on(rule, day) for day in entry["vid"]}
            assert found == entry["vid"], rule.id
            wording = rule.wording_on(max(entry["vid"]))
            if "text" in entry:
                assert wording is not None
                assert wording.text_certainty == entry["text"], rule.id
            if "dagar" in entry:
                assert wording is not None
                assert wording.day_certainty == entry["dagar"], rule.id


def test_table_covers_the_background() -> None:
    named = {rule.id for row in rows() for entry in row["lagrum"] for _, rule in named_rules(entry)}
    assert len(rows()) >= LEAST_ROWS
    assert len(named) >= LEAST_PROVISIONS


def test_every_statute_in_the_register_is_in_the_table() -> None:
    tested = {entry["lag"] for row in rows() for entry in row["lagrum"]}
    assert {s.value.sfs_nummer for s in real_handbook().statutes.values()} - tested == set()


def test_every_wording_has_source_and_day_of_check() -> None:
    missing = {
        rule.id
        for _, rule in real_handbook().rules.values()
        for wording in rule.wordings
        if wording.source is None or wording.checked_on is None
    }
    assert missing == set()


def test_what_is_not_certain_says_what_must_be_answered() -> None:
    silent = {
        (rule.id, str(wording.first_day))
        for _, rule in real_handbook().rules.values()
        for wording in rule.wordings
        if not wording.certainty.verified and wording.question is None
    }
    assert silent == set()


def test_summary_is_one_sentence() -> None:
    long = {
        rule.id
        for _, rule in real_handbook().rules.values()
        for wording in rule.wordings
        if len(re.findall(r"[.?!](?= [A-ZÅÄÖ]|$)", wording.summary)) != 1
    }
    assert long == set()


def test_every_provision_of_the_old_act_is_replaced() -> None:
    old = real_handbook().statutes["sol2001"].value
    assert [provision.id for provision in old.provisions if not provision.replaced_by] == []


def test_amounts_of_the_fee_change_at_new_year() -> None:
    fee = real_handbook().rules["sol-34-7"][1]
    before, after = fee.wording_on(date(2025, 12, 31)), fee.wording_on(date(2026, 1, 1))
    assert before is not None
    assert after is not None
    assert "10 000" in before.summary
    assert "1 000 000" in before.summary
    assert "15 000" in after.summary
    assert "1 500 000" in after.summary


def test_transitional_rules_lead_to_the_law_that_still_applies() -> None:
    rules = {rule.id: rule for s in real_handbook().statutes.values() for rule in s.value.transitional}
    recovery, appeal = rules["sol-overgang-5a"], rules["sol-overgang-6"]
    assert set(recovery.applies) == {"sol2001-9-1", "sol2001-9-2", "sol2001-9-3", "sol2001-9-4"}
    assert appeal.applies == ("sol2001",)
    assert rules["sol-overgang-2025-1299-3"].per == date(2025, 12, 31)
    assert rules["sol-overgang-3"].limits == ("sol-14-9",)
    assert weakest(*(w.certainty for r in (recovery, appeal) for w in r.wordings)) is Certainty.SURE
