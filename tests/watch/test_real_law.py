"""The watch on the real handbook and the real texts. Where the texts are missing, these tests are skipped."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.citing import citings_by_provision
from macros.handbook import Handbook
from macros.model.finding import Finding
from macros.model.statute_text import StatuteText, paragraph_key
from macros.sources.statute_sources import read_sources
from macros.watch.outcome import ActReport, Outcome, Status
from macros.watch.run import Order, record, watch
from tests.conftest import ROOT, copy_real
from tests.watch.made_up import no_network, only_act

TEXTS = ROOT.parent / "shared" / "underlag" / "lagtext"
SOL = TEXTS / "2025-400.rkrattsbaser.json"
DAY = date(2026, 11, 22)
# As `grep -cE "^#+ [0-9]+( [a-z])? §$"` counts in Markdown; SoL: 302 openings, of which 7 are second wordings.
PROVISIONS = {
    "1944-475.txt": 5,
    "2001-454.md": 13,
    "2001-637.md": 24,
    "2008-975.md": 7,
    "2017-725.md": 330,
    "2017-900.md": 49,
    "2018-1937.md": 23,
    "2025-400.rkrattsbaser.json": 295,
    "2025-400.txt": 295,
}
DOUBLE = ["19:1", "19:6", "26:2", "26:4", "28:11", "34:7", "35:2"]

pytestmark = pytest.mark.skipif(not SOL.is_file(), reason=f"Lagtexterna finns inte i {TEXTS}.")


@cache
def read(name: str) -> StatuteText:
    findings: list[Finding] = []
    (found,) = read_sources([str(TEXTS / name)], None, None, no_network(), findings)
    assert findings == []
    return found.text


@cache
def handbook() -> Handbook:
    loaded, _ = load_and_check(ROOT, DAY)
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("name", PROVISIONS)
def test_every_text_is_split_whole_and_without_doubt(name: str) -> None:
    provisions = read(name).provisions
    assert len(provisions) == PROVISIONS[name]
    assert [provision.number for provision in provisions if provision.doubt] == []
    assert all(wording.text.endswith(".") for provision in provisions for wording in provision.wordings)


def test_act_has_all_its_chapters_and_no_gap() -> None:
    found = read(SOL.name)
    assert list(dict.fromkeys(provision.chapter for provision in found.provisions)) == [str(n) for n in range(1, 36)]
    for earlier, later in zip(found.provisions, found.provisions[1:], strict=False):
        if earlier.chapter == later.chapter:
            assert paragraph_key(later.paragraph)[0] - paragraph_key(earlier.paragraph)[0] in {0, 1}


def test_double_wordings_have_their_days() -> None:
    double = [p for p in read(SOL.name).provisions if len(p.wordings) > 1]
    assert [f"{provision.chapter}:{provision.paragraph}" for provision in double] == DOUBLE
    for provision in double:
        old, new = (wording.interval for wording in provision.wordings)
        assert old.last_day is not None
        assert new.first_day is not None
        assert (new.first_day - old.last_day).days == 1


def test_transitional_rules_are_units_of_their_own() -> None:
    rules = read(SOL.name).transitional
    assert [(rule.act, rule.point) for rule in rules] == [
        *(("2025:400", str(point)) for point in range(1, 9)),
        *(("2025:1299", str(point)) for point in range(1, 4)),
        *(("2025:1501", str(point)) for point in range(1, 3)),
    ]


def test_database_and_plain_text_give_the_same_fingerprints() -> None:
    one, other = (
        [wording.fingerprint for provision in read(name).provisions for wording in provision.wordings]
        for name in (SOL.name, "2025-400.txt")
    )
    assert one == other


def test_garbled_collection_is_a_finding() -> None:
    findings: list[Finding] = []
    assert list(read_sources([str(TEXTS / "ansvar-2001-453.json")], None, None, no_network(), findings)) == []
    assert [finding.code for finding in findings] == ["BEV102"]


def test_register_carries_the_fingerprints_of_what_was_read() -> None:
    """The shipped register against the texts that it was read from: nothing changed, nothing left out."""
    for name in PROVISIONS:
        found = only_act(watch(handbook(), Order(DAY, (str(TEXTS / name),), shows=_day_of(name)), no_network()))
        assert [outcome for outcome in found.to_act_on if outcome.status is not Status.MISSING] == [], name
        assert found.with_status(Status.UNCHANGED), name


def _day_of(name: str) -> date | None:
    """The day that a text shows when it does not say so: what the register gives as the source's own."""
    if name.endswith(".md"):
        return date(2025, 9, 1)
    return date(2025, 12, 15) if name == "2025-400.txt" else None


def mutated(tmp_path: Path, mutate: Callable[[str], str]) -> ActReport:
    found = json.loads(SOL.read_text(encoding="utf-8"))
    text = found["fulltext"]["forfattningstext"]
    found["fulltext"]["forfattningstext"] = mutate(text)
    assert found["fulltext"]["forfattningstext"] != text
    source = tmp_path / "2025-400.json"
    source.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return only_act(watch(handbook(), Order(DAY, (str(source),)), no_network()))


def within(text: str, chapter: int, opening: str, old: str, new: str) -> str:
    """The text with one thing exchanged inside the paragraph of the chapter that opens so."""
    start = text.index(f"\r\n{opening}", text.index(f"\r\n{chapter} kap. "))
    place = text.index(old, start)
    assert place - start < 1500
    return text[:place] + new + text[place + len(old) :]


# The register, its pages and plan, and what says how it was on a day of its own: nothing there rests on a provision.
ABOUT_THE_LAW = (
    "docs/lagrum/",
    "docs/arkiv/",
    "data/lagar/",
    "data/lagval.yml",
    "data/kontrollplan.yml",
    "data/granskningar/",
)


