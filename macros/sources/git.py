"""The one door to git and to other programs: what the version history holds, as plain values."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.model.history import Alteration, Altered, History
from macros.sources.text_files import UnreadableTextError, read_text

RECEIPTS, REGISTER, ARCHIVE = "data/granskningar", "data/utgavor", "docs/arkiv"
_WATCHED = (RECEIPTS, REGISTER, ARCHIVE)
_READ = ("docs", "data")
_NONE = "0" * 40
_SECONDS = 60
_END_KEY = "gäller_t_o_m:"  # the one line that may be added to a registered edition


class GitError(Exception):
    """Git could not answer. The message is a Swedish sentence."""


class UnknownRevisionError(GitError):
    """There is no such revision."""


@dataclass(frozen=True)
class _Event:
    """A line of `git log --raw`: on `day` the file got the content `blob` (None: it was taken away)."""

    day: str
    path: str
    blob: str | None


def read_history(root: Path) -> History:
    """When each file was last changed, and what has happened to frozen pages, registered editions and receipts.

    A receipt may be corrected on its own day. Where the history cannot be trusted, `unread` says why. All of it is
    one walk through the history: asking file by file would take longer than the build.
    """
    try:
        _demand_whole_history(root)
        events = list(_events(root))
        current = _current_blobs(root, {event.path for event in events})
    except GitError as error:
        return History(unread=str(error))
    by_path: dict[str, list[_Event]] = {}
    for event in events:
        by_path.setdefault(event.path, []).append(event)
    watched = ((path, known) for path, known in by_path.items() if _is_watched(path))
    found = (_alteration(root, known, current.get(path)) for path, known in watched)
    return History(
        tuple(sorted((one for one in found if one), key=lambda one: one.path)),
        changed_on={
            path: known[-1].day for path, known in by_path.items() if known[-1].blob == current.get(path, _NONE)
        },
    )


def export_revision(root: Path, revision: str, target: Path) -> str:
    """Write the handbook as it stood in `revision` to the folder `target`; return the revision's full id.

    Raises UnknownRevisionError, or GitError when the revision holds no handbook.
    """
    if not (root / ".git").exists():
        raise GitError(f"Mappen {root.resolve()} är inte roten i ett git-förråd, så ”{revision}” går inte att hämta.")
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as error:
        raise UnknownRevisionError(f"”{revision}” är varken en mapp eller en revision i git.") from error
    sha = commit.decode().strip()
    try:
        packed = _git(root, "archive", "--format=tar", sha, "--", "mkdocs.yml", "docs", "data")
    except GitError as error:
        raise GitError(f"Revisionen ”{revision}” innehåller ingen handbok.") from error
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(target, filter="data")
    except tarfile.TarError as error:
        raise GitError(f"Revisionen ”{revision}” innehåller en fil som pekar utanför handboken.") from error
    return sha


def shared_revision(root: Path, one: str, other: str) -> str:
    """The id of the latest revision that both hold: where a change began. Raises GitError."""
    _demand_whole_history(root)
    for revision in (one, other):
        try:
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitError as error:
            raise UnknownRevisionError(f"”{revision}” är ingen revision i git.") from error
    try:
        return _git(root, "merge-base", "--end-of-options", one, other).decode().strip()
    except GitError as error:
        raise GitError(f"”{one}” och ”{other}” har ingen gemensam historik.") from error


def changed_paths(root: Path, old: str, new: str | None) -> frozenset[str]:
    """The files that differ between two revisions; with None for the new one, the files as they stand, new ones too.

    Raises GitError.
    """
    names = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", "--end-of-options", old)
    found = _git(root, *names, *((new,) if new else ()), "--")
    added = b"" if new else _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(name for name in (found + added).decode("utf-8", "replace").split("\0") if name)


def _demand_whole_history(root: Path) -> None:
    if not (root / ".git").exists():
        raise GitError("Mappen är inte roten i ett git-förråd.")
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError("Bara en del av versionshistoriken är hämtad.")


def _events(root: Path) -> Iterator[_Event]:
    log = ("log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=%x01%as", "-z", "HEAD", "--")
    fields = iter(_git(root, *log, *_READ).decode("utf-8", "replace").split("\0"))
    day = ""
    for raw in fields:
        field = raw.strip("\n")
        while field.startswith("\x01"):
            day, _, field = field[1:].partition("\n")
        if field.startswith(":"):
            blob, path = field.split(" ")[3], next(fields)
            if path.endswith((".md", ".yml")):
                yield _Event(day, path, None if blob == _NONE else blob)


def _is_watched(path: str) -> bool:
    """True for receipts, registered editions and docs/arkiv/<routine>/<edition>/…, not for the archive's own pages."""
    return path.startswith(_WATCHED) and (not path.startswith(ARCHIVE) or path.count("/") > ARCHIVE.count("/") + 2)


def _current_blobs(root: Path, paths: set[str]) -> dict[str, str]:
    """The content each file has now, as git would store it; files that are gone are left out."""
    present = sorted(path for path in paths if (root / path).is_file())
    if not present:
        return {}
    hashes = _git(root, "hash-object", "--stdin-paths", given="\n".join(present).encode())
    return dict(zip(present, hashes.decode().split(), strict=True))


def _alteration(root: Path, events: Sequence[_Event], current: str | None) -> Alteration | None:
    first = events[0]
    accepted = {first.blob}
    if first.path.startswith(RECEIPTS):
        own_day = Path(first.path).stem
        same_day = [event for event in events if event.day <= own_day]
        accepted = {same_day[-1].blob} if same_day else accepted
    if current in accepted:
        return None
    if current is None:
        return Alteration(first.path, Altered.REMOVED, first.day)
    if first.path.startswith(REGISTER) and _only_ended(root, first):
        return None
    return Alteration(first.path, Altered.CHANGED, first.day)


def _only_ended(root: Path, added: _Event) -> bool:
    """True when the file differs from what was added by nothing but its last day."""
    before = _git(root, "cat-file", "blob", str(added.blob)).decode("utf-8", "replace")
    try:
        return _without_end(before) == _without_end(read_text(root / added.path))
    except UnreadableTextError:
        return False


def _without_end(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith(_END_KEY)]


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What git prints. Raises GitError. The handbook's own settings cannot make git run anything else."""
    given = b"" if given is None else given
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off", *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        return subprocess.check_output(  # noqa: S603 - a fixed program, arguments never through a shell
            command, cwd=root, env=environment, input=given, stderr=subprocess.DEVNULL, timeout=_SECONDS
        )
    except subprocess.CalledProcessError as error:
        raise GitError("Git kunde inte läsa versionshistoriken.") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError("Git gick inte att köra.") from error
