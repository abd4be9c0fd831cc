"""What belongs together with a routine: checklists, the next stage, meetings, recommendations and risks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.checklist import Checklist
from macros.model.page import Page, Stage
from macros.render.audit import is_own, own_first, recommendation_url
from macros.render.checklists import live_items
from macros.render.controls import risk_url
from macros.render.stages import main_routines
from macros.render.templates import fill
from macros.render.view import View


@dataclass(frozen=True)
class NamedLink:
    """Something with a name and, when a page shows it, an address."""

    name: str
    url: str | None
    about: str = ""


def related(handbook: Handbook, page: Page, today: date) -> Markup:
    """The section `Hör ihop med` of a routine; empty when nothing belongs together with it."""
    view = View(handbook, page.url, today)
    routine_id = routine_meta(page).id
    own, others = _recommendations(view, routine_id)
    parts = {
        "checklists": tuple(_checklists(view, page)),
        "next_stage": _next_stage(view, page),
        "meetings": tuple(_meetings(view, routine_id)),
        "own": own,
        "others": others,
        "risks": tuple(_risks(view, routine_id)),
    }
    return fill("related.html", **parts) if any(parts.values()) else Markup("")


def _checklists(view: View, page: Page) -> Iterator[NamedLink]:
    for checklist_id in routine_meta(page).checklists:
        sourced = view.handbook.checklists.get(checklist_id)
        if sourced is not None:
            target = view.handbook.checklist_page(checklist_id)
            name = f"{checklist_id} {sourced.value.title}"
            yield NamedLink(name, view.url(target.url) if target else None, _size(view, sourced.value))


def _size(view: View, checklist: Checklist) -> str:
    count = len(live_items(checklist, view.today))
    return f"{count} {'punkt' if count == 1 else 'punkter'}"


def _next_stage(view: View, page: Page) -> NamedLink | None:
    stage = routine_meta(page).stage
    following = tuple(Stage)[tuple(Stage).index(stage) + 1 :] if stage else ()
    target = main_routines(view.handbook).get(following[0]) if following else None
    return NamedLink(f"{routine_meta(target).id} {target.title}", view.url(target.url)) if target else None


def _meetings(view: View, routine_id: str) -> Iterator[NamedLink]:
    local = {forum.id: forum for forum in view.handbook.profile.value.forums}
    for forum in view.handbook.holdings.forums.values():
        if forum.section.partition("#")[0] == routine_id:
            own = local.get(forum.id)
            cadence = own.cadence if own and own.cadence else forum.cadence
            yield NamedLink(own.name if own and own.is_known else forum.name, view.forum_url(forum.id), cadence)


def _recommendations(view: View, routine_id: str) -> tuple[tuple[NamedLink, ...], tuple[NamedLink, ...]]:
    """The recommendations that the routine answers: of the own municipality, and of others."""
    found: dict[bool, list[NamedLink]] = {True: [], False: []}
    for audit in own_first(view.handbook):
        for recommendation in audit.value.recommendations:
            if any(answer.section.partition("#")[0] == routine_id for answer in recommendation.answers):
                target = recommendation_url(view.handbook, recommendation.id)
                link = NamedLink(recommendation.id, view.url(target) if target else None)
                found[is_own(view.handbook, audit.value)].append(link)
    return tuple(found[True]), tuple(found[False])


def _risks(view: View, routine_id: str) -> Iterator[NamedLink]:
    source = view.handbook.holdings.control_file
    for risk in source.value.risks if source else ():
        if risk.routine == routine_id:
            target = risk_url(view.handbook, risk.id)
            yield NamedLink(risk.id, view.url(target) if target else None)
