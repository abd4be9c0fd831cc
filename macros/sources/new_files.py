"""Saving a new file: wholly or not at all, and never over one that is there."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from macros.sources.temporary_file import write_beside

_CAUSES = {
    errno.ENOSPC: "Disken är full.",
    errno.EACCES: "Du får inte skriva i mappen.",
    errno.EROFS: "Disken går bara att läsa.",
}


class UnsavedError(Exception):
    """Nothing was saved, and nothing is left behind. The message is a Swedish sentence with its cure."""


def create_file(path: Path, text: str) -> None:
    """Save `text` as the new file `path`, making its folder if need be. Raises UnsavedError.

    The text is written and flushed to a file beside it, which is then given the name in one step. Whatever stops it on
    the way (also Ctrl+C) leaves the folder as it was.
    """
    made = _make_folder(path.parent)
    try:
        temporary = write_beside(path, text.encode())
        try:
            _give_name(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except BaseException as error:
        with suppress(OSError):  # somebody else may have put something there meanwhile
            for folder in made:
                folder.rmdir()
        if isinstance(error, FileExistsError):
            raise UnsavedError(f"{path.name} finns redan. Det skrivs aldrig över. Inget sparades.") from error
        if isinstance(error, OSError):
            cause = _CAUSES.get(error.errno or 0, "Kontrollera mappens rättigheter och utrymmet på disken.")
            raise UnsavedError(f"{path.name} gick inte att spara. {cause} Inget sparades.") from error
        raise


def _make_folder(folder: Path) -> list[Path]:
    """Make the folder and those above it; the ones that were made, the innermost first."""
    absent = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnsavedError(f"Mappen {folder} gick inte att skapa. Kontrollera rättigheterna.") from error
    return absent


def _give_name(temporary: Path, path: Path) -> None:
    """Raises FileExistsError when somebody else took the name first."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A disk without hard links: take the name first, so that two runs cannot both have it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
