"""One small wrong handbook per mistake: tests/fel/<CODE>-<name>/ is laid over a copy of the example.

`fynd.txt` lists what must be found besides what the example itself gives; `TA-BORT` lists files to take away. What
lies in `HISTORIK` is committed together with the example before the rest is laid over it.
"""

import ast
import re
import shutil
from pathlib import Path

import pytest

from macros.model.finding import Finding
from macros.sources.pages import AREA as PAGE_AREA
from macros.sources.registry import KINDS
from tests.conftest import EXAMPLE, ROOT, check, commit, copy_example, marks

CASES = sorted(path for path in (ROOT / "tests" / "fel").iterdir() if path.name != "allt-fel")
EVERYTHING = ROOT / "tests" / "fel" / "allt-fel"
CHANGED = "GRA210"
_OWN_FILES = ("TA-BORT", "fynd.txt", "HISTORIK")
NO_HISTORY = "UTG303"  # the example itself is its case: it has no version history
_ONLY_WITH_HISTORY = {"UTG301", "UTG302"}
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_ENGLISH = re.compile(
    r"\b(errors?|exception|traceback|expected|invalid|missing|none|null|string|file|key|value|found|should|must|the"
    r"|permission|directory|input|field|required)\b",
    re.IGNORECASE,
)
# A cure is a sentence, or ends with what to type after a colon.
_CURE = re.compile(r"[A-ZÅÄÖ].*([.?]|: .+)")


def lay_over(case: Path, target: Path) -> Path:
    root = copy_example(target)
    if (case / "HISTORIK").exists():
        shutil.copytree(case / "HISTORIK", root, dirs_exist_ok=True)
        commit(root, "2026-11-02")
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_OWN_FILES))
    if (case / "TA-BORT").exists():
        for line in (case / "TA-BORT").read_text(encoding="utf-8").split():
            (root / line).unlink()
    return root


def expected(case: Path) -> list[tuple[str, str, int]]:
    rows = (line.split(" ") for line in (case / "fynd.txt").read_text(encoding="utf-8").splitlines())
    return [(code, place.rpartition(":")[0], int(place.rpartition(":")[2])) for code, place in rows]


def assert_readable(findings: list[Finding]) -> None:
    for finding in findings:
        line = finding.line()
        assert "\n" not in line
        assert finding.message.endswith("."), line
        assert _CURE.fullmatch(finding.cure), line
        unquoted = re.sub("”[^”]*”", "", f"{finding.message} {finding.cure}")
        assert not _ENGLISH.search(unquoted), line


def written_codes() -> set[str]:
    """Codes written out in the source."""
    found: set[str] = set()
    for path in (ROOT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                found.add(node.value)
    return found


def watch_codes() -> set[str]:
    """Codes of the law watch, which reads other things than the handbook: tests/watch has a test of each."""
    return {code for code in written_codes() if code.startswith("BEV")}


def engine_codes() -> set[str]:
    """Codes of the check: those written out, and those made of an area and a suffix while reading files."""
    found = written_codes() - watch_codes()
    for area in {kind.area for kind in KINDS.values()} | {PAGE_AREA}:
        found |= {f"{area}{number}" for number in range(101, 106)}
    return found | {f"{kind.area}106" for kind in KINDS.values() if kind.path_of}


def codes_that_hide_the_rest() -> set[str]:
    """Codes of a file that cannot be read, in areas where every kind is a single file: nothing more is known of it."""
    many = {kind.area for pattern, kind in KINDS.items() if "*" in pattern} | {PAGE_AREA}
    return {code for code in engine_codes() if code[:3] not in many and code[3] == "1"}


def told(findings: list[Finding], case: Path) -> list[Finding]:
    """The findings that the case is about: nearly every case changes what was reviewed, a finding each time."""
    return [finding for finding in findings if finding.code != CHANGED or case.name.startswith(CHANGED)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mistake_gives_its_findings_and_no_others(case: Path, tmp_path: Path) -> None:
    clean = set(marks(check(EXAMPLE)))
    findings = told(check(lay_over(case, tmp_path / "handbok")), case)
    new = [finding for finding in findings if marks([finding])[0] not in clean]
    assert marks(new) == expected(case)
    assert case.name[:6] in {finding.code for finding in new}
    assert_readable(new)


def test_handbook_wrong_in_every_way_gives_all_findings_in_order(tmp_path: Path) -> None:
    findings = check(lay_over(EVERYTHING, tmp_path / "handbok"))
    assert marks(findings) == expected(EVERYTHING)
    assert_readable(findings)


def test_handbook_wrong_in_every_way_has_every_code_that_can_stand_with_the_others() -> None:
    assert {
        code for code, _, _ in expected(EVERYTHING)
    } == engine_codes() - codes_that_hide_the_rest() - _ONLY_WITH_HISTORY


def test_every_code_has_a_case() -> None:
    assert engine_codes() - {case.name[:6] for case in CASES} == {NO_HISTORY}


def test_every_case_is_named_after_a_code() -> None:
    assert {case.name[:6] for case in CASES} - engine_codes() == set()
