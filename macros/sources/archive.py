"""Writing a frozen edition: everything or nothing, and never over something that is there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.model.edition import ARCHIVE_FOLDER, Edition, edition_folder, register_path

_TEMPORARY = ".handbok-frys-"


class AlreadyFrozenError(Exception):
    """The edition is there already. The message is a Swedish sentence."""


class NotWrittenError(Exception):
    """The files could not be written, and nothing was. The message is a Swedish sentence."""


def refuse_existing(root: Path, routine_id: str, number: str) -> None:
    """Raise AlreadyFrozenError when something stands where the edition would go."""
    for path in (register_path(routine_id, number), edition_folder(routine_id, number)):
        if os.path.lexists(root / path):
            raise AlreadyFrozenError(
                f"Utgåva {number} av {routine_id} finns redan: {path}. En fryst utgåva skrivs aldrig om."
            )


def write_edition(root: Path, edition: Edition, page: str, register: str, overview: str) -> tuple[str, ...]:
    """Write the frozen page, its entry in the register and, the first time, the routine's page in the archive.

    Returns the paths written. On any interruption everything is taken back. Of two runs at once with the same
    edition one raises AlreadyFrozenError: a folder is renamed, and a file linked, only where there is none.
    """
    refuse_existing(root, edition.routine, edition.number)
    folder = edition_folder(edition.routine, edition.number)
    entry, index = (
        register_path(edition.routine, edition.number),
        f"{ARCHIVE_FOLDER}/{edition.routine.lower()}/index.md",
    )
    try:
        with _workshop(root) as workshop:
            (workshop / "utgava").mkdir()
            (workshop / "utgava" / "index.md").write_bytes(page.encode())
            (workshop / "register.yml").write_bytes(register.encode())
            (workshop / "index.md").write_bytes(overview.encode())
            return _put_in_place(root, workshop, (folder, entry, index))
    except FileExistsError as error:
        message = f"Utgåva {edition.number} av {edition.routine} frystes av någon annan under tiden."
        raise AlreadyFrozenError(message) from error
    except OSError as error:
        raise NotWrittenError(f"Det gick inte att skriva ({error.strerror}). Inget är ändrat.") from error


@contextmanager
def _workshop(root: Path) -> Iterator[Path]:
    """A folder of this run's own on the same disk, gone afterwards."""
    workshop = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=root))
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _put_in_place(root: Path, workshop: Path, paths: tuple[str, str, str]) -> tuple[str, ...]:
    folder, entry, index = (root / path for path in paths)
    made = [*_make_parents(root, folder), *_make_parents(root, entry)]
    try:
        _rename_new(workshop / "utgava", folder)
        os.link(workshop / "register.yml", entry)
        # Last: from here on another run may lean on the page.
        with suppress(FileExistsError):
            os.link(workshop / "index.md", index)
    except BaseException:
        _take_back(workshop, folder, entry, index, made)
        raise
    written = [path for path in (folder, entry) if path.exists()]
    written += [index] if _is_ours(workshop / "index.md", index) else []
    return tuple(path.relative_to(root).as_posix() for path in written)


def _rename_new(source: Path, target: Path) -> None:
    """Rename a folder to a name that is free. A folder with something in it is never replaced, on any system."""
    if target.exists():
        raise FileExistsError(str(target))
    try:
        source.rename(target)
    except OSError as error:
        if target.exists():
            raise FileExistsError(str(target)) from error
        raise


def _make_parents(root: Path, path: Path) -> list[Path]:
    """Make the folders above `path`; return those that were missing, from the innermost."""
    missing = [parent for parent in path.parents if parent.is_relative_to(root) and not parent.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    return missing


def _take_back(workshop: Path, folder: Path, entry: Path, index: Path, made: list[Path]) -> None:
    """Take away what this run has put there, told by what is left in its workshop, and nothing of anybody else's."""
    if not (workshop / "utgava").exists():
        shutil.rmtree(folder, ignore_errors=True)
    for source, target in ((workshop / "register.yml", entry), (workshop / "index.md", index)):
        if _is_ours(source, target):
            target.unlink()
    for parent in made:
        with suppress(OSError):  # somebody else has put something there meanwhile
            parent.rmdir()


def _is_ours(source: Path, target: Path) -> bool:
    """True when the two names are of one and the same file."""
    return target.exists() and source.samefile(target)
