"""INT: the introductions name roles and places that exist."""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.checks.references import unknown_sections
from macros.checks.roles import unknown_role
from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.introduction import IntroductionFile, IntroductionItem, Timetable
from macros.model.sourced import Sourced


def check_introductions(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Each role is introduced once, and every item leads somewhere."""
    source = handbook.holdings.introduction_file
    if source is None:
        return
    roles = [found.role for found in source.value.roles]
    for index, role in enumerate(roles):
        place = source.place("roller", index, "roll")
        yield from unknown_role(handbook, role, place)
        if roles.index(role) != index:
            message = f"Rollen ”{role}” har två introduktioner."
            yield Finding("INT201", Level.FEL, place, message, "Flytta ihop dem till en.")
    for item, key, place in _items(source):
        yield from _unknown_target(handbook, item, key, place)


def _items(source: Sourced[IntroductionFile]) -> Iterator[tuple[IntroductionItem, str, Place]]:
    """Every item with the Swedish key of what it leads to, and where that stands."""
    found = source.value
    tables: list[tuple[tuple[str | int, ...], Timetable]] = [(("alla",), found.everybody)]
    tables += [(("roller", index), introduction) for index, introduction in enumerate(found.roles)]
    for path, table in tables:
        times = (
            ("dag_ett", table.first_day),
            ("första_veckan", table.first_week),
            ("första_månaden", table.first_month),
        )
        for time, items in times:
            for index, item in enumerate(items):
                key = next(key for key, target in item.targets.items() if target)
                yield item, key, source.place(*path, time, index, key)


def _unknown_target(handbook: Handbook, item: IntroductionItem, key: str, place: Place) -> Iterator[Finding]:
    target = item.targets[key] or ""
    if key == "rutin":
        yield from unknown_sections(handbook, "INT202", target, place)
        return
    known: dict[str, Iterable[str]] = {
        "checklista": handbook.checklists,
        "mall": handbook.holdings.templates,
        "forum": handbook.holdings.forums,
        "sida": [path.removeprefix("docs/").removesuffix(".md") for path in handbook.pages_by_path],
    }
    is_lost = handbook.has_unreadable("data/forum.yml") if key == "forum" else handbook.is_unreadable(target)
    if target not in known[key] and not is_lost:
        words = {"checklista": "Checklistan", "mall": "Mallen", "forum": "Forumet", "sida": "Sidan"}
        cure = suggest(target, known[key], "Rätta id, eller ta bort raden.")
        yield Finding("INT202", Level.FEL, place, f"{words[key]} ”{target}” finns inte.", cure)
