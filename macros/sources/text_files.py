"""Reading a text file the way people's tools leave it: BOM, CRLF and decomposed å ä ö are mended silently."""

import unicodedata
from pathlib import Path


class UnreadableTextError(Exception):
    """The file cannot be read as text. `message` and `cure` are Swedish sentences; `line` is where it went wrong."""

    def __init__(self, message: str, cure: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.line = line


class WrongEncodingError(UnreadableTextError):
    """The file is text in another encoding than UTF-8, as some spreadsheets save it."""


def read_text(path: Path) -> str:
    """The file's text with LF line ends, no BOM and å ä ö composed (NFC). Raises UnreadableTextError."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableTextError("Filen saknas.", "Lägg tillbaka filen, t.ex. ur versionshistoriken.") from error
    except IsADirectoryError as error:
        raise UnreadableTextError("Det är en mapp, inte en fil.", "Byt namn på mappen eller flytta den.") from error
    except OSError as error:
        raise UnreadableTextError("Filen går inte att öppna.", "Kontrollera filens rättigheter.") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise WrongEncodingError(
            "Filen är inte sparad som UTF-8.", "Spara om filen med kodningen UTF-8.", line
        ) from error
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
