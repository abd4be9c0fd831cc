"""Every text and data file as it stands, comments and all, for the checks that read letters and not meaning."""

from collections.abc import Mapping
from pathlib import Path

from macros.sources.text_files import UnreadableTextError, read_text

_FOLDERS = ("docs", "data")
_ENDINGS = frozenset({".md", ".yml", ".yaml", ".csv", ".txt"})
_FILES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "mkdocs.yml")


def read_raw_texts(root: Path) -> Mapping[str, str]:
    """The text of each file by its path from `root`, in path order. What cannot be read is left to its own reader."""
    paths = [root / name for name in _FILES if (root / name).is_file()]
    for folder in _FOLDERS:
        paths += (path for path in (root / folder).rglob("*") if path.suffix in _ENDINGS and path.is_file())
    found: dict[str, str] = {}
    for path in sorted(paths):
        try:
            found[path.relative_to(root).as_posix()] = read_text(path)
        except UnreadableTextError:
            continue
    return found
