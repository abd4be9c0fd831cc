"""Everything that rests on a provision: what the law watch names, and what a changed provision casts doubt on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.handbook import Handbook
from macros.model.audit import Recommendation
from macros.model.finding import Place
from macros.model.page import Page, RoutineMeta, Step
from macros.model.sourced import Sourced
from macros.model.template import Template
from macros.uses import ProvisionUse, checklist_uses

# Pages about the law itself: that they mention a provision is no use of it.
_LAW_PAGES = frozenset({"visa_lag", "visa_lagregister"})


class CitingKind(StrEnum):
    """What kind of thing rests on the provision; the Swedish word is what staff read."""

    ROUTINE = "rutin"
    STEP = "steg"
    ITEM = "punkt"
    TEMPLATE = "mall"
    MEASURE = "insats"
    RECOMMENDATION = "rekommendation"
    PAGE = "sida"


@dataclass(frozen=True)
class Citing:
    """One thing that rests on a provision. `routine`: the routine whose review answers for it, if there is one.

    `id` is unique: `RUT-ANV`, `RUT-ANV#samrad`, `CL-ANV-07`, `M-UND`, `jobbcoachning`, `ENK-1`, or a page's path.
    """

    kind: CitingKind
    id: str
    title: str
    place: Place
    routine: str | None = None


def citings_by_provision(handbook: Handbook, today: date) -> Mapping[str, tuple[Citing, ...]]:
    """Everything that rests on each provision on `today`, each thing once. Retired items rest on nothing.

    The order: pages with their steps, items, templates, insatser, and the recommendations that some of these answer.
    """
    found: dict[str, dict[str, Citing]] = {}
    uses = ((use.provision_id, citing) for use in handbook.provision_uses if (citing := _of_use(use, today)))
    for provision_id, citing in (*uses, *_of_templates(handbook), *_of_measures(handbook)):
        found.setdefault(provision_id, {}).setdefault(citing.id, citing)
    answered = _answered_by(handbook)
    for provision_id, citings in found.items():
        keys = {key for citing in citings.values() for key in (citing.id, citing.routine)}
        named = (answer for key, answers in answered.items() if key in keys for answer in answers)
        found[provision_id] |= {answer.id: answer for answer in named}
    return {provision_id: tuple(citings.values()) for provision_id, citings in found.items()}


def routine_citings(handbook: Handbook, routine_id: str, today: date) -> Iterator[tuple[str, Citing]]:
    """What a routine's review answers for, each with the provision it rests on: page, steps, items and templates."""
    page = handbook.routines[routine_id]
    checklists = [handbook.checklists[found.id] for found in handbook.checklists_by_routine.get(routine_id, ())]
    uses = [
        *handbook.provision_uses_by_page.get(page.value.path, ()),
        *(u for one in checklists for u in checklist_uses(one)),
    ]
    yield from ((use.provision_id, citing) for use in uses if (citing := _of_use(use, today)))
    named = {name for step in _steps(page.value) for name in step.templates}
    named |= {n for one in checklists for i in one.value.items if not i.is_retired(today) for n in i.templates}
    for template_id in sorted(named & handbook.holdings.templates.keys()):
        yield from _of_template(handbook.holdings.templates[template_id])


def _steps(page: Page) -> tuple[Step, ...]:
    return page.meta.steps if isinstance(page.meta, RoutineMeta) else ()


def _of_use(use: ProvisionUse, today: date) -> Citing | None:
    if use.item is not None and use.checklist is not None:
        if use.item.is_retired(today):
            return None
        return Citing(CitingKind.ITEM, use.item.id, use.item.text, use.place, use.checklist.routine)
    page = use.page
    if page is None or any(call.name in _LAW_PAGES for call in page.body.calls):
        return None
    if not isinstance(page.meta, RoutineMeta):
        return Citing(CitingKind.PAGE, page.path, page.title, use.place)
    return _of_routine(page, page.meta, use)


def _of_routine(page: Page, meta: RoutineMeta, use: ProvisionUse) -> Citing:
    """The routine as a whole when its metadata cites, else the step or the section that does."""
    anchor = use.step.id if use.step else _section_at(page, use.place.line)
    if anchor is None:
        return Citing(CitingKind.ROUTINE, meta.id, page.title, use.place, meta.id)
    title = next((heading.text for heading in page.body.headings if heading.anchor == anchor), anchor)
    kind = CitingKind.STEP if any(step.id == anchor for step in meta.steps) else CitingKind.ROUTINE
    return Citing(kind, f"{meta.id}#{anchor}", title, use.place, meta.id)


def _section_at(page: Page, line: int) -> str | None:
    """The anchor of the section that the line stands in; None for the front matter."""
    above = [heading.anchor for heading in page.body.headings if heading.line <= line and heading.anchor]
    return above[-1] if above else None


def _of_templates(handbook: Handbook) -> Iterator[tuple[str, Citing]]:
    for template in handbook.holdings.templates.values():
        yield from _of_template(template)


def _of_template(template: Sourced[Template]) -> Iterator[tuple[str, Citing]]:
    for number, ground in enumerate(template.value.grounds):
        place = template.place("grund", number)
        yield ground, Citing(CitingKind.TEMPLATE, template.value.id, template.value.title, place)


def _of_measures(handbook: Handbook) -> Iterator[tuple[str, Citing]]:
    for index, measure in enumerate(handbook.profile.value.measures):
        for number, ground in enumerate(measure.grounds):
            place = handbook.profile.place("insatser", index, "grund", number)
            yield ground, Citing(CitingKind.MEASURE, measure.id, measure.name, place)


def _answered_by(handbook: Handbook) -> Mapping[str, list[Citing]]:
    """The recommendations that each routine, section or item answers."""
    found: dict[str, list[Citing]] = {}
    for audit in handbook.holdings.audits:
        for index, recommendation in enumerate(audit.value.recommendations):
            place = audit.place("rekommendationer", index, "id")
            citing = Citing(CitingKind.RECOMMENDATION, recommendation.id, recommendation.text, place)
            for key in _answers(recommendation):
                found.setdefault(key, []).append(citing)
    return found


def _answers(recommendation: Recommendation) -> Iterator[str]:
    yield from (answer.section for answer in recommendation.answers)
    yield from recommendation.items
