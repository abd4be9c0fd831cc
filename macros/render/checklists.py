"""Checklists: real checkboxes grouped by the routine's steps, and the list of all checklists."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.checklist import Checklist, ChecklistItem
from macros.model.page import Adoption, Page
from macros.model.role import Role
from macros.render.templates import fill
from macros.render.view import View
from macros.suspicion import suspicions


@dataclass(frozen=True)
class Group:
    """The items of one step, with the step's number and heading in the routine."""

    number: int
    step_id: str
    title: str
    items: tuple[ChecklistItem, ...]


def checklist(handbook: Handbook, checklist_id: str, page_url: str, today: date) -> Markup:
    """The checklist, for ticking or printing. Raises KeyError for an unknown checklist or routine."""
    found = handbook.checklists[checklist_id].value
    routine = handbook.routines[found.routine].value
    view = View(handbook, page_url, today)
    groups = groups_of(view, found, routine)
    items = [item for group in groups for item in group.items]
    return fill(
        "checklist.html",
        view=view,
        checklist=found,
        routine=routine,
        groups=groups,
        item_count=len(items),
        roles=_roles_in(handbook, items),
        suspect=_suspect_ids(handbook, found.routine, today),
        is_proposal=routine_meta(routine).adoption is Adoption.PROPOSAL,
    )


def checklists(handbook: Handbook, page_url: str, today: date) -> Markup:
    """All checklists with their routine and number of items."""
    view = View(handbook, page_url, today)
    rows = [
        (sourced.value, handbook.checklist_page(sourced.value.id), live_items(sourced.value, today))
        for sourced in handbook.checklists.values()
    ]
    return fill("checklists.html", view=view, rows=rows)


def live_items(found: Checklist, today: date) -> tuple[ChecklistItem, ...]:
    """The items that are still in use."""
    return tuple(item for item in found.items if not item.is_retired(today))


def groups_of(view: View, found: Checklist, routine: Page) -> tuple[Group, ...]:
    """The live items in the order of the routine's steps; steps without items are left out."""
    items = live_items(found, view.today)
    groups = (
        Group(
            number,
            step.id,
            view.step_title(routine, step.id),
            tuple(item for item in items if item.step == step.id),
        )
        for number, step in enumerate(routine_meta(routine).steps, start=1)
    )
    return tuple(group for group in groups if group.items)


def _suspect_ids(handbook: Handbook, routine_id: str, today: date) -> frozenset[str]:
    """The items that rest on a provision found changed after the routine's latest review."""
    return frozenset(citing.id for found in suspicions(handbook, routine_id, today) for citing in found.citings)


def _roles_in(handbook: Handbook, items: list[ChecklistItem]) -> tuple[Role, ...]:
    used = {role_id for item in items for role_id in item.roles}
    return tuple(role for role in handbook.roles.values() if role.id in used)
