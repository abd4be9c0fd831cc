"""Egenkontroll from sheet to trend: the file that the site hands out comes back filled in, and nothing else gets in."""

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.checks.measurements import check_count_files
from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.model.measurement import COLUMNS, Tally
from macros.render.control_csv import control_csv, control_files
from macros.sources.count_files import read_count_files
from tests.conftest import ROOT, TODAY, check, codes, edit, marks

FOLDER = "data/egenkontroll/exempelkoping/EK-01"
DAY = f"{FOLDER}/2026-11-22.csv"
HEADER = ";".join(COLUMNS)
ROW = "EK-01;CL-AAA-01;Behovet är antecknat;8;10;;10"


@pytest.fixture(scope="module")
def real() -> Handbook:
    loaded, _ = load_and_check(ROOT, TODAY)
    assert loaded is not None
    return loaded


def judged(root: Path, handbook: Handbook) -> tuple[Handbook, list[Finding]]:
    """The handbook with the counting files under `root`, and what is wrong with them."""
    findings: list[Finding] = []
    files = read_count_files(root, findings)
    counted = replace(handbook, holdings=replace(handbook.holdings, count_files=files))
    return counted, [*findings, *check_count_files(counted, TODAY)]


def filled_in(text: str, delimiter: str, sample: int = 10) -> str:
    """The counting file as a person fills it in: the sample on the first row, one item that did not always apply."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    for index, row in enumerate(rows):
        away = 2 if index == 1 else 0
        row |= {"uppfyllda": str(index % 5), "granskade": str(sample - away), "gäller_inte": str(away or "")}
    rows[0]["urval"] = str(sample)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write(root: Path, path: str, content: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("mark", ["\ufeff", ""], ids=["bom", "utan-bom"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_file_from_the_site_filled_in_is_accepted_as_it_is(
    real: Handbook, tmp_path: Path, delimiter: str, mark: str
) -> None:
    assert real.holdings.control_file is not None
    risks = real.holdings.control_file.value.risks
    files = control_files(real, TODAY)
    for risk in risks:
        text = mark + filled_in(files[f"{risk.id}.csv"], delimiter)
        write(tmp_path, f"data/egenkontroll/enkoping/{risk.id}/{TODAY}.csv", text)
    handbook, findings = judged(tmp_path, real)
    assert [finding.line() for finding in findings] == []
    measured = handbook.holdings.measurements("enkoping")
    assert [found.risk_id for found in measured] == [risk.id for risk in risks]
    for risk, found in zip(risks, measured, strict=True):
        assert list(found.tallies) == list(risk.items)
        assert list(found.tallies.values())[:2] == [Tally(0, 10, 0), Tally(1, 8, 2)]
        assert found.sample == 10


def test_file_sent_back_empty_asks_for_its_counts(handbook: Handbook, tmp_path: Path) -> None:
    assert handbook.holdings.control_file is not None
    write(tmp_path, DAY, control_csv(handbook, handbook.holdings.control_file.value.risks[0], TODAY))
    _, findings = judged(tmp_path, handbook)
    assert sorted((finding.code, finding.place.line) for finding in findings) == [
        ("EGK310", 2),
        ("EGK310", 2),
        ("EGK310", 3),
        ("EGK310", 3),
        ("EGK312", 1),
    ]


def test_example_in_the_instructions_is_accepted(real: Handbook, tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (shown,) = [block for block in text.split("```") if block.startswith(f"text\n{HEADER}\n")]
    write(tmp_path, f"data/egenkontroll/enkoping/EK-02/{TODAY}.csv", shown.removeprefix("text\n"))
    handbook, findings = judged(tmp_path, real)
    assert [finding.line() for finding in findings if finding.blocks] == []
    assert len(handbook.holdings.measurements("enkoping")[0].tallies) == 2


def test_row_that_ends_early_asks_for_its_counts(handbook: Handbook, tmp_path: Path) -> None:
    write(tmp_path, DAY, f"{HEADER}\n{ROW}\nEK-01;CL-AAA-02\n")
    _, findings = judged(tmp_path, handbook)
    assert [(finding.code, finding.place.line) for finding in findings] == [("EGK310", 3), ("EGK310", 3)]


def test_everything_wrong_in_a_file_is_told_at_once(example: Path) -> None:
    before = set(check(example))
    rows = [
        f"{HEADER};kommentar",
        "EK-02;CL-AAB-01;Behovet är antecknat;11;10;;10;",
        "EK-01;CL-AAA-03;Blanketten är kopierad;-1;x;;12;",
        "EK-01;CL-AAA-03;;;9;1;19121212-1212;",
    ]
    write(example, f"{FOLDER}/2026-11-23.csv", "\n".join(rows))
    found = [finding for finding in check(example) if finding not in before]
    assert [(finding.place.line, finding.code) for finding in found] == [
        (1, "EGK304"),
        (1, "EGK306"),
        (2, "EGK303"),
        (2, "EGK307"),
        (2, "EGK311"),
        (3, "EGK308"),
        (3, "EGK310"),
        (3, "EGK310"),
        (3, "EGK312"),
        (3, "EGK314"),
        (4, "EGK308"),
        (4, "EGK309"),
        (4, "EGK310"),
        (4, "EGK313"),
        (4, "EGK314"),
        (4, "PII201"),
    ]


@pytest.mark.parametrize("secret", ["19121212-1212", "SN 2026/417", "kim@example.se"])
@pytest.mark.parametrize("column", range(len(COLUMNS) + 1))
def test_what_could_point_at_a_person_is_an_error_and_never_repeated(
    handbook: Handbook, tmp_path: Path, column: int, secret: str
) -> None:
    for row in (0, 1):
        rows = [[*HEADER.split(";"), ""], [*ROW.split(";"), ""]]
        rows[row][column] = secret
        write(tmp_path, DAY, "\n".join(";".join([*cells, *cells[-1:]]) for cells in rows))
        _, findings = judged(tmp_path, handbook)
        assert "EGK313" in codes(findings)
        assert not [line for finding in findings if secret in (line := finding.line())]


def test_measurement_of_today_with_every_case_met_is_right(example: Path) -> None:
    before = set(check(example))
    write(example, DAY, f"{HEADER}\n{ROW.replace(';8;', ';10;')}\n")
    assert set(check(example)) == before


def test_item_retired_after_the_day_may_have_been_counted(example: Path) -> None:
    write(example, f"{FOLDER}/2026-05-31.csv", f"{HEADER}\nEK-01;CL-AAA-03;Blanketten är kopierad;8;10;;10\n")
    assert "EGK308" not in codes(check(example))
    write(example, f"{FOLDER}/2026-06-01.csv", f"{HEADER}\nEK-01;CL-AAA-03;Blanketten är kopierad;8;10;;10\n")
    assert "EGK308" in codes(check(example))


def test_column_of_texts_may_be_left_out_and_no_other(example: Path) -> None:
    before = set(check(example))
    write(example, DAY, "urval,gäller_inte,granskade,uppfyllda,punkt,kontroll\n10,,10,8,CL-AAA-01,EK-01\n")
    assert set(check(example)) == before
    edit(example / DAY, "punkt,", "punkten,")
    found = [finding for finding in check(example) if finding not in before]
    assert [finding.code for finding in found] == ["EGK305", "EGK306"]
    assert found[1].cure == "Menade du ”punkt”?"


def test_unreadable_register_is_told_of_and_not_each_measurement(example: Path) -> None:
    edit(example / "data/egenkontroll.yml", "risker:", "risker")
    assert {code for code in codes(check(example)) if code.startswith("EGK")} == {"EGK101"}


def test_unreadable_checklist_is_told_of_and_not_each_measurement(example: Path) -> None:
    edit(example / "data/checklistor/CL-AAA.yml", "punkter:", "punkter")
    assert not [code for code in codes(check(example)) if code.startswith("EGK")]


def test_measurements_without_a_register_have_no_control(example: Path) -> None:
    (example / "data/egenkontroll.yml").unlink()
    files = sorted(path.relative_to(example).as_posix() for path in (example / FOLDER).iterdir())
    assert [mark for mark in marks(check(example)) if mark[0].startswith("EGK")] == [("EGK303", f, 1) for f in files]


SIGNS = (";", ",", '"', "'", "\n", "\r", "\t", "\0", " ", "å", "−", "-", "0", "99999", "\ufeff")
CELLS = ("", "0", "1", "8", "9", "10", "12", "-1", "x", "CL-AAA-01", "CL-AAA-02", "CL-AAA-03", "CL-AAA-99", "EK-02")


def mishap(text: str, chance: random.Random) -> str:
    """The text after one thing that happens to files in spreadsheets, editors and version control."""
    start = chance.randrange(len(text) + 1)
    rest = text[start + chance.choice((0, 1, 3, 30)) :]
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    cells = lines[place].split(";")
    cells[chance.randrange(len(cells))] = chance.choice(CELLS)
    return chance.choice(
        (
            text[:start] + chance.choice(SIGNS) + rest,
            text[:start] + rest,
            "\n".join([*lines, lines[place]]),
            "\n".join(chance.sample(lines, len(lines))),
            text.replace(chance.choice(";,\n"), chance.choice(SIGNS), chance.randint(1, 9)),
            *["\n".join([*lines[:place], ";".join(cells), *lines[place + 1 :]])] * 5,
        )
    )


def spoilt(text: str, chance: random.Random) -> Iterator[bytes]:
    """The text after one to three mishaps, most often in the right encoding."""
    for _ in range(400):
        broken = text
        for _ in range(chance.randint(1, 3)):
            broken = mishap(broken, chance)
        yield broken.encode(chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252")), "replace")


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_let_in_is_true_and_nothing_is_a_traceback(handbook: Handbook, tmp_path: Path, seed: int) -> None:
    """Files spoilt at random: either a finding that stops the build, or counts that can be true of a known item."""
    text = f"{HEADER}\n{ROW}\nEK-01;CL-AAA-02;Personen har fått säga sitt;6;9;1;10\n"
    known = {item.id: item for item in handbook.checklists["CL-AAA"].value.items}
    let_in = 0
    for content in spoilt(text, random.Random(seed)):
        write(tmp_path, DAY, content)
        counted, findings = judged(tmp_path, handbook)
        assert all("\n" not in finding.line() and finding.place.path == DAY for finding in findings)
        measured = counted.holdings.measurements("exempelkoping")
        if any(finding.level is Level.FEL for finding in findings):
            continue
        let_in += 1
        (found,) = measured
        (file,) = counted.holdings.count_files
        assert len(found.tallies) == len(file.rows) > 0
        assert {size for _, size in file.samples} == {found.sample}
        for item, tally in found.tallies.items():
            assert not known[item].is_retired(found.day)
            assert 0 <= tally.met <= tally.examined
            assert tally.examined + tally.inapplicable == found.sample
    assert 0 < let_in < 400
