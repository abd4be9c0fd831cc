from pathlib import Path

import pytest

from macros.model.finding import Finding
from macros.model.measurement import CountFile
from macros.sources.count_files import read_count_files
from macros.sources.registry import stray_files

PATH = "data/egenkontroll/prov/EK-01/2026-05-15.csv"
HEADER = "kontroll;punkt;uppfyllda;granskade;gäller_inte;urval"
ROW = "EK-01;CL-AA-01;8;10;;10"


def read(root: Path, content: str | bytes, path: str = PATH) -> tuple[CountFile | None, list[Finding]]:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content if isinstance(content, bytes) else content.encode())
    findings: list[Finding] = []
    files = read_count_files(root, findings)
    return (files[0] if files else None), findings


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["utan-bom", "bom"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("separator", [";", ","])
def test_every_form_that_spreadsheets_save_is_read_alike(
    tmp_path: Path, mark: str, newline: str, separator: str
) -> None:
    text = mark + newline.join([HEADER, ROW, ""]).replace(";", separator)
    file, findings = read(tmp_path, text)
    assert findings == []
    assert file is not None
    assert file.header == tuple(HEADER.split(";"))
    assert [dict(row.cells) for row in file.rows] == [dict(zip(file.header, ROW.split(";"), strict=True))]


def test_empty_rows_and_columns_around_the_table_are_nothing(tmp_path: Path) -> None:
    file, findings = read(tmp_path, f";;;;;;;\n{HEADER};;\n;;;;;;;\n{ROW};;\n;;;;;;;\n")
    assert findings == []
    assert file is not None
    assert (file.header_line, [row.line for row in file.rows]) == (2, [4])
    assert [row.surplus for row in file.rows] == [()]


def test_row_that_ends_early_has_empty_cells_there(tmp_path: Path) -> None:
    file, _ = read(tmp_path, f"{HEADER}\nEK-01;CL-AA-01;8\n")
    assert file is not None
    assert list(file.rows[0].cells.values()) == ["EK-01", "CL-AA-01", "8", "", "", ""]


def test_what_stands_right_of_the_columns_is_kept_for_the_checks(tmp_path: Path) -> None:
    file, _ = read(tmp_path, f"{HEADER}\n{ROW};;bra\n")
    assert file is not None
    assert file.rows[0].surplus == ("bra",)


def test_line_is_where_the_row_begins_though_a_cell_has_several_lines(tmp_path: Path) -> None:
    file, _ = read(tmp_path, f'text;{HEADER}\n"en\ntvå";{ROW}\n"tre";{ROW}\n')
    assert file is not None
    assert [row.line for row in file.rows] == [2, 4]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 1, "tom"),
        (b"\n \n", 1, "tom"),
        (f"{HEADER}\n;;;\n", 1, "inga rader"),
        (f"\n\n{HEADER}\n", 3, "inga rader"),
        ("punk;antal\n1;2\n", 1, "inga kolumnnamn"),
        (HEADER.replace(";", "\t"), 1, "inga kolumnnamn"),
        (f'{HEADER}\n{ROW}\n"{ROW}\n{ROW}\n', 3, "citattecken"),
        (f'{HEADER}\n"EK"01;CL-AA-01\n', 2, "citattecken"),
        (f"{HEADER}\n{'x' * 200_000};1\n", 2, "citattecken"),
        (f"{HEADER}\nBehövs;1\n".encode("cp1252"), 1, "UTF-8"),
        (f"{HEADER}\n{ROW}\n".encode("utf-16"), 1, "UTF-8"),
        (f"{HEADER}\n{ROW}\n".encode("utf-16-le"), 1, "UTF-8"),
    ],
    ids=range(12),
)
def test_file_that_is_no_table_is_one_clear_finding(
    tmp_path: Path, content: str | bytes, line: int, words: str
) -> None:
    file, (finding,) = read(tmp_path, content)
    assert file is None
    assert (finding.code, finding.place.path, finding.place.line) == ("EGK301", PATH, line)
    assert words in finding.message


def test_wrong_encoding_says_what_to_choose_in_the_spreadsheet(tmp_path: Path) -> None:
    _, (finding,) = read(tmp_path, HEADER.encode("cp1252"))
    assert "CSV UTF-8" in finding.cure


@pytest.mark.parametrize("name", ["2026-05-15.xlsx", "2026-05-15.CSV", "2026-05-15.txt", "2026-05-15"])
def test_other_file_among_them_is_found(tmp_path: Path, name: str) -> None:
    file, (finding,) = read(tmp_path, f"{HEADER}\n{ROW}\n", f"data/egenkontroll/prov/EK-01/{name}")
    assert file is None
    assert finding.code == "EGK302"


def test_nothing_in_the_folder_is_also_called_stray(tmp_path: Path) -> None:
    read(tmp_path, HEADER, "data/egenkontroll/prov/EK-01/anteckning.md")
    read(tmp_path, HEADER, "data/egenkontroll/.gitkeep")
    read(tmp_path, HEADER, "data/egenkontrol/prov/EK-01/2026-05-15.csv")
    assert stray_files(tmp_path) == ["data/egenkontrol/prov/EK-01/2026-05-15.csv"]


def test_without_a_folder_there_is_nothing_to_read(tmp_path: Path) -> None:
    findings: list[Finding] = []
    assert read_count_files(tmp_path, findings) == ()
    assert findings == []
