"""Previous and next at the foot of a page, where the process knows better than the menu what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from macros.handbook import Handbook, routine_meta
from macros.model.page import ChecklistPageMeta, Page, RoutineMeta, Stage
from macros.render.stages import in_process_order, main_routines


@dataclass(frozen=True)
class Way:
    """One way: the word that says what it is, what it leads to, and the address from the site's root."""

    word: str
    name: str
    url: str


@dataclass(frozen=True)
class Ways:
    """Where a page leads."""

    back: Way | None = None
    on: Way | None = None


def ways(handbook: Handbook) -> Mapping[str, Ways]:
    """The ways on from each routine and checklist, by the page's path under docs/; addresses count from the root.

    For the theme's footer. A page that is not here goes by the menu's order.
    """
    found = {**_ways_of_routines(handbook), **_ways_of_checklists(handbook)}
    return {path.removeprefix("docs/"): way for path, way in found.items()}


def _ways_of_routines(handbook: Handbook) -> Mapping[str, Ways]:
    chain = {stage: page for stage in Stage if (page := main_routines(handbook).get(stage))}
    after = dict(pairwise(chain))
    before = {second: first for first, second in after.items()}
    everything = handbook.page_calling("visa_rutiner")
    overview = _way("Tillbaka till", "Alla rutiner", everything) if everything else None
    found: dict[str, Ways] = {}
    for source in handbook.routines.values():
        page, stage = source.value, routine_meta(source.value).stage
        if stage is None:
            found[page.path] = Ways(overview)
        elif chain[stage] != page:  # another routine of the stage leads back to the stage's own
            found[page.path] = Ways(_stage_way("Skedet", stage, chain))
        else:
            previous = _stage_way("Skedet före", before[stage], chain) if stage in before else overview
            coming = _stage_way("Nästa skede", after[stage], chain) if stage in after else None
            found[page.path] = Ways(previous, coming)
    return found


def _ways_of_checklists(handbook: Handbook) -> Mapping[str, Ways]:
    """Back to the routine; on to the next checklist of the process, or of the routine when it has no stage."""
    routines = sorted((source.value for source in handbook.routines.values()), key=_order)
    following: dict[str, Page] = {}
    process = [page for routine in routines if routine_meta(routine).stage for page in _lists_of(handbook, routine)]
    others = [_lists_of(handbook, routine) for routine in routines if not routine_meta(routine).stage]
    for pages in (process, *others):
        following |= {one.path: other for one, other in pairwise(pages)}
    found: dict[str, Ways] = {}
    for source in handbook.pages:
        page = source.value
        if isinstance(page.meta, ChecklistPageMeta) and page.meta.checklist in handbook.checklists:
            routine = handbook.routines.get(handbook.checklists[page.meta.checklist].value.routine)
            coming = following.get(page.path)
            found[page.path] = Ways(
                _way("Rutinen", routine.value.title, routine.value) if routine else None,
                _way("Nästa checklista", _title_of(handbook, coming), coming) if coming else None,
            )
    return found


def _lists_of(handbook: Handbook, routine: Page) -> list[Page]:
    meta = routine_meta(routine)
    pages = (handbook.checklist_page(checklist) for checklist in meta.checklists)
    return [page for page in pages if page]


def _order(page: Page) -> tuple[int, bool, int, str]:
    return in_process_order(routine_meta(page))


def _title_of(handbook: Handbook, page: Page) -> str:
    if isinstance(page.meta, ChecklistPageMeta):
        return handbook.checklists[page.meta.checklist].value.title
    return page.title


def _stage_way(word: str, stage: Stage, chain: Mapping[Stage, Page]) -> Way:
    return _way(word, stage.value.capitalize(), chain[stage])


def _way(word: str, name: str, page: Page) -> Way:
    return Way(word, name, page.url)


def lost_page(handbook: Handbook) -> Mapping[str, object]:
    """What the page for a lost reader leads to: the stages, and the key from old paragraph numbers to new."""
    key = handbook.page_calling("visa_nyckel")
    stages = {stage: page for stage, page in main_routines(handbook).items() if isinstance(page.meta, RoutineMeta)}
    return {
        "skeden": [_stage_way("", stage, stages) for stage in Stage if stage in stages],
        "nyckel": key.url if key else None,
    }
