"""What `--skriv` writes, and above all what it leaves alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.model.finding import Finding
from macros.model.statute import Wording
from macros.sources.atomic_files import WriteError
from macros.sources.yaml_nodes import parse_yaml
from macros.watch.report import needs_action
from macros.watch.run import Order, record, watch
from tests.conftest import check, edit
from tests.watch.made_up import SECTIONS, act, changed, load, no_network, run, text_of

WRITTEN = {"fingeravtryck", "likhetsavtryck", "läst_lydelse", "ändrad_upptäckt", "kontrollerad"}


def law_file(root: Path) -> Path:
    return root / "data/lagar/exl.yml"


def wordings(root: Path) -> list[Wording]:
    return [wording for provision in load(root).statutes["exl"].value.provisions for wording in provision.wordings]


def claims(root: Path) -> Any:
    """The file's content without what the watch may write."""

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: stripped(inner) for key, inner in value.items() if key not in WRITTEN}
        return [stripped(inner) for inner in value] if isinstance(value, list) else value

    return stripped(parse_yaml(law_file(root).read_text(encoding="utf-8")).data)


@pytest.mark.parametrize(
    "content",
    [
        text_of(),
        changed("Denna lag gäller", "Lagen gäller"),
        changed(SECTIONS["1 kap. Inledning"]["2 a §"], "Har upphävts genom lag (2026:9)."),
        text_of({"1 kap. Inledning": {"1 §": "Kort."}}, ""),
        changed("1 § Denna", "2 § Denna"),
    ],
)
def test_no_claim_of_ours_is_ever_changed(example: Path, content: str) -> None:
    before = claims(example)
    run(example, act(text_of()), write=True)
    run(example, act(content), write=True)
    assert claims(example) == before


def test_every_other_byte_stays(example: Path) -> None:
    text = law_file(example).read_text(encoding="utf-8")
    text = text.replace("säkerhet: säker\n", "säkerhet: säker   # läst två gånger\n", 1) + "\n# Sist i filen.\n"
    law_file(example).write_bytes(text.replace("\n", "\r\n").encode())
    run(example, act(text_of()), write=True)
    after = law_file(example).read_bytes().decode()
    kept = [line for line in after.split("\r\n") if line.split(":")[0].strip() not in WRITTEN - {"kontrollerad"}]
    assert kept == text.split("\n")
    assert after.count("\n") == after.count("\r\n")


def test_same_text_again_has_nothing_to_say_and_soon_nothing_to_write(example: Path) -> None:
    run(example, act(text_of()), write=True)
    assert not needs_action(run(example, act(text_of()), write=True))  # confirms the day, see below
    files = {path: path.read_bytes() for path in (example / "data").rglob("*.yml")}
    assert not needs_action(run(example, act(text_of()), write=True))
    assert {path: path.read_bytes() for path in (example / "data").rglob("*.yml")} == files


def test_first_record_holds_what_was_read(example: Path) -> None:
    run(example, act(text_of()), write=True)
    assert all(wording.fingerprint and wording.likeness for wording in wordings(example))
    assert {wording.read_as for wording in wordings(example)} == {"SFS 2026:9"}
    assert {wording.change_found_on for wording in wordings(example)} == {None}
    reading = load(example).holdings.law_readings["exl"].value
    assert (reading.as_of, reading.read_as) == (date(2026, 11, 20), "SFS 2026:9")
    assert [(found.chapter, found.paragraphs) for found in reading.chapters] == [("1", "1, 2, 2 a"), ("2", "1, 2")]
    assert [(rule.act, rule.point) for rule in reading.rules] == [("2020:100", "1"), ("2020:100", "2")]


def test_no_text_is_written(example: Path) -> None:
    run(example, act(text_of()), write=True)
    text = "".join(path.read_text(encoding="utf-8") for path in (example / "data").rglob("*.yml"))
    words = " ".join(text_of().split())
    runs = {" ".join(words.split()[start : start + 5]) for start in range(len(words.split()) - 4)}
    assert not [found for found in runs if found in " ".join(text.split())]


def test_changed_text_replaces_the_fingerprint_and_dates_the_change(example: Path) -> None:
    run(example, act(text_of()), write=True)
    before = wordings(example)[0]
    run(example, act(changed("Denna lag gäller", "Lagen gäller")), today=date(2026, 12, 1), write=True)
    after = wordings(example)[0]
    assert after.fingerprint != before.fingerprint
    assert (after.change_found_on, after.checked_on) == (date(2026, 12, 1), before.checked_on)
    assert after.is_suspect
    assert not needs_action(run(example, act(changed("Denna lag gäller", "Lagen gäller")), today=date(2026, 12, 1)))


