"""The page for somebody new: first what everybody does, then each role's own way in and what is gathered for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.introduction import IntroductionItem, Timetable
from macros.model.page import Page
from macros.model.role import Role
from macros.model.template import Template
from macros.render.forums import ForumEntry, forum_entry, forums_of
from macros.render.role_pages import forms_of
from macros.render.roles import RoutineDuties, duties_of
from macros.render.stages import in_process_order
from macros.render.templates import fill
from macros.render.view import View

SUMMARY_ID = "kort-sagt"
_MOST_LAW = 6


@dataclass(frozen=True)
class FirstThing:
    """One thing to do: what it is done with, the way there if there is one, what to do, and the routine of a step."""

    name: str
    url: str | None
    do: str
    routine: str = ""


@dataclass(frozen=True)
class Times:
    """The three times with what belongs to each; a time with nothing to do is left out."""

    parts: tuple[tuple[str, tuple[FirstThing, ...]], ...]


@dataclass(frozen=True)
class Introduction:
    """One role's way in. `law`: the provisions that most of its steps rest on."""

    role: Role
    times: Times
    routines: tuple[tuple[Page, int], ...]
    checklists: tuple[tuple[str, str | None, int], ...]
    forms: tuple[Template, ...]
    forums: tuple[ForumEntry, ...]
    law: tuple[str, ...]


def introductions(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Everything on the page below its introduction."""
    view, source = View(handbook, page_url, today), handbook.holdings.introduction_file
    found = source.value if source else None
    return fill(
        "introductions.html",
        view=view,
        everybody=_times(view, found.everybody) if found else Times(()),
        entries=[_introduction(view, handbook.roles[entry.role], entry) for entry in (found.roles if found else ())],
    )


def _introduction(view: View, role: Role, table: Timetable) -> Introduction:
    duties = sorted(duties_of(view, role), key=lambda found: in_process_order(routine_meta(found.routine)))
    handbook = view.handbook
    return Introduction(
        role,
        _times(view, table),
        tuple((found.routine, sum(duty.takes_part for duty in found.duties)) for found in duties),
        tuple(_checklists(view, duties)),
        forms_of(handbook, role.id),
        tuple(forum_entry(handbook, forum) for forum in forums_of(handbook, role.id)),
        _law(duties),
    )


def _checklists(view: View, duties: list[RoutineDuties]) -> Iterator[tuple[str, str | None, int]]:
    counted = Counter(checklist.id for found in duties for duty in found.duties for checklist, _ in duty.items)
    for checklist_id, count in counted.items():
        page = view.handbook.checklist_page(checklist_id)
        title = view.handbook.checklists[checklist_id].value.title
        yield title, view.url(page.url) if page else None, count


def _law(duties: list[RoutineDuties]) -> tuple[str, ...]:
    steps = (duty.step for found in duties for duty in found.duties if duty.takes_part)
    counted = Counter(ground for step in steps for ground in step.grounds)
    return tuple(ground for ground, _ in counted.most_common(_MOST_LAW))


def _times(view: View, table: Timetable) -> Times:
    parts = (
        ("Första dagen", table.first_day),
        ("Första veckan", table.first_week),
        ("Första månaden", table.first_month),
    )
    return Times(tuple((title, tuple(_first_thing(view, item) for item in items)) for title, items in parts if items))


def _first_thing(view: View, item: IntroductionItem) -> FirstThing:
    """The thing as a link. The check INT202 has seen to it that the place exists."""
    handbook = view.handbook
    if item.section:
        return _in_routine(view, item.section, item.do)
    if item.checklist:
        found = handbook.checklist_page(item.checklist)
        title = handbook.checklists[item.checklist].value.title
        return FirstThing(f"Checklistan {title}", view.url(found.url) if found else None, item.do)
    if item.template:
        title = view.template_title(item.template)
        return FirstThing(f"Mallen {title}", view.template_url(item.template), item.do)
    if item.forum:
        title = forum_entry(handbook, handbook.holdings.forums[item.forum]).title
        return FirstThing(title, view.forum_url(item.forum), item.do)
    page = handbook.pages_by_path[f"docs/{item.page}.md"]
    return FirstThing(page.title, view.url(page.url), item.do)


def _in_routine(view: View, section: str, do: str) -> FirstThing:
    """A routine or a section of it. Every routine has a *Kort sagt*, so that one goes by the routine's name."""
    routine_id, _, anchor = section.partition("#")
    page = view.handbook.routines[routine_id].value
    way = view.url(f"{page.url}#{anchor}" if anchor else page.url)
    if anchor in ("", SUMMARY_ID):
        return FirstThing(page.title, way, do)
    return FirstThing(view.step_title(page, anchor), way, do, page.title)
