"""The municipality's own names, meetings, systems and deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from macros.handbook import Handbook, routine_meta
from macros.model.deadline import LocalDeadline, Origin
from macros.model.forum import Forum
from macros.model.profile import LocalForum, LocalName
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper
from macros.sections import find_section


@dataclass(frozen=True)
class DeadlineEntry:
    """A local deadline with the places that use it."""

    text: str
    deadline: LocalDeadline
    is_proposal: bool
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ForumEntry:
    """A shared forum joined with what the municipality says of it. `local` is None when the profile is silent."""

    id: str
    name: str
    shared: Forum | None
    local: LocalForum | None


@dataclass(frozen=True)
class MissingName:
    """Something that the municipality has yet to name: what kind of thing, and what the handbook calls it meanwhile."""

    kind: str
    name: str


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
    return fill(
        "profile.html",
        view=view,
        profile=found,
        boards=_boards(handbook),
        forums=_forums(handbook),
        missing=tuple(_missing_names(handbook)),
        deadlines=deadlines,
        gaps=tuple(_gaps(view)),
        name=lambda thing: own_name(handbook, thing),
    )


def _gaps(view: View) -> Iterator[tuple[str, str, str]]:
    """Each gap that the sources describe, with the title of and the way to the section that meets it."""
    for gap in view.handbook.profile.value.gaps:
        section = find_section(view.handbook, gap.section)
        if section is not None:  # an unknown section stops the build before this
            yield gap.text, section.title, view.url(section.url)


def receivers(handbook: Handbook) -> Markup:
    """The units that take on participants: what they do and for whom, in file order."""
    units = [unit for unit in handbook.profile.value.units if unit.audience]
    return fill("receivers.html", units=units, boards=_boards(handbook), name=lambda thing: own_name(handbook, thing))


def own_name(handbook: Handbook, thing: LocalName) -> Markup:
    """The municipality's own name; without one, that it is missing and what the handbook calls the thing."""
    if thing.is_known:
        return escape(first_upper(thing.name))
    return fill("name_missing.html", name=_general_name(handbook, thing.id))


def _general_name(handbook: Handbook, name_id: str) -> str:
    """What the handbook calls the thing in general; its id when there is no such name (which a check reports)."""
    shared = handbook.holdings.forums.get(name_id)
    general = handbook.local_names.get(name_id)
    return general.name if general else shared.name if shared else name_id


def _boards(handbook: Handbook) -> dict[str, Markup]:
    return {board.id: own_name(handbook, board) for board in handbook.profile.value.boards}


def _forums(handbook: Handbook) -> tuple[ForumEntry, ...]:
    """Every shared forum with its local entry, in the shared order; then any that only the profile has."""
    local = {forum.id: forum for forum in handbook.profile.value.forums}
    shared = handbook.holdings.forums
    joined = [ForumEntry(forum.id, forum.name, forum, local.get(forum.id)) for forum in shared.values()]
    only_local = (forum for forum in local.values() if forum.id not in shared)
    return (*joined, *(ForumEntry(f.id, _general_name(handbook, f.id), None, f) for f in only_local))


def _missing_names(handbook: Handbook) -> Iterator[MissingName]:
    found = handbook.profile.value
    kinds = (
        ("Nämnd", found.boards),
        ("Verksamhet", found.units),
        ("Möte", found.forums),
        ("System", found.systems),
        ("Verktyg", found.tools),
    )
    for kind, things in kinds:
        yield from (MissingName(kind, _general_name(handbook, thing.id)) for thing in things if not thing.is_known)
    unlisted = (forum for forum in _forums(handbook) if forum.local is None)
    yield from (MissingName("Möte", forum.name) for forum in unlisted)
    unnamed = (measure.id for measure in found.measures if not measure.is_named)
    yield from (MissingName("Insats", handbook.measure_names[measure_id]) for measure_id in unnamed)


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
