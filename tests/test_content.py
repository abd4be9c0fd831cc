"""The real handbook: it holds together, and its own mistakes would stop it."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook, routine_meta
from macros.model.audit import AnswerStatus
from macros.model.finding import Finding, Level
from macros.sections import find_section
from macros.surroundings import current_day
from tests.conftest import ROOT, copy_real, edit, run_python

RECEIPTS = ROOT / "data" / "granskningar" / "RUT-ANV"
LATEST_REVIEW = max(date.fromisoformat(path.stem) for path in RECEIPTS.glob("*.yml"))
LATEST_READING = max(
    date.fromisoformat(day)
    for path in (ROOT / "data" / "lagar").glob("*.yml")
    for day in re.findall(r"^ *kontrollerad: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
)
# The first day on which nothing that staff have dated lies in the future.
DAY_AFTER = max(LATEST_REVIEW, LATEST_READING) + timedelta(days=1)
MAX_WORDS_IN_BRIEF = 60
# How many rows each source has: three audits with numbered recommendations, one known by its answer, one mapping.
RECOMMENDATIONS = {"ENK": 3, "PAJ": 4, "NYK": 5, "BOT": 3, "PP": 10}
ROUTINES = [path for path in sorted((ROOT / "docs" / "rutiner").glob("*.md")) if path.name != "index.md"]


def test_nothing_in_the_handbook_is_overdue_today() -> None:
    """The one test that asks the clock: a routine of risk class 1 past its review day stops the tests."""
    _, findings = load_and_check(ROOT, current_day())
    late = [finding.line() for finding in findings if finding.blocks]
    assert not late, "\n".join(["Handboken har något som måste göras nu:", *late])


@pytest.fixture
def real(tmp_path: Path) -> Path:
    return copy_real(tmp_path / "handbok")


@pytest.fixture(scope="module")
def real_handbook() -> Handbook:
    loaded, _ = load_and_check(ROOT, DAY_AFTER)
    assert loaded is not None
    return loaded


def blocking(root: Path) -> list[Finding]:
    return [finding for finding in load_and_check(root, DAY_AFTER)[1] if finding.blocks]


def test_real_handbook_has_nothing_that_blocks() -> None:
    assert [finding.line() for finding in blocking(ROOT)] == []


def test_real_handbook_warns_of_nothing_but_law_and_coming_reviews() -> None:
    warnings = [finding for finding in load_and_check(ROOT, DAY_AFTER)[1] if finding.level is Level.VARNING]
    assert [finding.line() for finding in warnings if not finding.code.startswith(("LAG", "GRA202"))] == []


def test_routine_reviewed_three_years_ago_stops_the_check(real: Path) -> None:
    latest, old = f"{LATEST_REVIEW}", f"{LATEST_REVIEW.year - 3}-01-18"
    for path in (real / "data/granskningar/RUT-ANV").glob("*.yml"):
        if path.stem != latest:
            path.unlink()
    receipt = real / f"data/granskningar/RUT-ANV/{latest}.yml"
    edit(receipt, f"dag: {latest}", f"dag: {old}")
    receipt = receipt.rename(receipt.with_name(f"{old}.yml"))
    line_number = next(
        number for number, line in enumerate(receipt.read_text("utf-8").splitlines(), 1) if line.startswith("dag:")
    )
    done = run_python("-m", "macros", "kontrollera", cwd=real, HANDBOK_DATUM=DAY_AFTER.isoformat())
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if " fel: " in line]
    assert line.startswith(
        f"data/granskningar/RUT-ANV/{old}.yml:{line_number}: GRA203 fel: RUT-ANV skulle ha granskats"
    )
    assert line.endswith("Granska rutinen och lägg ett nytt kvitto i samma mapp.")


ROUTINE, CHECKLIST = "docs/rutiner/rut-anv.md", "data/checklistor/CL-ANV.yml"
ITEM = """  - id: CL-ANV-01
    text: Samma id som en annan punkt
    steg: kartlaggning
    roll:
      - socialsekreterare
    senast:
      före: beslut
    varför: Ett prov.
    grund:
      - sol-14-2
    dokumenteras: Akten
