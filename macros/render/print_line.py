"""The two lines at the foot of every printed sheet: what it is and which edition, and how old it is.

A loose sheet must say this by itself. The lines stand in an attribute; the print style (7-utskrift.css) puts them in
the page margin beside the number of the sheet.
"""

from datetime import date

from markupsafe import escape

from macros.handbook import Handbook, routine_meta
from macros.model.page import ArchivePageMeta, ChecklistPageMeta, Page, RoutineMeta, TemplatePageMeta
from macros.render.dates import swedish_day

_ROOT = "<html "
_MARK = "data-rh-blad="


def with_print_line(html: str, handbook: Handbook, page: Page, today: date) -> str:
    """The built page with its lines; twice changes nothing more."""
    start = html.find(_ROOT)
    if _MARK in html or start < 0:
        return html
    end = html.index(">", start)
    return f'{html[:end]} {_MARK}"{escape(print_line(handbook, page, today))}"{html[end:]}'


def print_line(handbook: Handbook, page: Page, today: date) -> str:
    """The lines in words."""
    trusted = handbook.policy.value.last_trusted_day(today)
    source = f"{handbook.settings.value.name}, {handbook.profile.value.name}"
    age = f"Byggd {swedish_day(today)}. Lita på den till och med {swedish_day(trusted)}."
    return f"{_what(handbook, page)}\n{source}. {age}"


def _what(handbook: Handbook, page: Page) -> str:
    meta = page.meta
    if isinstance(meta, RoutineMeta):
        return f"{meta.id} {page.title} · {_edition(page)}"
    if isinstance(meta, ChecklistPageMeta):
        routine = handbook.routines.get(handbook.checklists[meta.checklist].value.routine)
        return f"{meta.checklist} {page.title}" + (f" · {_edition(routine.value)}" if routine else "")
    if isinstance(meta, TemplatePageMeta):
        return f"{meta.template_id} {page.title}"
    if isinstance(meta, ArchivePageMeta):
        return f"{meta.routine} {page.title}"
    return page.title


def _edition(page: Page) -> str:
    meta = routine_meta(page)
    return f"utgåva {meta.edition}, {meta.adoption.value}"
