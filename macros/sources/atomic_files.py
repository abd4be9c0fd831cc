"""Writes several files so that each is wholly old or wholly new, and two runs never write at the same time."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from macros.sources.temporary_file import write_beside

_LOCK = ".skriver"


class WriteError(Exception):
    """Not everything was written, most often nothing. Swedish message and cure; `path` is the file it is about."""

    def __init__(self, path: str, message: str, cure: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.cure = cure


def replace_files(root: Path, folder: str, files: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Replace files (relative path to old and new content; old None: there was none) under a lock in `folder`.

    Every new content is on disk beside its file before the first file is replaced. Raises WriteError when another run
    holds the lock or a file is no longer what it was (then nothing is replaced), or when the disk refuses.
    """
    with _locked(root / folder / _LOCK, f"{folder}/{_LOCK}"):
        for name, (old, _) in files.items():
            _check_unchanged(root, name, old)
        written: dict[Path, Path] = {}
        try:
            for name, (_, new) in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                written[root / name] = write_beside(root / name, new)
            for path, temporary in written.items():
                temporary.replace(path)
        except OSError as error:
            message = "Filerna gick inte att skriva."
            raise WriteError(folder, message, "Kontrollera mappens rättigheter och utrymmet på disken.") from error
        finally:
            for temporary in written.values():
                temporary.unlink(missing_ok=True)


@contextmanager
def _locked(lock: Path, name: str) -> Iterator[None]:
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError as error:
        cure = f"Vänta tills den är klar. Pågår ingen körning: ta bort filen {name}."
        raise WriteError(name, "En annan körning skriver just nu. Inget skrevs.", cure) from error
    except OSError as error:
        raise WriteError(name, "Mappen går inte att skriva i.", "Kontrollera mappens rättigheter.") from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _check_unchanged(root: Path, path: str, old: bytes | None) -> None:
    file = root / path
    try:
        now = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        now = None
    except OSError as error:
        raise WriteError(path, "Filen går inte att öppna.", "Kontrollera filens rättigheter.") from error
    if now != old:
        raise WriteError(path, "Filen ändrades medan den lästes. Inget skrevs.", "Kör igen.")
