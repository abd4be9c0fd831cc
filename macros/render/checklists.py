"""Checklists: real checkboxes grouped by the routine's steps, and the list that helps to choose among them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.checklist import Checklist, ChecklistItem
from macros.model.deadline import Counting, Event, Unit, counting
from macros.model.page import Adoption, ChecklistPageMeta, Occasion, Page
from macros.model.role import Role
from macros.render.stages import in_process_order
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import number_word
from macros.suspicion import suspicions
from macros.working_days import red_weekdays

_YEARS_BEFORE, _YEARS_AHEAD = 1, 10
_ROLES_NAMED = 3
# Anchor and heading of each part of the list.
_HEADINGS = {
    Occasion.CASE: ("i-arendet", "I ärendet"),
    Occasion.MEETING: ("pa-motet", "På mötet"),
    Occasion.OPERATION: ("i-verksamheten", "I verksamheten"),
    None: ("fler", "Fler checklistor"),
}


@dataclass(frozen=True)
class Row:
    """An item with how its day is counted."""

    item: ChecklistItem
    counting: Counting


@dataclass(frozen=True)
class Group:
    """The items of one step, with the step's number and heading in the routine; retired ones stand for themselves."""

    number: int
    step_id: str
    title: str
    rows: tuple[Row, ...]
    retired: tuple[ChecklistItem, ...]


@dataclass(frozen=True)
class CountedFrom:
    """An event that items are counted from, and how many they are."""

    event: Event
    item_count: int


@dataclass(frozen=True)
class Choice:
    """A checklist among others: its page, where it starts, who has the most of its items and how many they are."""

    checklist: Checklist
    page: Page | None
    routine: Page | None
    start: Event | None
    roles: str
    item_count: int


def checklist(handbook: Handbook, checklist_id: str, page_url: str, today: date) -> Markup:
    """The checklist, for ticking or printing. Raises KeyError for an unknown checklist or routine."""
    found = handbook.checklists[checklist_id].value
    routine = handbook.routines[found.routine].value
    view = View(handbook, page_url, today)
    groups = groups_of(view, found, routine)
    rows = [row for group in groups for row in group.rows]
    by_working_days = any(row.counting.unit is Unit.WORKING_DAYS for row in rows)
    return fill(
        "checklist.html",
        view=view,
        checklist=found,
        routine=routine,
        groups=groups,
        item_count=len(rows),
        step_count=sum(bool(group.rows) for group in groups),
        starts=_counted_from(handbook, rows),
        red_days=red_day_table(today) if by_working_days else "",
        roles=_roles_in(handbook, [row.item for row in rows]),
        suspect=_suspect_ids(handbook, found.routine, today),
        edition=_edition(routine),
        is_proposal=routine_meta(routine).adoption is Adoption.PROPOSAL,
    )


def checklists(handbook: Handbook, page_url: str, today: date) -> Markup:
    """All checklists by what they are at hand for, in the order of the process."""
    view = View(handbook, page_url, today)
    grouped: dict[Occasion | None, list[Choice]] = {occasion: [] for occasion in _HEADINGS}
    for sourced in handbook.checklists.values():
        page = handbook.checklist_page(sourced.value.id)
        occasion = page.meta.occasion if page and isinstance(page.meta, ChecklistPageMeta) else None
        grouped[occasion].append(_choice(view, sourced.value, page))
    groups = [
        (*_HEADINGS[occasion], sorted(choices, key=_process_order)) for occasion, choices in grouped.items() if choices
    ]
    return fill("checklists.html", view=view, groups=groups)


def live_items(found: Checklist, today: date) -> tuple[ChecklistItem, ...]:
    """The items that are still in use."""
    return tuple(item for item in found.items if not item.is_retired(today))


def groups_of(view: View, found: Checklist, routine: Page) -> tuple[Group, ...]:
    """The items in the order of the routine's steps; steps without items are left out."""
    groups = (
        _group(view, found, number, step.id, view.step_title(routine, step.id))
        for number, step in enumerate(routine_meta(routine).steps, start=1)
    )
    return tuple(group for group in groups if group.rows or group.retired)


def red_day_table(today: date) -> str:
    """The red days from Monday to Friday as `2026:0101,0106|2027:…`: last year's to ten years ahead of `today`."""
    years = range(today.year - _YEARS_BEFORE, today.year + _YEARS_AHEAD + 1)
    return "|".join(f"{year}:{','.join(day.strftime('%m%d') for day in red_weekdays(year))}" for year in years)


def _group(view: View, found: Checklist, number: int, step_id: str, title: str) -> Group:
    deadlines = view.handbook.profile.value.deadlines
    items = [item for item in found.items if item.step == step_id]
    return Group(
        number,
        step_id,
        title,
        tuple(Row(item, counting(item.due, deadlines)) for item in items if not item.is_retired(view.today)),
        tuple(item for item in items if item.is_retired(view.today)),
    )


def _counted_from(handbook: Handbook, rows: list[Row]) -> tuple[CountedFrom, ...]:
    """The events in the order in which the items come to them: the first is where the list starts."""
    events = [row.counting.event for row in rows]
    return tuple(CountedFrom(handbook.events[event], events.count(event)) for event in dict.fromkeys(events))


def _choice(view: View, found: Checklist, page: Page | None) -> Choice:
    sourced = view.handbook.routines.get(found.routine)
    routine = sourced.value if sourced else None
    rows = [row for group in (groups_of(view, found, routine) if routine else ()) for row in group.rows]
    starts = _counted_from(view.handbook, rows)
    roles = _most_concerned(view, [row.item for row in rows])
    return Choice(found, page, routine, starts[0].event if starts else None, roles, len(rows))


def _most_concerned(view: View, items: list[ChecklistItem]) -> str:
    """The roles with the most items, by name, and how many more there are."""
    counted = Counter(role_id for item in items for role_id in item.roles)
    ranked = sorted(_roles_in(view.handbook, items), key=lambda role: -counted[role.id])
    named = ", ".join(view.short_name(role) for role in ranked[:_ROLES_NAMED])
    others = len(ranked) - _ROLES_NAMED
    return f"{named} och {number_word(others)} till" if others > 0 else named


def _process_order(choice: Choice) -> tuple[object, ...]:
    order = in_process_order(routine_meta(choice.routine)) if choice.routine else ()
    return (not order, *order, choice.checklist.id)


def _edition(routine: Page) -> str:
    meta = routine_meta(routine)
    proposal = " (förslag)" if meta.adoption is Adoption.PROPOSAL else ""
    return f"{meta.id}, utgåva {meta.edition}{proposal}"


def _suspect_ids(handbook: Handbook, routine_id: str, today: date) -> frozenset[str]:
    """The items that rest on a provision found changed after the routine's latest review."""
    return frozenset(citing.id for found in suspicions(handbook, routine_id, today) for citing in found.citings)


def _roles_in(handbook: Handbook, items: list[ChecklistItem]) -> tuple[Role, ...]:
    used = {role_id for item in items for role_id in item.roles}
    return tuple(role for role in handbook.roles.values() if role.id in used)
