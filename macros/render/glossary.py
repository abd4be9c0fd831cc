"""The glossary: the table of terms."""

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.glossary import Term
from macros.render.templates import fill
from macros.render.view import View

_ASCII = str.maketrans("åäöéüæø", "aaoeuao")
# Code points put å, ä and ö in another order than the Swedish alphabet, and é and ü far from e and y.
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y"})


@dataclass(frozen=True)
class TermEntry:
    """A term with its anchor on the page."""

    term: Term
    anchor: str


def glossary(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every term in alphabetical order, with what it means and what not to call it."""
    found = handbook.holdings.glossary
    terms = sorted(found.value.terms, key=lambda term: alphabetical(term.term)) if found else []
    entries = [TermEntry(term, anchor_of(term.term)) for term in terms]
    return fill("glossary.html", view=View(handbook, page_url, today), entries=entries)


def alphabetical(text: str) -> str:
    """A key that sorts as the Swedish alphabet does, with å, ä and ö last."""
    return text.lower().translate(_ALPHABET)


def anchor_of(term: str) -> str:
    """The term as an anchor: `samordnad individuell plan` → `samordnad-individuell-plan`."""
    return re.sub(r"[^a-z0-9]+", "-", term.lower().translate(_ASCII)).strip("-")
