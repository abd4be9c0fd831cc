"""Counting files of self-checks under data/egenkontroll/ to rows of cells: the one door that reads CSV.

Spreadsheets differ: semicolons or commas, a byte order mark or none, empty rows and columns around the table. All that
is taken as it comes. What the cells say is judged by the checks, which can then tell of every mistake at once.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from macros.model.finding import Finding, Level, Place
from macros.model.measurement import COLUMNS, FOLDER, CountFile, CountRow
from macros.sources.text_files import UnreadableTextError, WrongEncodingError, read_text

UNREADABLE, MISPLACED = "EGK301", "EGK302"
_ENCODING_CURE = "Spara om filen som UTF-8. I Excel: Arkiv, Spara som, filformatet CSV UTF-8."
_START_OVER = "Utgå från filen som finns under bladet på sidan om egenkontroll."


def read_count_files(root: Path, findings: list[Finding]) -> tuple[CountFile, ...]:
    """Every readable counting file in path order; a finding for each other file that lies among them."""
    paths = sorted(path.relative_to(root).as_posix() for path in count_paths(root))
    for path in paths:
        if not path.endswith(".csv"):
            cure = "Spara kalkylbladet som CSV UTF-8 i samma mapp, och ta bort den här filen."
            findings.append(Finding(MISPLACED, Level.FEL, Place(path), "Filen är ingen CSV-fil.", cure))
    files = (_read_file(root, path, findings) for path in paths if path.endswith(".csv"))
    return tuple(file for file in files if file is not None)


def count_paths(root: Path) -> Iterator[Path]:
    """Every file in the folder of counting files, whatever it is called, but for hidden ones."""
    return (path for path in (root / FOLDER).rglob("*") if path.is_file() and not path.name.startswith("."))


def _read_file(root: Path, path: str, findings: list[Finding]) -> CountFile | None:
    try:
        return _table(path, read_text(root / path))
    except UnreadableTextError as error:
        cure = _ENCODING_CURE if isinstance(error, WrongEncodingError) else error.cure
        findings.append(Finding(UNREADABLE, Level.FEL, Place(path, error.line), error.message, cure))
        return None


def _table(path: str, text: str) -> CountFile:
    """The table in the text. Raises UnreadableTextError when there is none."""
    rows = [(line, cells) for line, cells in _records(text) if any(cells)]
    if not rows:
        raise UnreadableTextError("Filen är tom.", _START_OVER)
    (header_line, header), *filled = rows
    while header and not header[-1]:
        header.pop()  # a spreadsheet writes separators for columns that once held something
    if not set(header) & set(COLUMNS):
        message = "Första raden har inga kolumnnamn, eller så skiljs kolumnerna inte åt av semikolon eller komma."
        raise UnreadableTextError(message, f"Första raden ska vara {';'.join(COLUMNS)}.", header_line)
    if not filled:
        raise UnreadableTextError("Filen har kolumnnamn men inga rader.", _START_OVER, header_line)
    return CountFile(path, header_line, tuple(header), tuple(_row(line, header, cells) for line, cells in filled))


def _row(line: int, header: list[str], cells: list[str]) -> CountRow:
    """The cells by column, empty where the row ends early, and what stands to the right of the columns."""
    padded = [*cells, *[""] * (len(header) - len(cells))]
    return CountRow(line, dict(zip(header, padded, strict=False)), tuple(filter(None, cells[len(header) :])))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line that it begins on; cells without space around them. Raises UnreadableTextError."""
    if "\0" in text:
        raise WrongEncodingError("Filen är inte sparad som UTF-8.", _ENCODING_CURE)
    first = text.lstrip().partition("\n")[0]
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        message = "Raden går inte att läsa: ett citattecken saknas eller står fel."
        raise UnreadableTextError(message, "Skriv raden utan citattecken.", line) from error
