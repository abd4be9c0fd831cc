import errno
import os
import threading
from pathlib import Path

import pytest

from macros.sources.atomic_files import WriteError, replace_files


def put(root: Path, name: str, content: bytes) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(content)


def test_files_are_replaced_and_new_ones_made(tmp_path: Path) -> None:
    put(tmp_path, "a/ett.yml", b"gammal")
    replace_files(tmp_path, "a", {"a/ett.yml": (b"gammal", b"ny"), "b/två.yml": (None, b"ny")})
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == {
        "ett.yml": b"ny",
        "två.yml": b"ny",
    }


def test_file_that_changed_meanwhile_stops_them_all(tmp_path: Path) -> None:
    put(tmp_path, "a/ett.yml", b"gammal")
    put(tmp_path, "a/tva.yml", b"annan")
    with pytest.raises(WriteError, match=r"ändrades medan"):
        replace_files(tmp_path, "a", {"a/ett.yml": (b"gammal", b"ny"), "a/tva.yml": (b"gammal", b"ny")})
    assert (tmp_path / "a/ett.yml").read_bytes() == b"gammal"
    assert [path.name for path in tmp_path.rglob("*") if path.name.startswith(".")] == []


def test_disk_that_refuses_leaves_old_files_whole(tmp_path: Path) -> None:
    put(tmp_path, "a/ett.yml", b"gammal")
    put(tmp_path, "hinder", b"en fil, ingen mapp")
    with pytest.raises(WriteError, match=r"gick inte att skriva"):
        replace_files(tmp_path, "a", {"a/ett.yml": (b"gammal", b"ny"), "hinder/tva.yml": (None, b"ny")})
    assert (tmp_path / "a/ett.yml").read_bytes() == b"gammal"
    assert [path.name for path in tmp_path.rglob("*") if path.name.startswith(".")] == []


def test_disk_that_fills_while_writing_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    put(tmp_path, "a/ett.yml", b"gammal")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"gick inte att skriva"):
        replace_files(tmp_path, "a", {"a/ett.yml": (b"gammal", b"ny")})
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["ett.yml"]
    assert (tmp_path / "a/ett.yml").read_bytes() == b"gammal"


def test_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    put(tmp_path, "a/ett.yml", b"gammal")
    (tmp_path / "a/ett.yml").chmod(0o640)
    replace_files(tmp_path, "a", {"a/ett.yml": (b"gammal", b"ny")})
    assert (tmp_path / "a/ett.yml").stat().st_mode & 0o777 == 0o640


def test_lock_of_another_run_stops_this_one(tmp_path: Path) -> None:
    put(tmp_path, "a/.skriver", b"")
    put(tmp_path, "a/ett.yml", b"gammal")
    with pytest.raises(WriteError, match=r"annan körning"):
        replace_files(tmp_path, "a", {"a/ett.yml": (b"gammal", b"ny")})
    assert (tmp_path / "a/.skriver").exists()


def test_runs_at_once_never_mix(tmp_path: Path) -> None:
    """Each run writes its own number in every file; whoever loses writes nothing."""
    names = [f"a/{number}.yml" for number in range(5)]
    for name in names:
        put(tmp_path, name, b"0")
    barrier, outcomes = threading.Barrier(8), list[bool]()

    def run(number: int) -> None:
        barrier.wait()
        try:
            replace_files(tmp_path, "a", {name: (b"0", str(number).encode()) for name in names})
        except WriteError:
            outcomes.append(False)
        else:
            outcomes.append(True)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(True) == 1
    assert len({(tmp_path / name).read_bytes() for name in names}) == 1
    assert (tmp_path / names[0]).read_bytes() != b"0"
