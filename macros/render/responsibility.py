"""Who answers for what: each step with who does it, who answers for it, who contributes and who is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page, Stage, Step
from macros.render.role_pages import WHOLE_PROCESS
from macros.render.templates import fill
from macros.render.view import View


@dataclass(frozen=True)
class StepRoles:
    """The roles of one step. A role stands once, in the first part it has: does, answers, contributes, is told."""

    title: str
    url: str
    does: tuple[str, ...]
    answers: str
    contributes: tuple[str, ...]
    told: tuple[str, ...]


def responsibility(handbook: Handbook, page_url: str, today: date) -> Markup:
    """A table for each routine, stage by stage."""
    view = View(handbook, page_url, today)
    tables = [
        (stage, page, tuple(step_roles(view, page)))
        for stage in (*Stage, None)
        for page in (sourced.value for sourced in handbook.routines.values())
        if routine_meta(page).stage is stage
    ]
    return fill("responsibility.html", view=view, tables=tables, whole=WHOLE_PROCESS)


def step_roles(view: View, page: Page) -> Iterator[StepRoles]:
    """The roles of the routine's steps, in order."""
    meta = routine_meta(page)
    for step, following in zip(meta.steps, (*meta.steps[1:], None), strict=True):
        named = {*step.roles, meta.owner}
        contributes = _unique(_item_roles(view, meta.id, step), named)
        waiting = following.roles if following else ()
        told = _unique((*waiting, *_forum_roles(view, f"{meta.id}#{step.id}")), named | {*contributes})
        url = view.url(f"{page.url}#{step.id}")
        yield StepRoles(view.step_title(page, step.id), url, step.roles, meta.owner, contributes, told)


def _item_roles(view: View, routine_id: str, step: Step) -> Iterator[str]:
    for checklist in view.handbook.checklists_by_routine.get(routine_id, ()):
        for item in checklist.items:
            if item.step == step.id and not item.is_retired(view.today):
                yield from item.roles


def _forum_roles(view: View, section: str) -> Iterator[str]:
    for forum in view.handbook.holdings.forums.values():
        if forum.section == section:
            yield from (forum.caller, *forum.participants)


def _unique(role_ids: Iterable[str], besides: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role_id for role_id in role_ids if role_id not in besides))
