"""The start page: search, the handbook's state, the four stages, role entrances and deadlines."""

from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.page import Adoption
from macros.render.roles import duties_of
from macros.render.routines import RoutineEntry, routine_entries
from macros.render.stages import stages
from macros.render.statutes import unverified
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper, number_word

SEARCH_TIPS = ("startmöte", "samtycke", "sekretess")


def start(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Everything on the start page below its title and introduction."""
    view = View(handbook, page_url, today)
    entries = routine_entries(handbook, today)
    return fill(
        "start.html",
        view=view,
        tips=SEARCH_TIPS,
        stages=stages(handbook),
        entries=entries,
        by_path={entry.page.path: entry for entry in entries},
        standing=standing(entries),
        adopted=_count(entries, Adoption.ADOPTED),
        proposed=_count(entries, Adoption.PROPOSAL),
        unverified=_unverified_count(handbook, today),
        roles=tuple(role for role in handbook.roles.values() if duties_of(view, role)),
        roles_url=_url_of(view, "visa_roller"),
        register_url=_url_of(view, "visa_lagregister"),
        routines_url=_url_of(view, "visa_rutiner"),
    )


def standing(entries: tuple[RoutineEntry, ...]) -> str:
    """What the handbook is worth as a whole, as a sentence."""
    adopted = _count(entries, Adoption.ADOPTED)
    if not entries:
        return "Ingen rutin är skriven än."
    if adopted == 0:
        return "Handboken är ett förslag. Ingen nämnd har antagit den."
    noun = "rutin är fastställd" if adopted == 1 else "rutiner är fastställda"
    return first_upper(f"{number_word(adopted)} {noun}.")


def _count(entries: tuple[RoutineEntry, ...], adoption: Adoption) -> int:
    return sum(entry.meta.adoption is adoption for entry in entries)


def _unverified_count(handbook: Handbook, today: date) -> int:
    return sum(len(unverified(sourced.value, today)) for sourced in handbook.statutes.values())


def _url_of(view: View, macro: str) -> str | None:
    page = view.handbook.page_calling(macro)
    return view.url(page.url) if page else None
