"""A new file is saved wholly or not at all, and never over another."""

import errno
import os
import threading
from pathlib import Path

import pytest

from macros.sources.new_files import UnsavedError, create_file


def tree(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_file_and_its_folder_are_made_with_the_text_as_it_is(tmp_path: Path) -> None:
    create_file(tmp_path / "a" / "b" / "fil.yml", "å ä ö\n")
    assert tree(tmp_path) == ["a", "a/b", "a/b/fil.yml"]
    assert (tmp_path / "a/b/fil.yml").read_bytes() == "å ä ö\n".encode()


def test_file_can_be_read_by_those_who_may_read_others(tmp_path: Path) -> None:
    (tmp_path / "vanlig").write_text("x", encoding="utf-8")
    create_file(tmp_path / "ny", "x")
    assert (tmp_path / "ny").stat().st_mode == (tmp_path / "vanlig").stat().st_mode


def test_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "fil.yml").write_text("först", encoding="utf-8")
    with pytest.raises(UnsavedError, match=r"fil\.yml finns redan"):
        create_file(tmp_path / "fil.yml", "sedan")
    assert (tmp_path / "fil.yml").read_text(encoding="utf-8") == "först"
    assert tree(tmp_path) == ["fil.yml"]


@pytest.mark.parametrize("step", ["fsync", "link"])
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Disken är full."),
        (OSError(errno.EACCES, "Permission denied"), "Du får inte skriva i mappen."),
        (OSError(errno.EIO, "Input/output error"), "Kontrollera mappens rättigheter"),
        (KeyboardInterrupt(), None),
    ],
)
def test_what_stops_it_on_the_way_leaves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: BaseException,
    words: str | None,
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, step, stop)
    if step == "link":  # a disk without hard links takes the other way, which is stopped too
        monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(UnsavedError if words else KeyboardInterrupt, match=words):
        create_file(tmp_path / "ny-mapp" / "fil.yml", "text")
    assert tree(tmp_path) == []


def test_folder_of_another_is_kept_when_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mapp").mkdir()

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        create_file(tmp_path / "mapp" / "fil.yml", "text")
    assert tree(tmp_path) == ["mapp"]


@pytest.mark.parametrize("links", [True, False])
def test_of_many_at_once_one_saves_its_whole_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    if not links:

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
    texts = [f"{number}\n" * 5000 for number in range(8)]
    saved, start = [], threading.Barrier(len(texts))

    def run(text: str) -> None:
        start.wait()
        try:
            create_file(tmp_path / "mapp" / "fil.yml", text)
            saved.append(text)
        except UnsavedError:
            pass

    threads = [threading.Thread(target=run, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 1
    assert (tmp_path / "mapp/fil.yml").read_text(encoding="utf-8") == saved[0]
    assert tree(tmp_path) == ["mapp", "mapp/fil.yml"]


def test_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises(UnsavedError, match="gick inte att skapa"):
        create_file(tmp_path / "fil" / "mapp" / "kvitto.yml", "text")
