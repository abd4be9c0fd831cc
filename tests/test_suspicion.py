"""What casts doubt on a routine, and what a review answers for, in the example handbook."""

from pathlib import Path

import pytest

from macros.citing import citings_by_provision, routine_citings
from macros.suspicion import suspicions
from tests.conftest import TODAY, check, codes, edit
from tests.watch.made_up import load


@pytest.fixture
def root(example: Path) -> Path:
    """The example, where 1 kap. 1 § was found changed after both routines were reviewed."""
    text = "        kontrollerad: 2026-11-01\n"
    path = example / "data/lagar/exl.yml"
    content = path.read_text(encoding="utf-8")
    assert text in content
    path.write_text(content.replace(text, f"{text}        ändrad_upptäckt: 2026-11-20\n", 1), encoding="utf-8")
    return example


def test_review_answers_for_page_steps_items_and_templates(example: Path) -> None:
    found = {(provision_id, citing.id) for provision_id, citing in routine_citings(load(example), "RUT-AAA", TODAY)}
    assert found == {
        ("exl-1-1", "RUT-AAA"),
        ("exl-1-1", "RUT-AAA#utredning"),
        ("exl-1-1", "CL-AAA-01"),
        ("exl-1-1", "CL-AAA-02"),
        ("exl-1-1", "M-UND"),
        ("exl-2-1", "RUT-AAA#beslut"),
        ("exl-2-1", "CL-AAA-04"),
        ("exl-1-2a", "RUT-AAA#beslut"),
        ("gel-4", "RUT-AAA#galler"),
    }


def test_what_is_named_for_all_routines_is_what_each_answers_for(example: Path) -> None:
    handbook = load(example)
    named = {
        (provision_id, citing.id)
        for provision_id, citings in citings_by_provision(handbook, TODAY).items()
        for citing in citings
        if citing.routine is not None
    }
    answered = {
        (provision_id, citing.id)
        for routine_id in handbook.routines
        for provision_id, citing in routine_citings(handbook, routine_id, TODAY)
        if citing.routine is not None
    }
    assert named == answered


def test_changed_provision_casts_doubt_on_every_routine_that_rests_on_it(root: Path) -> None:
    handbook = load(root)
    assert {routine_id for routine_id in handbook.routines if suspicions(handbook, routine_id, TODAY)} == {
        "RUT-AAA",
        "RUT-BBB",
    }
    assert codes(f for f in check(root) if f.code.startswith("LAG4")) == ["LAG402", "LAG401", "LAG401"]


def test_retired_item_alone_is_no_ground_for_doubt(root: Path) -> None:
    for path in ("docs/rutiner/rut-aaa.md", "data/checklistor/CL-AAA.yml", "data/mallar/M-UND.yml"):
        content = (root / path).read_text(encoding="utf-8")
        parts = content.split("CL-AAA-03")
        parts[0] = parts[0].replace("- exl-1-1\n", "- exl-2-1\n")
        (root / path).write_text("CL-AAA-03".join(parts), encoding="utf-8")
    handbook = load(root)
    assert suspicions(handbook, "RUT-AAA", TODAY) == ()
    edit(root / "data/checklistor/CL-AAA.yml", "    utgår: 2026-06-01\n", "")
    (found,) = suspicions(load(root), "RUT-AAA", TODAY)
    assert [citing.id for citing in found.citings] == ["CL-AAA-03"]
