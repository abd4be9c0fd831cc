"""SPR: plain language. Terms from the glossary, a short summary, and limits for reading ease that only go down."""

import re
from collections.abc import Iterator
from datetime import date

from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.language import LanguageLimits, Readability, prose, readability, sentences
from macros.model.page import ArchivePageMeta, Page
from macros.model.sourced import Sourced

SUMMARY_ANCHOR, SUMMARY_WORDS, SUMMARY_POINTS = "kort-sagt", 60, 4
_ENOUGH_WORDS = 100  # LIX says nothing of a page with a few sentences
_SLACK = 3  # how far a limit may lie above the measured value before it must be lowered


def check_glossary(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every term stands once."""
    glossary = handbook.holdings.glossary
    if glossary is None:
        return
    terms = [term.term.casefold() for term in glossary.value.terms]
    for index, term in enumerate(terms):
        if terms.index(term) != index:
            place = glossary.place("ord", index, "term")
            yield Finding("SPR201", Level.FEL, place, f"Ordet ”{term}” står två gånger.", "Behåll det ena.")


def check_terms(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Routines use the glossary's term, not a word that it always replaces."""
    glossary = handbook.holdings.glossary
    if glossary is None:
        return
    preferred = {word.casefold(): term.term for term in glossary.value.terms for word in term.never}
    if not preferred:
        return
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(preferred, key=len, reverse=True)))})\b", re.IGNORECASE)
    for page in handbook.routines.values():
        for word in dict.fromkeys(found[0].casefold() for found in pattern.finditer(prose(page.value.body.text))):
            message = f"Ordet ”{word}” används, men ordlistan säger ”{preferred[word]}”."
            yield Finding("SPR202", Level.VARNING, Place(page.path), message, f"Skriv ”{preferred[word]}”.")


def check_summaries(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Kort sagt is short: at most 60 words and four points."""
    for page in handbook.routines.values():
        text = _section(page.value, SUMMARY_ANCHOR)
        words = sum(len(found) for found in sentences(prose(text)))
        points = len(re.findall(r"^- ", text, re.MULTILINE))
        if words > SUMMARY_WORDS or points > SUMMARY_POINTS:
            limits = f"högst {SUMMARY_WORDS} ord och {SUMMARY_POINTS} punkter"
            message = f"Kort sagt ska ha {limits}. Nu är det {words} och {points}."
            line = next((h.line for h in page.value.body.headings if h.anchor == SUMMARY_ANCHOR), 1)
            yield Finding("SPR203", Level.FEL, Place(page.path, line), message, "Korta texten.")


def _section(page: Page, anchor: str) -> str:
    match = re.search(rf"^## [^\n]*#{anchor}[ }}][^\n]*\n(.*?)(?=^## |\Z)", page.body.text, re.MULTILINE | re.DOTALL)
    return match[1] if match else ""


def check_reading_ease(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """No page is harder to read than its limit, and no exception is wider than it needs to be."""
    limits = handbook.holdings.language_limits
    if limits is None:
        return
    for page in handbook.pages:
        if isinstance(page.value.meta, ArchivePageMeta):
            continue  # a frozen text stays as hard to read as it was
        measured = readability(page.value.body.text)
        if measured.words >= _ENOUGH_WORDS:
            yield from _check_page(page, measured, limits.value)
    paths = {page.path for page in handbook.pages}
    excepted = [exception.page for exception in limits.value.exceptions]
    for index, exception in enumerate(limits.value.exceptions):
        if (first := excepted.index(exception.page)) != index:
            line = limits.place("undantag", first, "sida").line
            message = f"Sidan ”{exception.page}” har redan ett undantag på rad {line}."
            place = limits.place("undantag", index, "sida")
            yield Finding("SPR205", Level.FEL, place, message, "Behåll det ena.")
        if exception.page not in paths and not handbook.is_unreadable(exception.page):
            place = limits.place("undantag", index, "sida")
            yield Finding("SPR205", Level.FEL, place, f"Sidan ”{exception.page}” finns inte.", "Ta bort undantaget.")


def _check_page(page: Sourced[Page], measured: Readability, limits: LanguageLimits) -> Iterator[Finding]:
    exception = limits.exception(page.path)
    lix, longest = (exception.lix, exception.longest) if exception else (limits.lix, limits.longest)
    place = Place(page.path)
    if measured.lix > lix or measured.longest > longest:
        message = f"LIX är {measured.lix} (högst {lix}), längsta meningen {measured.longest} ord (högst {longest})."
        yield Finding("SPR204", Level.VARNING, place, message, "Korta meningar och byt långa ord.")
    if exception and lix > max(measured.lix, limits.lix) + _SLACK:
        message = f"Gränsen för LIX är {lix} men sidan har {measured.lix}."
        yield Finding("SPR205", Level.VARNING, place, message, "Sänk gränsen i data/sprakgranser.yml.")
