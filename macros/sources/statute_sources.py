"""Reads consolidated statutes from files, folders and addresses. What cannot be read is a finding, never a silence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.model.finding import Finding, Level, Place
from macros.model.statute_text import StatuteText
from macros.sources.network import Network, Request, UnreachableError, is_address
from macros.sources.statute_formats import UnreadableStatuteError, read_statute

UNREACHABLE, UNREADABLE = "BEV101", "BEV102"
_ENDINGS = frozenset({".json", ".txt", ".text", ".md", ".html", ".htm"})


@dataclass(frozen=True)
class ReadSource:
    """A statute as one source gives it. `live`: fetched from an address, so it shows the law of the day it is read."""

    name: str
    text: StatuteText
    live: bool


@dataclass(frozen=True)
class _Content:
    name: str
    raw: bytes
    charset: str | None = None
    live: bool = False


def read_sources(
    sources: Iterable[str], form: str | None, sfs_nummer: str | None, network: Network, findings: list[Finding]
) -> Iterator[ReadSource]:
    """Read each source (a file, a folder of files, or an address), adding a finding for each that cannot be read.

    `form`: one of FORMATS, or None to find out. `sfs_nummer`: which act a text is when it does not say so itself.
    """
    for source in sources:
        for content in _contents(source, network, findings):
            try:
                yield ReadSource(content.name, _read(content, form, sfs_nummer), content.live)
            except UnreadableStatuteError as error:
                findings.append(_finding(UNREADABLE, content.name, error.message, error.cure, error.line))


def _read(content: _Content, form: str | None, sfs_nummer: str | None) -> StatuteText:
    return read_statute(_decoded(content), content.name, form, sfs_nummer)


def _contents(source: str, network: Network, findings: list[Finding]) -> Iterator[_Content]:
    if is_address(source):
        try:
            answer = network.send(Request(source))
        except UnreachableError as error:
            findings.append(_finding(UNREACHABLE, source, error.message, error.cure))
        else:
            yield _Content(source, answer.body, answer.charset, live=True)
        return
    path = Path(source)
    files = _files_in(path) if path.is_dir() else [path]
    if not files:
        cure = "Lägg författningarna i mappen, som .json, .txt, .md eller .html."
        findings.append(_finding(UNREACHABLE, source, "Mappen innehåller inga författningar.", cure))
    for file in files:
        try:
            yield _Content(file.as_posix(), _read_file(file, network.limits.size))
        except UnreachableError as error:
            findings.append(_finding(UNREACHABLE, file.as_posix(), error.message, error.cure))


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS and not path.name.startswith("."))


def _read_file(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except FileNotFoundError as error:
        raise UnreachableError("Filen finns inte.", "Kontrollera sökvägen.") from error
    except OSError as error:
        raise UnreachableError("Filen går inte att öppna.", "Kontrollera filens rättigheter.") from error
    if len(raw) > limit:
        raise UnreachableError("Filen är större än det mesta som tas emot.", "Kontrollera att det är rätt fil.")
    return raw


def _decoded(content: _Content) -> str:
    """The content as text: in the character set that the server names, else UTF-8. Never with signs replaced."""
    charset = content.charset or "utf-8"
    try:
        return content.raw.decode("utf-8-sig" if charset.lower().replace("-", "") == "utf8" else charset)
    except LookupError as error:
        message = f"Källan säger sig ha en teckenkodning som inte finns (”{charset}”)."
        raise UnreadableStatuteError(message, "Spara texten som UTF-8 och läs filen.") from error
    except UnicodeDecodeError as error:
        line = content.raw.count(b"\n", 0, error.start) + 1
        message = f"Texten är inte kodad som {charset.upper()}."
        raise UnreadableStatuteError(message, "Spara texten som UTF-8 och läs filen.", line) from error


def _finding(code: str, name: str, message: str, cure: str, line: int = 1) -> Finding:
    return Finding(code, Level.FEL, Place(name, line), message, cure)


def day_shown(source: ReadSource, asked: date | None, today: date) -> tuple[date, bool]:
    """The day whose law the source shows, and whether that is known rather than assumed.

    The one asked for, else today for an address, else the day the file itself gives, else (assumed) today.
    """
    if asked is not None:
        return asked, True
    if source.live:
        return today, True
    return (source.text.as_of, True) if source.text.as_of is not None else (today, False)
