"""Checks of references that many kinds of data share: roles, provisions, sections, items and templates."""

from collections.abc import Iterable, Iterator

from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.sections import find_section


def unknown_sections(handbook: Handbook, code: str, reference: str, place: Place) -> Iterator[Finding]:
    """A finding when no routine has the section."""
    routine_id, _, anchor = reference.partition("#")
    if handbook.is_unreadable(routine_id) or find_section(handbook, reference) is not None:
        return
    routine = handbook.routines.get(routine_id)
    known = list(handbook.routines) if routine is None else [h.anchor for h in routine.value.body.headings if h.anchor]
    cure = suggest(routine_id if routine is None else anchor, known, "Rätta id eller ankare.")
    yield Finding(code, Level.FEL, place, f"Avsnittet ”{reference}” finns inte.", cure)


def unknown_items(handbook: Handbook, code: str, item_ids: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    """A finding for each item id that no checklist has."""
    known = {item.id for checklist in handbook.checklists.values() for item in checklist.value.items}
    for item_id, place in item_ids:
        if item_id not in known and not handbook.is_unreadable(item_id.rpartition("-")[0]):
            cure = suggest(item_id, known, "Rätta id eller lägg till punkten.")
            yield Finding(code, Level.FEL, place, f"Punkten ”{item_id}” finns inte i någon checklista.", cure)


def unknown_profile(handbook: Handbook, profile_id: str, place: Place) -> Iterator[Finding]:
    """A finding when no file in data/kommuner holds the municipality."""
    if profile_id not in handbook.profile_ids and not handbook.is_unreadable(profile_id):
        cure = suggest(profile_id, handbook.profile_ids, "Rätta id, eller lägg till kommunen i data/kommuner.")
        yield Finding("ROL211", Level.FEL, place, f"Kommunen ”{profile_id}” har ingen profil.", cure)


def unknown_provision(handbook: Handbook, provision_id: str, place: Place) -> Iterator[Finding]:
    """A finding when no statute has the provision."""
    if provision_id not in handbook.provisions and not handbook.is_unreadable(provision_id):
        cure = suggest(provision_id, handbook.provisions, "Rätta id, eller lägg till det i data/lagar.")
        yield Finding("LAG201", Level.FEL, place, f"Lagrummet ”{provision_id}” finns inte i registret.", cure)


def unknown_templates(handbook: Handbook, template_ids: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    """A finding for each template id that data/mallar lacks."""
    known = handbook.holdings.templates
    for template_id, place in template_ids:
        if template_id not in known and not handbook.is_unreadable(template_id):
            cure = suggest(template_id, known, "Rätta id eller lägg till mallen i data/mallar.")
            yield Finding("MAL201", Level.FEL, place, f"Mallen ”{template_id}” finns inte.", cure)