def test_unchanged_text_confirms_the_day_that_the_source_shows(example: Path) -> None:
    run(example, act(text_of()), write=True)
    assert wordings(example)[0].checked_on == date(2026, 11, 1)
    run(example, act(text_of(), uppdateradDateTime="2026-11-21T00:00:00"), write=True)
    days = [wording.checked_on for wording in wordings(example)]
    # 1:1 and the wording of 2:1 in force; not the one that is only likely (1:2 a), nor the one to come.
    assert days == [date(2026, 11, 21), date(2026, 1, 10), date(2026, 11, 21), date(2026, 11, 1)]


def test_unread_change_is_not_confirmed_by_the_machine(example: Path) -> None:
    run(example, act(text_of()), write=True)
    run(example, act(changed("Denna lag gäller", "Lagen gäller")), write=True)
    text = act(changed("Denna lag gäller", "Lagen gäller"), uppdateradDateTime="2026-12-24T00:00:00")
    run(example, text, today=date(2026, 12, 24), write=True)
    assert wordings(example)[0].checked_on == date(2026, 11, 1)
    assert wordings(example)[0].is_suspect


def test_file_that_was_edited_meanwhile_is_left_alone(example: Path) -> None:
    source = example.parent / "lag.json"
    source.write_text(act(text_of()), encoding="utf-8")
    handbook = load(example)
    report = watch(handbook, Order(date(2026, 11, 22), (str(source),)), no_network())
    edit(law_file(example), "rubrik: Vad lagen gäller", "rubrik: Vad lagen avser")
    before = law_file(example).read_bytes()
    with pytest.raises(WriteError, match=r"ändrades medan"):
        record(handbook, report)
    assert law_file(example).read_bytes() == before
    assert not (example / "data/lagbevakning").exists()


def test_wording_within_braces_is_refused_whole(example: Path) -> None:
    text = law_file(example).read_text(encoding="utf-8")
    start, end = text.index("      - sammanfattning: Nämnden"), text.index("  - id: exl-2-1")
    flow = "      - {sammanfattning: Nämnden beslutar om stöd., säkerhet: trolig, källa: kopia}\n"
    law_file(example).write_text(text[:start] + flow + text[end:], encoding="utf-8")
    with pytest.raises(WriteError, match=r"går att ändra för sig"):
        run(example, act(text_of()), write=True)
    assert "fingeravtryck" not in law_file(example).read_text(encoding="utf-8")


def suspect(findings: list[Finding]) -> list[tuple[str, str, int]]:
    return [(f.code, f.place.path, f.place.line) for f in findings if f.code in {"LAG401", "LAG402"}]


def test_change_makes_what_rests_on_it_suspect_until_a_receipt(example: Path) -> None:
    run(example, act(text_of()), write=True)
    assert suspect(check(example)) == []
    run(example, act(changed("uppdra åt en", "uppdra åt någon")), today=date(2026, 12, 1), write=True)
    day = date(2026, 12, 2)
    found = check(example, day)
    assert [code for code, _, _ in suspect(found)] == ["LAG402", "LAG401"]
    message = next(finding.message for finding in found if finding.code == "LAG401")
    assert message == (
        "RUT-AAA är misstänkt: 1 kap. 2 a § ExL har ändrats, vilket upptäcktes 2026-12-01, "
        "efter granskningen 2026-11-01. Det rör steg beslut."
    )
    assert suspect(check(example, date(2026, 11, 30))) == []  # nobody knew of it then
    receipts = example / "data/granskningar/RUT-AAA"
    receipt = (receipts / "2026-11-01.yml").read_text(encoding="utf-8")
    (receipts / "2026-11-30.yml").write_text(receipt.replace("2026-11-01", "2026-11-30"), encoding="utf-8")
    assert [code for code, _, _ in suspect(check(example, day))] == ["LAG402", "LAG401"]
    (receipts / "2026-12-01.yml").write_text(receipt.replace("2026-11-01", "2026-12-01"), encoding="utf-8")
    assert [code for code, _, _ in suspect(check(example, day))] == ["LAG402"]
    edit(law_file(example), "kontrollerad: 2026-01-10", "kontrollerad: 2026-12-01")
    assert suspect(check(example, day)) == []
