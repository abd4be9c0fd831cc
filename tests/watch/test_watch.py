"""What the watch says of a made-up act when it changes in every way that an act changes."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.watch.outcome import Status
from macros.watch.report import all_findings, needs_action, text_lines
from tests.conftest import codes, edit
from tests.watch.made_up import RULES, SECTIONS, TODAY, act, changed, load, only_act, run, said, text_of


@pytest.fixture
def root(example: Path) -> Path:
    """The example handbook, with the made-up act on record."""
    run(example, act(text_of()), write=True)
    return example


def law_file(root: Path) -> Path:
    return root / "data/lagar/exl.yml"


def test_first_run_has_nothing_to_compare_with(example: Path) -> None:
    found = only_act(run(example, act(text_of())))
    assert said(found.outcomes) == [
        (Status.FIRST, "1 kap. 1 § ExL"),
        (Status.FIRST, "1 kap. 2 a § ExL"),
        (Status.FIRST, "2 kap. 1 § ExL"),
        (Status.FIRST, "2 kap. 1 § ExL"),
        (Status.FIRST, "Paragraferna i ExL"),
    ]


def test_same_text_again_is_nothing_to_act_on(root: Path) -> None:
    report = run(root, act(text_of()))
    assert {outcome.status for outcome in only_act(report).outcomes} == {Status.UNCHANGED}
    assert len(only_act(report).outcomes) == 4
    assert not needs_action(report)


def test_other_line_breaks_dashes_and_headings_are_no_change(root: Path) -> None:
    text = text_of().replace(" stöd", "\r\nstöd").replace("2 kap. Planering", "2 kap. Om planer\r\n\r\nEn ny rubrik")
    assert not needs_action(run(root, act(text)))


def test_one_word_names_that_provision_and_what_rests_on_it_and_nothing_else(root: Path) -> None:
    report = run(root, act(changed("uppdra åt en anställd", "uppdra åt någon anställd")))
    (outcome,) = only_act(report).to_act_on
    assert (outcome.status, outcome.provision_id) == (Status.CHANGED, "exl-1-2a")
    assert [(citing.kind.value, citing.id) for citing in outcome.concerns] == [("steg", "RUT-AAA#beslut")]
    assert codes(all_findings(report)) == ["BEV201"]


def test_everything_that_rests_on_a_provision_is_named_once(root: Path) -> None:
    (outcome,) = only_act(run(root, act(changed("Denna lag gäller", "Denna lag avser")))).to_act_on
    named = [(citing.kind.value, citing.id, citing.routine) for citing in outcome.concerns]
    assert named == [
        ("rutin", "RUT-AAA", "RUT-AAA"),
        ("steg", "RUT-AAA#utredning", "RUT-AAA"),
        ("steg", "RUT-BBB#samtal", "RUT-BBB"),
        ("punkt", "CL-AAA-01", "RUT-AAA"),
        ("punkt", "CL-AAA-02", "RUT-AAA"),  # 03 is retired and rests on nothing
        ("mall", "M-UND", None),
        ("rekommendation", "EXK-1", None),
        ("rekommendation", "EXK-3", None),
    ]
    assert len({citing.id for citing in outcome.concerns}) == len(outcome.concerns)


def test_removed_provision_is_never_unchanged(root: Path) -> None:
    sections = {**SECTIONS, "1 kap. Inledning": {k: v for k, v in SECTIONS["1 kap. Inledning"].items() if k != "1 §"}}
    assert said(only_act(run(root, act(text_of(sections)))).to_act_on) == [(Status.MISSING, "1 kap. 1 § ExL")]


def test_empty_chapter_is_never_unchanged(root: Path) -> None:
    report = run(root, act(text_of({**SECTIONS, "2 kap. Planering": {}})))
    assert (Status.MISSING, "2 kap. 1 § ExL") in said(only_act(report).to_act_on)
    assert needs_action(report)


def test_repealed_provision_stays_a_finding_until_the_register_says_so(root: Path) -> None:
    old = SECTIONS["1 kap. Inledning"]["2 a §"]
    text = changed(old, "Har upphävts genom lag (2026:9).")
    for _ in range(2):
        assert said(only_act(run(root, act(text), write=True)).to_act_on) == [(Status.CEASED, "1 kap. 2 a § ExL")]
    edit(
        law_file(root), "      - sammanfattning: Nämnden", "      - t_o_m: 2026-10-31\n        sammanfattning: Nämnden"
    )
    assert not needs_action(run(root, act(text)))


def test_wording_that_only_ends_is_repealed_when_the_day_has_come(root: Path) -> None:
    text = changed("2 a § Nämnden", "2 a § /Upphör att gälla U:2026-11-22/ Nämnden")
    assert said(only_act(run(root, act(text))).to_act_on) == [(Status.CEASED, "1 kap. 2 a § ExL")]
    before = only_act(run(root, act(text), today=date(2026, 11, 21)))
    assert [(o.status, o.detail) for o in before.to_act_on] == [
        (Status.COMING, "Bestämmelsen upphör att gälla 2026-11-22.")
    ]


def test_inserted_provision_is_new_once(root: Path) -> None:
    text = changed("2 § Planen ska ses över.", "1 a § Planen är hemlig.\r\n\r\n2 § Planen ska ses över.")
    assert said(only_act(run(root, act(text), write=True)).to_act_on) == [(Status.NEW, "2 kap. 1 a § ExL")]
    assert not needs_action(run(root, act(text)))


def test_new_chapter_that_the_register_does_not_use_is_no_matter(root: Path) -> None:
    assert not needs_action(run(root, act(text_of({**SECTIONS, "3 kap. Annat": {"1 §": "Något annat."}}))))


def test_renumbered_provision_is_found_under_its_new_number(root: Path) -> None:
    first = SECTIONS["1 kap. Inledning"]
    moved = {"1 §": first["1 §"], "2 §": first["2 §"], "2 a §": "Något helt nytt om avgifter.", "3 §": first["2 a §"]}
    (renumbered, new) = only_act(run(root, act(text_of({**SECTIONS, "1 kap. Inledning": moved})))).to_act_on
    assert (renumbered.status, renumbered.number) == (Status.RENUMBERED, "1 kap. 2 a § ExL")
    assert renumbered.detail == "Texten står nu i 1 kap. 3 §."
    assert (new.status, new.number) == (Status.NEW, "1 kap. 3 § ExL")


def test_renumbered_provision_with_moved_references_is_found_too(root: Path) -> None:
    first = SECTIONS["1 kap. Inledning"]
    moved = {"1 §": "Något helt nytt om avgifter.", "2 §": first["2 §"], "2 a §": first["2 a §"]}
    moved["3 §"] = first["1 §"].replace("enligt 2 §", "enligt 4 §")
    found = only_act(run(root, act(text_of({**SECTIONS, "1 kap. Inledning": moved})))).with_status(Status.RENUMBERED)
    assert [(outcome.number, outcome.detail) for outcome in found] == [
        ("1 kap. 1 § ExL", "Texten står nu i 1 kap. 3 §.")
    ]


def test_wording_that_starts_next_year_is_coming_until_the_register_has_it(root: Path) -> None:
    old = SECTIONS["1 kap. Inledning"]["2 a §"]
    both = f"/Upphör att gälla U:2027-07-01/ {old}\r\n\r\n2 a § /Träder i kraft I:2027-07-01/ Rektorn beslutar om stöd."
    text = changed(old, both)
    (coming,) = only_act(run(root, act(text), write=True)).to_act_on
    assert (coming.status, coming.detail) == (Status.COMING, "En ny lydelse träder i kraft 2027-07-01.")
    assert said(only_act(run(root, act(text))).to_act_on) == [(Status.COMING, "1 kap. 2 a § ExL")]
    after = only_act(run(root, act(text), today=date(2027, 7, 1)))
    assert [(o.status, o.detail) for o in after.to_act_on] == [
        (Status.CHANGED, "")
    ]  # the day has come: the register's only wording is the old text


def test_coming_wording_that_the_register_has_is_compared(root: Path) -> None:
    text = changed("minst fyra gånger", "minst sex gånger")
    (outcome,) = only_act(run(root, act(text))).to_act_on
    assert (outcome.status, outcome.number) == (Status.CHANGED, "2 kap. 1 § ExL")
    assert {("punkt", "CL-AAA-04"), ("insats", "samtal")} <= {(one.kind.value, one.id) for one in outcome.concerns}
    assert outcome.place.line == next(
        number
        for number, line in enumerate(law_file(root).read_text(encoding="utf-8").splitlines(), start=1)
        if "fr_o_m: 2027-01-01" in line
    )


def test_wording_on_a_day_that_the_government_decides_is_coming(root: Path) -> None:
    old = SECTIONS["1 kap. Inledning"]["2 a §"]
    later = "2 a § /Träder i kraft I:den dag regeringen bestämmer/ Nytt."
    both = f"/Upphör att gälla U:den dag regeringen bestämmer/ {old}\r\n\r\n{later}"
    (coming,) = only_act(run(root, act(changed(old, both)))).to_act_on
    assert coming.detail == "En ny lydelse träder i kraft den dag regeringen bestämmer."


def test_garbled_split_is_unreadable_and_not_changed(root: Path) -> None:
    text = changed(
        "2 § Med kommun avses även region.\r\n\r\n2 a § Nämnden", "2 § Med kommun avses även region. 2 a § Nämnden"
    )
    found = only_act(run(root, act(text)))
    assert said(found.to_act_on) == [(Status.MISSING, "1 kap. 2 a § ExL")]
    text = changed("1 § Denna lag", "1 § Denna lag. 2 § Med kommun avses. 2 a § Nämnden")
    found = only_act(run(root, act(text)))
    assert (Status.UNREADABLE, "1 kap. 1 § ExL") in said(found.to_act_on)


def test_two_wordings_without_days_are_unreadable(root: Path) -> None:
    text = changed(" /Upphör att gälla U:2027-01-01/", "").replace(" /Träder i kraft I:2027-01-01/", "")
    assert (Status.UNREADABLE, "2 kap. 1 § ExL") in said(only_act(run(root, act(text))).to_act_on)


def test_transitional_rules_are_compared_one_by_one(root: Path) -> None:
    rules = RULES.replace("Äldre plan", "Ny plan") + "\n\n2026:9\n\nLagen träder i kraft den 1 januari 2027."
    found = only_act(run(root, act(text_of(rules=rules)), write=True))
    assert [(outcome.status, outcome.number, outcome.detail) for outcome in found.to_act_on] == [
        (Status.RULE, "Övergångsbestämmelserna till 2020:100, punkt 2", "De har ändrats."),
        (Status.RULE, "Övergångsbestämmelserna till 2026:9", "De är nya."),
    ]
    assert not needs_action(run(root, act(text_of(rules=rules))))
    gone = only_act(run(root, act(text_of(rules=""))))
    assert {outcome.status for outcome in gone.to_act_on} == {Status.MISSING}


def test_repealed_act_is_one_matter_with_all_that_rests_on_it(root: Path) -> None:
    (outcome,) = only_act(run(root, act(text_of(), upphavdDateTime="2026-07-01T00:00:00"))).to_act_on
    assert (outcome.status, outcome.number) == (Status.CEASED, "Hela lagen ExL")
    assert {"RUT-AAA#utredning", "RUT-AAA#beslut"} <= {citing.id for citing in outcome.concerns}
    coming = only_act(run(root, act(text_of(), upphavdDateTime="2027-07-01T00:00:00"))).to_act_on
    assert said(coming) == [(Status.COMING, "Hela lagen ExL")]


def test_source_older_than_the_record_is_not_compared(root: Path) -> None:
    before = law_file(root).read_bytes()
    report = run(root, act(changed("Denna lag gäller", "Lagen gällde"), uppdateradDateTime="2026-11-19"), write=True)
    assert codes(all_findings(report)) == ["BEV105"]
    assert only_act(report).outcomes == ()
    assert law_file(root).read_bytes() == before


def test_source_that_does_not_reach_today_says_so(root: Path) -> None:
    report = run(root, act(text_of()), today=date(2027, 1, 1))
    assert codes(all_findings(report)) == []  # its marks tell what applies in 2027
    text = text_of(
        {"1 kap. Inledning": SECTIONS["1 kap. Inledning"], "2 kap. Planering": {"1 §": "Planen gäller."}}, ""
    )
    (root / "data/lagbevakning/exl.yml").unlink()
    report = run(root, act(text), today=date(2027, 1, 1))
    stale = [finding for finding in all_findings(report) if finding.code == "BEV104"]
    assert [finding.message for finding in stale] == [
        "Källan visar ExL den 2026-11-20. Den lydelse som gäller i dag kunde därför inte jämföras för 2 kap. 1 §."
    ]


def test_text_that_the_register_says_has_ceased_is_no_silence(root: Path) -> None:
    edit(
        law_file(root), "      - sammanfattning: Nämnden", "      - t_o_m: 2026-10-31\n        sammanfattning: Nämnden"
    )
    (outcome,) = only_act(run(root, act(text_of()))).to_act_on
    assert (outcome.status, outcome.provision_id) == (Status.CHANGED, "exl-1-2a")


def test_wording_read_for_the_first_time_is_held_beside_the_one_before(root: Path) -> None:
    """The register has a later wording that nobody had read; the official text has now reached it."""
    text = law_file(root).read_text(encoding="utf-8")
    later = (
        "      - fr_o_m: 2026-11-10\n        sammanfattning: Samma.\n        säkerhet: osäker\n        källa: kopia\n"
    )
    first = text.index("  - id: exl-1-2a")
    text = text[:first].replace(
        "fr_o_m: 2020-01-01\n        samm", "fr_o_m: 2020-01-01\n        t_o_m: 2026-11-09\n        samm"
    )
    law_file(root).write_text(text + later + law_file(root).read_text(encoding="utf-8")[first:], encoding="utf-8")
    same = only_act(run(root, act(text_of()))).with_status(Status.FIRST)
    assert [outcome.detail for outcome in same] == ["Texten är densamma som i den förra lydelsen."]
    other = only_act(run(root, act(changed("Denna lag gäller", "Lagen gäller")))).with_status(Status.FIRST)
    assert [outcome.detail for outcome in other] == ["Texten är en annan än i den förra lydelsen."]


def test_report_says_what_was_read_and_what_was_not(root: Path) -> None:
    lines = list(text_lines(run(root, act(changed("uppdra åt en", "uppdra åt någon")))))
    assert lines[0].startswith("ExL (2020:100): ")
    assert lines[0].endswith("lag.json visar lagen den 2026-11-20, till och med SFS 2026:9")
    assert lines[-2:] == ["Inte lästa nu: GEL.", "1 ändrad, 3 oförändrade i 1 lag."]


def test_register_with_fingerprints_has_no_new_findings(root: Path, example: Path) -> None:
    assert [f for f in load_and_check(root, TODAY)[1] if f.place.path.startswith("data/lag") and f.blocks] == []
    assert load(root).holdings.law_readings["exl"].value.as_of == date(2026, 11, 20)
