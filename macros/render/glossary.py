"""The glossary: the table of terms, and the abbreviations that pages explain where they first use them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from macros.handbook import Handbook
from macros.model.glossary import Term
from macros.render.templates import fill
from macros.render.view import View

_ASCII = str.maketrans("åäöéüæø", "aaoeuao")
# Code points put å, ä and ö in another order than the Swedish alphabet, and é and ü far from e and y.
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y"})

# Inside these an abbreviation is a name, a link's text or no running text at all.
_LEFT_ALONE = {
    "a", "abbr", "button", "caption", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "kbd", "label", "legend", "nav", "pre", "script", "select", "style", "svg", "textarea", "title",
}  # fmt: skip
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_NAME = re.compile(r"<(/?)([a-z0-9]+)")
_EXPLAINED = re.compile(r"<abbr\b[^>]*>([^<]*)</abbr>")


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


def abbreviations(handbook: Handbook) -> Mapping[str, str]:
    """What each abbreviation stands for."""
    found = handbook.holdings.glossary
    terms = found.value.terms if found else ()
    return {term.abbreviation: term.term for term in terms if term.abbreviation}


def explain_abbreviations(html: str, known: Mapping[str, str]) -> str:
    """The built page with each abbreviation explained where its running text first has it; twice changes no more."""
    start, end = html.find("<article"), html.rfind("</article>")
    article = html[start:end]
    wanted = {short for short in known if short in article} - set(_EXPLAINED.findall(article))
    if start < 0 or not wanted:
        return html
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(wanted)))})(?!\w)")
    parts, inside = _TAG.split(article), 0
    for index, part in enumerate(parts):
        if index % 2:
            inside += _depth(part)
        elif not inside and wanted and part.strip():
            parts[index] = pattern.sub(lambda found: _explained(found.group(), known, wanted), part)
    return f"{html[:start]}{''.join(parts)}{html[end:]}"


def _depth(tag: str) -> int:
    """How the tag changes the number of elements around that are left alone."""
    found = _NAME.match(tag)
    if found is None or found.group(2) not in _LEFT_ALONE or tag.endswith("/>"):
        return 0
    return -1 if found.group(1) else 1


def _explained(short: str, known: Mapping[str, str], wanted: set[str]) -> str:
    if short not in wanted:
        return short
    wanted.remove(short)
    return f'<abbr title="{escape(known[short])}">{short}</abbr>'
