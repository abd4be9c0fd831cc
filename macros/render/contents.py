"""The page that searches, with every page of the handbook listed for those who would rather look."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.page import ArchivePageMeta, Page
from macros.render.glossary import alphabetical
from macros.render.templates import fill
from macros.render.view import View

# The parts of the handbook in the order of its tabs, by folder.
PARTS = {
    "rutiner": "Rutiner",
    "checklistor": "Checklistor",
    "mallar": "Mallar",
    "roller": "Roller",
    "lagrum": "Lagrum",
    "samverkan": "Samverkan",
    "uppfoljning": "Uppföljning",
    "revision": "Revision",
    "arkiv": "Arkiv",
    "handboken": "Om handboken",
}


@dataclass(frozen=True)
class Part:
    """A part of the handbook and its pages: the overview first, then in alphabetical order."""

    name: str
    pages: tuple[Page, ...]


def part_of(url: str) -> str | None:
    """The part that a page belongs to by its address, or None for the start page and the like."""
    return PARTS.get(url.partition("/")[0])


def search_form(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The search field, where its hits go, and all pages by part. Frozen editions stand in the archive's own list."""
    pages = [page.value for page in handbook.pages if not isinstance(page.value.meta, ArchivePageMeta)]
    parts = [
        Part(name, tuple(sorted((page for page in pages if part_of(page.url) == name), key=_overview_first)))
        for name in PARTS.values()
    ]
    return fill("search.html", view=View(handbook, page_url, today), groups=[part for part in parts if part.pages])


def _overview_first(page: Page) -> tuple[bool, str]:
    return page.url.count("/") > 1, alphabetical(page.title)
