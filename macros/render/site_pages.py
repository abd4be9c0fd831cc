"""Decorates a built page: string in, string out. Needs only that the headings carry their ids."""

import re
from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.page import ArchivePageMeta, ChecklistPageMeta, Page, RolePageMeta, RoutineMeta, TemplatePageMeta
from macros.render.archive_pages import banner
from macros.render.related import related
from macros.render.routine_head import checklist_button, eyebrow, stage_row, trust_box

SUMMARY_ID = "kort-sagt"
STEPS_ID = "steg"
_DONE = '<p class="rh-ovan">'


@dataclass(frozen=True)
class PageHead:
    """The parts to put into a built page. Only a routine has more than the eyebrow."""

    eyebrow: str
    stage_row: str = ""
    checklist_button: str = ""
    trust_box: str = ""
    related: str = ""
    step_ids: tuple[str, ...] = ()


def page_head(handbook: Handbook, page: Page, today: date) -> PageHead | None:
    """The parts for a routine, a checklist, a template or a role; None for a page that is built as it stands."""
    if isinstance(page.meta, ChecklistPageMeta | TemplatePageMeta | RolePageMeta):
        return PageHead(eyebrow(handbook, page))
    if isinstance(page.meta, ArchivePageMeta):
        return PageHead(eyebrow(handbook, page), banner(handbook, page, today))
    if not isinstance(page.meta, RoutineMeta):
        return None
    return PageHead(
        eyebrow(handbook, page),
        stage_row(handbook, page, today),
        checklist_button(handbook, page, today),
        trust_box(handbook, page, today),
        related(handbook, page, today),
        tuple(step.id for step in routine_meta(page).steps),
    )


def finish_page(html: str, handbook: Handbook, page: Page, today: date) -> str:
    """The built page with what belongs to its kind put in; a page without such parts comes back as it is."""
    head = page_head(handbook, page, today)
    return html if head is None else decorate(html, head)


def decorate(html: str, head: PageHead) -> str:
    """The page with its head put in; twice changes nothing more. Raises ValueError for a missing anchor."""
    if _DONE in html:
        return html
    html = _around_title(html, head)
    if head.trust_box:
        html = _wrap_summary(html, head)
    if head.step_ids:
        html = _wrap_steps(html, head.step_ids)
    if head.related:
        html = _before_end(html, head.related)
    return html


def _around_title(html: str, head: PageHead) -> str:
    start = _find(html, "<h1", "sidans rubrik (h1)")
    end = _find(html, "</h1>", "slutet på sidans rubrik (h1)", start) + len("</h1>")
    return f"{html[:start]}{head.eyebrow}\n{html[start:end]}\n{head.stage_row}{html[end:]}"


def _wrap_summary(html: str, head: PageHead) -> str:
    start = _heading(html, 2, SUMMARY_ID)
    end = _next_heading(html, start)
    opening = f'<section class="rh-kort" aria-labelledby="{SUMMARY_ID}">'
    section = f"{opening}\n{html[start:end]}{head.checklist_button}\n</section>"
    return f"{html[:start]}{section}\n{head.trust_box}\n{html[end:]}"


def _wrap_steps(html: str, step_ids: tuple[str, ...]) -> str:
    first = _heading(html, 3, step_ids[0], _heading(html, 2, STEPS_ID))
    parts, position = [html[:first], '<div class="rh-sekvens">\n'], first
    for number, step_id in enumerate(step_ids, start=1):
        start = _heading(html, 3, step_id, position)
        end = _next_heading(html, start)
        parts += (html[position:start], _step_section(html[start:end], number, step_id))
        position = end
    return "".join((*parts, "</div>\n", html[position:]))


def _step_section(html: str, number: int, step_id: str) -> str:
    opening = html.index(">") + 1
    sign = f'<span class="rh-steg__nr">{number}<span class="rh-dold">. </span></span>'
    body = f"{html[:opening]}{sign}{html[opening:]}"
    return f'<section class="rh-steg" aria-labelledby="{step_id}">\n{body}</section>\n'


def _before_end(html: str, part: str) -> str:
    end = _find(html, "</article>", "slutet på artikeln")
    return f"{html[:end]}{part}\n{html[end:]}"


def _heading(html: str, level: int, anchor: str, start: int = 0) -> int:
    return _find(html, f'<h{level} id="{anchor}"', f"rubriken med ankaret #{anchor}", start)


def _next_heading(html: str, start: int) -> int:
    found = re.compile(r"<h[23][ >]|</article>").search(html, start + 3)
    if found is None:
        raise ValueError("Den byggda sidan saknar slutet på artikeln.")
    return found.start()


def _find(html: str, text: str, what: str, start: int = 0) -> int:
    position = html.find(text, start)
    if position < 0:
        raise ValueError(f"Den byggda sidan saknar {what}.")
    return position
