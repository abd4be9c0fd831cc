"""A role's own page: everything it does, stage by stage and in the order it happens, with times, forms and meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import Stage
from macros.model.template import Template
from macros.render.changes import news
from macros.render.forums import ForumEntry, forum_entry, forums_of
from macros.render.links import calendar_url, introduction_url
from macros.render.roles import RoutineDuties, duties_of, summary
from macros.render.routines import routine_entries
from macros.render.status_page import RoleReviews, reviews_by_role
from macros.render.templates import fill
from macros.render.view import View

WHOLE_PROCESS = "Hela processen"


@dataclass(frozen=True)
class StageDuties:
    """What falls to a role in one stage (None: in the whole process), routine by routine."""

    stage: Stage | None
    routines: tuple[RoutineDuties, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the stage's heading."""
        return {None: "hela-processen", Stage.FOLLOW_UP: "uppfoljning"}.get(self.stage) or str(self.stage)

    @property
    def title(self) -> str:
        """The stage's heading."""
        return self.stage.value.capitalize() if self.stage else WHOLE_PROCESS


def role_page(handbook: Handbook, role_id: str, page_url: str, today: date) -> Markup:
    """Everything that the role does. Raises KeyError for an unknown role."""
    view = View(handbook, page_url, today)
    found = handbook.roles[role_id]
    routines = duties_of(view, found)
    calendar = calendar_url(handbook, role_id)
    return fill(
        "role_page.html",
        view=view,
        role=found,
        summary=summary(handbook, found, routines),
        owned=[duties.routine for duties in routines if duties.is_owner],
        reviews=reviews_of(handbook, role_id, view),
        status_url=view.macro_url("visa_lage"),
        stages=by_stage(duties for duties in routines if duties.duties),
        forums=_forums(handbook, role_id),
        forms=forms_of(handbook, role_id),
        calendar=view.url(calendar) if calendar else None,
        news=news(handbook, today, role_id),
        changes_url=view.macro_url("visa_andringar"),
        new_url=view.url(new) if (new := introduction_url(handbook, role_id)) else None,
    )


def by_stage(routines: Iterable[RoutineDuties]) -> tuple[StageDuties, ...]:
    """The routines under their stages, in the order of the process; those of the whole process last."""
    found: dict[Stage | None, list[RoutineDuties]] = {stage: [] for stage in (*Stage, None)}
    for duties in routines:
        found[routine_meta(duties.routine).stage].append(duties)
    return tuple(StageDuties(stage, tuple(listed)) for stage, listed in found.items() if listed)


def forms_of(handbook: Handbook, role_id: str) -> tuple[Template, ...]:
    """The templates that the role fills in, in the order of their files."""
    found = (sourced.value for sourced in handbook.holdings.templates.values())
    return tuple(form for form in found if role_id in form.roles)


def reviews_of(handbook: Handbook, role_id: str, view: View) -> RoleReviews | None:
    """What the role has to review and when, or None when it is responsible for no routine."""
    everybody = reviews_by_role(handbook, routine_entries(handbook, view.today, role_id), view)
    return next((found for found in everybody if found.role_id == role_id), None)


def _forums(handbook: Handbook, role_id: str) -> tuple[ForumEntry, ...]:
    return tuple(forum_entry(handbook, forum) for forum in forums_of(handbook, role_id))
