import unicodedata
from pathlib import Path

import pytest

from macros.sources.text_files import UnreadableTextError, read_text


def written(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def test_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    assert read_text(written(tmp_path / "a", b"\xef\xbb\xbfid: a\n")) == "id: a\n"


@pytest.mark.parametrize("raw", [b"a\r\nb\r\n", b"a\rb\r", b"a\nb\n"])
def test_line_ends_become_lf(tmp_path: Path, raw: bytes) -> None:
    assert read_text(written(tmp_path / "a", raw)) == "a\nb\n"


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    raw = unicodedata.normalize("NFD", "åäö ÅÄÖ é").encode()
    assert read_text(written(tmp_path / "a", raw)) == "åäö ÅÄÖ é"


def test_latin_1_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_text(written(tmp_path / "a", "id: a\nnamn: b\nroll: handläggare\n".encode("latin-1")))
    assert caught.value.line == 3
    assert "UTF-8" in caught.value.cure


def test_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_text(tmp_path / "finns-inte")
    assert caught.value.message == "Filen saknas."


def test_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_text(tmp_path)
    assert "mapp" in caught.value.message
