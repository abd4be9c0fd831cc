"""Roles: the inline link to a role, what falls to each, and the list of all roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.checklist import Checklist, ChecklistItem
from macros.model.page import Page, Step
from macros.model.profile import Form
from macros.model.role import Role
from macros.render.forums import forums_of
from macros.render.templates import fill
from macros.render.view import View


@dataclass(frozen=True)
class Duty:
    """A step that concerns a role: its own part of it, and its checklist items there."""

    title: str
    url: str
    step: Step
    takes_part: bool
    items: tuple[tuple[Checklist, ChecklistItem], ...]


@dataclass(frozen=True)
class RoutineDuties:
    """Everything in one routine that concerns a role."""

    routine: Page
    is_owner: bool
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class RoleSummary:
    """How much falls to a role: for the line that opens its page, and for the list of roles."""

    steps: int
    items: int
    forums: int


def role(handbook: Handbook, role_id: str, page_url: str, form: Form = Form.BASE) -> Markup:
    """The role's name as a link to its description. Raises KeyError for an unknown role."""
    view = View(handbook, page_url, date.min)  # nothing here depends on the day
    return fill("role.html", name=role_name(handbook.roles[role_id], form), url=view.role_url(role_id))


def role_name(found: Role, form: Form = Form.BASE) -> str:
    """The role's name in the wanted form."""
    return {Form.DEFINITE: found.definite, Form.GENITIVE: _genitive(found.definite)}.get(form, found.name)


def roles(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every role with its mission and how much falls to it; the details stand on the role's own page."""
    view = View(handbook, page_url, today)
    entries = [(found, summary(handbook, found, duties_of(view, found))) for found in handbook.roles.values()]
    return fill("roles.html", view=view, entries=entries)


def summary(handbook: Handbook, found: Role, routines: Iterable[RoutineDuties]) -> RoleSummary:
    """The numbers of a role's steps, checklist items and forums."""
    duties = [duty for routine in routines for duty in routine.duties]
    return RoleSummary(
        sum(duty.takes_part for duty in duties),
        sum(len(duty.items) for duty in duties),
        len(forums_of(handbook, found.id)),
    )


def duties_of(view: View, found: Role) -> tuple[RoutineDuties, ...]:
    """What falls to the role, routine by routine; routines that do not concern it are left out."""
    all_duties = (_routine_duties(view, page.value, found) for page in view.handbook.routines.values())
    return tuple(duties for duties in all_duties if duties.is_owner or duties.duties)


def _routine_duties(view: View, page: Page, found: Role) -> RoutineDuties:
    meta = routine_meta(page)
    items = [
        (checklist, item)
        for checklist in view.handbook.checklists_by_routine.get(meta.id, ())
        for item in checklist.items
        if found.id in item.roles and not item.is_retired(view.today)
    ]
    concerned = {item.step for _, item in items}
    steps = (step for step in meta.steps if found.id in step.roles or step.id in concerned)
    return RoutineDuties(page, meta.owner == found.id, tuple(_duty(view, page, step, found, items) for step in steps))


def _duty(view: View, page: Page, step: Step, found: Role, items: list[tuple[Checklist, ChecklistItem]]) -> Duty:
    url = view.url(f"{page.url}#{step.id}")
    own_items = tuple((checklist, item) for checklist, item in items if item.step == step.id)
    return Duty(view.step_title(page, step.id), url, step, found.id in step.roles, own_items)


def _genitive(name: str) -> str:
    return name if name[-1] in "sxz" else f"{name}s"
