"""The end of every page: when its text was changed, and how to suggest a change or report a mistake."""

from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import ArchivePageMeta, ChecklistPageMeta, Page, RoutineMeta
from macros.page_sources import file_to_edit, last_changed
from macros.render.templates import fill

_MARK = '<footer class="rh-sidfot">'
_QUESTIONS = {
    "Ändringsförslag": "Vad ska ändras, och varför?",
    "Fel på sidan": "Vad är fel, och var på sidan?",
}
_NO_PERSONS = "Skriv inget som går att knyta till en person."


def with_foot(html: str, handbook: Handbook, page: Page, today: date) -> str:
    """The built page with its foot last in the article; one that has it, or has nothing to say there, comes back."""
    end = html.rfind("</article>")
    foot = page_foot(handbook, page, today)
    if end < 0 or not foot or _MARK in html:
        return html
    return f"{html[:end]}{foot}\n{html[end:]}"


def page_foot(handbook: Handbook, page: Page, today: date) -> Markup:
    """The foot; empty when neither the day of the change nor any way to answer is known."""
    changed = last_changed(handbook, page)
    suggest, report = suggestion_url(handbook, page, today), report_url(handbook, page, today)
    if not (changed or suggest or report):
        return Markup("")
    day = date.fromisoformat(changed) if changed else None
    return fill("page_foot.html", changed=day, suggest=suggest, report=report)


def suggestion_url(handbook: Handbook, page: Page, today: date) -> str | None:
    """Where the page's file is edited, else a letter begun; None without either, and for a frozen page."""
    feedback, path = handbook.profile.value.feedback, file_to_edit(handbook, page)
    if feedback is None or path is None:
        return None
    return feedback.edit_url(path) or feedback.letter_url(*_letter(handbook, page, today, "Ändringsförslag"))


def report_url(handbook: Handbook, page: Page, today: date) -> str | None:
    """Where a mistake on the page is reported, or None."""
    feedback = handbook.profile.value.feedback
    return feedback.report_url(*_letter(handbook, page, today, "Fel på sidan")) if feedback else None


def lost_page_url(handbook: Handbook, today: date) -> str | None:
    """Where a link that leads nowhere is reported, or None."""
    feedback = handbook.profile.value.feedback
    lines = ("Sidan jag sökte finns inte.", f"Handboken byggd: {today.isoformat()}", "")
    text = "\n".join((*lines, "Vilken adress, och var fanns länken?", "", _NO_PERSONS))
    return feedback.report_url(f"Sidan finns inte: {handbook.settings.value.name}", text) if feedback else None


def edition_of(handbook: Handbook, page: Page) -> str | None:
    """The edition that the page belongs to, or None. A checklist has its routine's."""
    if isinstance(page.meta, RoutineMeta):
        return page.meta.edition
    if isinstance(page.meta, ArchivePageMeta):
        return page.meta.number
    if isinstance(page.meta, ChecklistPageMeta):
        routine = handbook.routines.get(handbook.checklists[page.meta.checklist].value.routine)
        return routine_meta(routine.value).edition if routine else None
    return None


def _letter(handbook: Handbook, page: Page, today: date, what: str) -> tuple[str, str]:
    """Title and text: everything the editors need to find the place, then what they want to know."""
    edition = edition_of(handbook, page)
    facts = [f"Sida: {page.title}", f"Adress: /{page.url}"]
    facts += [f"Utgåva: {edition}"] if edition else []
    facts += [f"Handboken byggd: {today.isoformat()}", f"Kommun: {handbook.profile.value.name}"]
    return f"{what}: {page.title}", "\n".join((*facts, "", _QUESTIONS[what], "", _NO_PERSONS))