def uses_written_in_the_files(provision_id: str) -> set[str]:
    """Every line outside the law pages that names the provision, as `grep` would find it."""
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]
    found = set()
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(ABOUT_THE_LAW):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if f'"{provision_id}"' in line or line.strip() == f"- {provision_id}":
                found.add(f"{name}:{number}")
    return found


def test_one_word_of_12_4_names_just_what_rests_on_it(tmp_path: Path) -> None:
    found = mutated(tmp_path, lambda text: within(text, 12, "4 §", "praktik", "prövning"))
    (outcome,) = found.to_act_on
    assert (outcome.status, outcome.provision_id, outcome.number) == (Status.CHANGED, "sol-12-4", "12 kap. 4 § SoL")
    direct = [citing for citing in outcome.concerns if citing.kind.value != "rekommendation"]
    written = uses_written_in_the_files("sol-12-4") | {
        f"{use.place.path}:{use.place.line}"  # in running text the number is written, not the id
        for use in handbook().citations_in_text.uses
        if use.provision_id == "sol-12-4" and use.page is not None
    }
    chosen = f"data/kommuner/{handbook().profile.value.id}.yml"
    written = {place for place in written if not place.startswith("data/kommuner/") or place.startswith(chosen)}
    named = {f"{citing.place.path}:{citing.place.line}" for citing in direct}
    assert named <= written
    # A step or section that names it on several lines is one thing; nothing else may be missing.
    for place in written - named:
        assert _same_thing(place, outcome), place
    assert {citing.id for citing in direct} >= {"RUT-ANV#samrad", "RUT-AKT", "CL-ANV-10"}


def _same_thing(place: str, outcome: Outcome) -> bool:
    """True when the line stands in a step or section that is named for another line."""
    path, _, line = place.rpartition(":")
    page = handbook().pages_by_path.get(path)
    if page is None:
        return False
    anchors = [h.anchor for h in page.body.headings if h.anchor and h.line <= int(line)]
    routine_id = path.split("/")[-1].removesuffix(".md").upper()
    return f"{routine_id}#{anchors[-1]}" in {citing.id for citing in outcome.concerns}


def test_removed_inserted_and_moved_paragraphs_of_the_real_act(tmp_path: Path) -> None:
    def without_9(text: str) -> str:
        start = text.index("\r\n9 § ", text.index("\r\n12 kap. "))
        return text[:start] + text[text.index("\r\n13 kap. ", start) :]

    (gone,) = mutated(tmp_path, without_9).to_act_on
    assert (gone.status, gone.provision_id) == (Status.MISSING, "sol-12-9")
    inserted = mutated(
        tmp_path, lambda text: within(text, 12, "5 § ", "5 § ", "4 b § Ny lydelse om något.\r\n\r\n5 § ")
    )
    assert [(o.status, o.number) for o in inserted.to_act_on] == [(Status.NEW, "12 kap. 4 b § SoL")]
    moved = mutated(tmp_path, lambda text: within(text, 14, "8 § ", "8 § ", "7 a § "))
    assert [(o.status, o.provision_id, o.detail) for o in moved.to_act_on if o.provision_id] == [
        (Status.RENUMBERED, "sol-14-8", "Texten står nu i 14 kap. 7 a §.")
    ]


def test_wording_to_come_of_the_real_act(tmp_path: Path) -> None:
    def coming(text: str) -> str:
        return within(
            text,
            14,
            "2 § ",
            "2 § ",
            "2 § /Träder i kraft I:2027-07-01/\r\nNy lydelse.\r\n\r\n2 § /Upphör att gälla U:2027-07-01/\r\n",
        )

    found = [(o.status, o.provision_id) for o in mutated(tmp_path, coming).to_act_on]
    assert found == [(Status.COMING, "sol-14-2")]


def test_recording_a_change_marks_the_routines_and_leaves_the_rest(tmp_path: Path) -> None:
    root = copy_real(tmp_path / "handbok")
    loaded, _ = load_and_check(root, DAY)
    assert loaded is not None
    found = json.loads(SOL.read_text(encoding="utf-8"))
    text = found["fulltext"]["forfattningstext"]
    found["fulltext"]["forfattningstext"] = within(text, 14, "2 § ", "genast", "skyndsamt")
    source = tmp_path / "2025-400.json"
    source.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    later = date(2026, 12, 1)
    before = (root / "data/lagar/sol.yml").read_text(encoding="utf-8").splitlines()
    record(loaded, watch(loaded, Order(later, (str(source),)), no_network()))
    after = (root / "data/lagar/sol.yml").read_text(encoding="utf-8").splitlines()
    different = [line.strip() for line in after if line not in before]
    assert sorted(line.split(":")[0] for line in different) == ["fingeravtryck", "likhetsavtryck", "ändrad_upptäckt"]
    suspect = {f.place.path for f in load_and_check(root, later)[1] if f.code == "LAG401"}
    expected = {
        loaded.routines[citing.routine].path
        for citing in citings_by_provision(loaded, later)["sol-14-2"]
        if citing.routine is not None
    }
    assert suspect == expected
    assert "docs/rutiner/rut-anv.md" in suspect


def test_whole_folder_is_read_in_one_go(tmp_path: Path) -> None:
    folder = tmp_path / "lagtext"
    shutil.copytree(TEXTS, folder)
    report = watch(handbook(), Order(DAY, (str(folder),)), no_network())
    assert {act.statute_id for act in report.acts} == {"alnl", "dos", "fl", "kl", "sol", "solpuf", "solpul", "uppgf"}
    unread = sorted(Path(f.place.path).name for f in report.findings if f.code == "BEV102")
    assert unread == ["ansvar-2001-453.json", "ansvar-2009-400.json", "ansvar-2018-1937.json"]
