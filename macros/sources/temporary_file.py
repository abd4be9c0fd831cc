"""Content on disk beside the file it is meant for, so that giving it the right name is one step on one disk."""

import os
import tempfile
from pathlib import Path


def write_beside(path: Path, content: bytes) -> Path:
    """Write and flush `content` to a hidden file in the folder of `path`, with the rights `path` has or would get.

    Returns the file's path. Raises OSError; whatever stops it on the way (also Ctrl+C) leaves no file behind.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".ny", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
