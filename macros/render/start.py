"""The start page: search, the handbook's state, the four stages, role entrances and deadlines."""

from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.checklist import Checklist
from macros.model.page import Adoption, Page
from macros.render.changes import LATEST, news
from macros.render.roles import duties_of
from macros.render.routines import RoutineEntry, routine_entries
from macros.render.stages import stages
from macros.render.status_page import adoption_words
from macros.render.statutes import unverified
from macros.render.templates import fill
from macros.render.view import View

NEXT_REVIEWS = 3
SEARCH_TIPS = ("startmöte", "samtycke", "sekretess")


def start(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Everything on the start page below its title and introduction."""
    view = View(handbook, page_url, today)
    entries = routine_entries(handbook, today)
    return fill(
        "start.html",
        view=view,
        tips=SEARCH_TIPS,
        search_url=view.macro_url("visa_sok") or "",
        stages=stages(handbook),
        entries=entries,
        by_path={entry.page.path: entry for entry in entries},
        standing=adoption_words(entries),
        next_reviews=_next_reviews(entries),
        checklists=_checklists(handbook),
        others=_others(handbook, entries),
        adopted=_count(entries, Adoption.ADOPTED),
        proposed=_count(entries, Adoption.PROPOSAL),
        unverified=_unverified_count(handbook, today),
        roles=tuple(role for role in handbook.roles.values() if duties_of(view, role)),
        roles_url=view.macro_url("visa_roller"),
        new_url=view.macro_url("visa_introduktion"),
        register_url=view.macro_url("visa_lagregister"),
        news=news(handbook, today)[:LATEST],
        changes_url=view.macro_url("visa_andringar"),
        status_url=view.macro_url("visa_lage") or view.macro_url("visa_rutiner"),
    )


def _next_reviews(entries: tuple[RoutineEntry, ...]) -> list[RoutineEntry]:
    """The routines to review first: those never reviewed, then by due day."""
    return sorted(entries, key=lambda entry: entry.facts.due or date.min)[:NEXT_REVIEWS]


def _checklists(handbook: Handbook) -> list[tuple[Checklist, Page]]:
    pages = (
        (source.value, handbook.checklist_page(checklist_id)) for checklist_id, source in handbook.checklists.items()
    )
    return [(checklist, page) for checklist, page in pages if page is not None]


def _others(handbook: Handbook, entries: tuple[RoutineEntry, ...]) -> list[RoutineEntry]:
    """The routines that are not the way into a stage."""
    shown = {entry.routine.path for entry in stages(handbook) if entry.routine}
    return [entry for entry in entries if entry.page.path not in shown]


def _count(entries: tuple[RoutineEntry, ...], adoption: Adoption) -> int:
    return sum(entry.meta.adoption is adoption for entry in entries)


def _unverified_count(handbook: Handbook, today: date) -> int:
    return sum(len(unverified(sourced.value, today)) for sourced in handbook.statutes.values())
