"""MAL: templates that are named exist, are shown, and are used."""

from collections.abc import Iterator
from datetime import date

from macros.checks.references import unknown_provision, unknown_templates
from macros.checks.roles import unknown_role
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.page import RoutineMeta, TemplatePageMeta
from macros.model.template import FieldKind

_NEEDS_CHOICES = frozenset({FieldKind.TICKS, FieldKind.CHOICE, FieldKind.TABLE})


def named_templates(handbook: Handbook) -> Iterator[tuple[str, Place]]:
    """Every mention of a template by a step, an item, a page or a macro, with its place."""
    for page in handbook.pages:
        meta = page.value.meta
        if isinstance(meta, RoutineMeta):
            for index, step in enumerate(meta.steps):
                yield from ((name, page.place("steg", index, "mall", n)) for n, name in enumerate(step.templates))
        if isinstance(meta, TemplatePageMeta):
            yield meta.template_id, page.place("mall")
    for checklist in handbook.checklists.values():
        for index, item in enumerate(checklist.value.items):
            yield from ((name, checklist.place("punkter", index, "mall", n)) for n, name in enumerate(item.templates))


def check_template_references(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every template that is named exists."""
    yield from unknown_templates(handbook, named_templates(handbook))


def check_templates(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every template has a page, is used by a step or an item, and its fields can be filled in."""
    used = {name for name, place in named_templates(handbook) if not place.path.startswith("docs/mallar/")}
    pages = {page.value.meta.template_id for page in handbook.pages if isinstance(page.value.meta, TemplatePageMeta)}
    for template_id, source in handbook.holdings.templates.items():
        if template_id not in pages and not handbook.is_unreadable(template_id):
            cure = f"Skapa docs/mallar/{template_id.lower()}.md med typ: mall."
            yield Finding(
                "MAL202", Level.FEL, source.place("id"), f"Mallen {template_id} visas inte på någon sida.", cure
            )
        if template_id not in used:
            message, cure = f"Inget steg och ingen punkt använder mallen {template_id}.", "Nämn den där den används."
            yield Finding("MAL203", Level.VARNING, source.place("id"), message, cure)
        for index, role in enumerate(source.value.roles):
            yield from unknown_role(handbook, role, source.place("roll", index))
        for index, ground in enumerate(source.value.grounds):
            yield from unknown_provision(handbook, ground, source.place("grund", index))
        for part_index, part in enumerate(source.value.parts):
            for index, field in enumerate(part.fields):
                if field.kind in _NEEDS_CHOICES and not field.choices:
                    place = source.place("delar", part_index, "fält", index)
                    message = f"Fältet ”{field.label}” är {field.kind.value} men saknar val."
                    yield Finding("MAL204", Level.FEL, place, message, "Lägg till val: med det som ska gå att välja.")