"""


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ((ROUTINE, "\nriskklass: 1\n", "\nriskklass 1\n"), "SID101", "Raden saknar kolon"),
        ((ROUTINE, "---\nid: RUT-ANV", "id: RUT-ANV"), "SID101", "Sidan saknar sidhuvud."),
        ((ROUTINE, "id: RUT-ANV\n", "id: RUT-ANV\nid: RUT-ANV\n"), "SID102", "står två gånger"),
        ((ROUTINE, "riskklass: 1\n", "riskklass: 1\nriskklas: 1\n"), "SID103", "Menade du ”riskklass”?"),
        ((ROUTINE, "  - sol-34-1\n", "  - sol-34-11\n"), "LAG201", "”sol-34-11” finns inte"),
        ((CHECKLIST, "\npunkter:\n", f"\npunkter:\n{ITEM}"), "CHK203", "finns redan på rad"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_mistake_in_the_real_content_is_one_clear_line(
    real: Path, change: tuple[str, str, str], code: str, words: str
) -> None:
    path, old, new = change
    edit(real / path, old, new)
    (found,) = blocking(real)
    assert (found.code, found.place.path) == (code, path)
    assert words in found.line()


def test_role_that_is_taken_away_is_missed_wherever_it_was_named(real: Path) -> None:
    roles = real / "data/roller.yml"
    text = roles.read_text(encoding="utf-8")
    kept, removed = re.subn(r"  - id: socialsekreterare\n(?:    .*\n)+", "", text)
    assert removed == 1
    roles.write_text(kept, encoding="utf-8")
    found = blocking(real)
    assert {finding.code for finding in found} == {"ROL201", "CHK204"}
    assert all("”socialsekreterare” finns inte." in finding.message for finding in found)
    for finding in found:
        line = (real / finding.place.path).read_text(encoding="utf-8").splitlines()[finding.place.line - 1]
        assert "socialsekreterare" in line


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_routine_is_brief_in_its_summary(path: Path) -> None:
    brief = path.read_text(encoding="utf-8").split("{ #kort-sagt }")[1].split("\n## ")[0]
    words = re.sub(r"\{\{[^}]*\}\}|\]\([^)]*\)|[*_\[\]-]", " ", brief).split()
    assert len(words) <= MAX_WORDS_IN_BRIEF
    assert 1 <= len(re.findall(r"^- ", brief, re.MULTILINE)) <= 4


@pytest.mark.prov("granskade-rutiner")
@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_routine_has_been_reviewed_and_has_a_checklist(real_handbook: Handbook, path: Path) -> None:
    routine = path.stem.upper()
    assert real_handbook.latest_receipt(routine, DAY_AFTER) is not None
    meta = routine_meta(real_handbook.routines[routine].value)
    assert meta.checklists
    assert all(real_handbook.checklist_page(checklist) for checklist in meta.checklists)


def test_routines_of_the_whole_process_have_no_stage(real_handbook: Handbook) -> None:
    stages = {name: routine_meta(page.value).stage for name, page in real_handbook.routines.items()}
    assert {name: stage.value for name, stage in stages.items() if stage} == {
        "RUT-ANV": "anvisning",
        "RUT-SAM": "samverkan",
        "RUT-UPP": "uppföljning",
        "RUT-NAR": "uppföljning",
        "RUT-AVS": "avslut",
    }


@pytest.mark.parametrize(
    ("prefix", "ids"),
    [
        ("ENK", ["ENK-1", "ENK-2", "ENK-3"]),
        ("PAJ", ["PAJ-1", "PAJ-2", "PAJ-3", "PAJ-4"]),
        ("NYK", ["NYK-1", "NYK-2", "NYK-3", "NYK-4", "NYK-5"]),
        ("BOT", ["BOT-1", "BOT-2", "BOT-3"]),
    ],
)
def test_every_recommendation_of_an_audit_is_in_the_register(
    real_handbook: Handbook, prefix: str, ids: list[str]
) -> None:
    found = [name for name in real_handbook.holdings.recommendations if name.startswith(f"{prefix}-")]
    assert sorted(found) == ids


def test_the_process_mapping_is_in_the_register_too(real_handbook: Handbook) -> None:
    assert sum(name.startswith("PP-") for name in real_handbook.holdings.recommendations) >= 5


def test_every_recommendation_of_the_sources_is_traced(real_handbook: Handbook) -> None:
    counts = Counter(found.partition("-")[0] for found in real_handbook.holdings.recommendations)
    assert counts == RECOMMENDATIONS
    numbered = {f"{source}-{number + 1}" for source, count in counts.items() for number in range(count)}
    assert set(real_handbook.holdings.recommendations) == numbered


def test_every_recommendation_is_answered_or_excepted_with_a_reason(real_handbook: Handbook) -> None:
    for found in real_handbook.holdings.recommendations.values():
        if found.status is AnswerStatus.EXCEPTED:
            assert len((found.exception or "").split()) >= 5, found.id
        else:
            assert found.answers, found.id
            assert found.items, found.id
            assert found.evidence, found.id
            assert all(find_section(real_handbook, answer.section) for answer in found.answers), found.id
        if found.remainder is not None:
            assert len(found.remainder.reason.split()) >= 5, found.id


@pytest.mark.prov("lagrum-finns")
def test_every_citation_in_the_text_leads_to_a_provision(real_handbook: Handbook) -> None:
    found = real_handbook.citations_in_text
    assert found.lost == ()
    assert {use.provision_id for use in found.uses} > {"sol-12-4", "sol-12-5", "sol2001-4-4"}


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1]
    # Frozen editions are reached from the archive's own list: the menu would grow every year.
    every = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    pages = {path for path in every if not path.startswith("arkiv/rut-")}
    assert pages - set(re.findall(r"[\w/.-]+\.md", menu)) == set()


def test_every_page_says_when_it_is_used(real_handbook: Handbook) -> None:
    silent = [page.path for page in real_handbook.pages if not page.value.meta.description]
    assert set(silent) <= {"docs/index.md"}


def test_every_file_that_staff_edit_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "data").rglob("*.yml")
        if not path.read_text(encoding="utf-8").startswith("# ")
    ]
    assert silent == []


def test_every_statute_and_checklist_has_its_page(real_handbook: Handbook) -> None:
    assert [name for name in real_handbook.statutes if real_handbook.statute_page(name) is None] == []
    assert [name for name in real_handbook.checklists if real_handbook.checklist_page(name) is None] == []


CONTENT = [*sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "data").rglob("*.yml"))]
# Personal numbers, e-mail addresses and telephone numbers as Swedes write them.
PERSONAL = re.compile(
    r"\b(?:\d{2})?\d{6}[-+]?\d{4}\b|[\w.+-]+@[\w-]+\.\w+|(?:\+46|\b0)[ -]?\d{1,3}(?:[ /-]{0,3}\d{2,3}){2,3}\b"
)
# Two capitalised words within a sentence are a person's name, unless one of them belongs to something else.
TWO_NAMES = re.compile(r"(?<=[a-zåäö,] )([A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?) ([A-ZÅÄÖ][a-zåäöé]{2,})\b")
NO_PERSONS = {"Joar", "Samordningsförbundet", "Public", "Entré", "Vägen"}


def found_in_content(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    return {
        (path.relative_to(ROOT).as_posix(), match[0])
        for path in CONTENT
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    "text",
    [
        "850709-9805",
        "198507099805",
        "anna@kommun.se",
        "0171-62 50 00",
        "070-123 45 67",
        "08-123 456 78",
        "+46 171 625000",
    ],
)
def test_personal_data_would_be_found(text: str) -> None:
    assert PERSONAL.search(f"Fråga {text} nu.")


@pytest.mark.parametrize("text", ["2025:400", "2026-11-22", "14 kap. 2 §", "CL-ANV-07", "2022–2023"])
def test_law_and_days_are_not_taken_for_personal_data(text: str) -> None:
    assert not PERSONAL.search(f"Se {text}.")


@pytest.mark.prov("inga-personuppgifter")
def test_content_holds_no_personal_number_address_or_telephone() -> None:
    assert found_in_content(PERSONAL) == set()


@pytest.mark.prov("inga-personuppgifter")
def test_content_names_no_person() -> None:
    assert TWO_NAMES.search("och Anna Berg skriver")
    assert {
        (path, names) for path, names in found_in_content(TWO_NAMES) if not NO_PERSONS & set(names.split())
    } == set()
