"""SID210: links between pages lead somewhere."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.page import ArchivePageMeta, Link, Page

_WITHOUT_ANCHORS = frozenset(
    {
        "frist",
        "lokalt",
        "visa_forum",
        "visa_indikator",
        "visa_insats",
        "visa_lagrum",
        "visa_mall",
        "visa_mottagare",
        "visa_roll",
        "visa_steg",
    }
)


def check_links(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every link to a page or an anchor in the handbook has its target. Other files are left to MkDocs."""
    pages = {page.path: page.value for page in handbook.pages}
    for page in handbook.pages:
        if isinstance(page.value.meta, ArchivePageMeta):
            continue  # its links stay as they were frozen, and lead to anchors that stand there as markup
        for link in page.value.body.links:
            yield from _check_link(handbook, pages, page.value, link)


def _check_link(handbook: Handbook, pages: dict[str, Page], page: Page, link: Link) -> Iterator[Finding]:
    path, _, anchor = link.target.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    place = Place(page.path, link.line)
    if target.endswith(".md") and target not in pages:
        if not (handbook.root / target).is_file():
            names = {posixpath.relpath(known, posixpath.dirname(page.path)) for known in pages}
            cure = suggest(path, names, "Rätta länken eller skriv sidan.")
            yield Finding("SID210", Level.FEL, place, f"Länken till ”{path}” leder ingenstans.", cure)
    elif anchor and target in pages and not _has_anchor(pages[target], anchor):
        cure = suggest(anchor, _anchors(pages[target]), "Rätta ankaret efter #.")
        yield Finding("SID210", Level.FEL, place, f"Ankaret ”#{anchor}” finns inte i {target}.", cure)


def _has_anchor(page: Page, anchor: str) -> bool:
    # Anchors that a macro makes are not in the Markdown; MkDocs' strict build checks those.
    makes_anchors = any(call.name not in _WITHOUT_ANCHORS for call in page.body.calls)
    return makes_anchors or anchor in _anchors(page)


def _anchors(page: Page) -> list[str]:
    return [heading.anchor or slug(heading.text) for heading in page.body.headings]


def slug(text: str) -> str:
    """The anchor that MkDocs gives a heading without one of its own: å and ä become a, ö becomes o."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
