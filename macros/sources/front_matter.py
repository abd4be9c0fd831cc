"""Splitting a Markdown file into front matter and body."""

import re
from dataclasses import dataclass

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


class FrontMatterError(Exception):
    """The page has no readable front matter. `message` and `cure` are Swedish sentences."""

    line = 1

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure


@dataclass(frozen=True)
class SplitPage:
    """The YAML between the lines of dashes and the Markdown after them; lines count from 1 in the whole file."""

    front_matter: str
    body: str
    body_line: int

    front_matter_line: int = 2


def split_page(text: str) -> SplitPage:
    """Split a page's text. Raises FrontMatterError when the front matter is missing, unclosed or empty."""
    if not text.strip():
        raise FrontMatterError("Sidan är tom.", "Skriv sidan eller ta bort filen.")
    opening = _OPENING.match(text)
    if opening is None:
        raise FrontMatterError("Sidan saknar sidhuvud.", "Börja filen med en rad --- och uppgifterna under den.")
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise FrontMatterError("Sidhuvudet är inte avslutat.", "Lägg till en rad --- efter den sista uppgiften.")
    front_matter = text[opening.end() : closing.start()]
    if not front_matter.strip():
        raise FrontMatterError("Sidhuvudet är tomt.", "Skriv uppgifterna mellan raderna ---, minst typ.")
    return SplitPage(front_matter, text[closing.end() :], text.count("\n", 0, closing.end()) + 1)
