"""CHK: checklists are used, and their items point at things that exist."""

from collections.abc import Iterator
from datetime import date

from macros.checks.wording import suggest
from macros.handbook import Handbook, routine_meta
from macros.model.checklist import Checklist, ChecklistItem
from macros.model.finding import Finding, Level, Place
from macros.model.page import ChecklistPageMeta, RoutineMeta
from macros.model.sourced import Sourced


def check_use(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every checklist is shown on a page of its own, and its routine names it."""
    shown = {
        call.argument(0, "checklista")
        for page in handbook.pages
        for call in page.value.body.calls
        if call.name == "visa_checklista"
    }
    for checklist_id, checklist in handbook.checklists.items():
        has_page = checklist_id in shown and handbook.checklist_page(checklist_id) is not None
        if not has_page and not handbook.is_unreadable(checklist_id):
            cure = f"Skapa docs/checklistor/{checklist_id.lower()}.md med typ: checklista och visa_checklista."
            yield Finding(
                "CHK201",
                Level.FEL,
                checklist.place("id"),
                f"Checklistan {checklist_id} visas inte på någon sida.",
                cure,
            )
        routine = handbook.routines.get(checklist.value.routine)
        if routine is None:
            if not handbook.is_unreadable(checklist.value.routine):
                message = f"Rutinen ”{checklist.value.routine}” finns inte."
                cure = suggest(checklist.value.routine, handbook.routines, "Rätta id eller skriv rutinen.")
                yield Finding("CHK206", Level.FEL, checklist.place("rutin"), message, cure)
        elif checklist_id not in routine_meta(routine.value).checklists:
            message = f"Rutinen {checklist.value.routine} nämner inte checklistan {checklist_id}."
            yield Finding(
                "CHK207", Level.FEL, checklist.place("rutin"), message, f"Lägg till den i {routine.path}, checklistor."
            )


def check_references(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every checklist that a page or a routine names exists."""
    for page in handbook.pages:
        meta = page.value.meta
        named: list[tuple[str | None, Place]] = []
        if isinstance(meta, ChecklistPageMeta):
            named.append((meta.checklist, page.place("checklista")))
        if isinstance(meta, RoutineMeta):
            named += [(name, page.place("checklistor", index)) for index, name in enumerate(meta.checklists)]
        named += [
            (call.argument(0, "checklista"), Place(page.path, call.line))
            for call in page.value.body.calls
            if call.name == "visa_checklista"
        ]
        for name, place in named:
            if name is not None and name not in handbook.checklists and not handbook.is_unreadable(name):
                cure = suggest(name, handbook.checklists, "Rätta id eller skriv checklistan i data/checklistor.")
                yield Finding("CHK202", Level.FEL, place, f"Checklistan ”{name}” finns inte.", cure)


def check_items(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Item ids belong to their list and stand once; roles, steps, deadlines and events exist."""
    for checklist in handbook.checklists.values():
        yield from _check_item_ids(checklist)
        steps = _step_ids(handbook, checklist.value)
        for index, item in enumerate(checklist.value.items):
            yield from _check_item(handbook, checklist, index, item, steps)


def _check_item_ids(checklist: Sourced[Checklist]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, item in enumerate(checklist.value.items):
        place = checklist.place("punkter", index, "id")
        if item.id in first:
            message = f"Punkten {item.id} finns redan på rad {first[item.id]}."
            yield Finding(
                "CHK203", Level.FEL, place, message, "Ge punkten nästa lediga nummer. Ett id återanvänds aldrig."
            )
        first.setdefault(item.id, place.line)
        if item.id.rpartition("-")[0] != checklist.value.id:
            message = f"Punkten {item.id} hör inte till checklistan {checklist.value.id}."
            yield Finding("CHK208", Level.FEL, place, message, f"Låt id börja med {checklist.value.id}-.")


def _step_ids(handbook: Handbook, checklist: Checklist) -> list[str] | None:
    routine = handbook.routines.get(checklist.routine)
    return None if routine is None else [step.id for step in routine_meta(routine.value).steps]


def _check_item(
    handbook: Handbook, checklist: Sourced[Checklist], index: int, item: ChecklistItem, steps: list[str] | None
) -> Iterator[Finding]:
    for number, role in enumerate(item.roles):
        if role not in handbook.roles:
            cure = suggest(role, handbook.roles, "Rätta id eller lägg till rollen i data/roller.yml.")
            place = checklist.place("punkter", index, "roll", number)
            yield Finding("CHK204", Level.FEL, place, f"{item.id}: rollen ”{role}” finns inte.", cure)
    if steps is not None and item.step not in steps:
        cure = suggest(item.step, steps, f"Välj något av stegen i {checklist.value.routine}: {', '.join(steps)}.")
        place = checklist.place("punkter", index, "steg")
        yield Finding("CHK205", Level.FEL, place, f"{item.id}: steget ”{item.step}” finns inte i rutinen.", cure)
