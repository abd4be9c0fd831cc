"""Everything that rests on a rule of the register, in the groups that the law page shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook
from macros.model.page import RoutineMeta
from macros.model.record import UNKNOWN
from macros.model.statute import Statute
from macros.render.audit import recommendation_url
from macros.render.controls import risk_url
from macros.render.links import template_url
from macros.render.measures import measure_url
from macros.render.uses import Use, uses_by_provision
from macros.render.words import first_upper

ROUTINES, ITEMS, TEMPLATES = "Används i", "Checklistor", "Mallar"
MEASURES, RECOMMENDATIONS, RISKS, MATTERS = "Insatser", "Revision", "Egenkontroll", "Vilken lag"
_GROUPS = (ROUTINES, ITEMS, TEMPLATES, MEASURES, RECOMMENDATIONS, RISKS, MATTERS)


@dataclass(frozen=True)
class UseGroup:
    """The uses of one kind, under the label that the law page gives them."""

    label: str
    uses: tuple[Use, ...]


def use_groups(handbook: Handbook, statute: Statute, today: date) -> Mapping[str, tuple[UseGroup, ...]]:
    """For each rule of the statute that something rests on: the groups of uses, in fixed order."""
    found: dict[str, dict[str, dict[Use, None]]] = defaultdict(lambda: {label: {} for label in _GROUPS})
    for rule_id, uses in uses_by_provision(handbook, statute, today).items():
        for use in uses:
            found[rule_id][ITEMS if use.in_checklist else ROUTINES][use] = None
    own = {rule.id for rule in statute.rules}
    for label, rule_id, use in _other_uses(handbook):
        if rule_id in own:
            found[rule_id][label][use] = None
    return {
        rule_id: tuple(UseGroup(label, tuple(uses)) for label, uses in groups.items() if uses)
        for rule_id, groups in found.items()
    }


def _other_uses(handbook: Handbook) -> Iterator[tuple[str, str, Use]]:
    """Templates and insatser name law themselves; recommendations and risks rest on it through steps and items."""
    for template in handbook.holdings.templates.values():
        url = template_url(handbook, template.value.id)
        for ground in template.value.grounds if url else ():
            yield TEMPLATES, ground, Use(template.value.title, str(url), f"mall {template.value.id}")
    for measure in handbook.profile.value.measures:
        url = measure_url(handbook, measure.id)
        for ground in measure.grounds if url else ():
            name = measure.name if measure.name != UNKNOWN else f"Insatsen {measure.id}"
            yield MEASURES, ground, Use(first_upper(name), str(url), "insats")
    yield from _uses_of_matters(handbook)
    yield from _uses_of_recommendations(handbook)
    yield from _uses_of_risks(handbook)


def _uses_of_matters(handbook: Handbook) -> Iterator[tuple[str, str, Use]]:
    page = handbook.page_calling("visa_lagval")
    table = handbook.holdings.law_choices
    for matter in table.value.matters if page and table else ():
        for choice in matter.choices:
            for rule_id in choice.rule_ids:
                yield MATTERS, rule_id, Use(matter.name, f"{page.url}#arende-{matter.id}" if page else "", "lagval")


def _uses_of_recommendations(handbook: Handbook) -> Iterator[tuple[str, str, Use]]:
    items, steps = grounds_of_items(handbook), grounds_of_steps(handbook)
    for found in handbook.holdings.recommendations.values():
        url = recommendation_url(handbook, found.id)
        if url is None:
            return
        use = Use(found.id, url, "genom det som svarar på rekommendationen")
        for answer in found.answers:
            for ground in steps.get(answer.section, ()):
                yield RECOMMENDATIONS, ground, use
        for item_id in found.items:
            for ground in items.get(item_id, ()):
                yield RECOMMENDATIONS, ground, use


def _uses_of_risks(handbook: Handbook) -> Iterator[tuple[str, str, Use]]:
    items = grounds_of_items(handbook)
    for risk in handbook.holdings.control_file.value.risks if handbook.holdings.control_file else ():
        url = risk_url(handbook, risk.id)
        for item_id in risk.items if url else ():
            for ground in items.get(item_id, ()):
                yield RISKS, ground, Use(risk.id, str(url), "genom punkterna som räknas")


def grounds_of_items(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """The provisions that each checklist item rests on, by item id."""
    return {item.id: item.grounds for checklist in handbook.checklists.values() for item in checklist.value.items}


def grounds_of_steps(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """The provisions that each step rests on, by `RUT-ANV#samrad`; a routine's id gives those of the whole routine."""
    found: dict[str, tuple[str, ...]] = {}
    for routine_id, page in handbook.routines.items():
        meta = page.value.meta
        if isinstance(meta, RoutineMeta):
            found[routine_id] = meta.provisions
            found |= {f"{routine_id}#{step.id}": step.grounds for step in meta.steps}
    return found
