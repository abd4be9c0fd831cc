"""The list of all routines: stage, state, next review, owner and how much of the law is verified."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page, RoutineMeta
from macros.render.law_status import LawStatus, law_status
from macros.render.reviews import ReviewFacts, review_facts
from macros.render.stages import in_process_order, stages
from macros.render.templates import fill
from macros.render.view import View


@dataclass(frozen=True)
class RoutineEntry:
    """A routine with what the lists say about it."""

    page: Page
    meta: RoutineMeta
    facts: ReviewFacts
    law: LawStatus


def routine_entries(handbook: Handbook, today: date, owner: str | None = None) -> tuple[RoutineEntry, ...]:
    """Every routine (or only the `owner` role's), in the order of the process; then those of the whole of it."""
    chosen = (found.value for found in handbook.routines.values())
    owned = (page for page in chosen if owner is None or routine_meta(page).owner == owner)
    pages = sorted(owned, key=lambda page: in_process_order(routine_meta(page)))
    return tuple(
        RoutineEntry(page, routine_meta(page), review_facts(handbook, page, today), law_status(handbook, page, today))
        for page in pages
    )


def routines(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The table of routines by stage, those of the whole process, then the stages that have none yet."""
    entries = routine_entries(handbook, today)
    return fill(
        "routines.html",
        view=View(handbook, page_url, today),
        staged=[entry for entry in entries if entry.meta.stage],
        whole=[entry for entry in entries if not entry.meta.stage],
        unwritten=[entry for entry in stages(handbook) if entry.routine is None],
    )
