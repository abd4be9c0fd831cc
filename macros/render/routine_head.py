"""What stands around a routine's title: eyebrow, stage row and the trust box `Gäller den här sidan?`."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import (
    Adoption,
    ArchivePageMeta,
    ChecklistPageMeta,
    Page,
    RolePageMeta,
    RoutineMeta,
    TemplatePageMeta,
)
from macros.render.archive_pages import overview
from macros.render.law_status import law_status
from macros.render.reviews import ReviewFacts, review_facts
from macros.render.stages import stages
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import listed

# What stands in the way of a plain yes, by review state.
_DOUBTS: Mapping[str, str] = {
    "förfallen": "granskningsdagen har passerat",
    "ändrad efter granskning": "texten har ändrats efter granskningen",
    "misstänkt": "något som den bygger på har ändrats efter granskningen",
}


def eyebrow(handbook: Handbook, page: Page) -> Markup:
    """The line above the title: id, kind and edition (for a checklist, its routine's edition)."""
    if isinstance(page.meta, RolePageMeta):
        return fill("eyebrow.html", words=("Roller", "Jag är …"))
    if isinstance(page.meta, TemplatePageMeta):
        return fill("eyebrow.html", words=(page.meta.template_id, "Mall"))
    if isinstance(page.meta, ChecklistPageMeta):
        routine_id = handbook.checklists[page.meta.checklist].value.routine
        edition = routine_meta(handbook.routines[routine_id].value).edition
        return fill("eyebrow.html", words=(page.meta.checklist, "Checklista", f"Utgåva {edition}"))
    if isinstance(page.meta, ArchivePageMeta):
        return fill("eyebrow.html", words=(page.meta.routine, "Arkiv", f"Utgåva {page.meta.number}"))
    meta = routine_meta(page)
    scope = () if meta.stage else ("Gäller hela processen",)
    return fill("eyebrow.html", words=(meta.id, "Rutin", f"Utgåva {meta.edition}", *scope))


def stage_row(handbook: Handbook, page: Page, today: date) -> Markup:
    """The four stages, with this routine's stage marked if it has one; stages without a routine are plain text."""
    view = View(handbook, page.url, today)
    return fill("stage_row.html", view=view, stages=stages(handbook), current=routine_meta(page).stage, page=page)


def verdict(meta: RoutineMeta, facts: ReviewFacts, today: date) -> str:
    """The answer to `Gäller den här sidan?` as sentences that stay true whenever they are read."""
    if meta.adoption is Adoption.PROPOSAL:
        return "Nej, inte än. Det här är ett förslag som ingen nämnd har antagit."
    if meta.adoption is Adoption.WITHDRAWN:
        return "Nej, rutinen är upphävd."
    if meta.valid_from is not None and meta.valid_from > today:
        return "Den är fastställd och gäller från den dag som står nedan."
    doubts = [_DOUBTS[state] for state in facts.lasting if state in _DOUBTS]
    if doubts:
        return f"Den är fastställd, men {listed(doubts)}."
    reviewed = "och granskad" if facts.receipt else "men har aldrig granskats"
    return f"Ja, den är fastställd {reviewed}."


def trust_box(handbook: Handbook, page: Page, today: date) -> Markup:
    """The trust box: the verdict first, then the facts it rests on."""
    meta, facts = routine_meta(page), review_facts(handbook, page, today)
    view = View(handbook, page.url, today)
    return fill(
        "trust_box.html",
        view=view,
        status_url=view.macro_url("visa_lage"),
        meta=meta,
        facts=facts,
        law=law_status(handbook, page, today),
        verdict=verdict(meta, facts, today),
        is_proposal=meta.adoption is Adoption.PROPOSAL,
        is_adopted=meta.adoption is Adoption.ADOPTED,
        overview=overview(handbook, meta.id),
        then=handbook.page_calling("visa_gallde_da"),
    )


def checklist_button(handbook: Handbook, page: Page, today: date) -> Markup:
    """The button to the routine's checklist; empty when no page shows one."""
    pages = (handbook.checklist_page(checklist) for checklist in routine_meta(page).checklists)
    target = next((found for found in pages if found), None)
    if target is None:
        return Markup("")
    return fill("checklist_button.html", view=View(handbook, page.url, today), target=target)
