"""The real handbook: it holds together, and its own mistakes would stop it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.finding import Finding, Level
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
ROUTINES = [path for path in sorted((ROOT / "docs" / "rutiner").glob("*.md")) if path.name != "index.md"]


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


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ((ROUTINE, "\nriskklass: 1\n", "\nriskklass 1\n"), "SID101", "Raden saknar kolon"),
        ((ROUTINE, "---\nid: RUT-ANV", "id: RUT-ANV"), "SID101", "Sidan saknar sidhuvud."),
        ((ROUTINE, "id: RUT-ANV\n", "id: RUT-ANV\nid: RUT-ANV\n"), "SID102", "står två gånger"),
        ((ROUTINE, "riskklass: 1\n", "riskklass: 1\nriskklas: 1\n"), "SID103", "Menade du ”riskklass”?"),
        ((ROUTINE, "  - sol-34-1\n", "  - sol-34-11\n"), "LAG201", "”sol-34-11” finns inte"),
        ((CHECKLIST, "id: CL-ANV-02\n", "id: CL-ANV-01\n"), "CHK203", "finns redan på rad"),
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


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1]
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert pages - set(re.findall(r"[\w/.-]+\.md", menu)) == set()


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


def test_content_names_no_person() -> None:
    personal = re.compile(r"\b\d{6,8}[-+]\d{4}\b|[\w.]+@[\w-]+\.\w+|\b0\d{1,3}[- ]\d{2,3} ?\d{2} ?\d{2}\b")
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]
    found = {
        (path.relative_to(ROOT).as_posix(), match)
        for path in files
        for match in personal.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()
