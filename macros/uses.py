"""Where the handbook cites law: one list that the checks judge and the law pages show. Read it off the Handbook."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.checklist import Checklist, ChecklistItem
from macros.model.finding import Place
from macros.model.page import Page, RoutineMeta, Step
from macros.model.sourced import Sourced


@dataclass(frozen=True)
class ProvisionUse:
    """One citation of a provision: by a page's text or metadata, by a step, or by a checklist item.

    `step_number` counts from one. `per` is the day whose wording is meant, as written (ÅÅÅÅ-MM-DD), or None for today.
    """

    provision_id: str
    place: Place
    page: Page | None = None
    step: Step | None = None
    step_number: int = 0
    checklist: Checklist | None = None
    item: ChecklistItem | None = None
    per: str | None = None


def provision_uses(pages: Iterable[Sourced[Page]], checklists: Iterable[Sourced[Checklist]]) -> Iterator[ProvisionUse]:
    """Every citation: pages in the order given, then checklists."""
    for page in pages:
        yield from _page_uses(page)
    for checklist in checklists:
        yield from checklist_uses(checklist)


def checklist_uses(checklist: Sourced[Checklist]) -> Iterator[ProvisionUse]:
    """Every citation by the checklist's items, retired ones too."""
    for index, item in enumerate(checklist.value.items):
        for number, ground in enumerate(item.grounds):
            place = checklist.place("punkter", index, "grund", number)
            yield ProvisionUse(ground, place, checklist=checklist.value, item=item)


def _page_uses(page: Sourced[Page]) -> Iterator[ProvisionUse]:
    meta = page.value.meta
    if isinstance(meta, RoutineMeta):
        for index, provision in enumerate(meta.provisions):
            yield ProvisionUse(provision, page.place("lagrum", index), page.value)
        for index, step in enumerate(meta.steps):
            for number, ground in enumerate(step.grounds):
                yield ProvisionUse(ground, page.place("steg", index, "grund", number), page.value, step, index + 1)
    for call in page.value.body.calls:
        if call.name == "visa_lagrum" and (provision_id := call.argument(0, "lagrum")) is not None:
            yield ProvisionUse(provision_id, Place(page.path, call.line), page.value, per=call.argument(1, "per"))
