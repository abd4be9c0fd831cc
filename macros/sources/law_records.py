"""Writes what the law watch has read: values in data/lagar, and the list of what was read in data/lagbevakning."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.model.finding import Finding
from macros.model.law_reading import LawReading
from macros.model.sourced import Key, Sourced
from macros.model.statute import Statute
from macros.sources import registry
from macros.sources.atomic_files import WriteError, replace_files
from macros.sources.yaml_edit import UneditableError, set_values

_LAWS = "data/lagar"
# New values come after the last of these that a wording has; `säkerhet` always is there.
_AFTER = ("säkerhet", "källa", "kontrollerad", "fingeravtryck", "likhetsavtryck", "läst_lydelse")


def write_records(
    root: Path,
    edits: Mapping[str, Mapping[Key, Mapping[str, str]]],
    read_from: Mapping[str, Sourced[Statute]],
    readings: Sequence[LawReading],
) -> list[str]:
    """Write the edits (by file) and the readings; return the paths that changed. All files or none.

    `read_from`: the statutes, by file, that the edits were worked out from. Raises WriteError when a file says
    something else now, is written in a way that cannot be edited line by line, or cannot be written.
    """
    files: dict[str, tuple[bytes | None, bytes]] = {}
    for path, values in edits.items():
        old = _bytes(root, path)
        _check_same(root, path, read_from[path])
        try:
            new = set_values((old or b"").decode("utf-8"), values, _AFTER).encode("utf-8")
        except UneditableError as error:
            message = f"Rad {error.line} är skriven så att den inte går att ändra för sig."
            raise WriteError(path, message, "Skriv lydelsen med en nyckel per rad, utan klamrar.") from error
        files[path] = old, new
    for reading in readings:
        path = f"data/lagbevakning/{reading.id}.yml"
        files[path] = _bytes(root, path), _reading_text(reading).encode("utf-8")
    files = {path: (old, new) for path, (old, new) in files.items() if old != new}
    if files:
        replace_files(root, _LAWS, files)
    return list(files)


def _bytes(root: Path, path: str) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WriteError(path, "Filen går inte att öppna.", "Kontrollera filens rättigheter.") from error


def _check_same(root: Path, path: str, before: Sourced[Statute]) -> None:
    findings: list[Finding] = []
    now = registry.read_file(root, path, Statute, findings)
    if now is None or now.value != before.value:
        raise WriteError(path, "Filen ändrades medan lagtexten lästes. Inget skrevs.", "Kör igen.")


def _reading_text(reading: LawReading) -> str:
    lines = ["# Skrivs av handbok lagbevaka --skriv. Ändra inte för hand.", f"lag: {reading.id}"]
    lines += [f"visar: {reading.as_of.isoformat()}"] if reading.as_of else []
    lines += [f"läst_lydelse: {reading.read_as}"] if reading.read_as else []
    lines += ["kapitel:"] if reading.chapters else []
    for chapter in reading.chapters:
        number = [f'kapitel: "{chapter.chapter}"'] if chapter.chapter else []
        lines += _item([*number, f'paragrafer: "{chapter.paragraphs}"'])
    lines += ["övergångsbestämmelser:"] if reading.rules else []
    for rule in reading.rules:
        point = [f'punkt: "{rule.point}"'] if rule.point else []
        lines += _item([f'till: "{rule.act}"', *point, f"fingeravtryck: {rule.fingerprint}"])
    return "\n".join([*lines, ""])


def _item(entries: list[str]) -> list[str]:
    return [f"{'  - ' if number == 0 else '    '}{entry}" for number, entry in enumerate(entries)]
