from pathlib import Path

from macros.model.finding import Finding
from macros.model.role import RoleFile
from macros.sources.registry import ROLES_PATH, read_file, stray_files


def test_crlf_and_bom_are_read_like_any_file(example: Path) -> None:
    path = example / ROLES_PATH
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    findings: list[Finding] = []
    document = read_file(example, ROLES_PATH, RoleFile, findings)
    assert findings == []
    assert document is not None
    assert document.place("roller", 1, "id").line == 7


def test_no_file_is_stray_in_the_example(example: Path) -> None:
    assert stray_files(example) == []


def test_misspelt_ending_and_folder_are_stray(example: Path) -> None:
    (example / "data/lagar/ny.yaml").write_text("id: ny\n")
    (example / "data/lagarna").mkdir()
    (example / "data/lagarna/ny.yml").write_text("id: ny\n")
    assert stray_files(example) == ["data/lagar/ny.yaml", "data/lagarna/ny.yml"]


def test_hidden_file_is_let_be(example: Path) -> None:
    (example / "data/.gitkeep").write_text("")
    assert stray_files(example) == []
