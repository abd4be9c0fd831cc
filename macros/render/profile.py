"""The municipality's own names, meetings, systems and deadlines."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.deadline import LocalDeadline, Origin
from macros.model.profile import Profile
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper


@dataclass(frozen=True)
class DeadlineEntry:
    """A local deadline with the places that use it."""

    text: str
    deadline: LocalDeadline
    is_proposal: bool
    places: tuple[tuple[str, str], ...]


def profile(handbook: Handbook, page_url: str) -> Markup:
    """The whole local profile: boards, units, meetings, systems, tools and deadlines with their origin."""
    view = View(handbook, page_url, date.min)  # nothing here depends on the day
    found = handbook.profile.value
    deadlines = [
        DeadlineEntry(
            first_upper(handbook.deadline_text(deadline_id)),
            deadline,
            deadline.origin is Origin.PROPOSAL,
            (*_steps_using(view, deadline_id), *_pages_naming(view, deadline_id)),
        )
        for deadline_id, deadline in found.deadlines.items()
    ]
    return fill("profile.html", view=view, profile=found, boards=_boards(found), deadlines=deadlines)


def receivers(handbook: Handbook) -> Markup:
    """The units that take on participants: what they do and for whom, in file order."""
    units = [unit for unit in handbook.profile.value.units if unit.audience]
    return fill("receivers.html", units=units, boards=_boards(handbook.profile.value))


def _boards(found: Profile) -> dict[str, str]:
    return {board.id: first_upper(board.name) for board in found.boards}


def _steps_using(view: View, deadline_id: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (view.step_title(page, step.id), view.url(f"{page.url}#{step.id}"))
        for page in (sourced.value for sourced in view.handbook.routines.values())
        for step in routine_meta(page).steps
        if step.due.local == deadline_id
    )


def _pages_naming(view: View, deadline_id: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (page.value.title, view.url(page.value.url))
        for page in view.handbook.pages
        if any(c.name == "frist" and c.argument(0, "frist") == deadline_id for c in page.value.body.calls)
    )
