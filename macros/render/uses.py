"""Where provisions are used, as the law pages and the trust box show it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page, RoutineMeta
from macros.model.statute import Statute
from macros.render.words import first_upper
from macros.uses import ProvisionUse

# Pages about the law itself: that they mention a provision is no use of it.
_LAW_PAGES = frozenset({"visa_lag", "visa_lagregister"})


@dataclass(frozen=True)
class Use:
    """One place that rests on a provision: its title, its address and what kind of place it is."""

    title: str
    url: str
    about: str
    in_checklist: bool = False


def provisions_of(handbook: Handbook, page: Page) -> tuple[str, ...]:
    """Every known provision that the page rests on as it reads today, each once, in the registry's order."""
    uses = handbook.provision_uses_by_page.get(page.path, ())
    cited = {use.provision_id for use in uses if use.per is None}
    return tuple(provision_id for provision_id in handbook.provisions if provision_id in cited)


def uses_by_provision(handbook: Handbook, statute: Statute, today: date) -> Mapping[str, Iterable[Use]]:
    """Every place that uses each provision of the statute, by provision id; one that does so twice stands once."""
    found: dict[str, dict[Use, None]] = defaultdict(dict)
    wanted = {provision.id for provision in statute.provisions}
    for use in handbook.provision_uses:
        if use.provision_id not in wanted:
            continue
        shown = _item_use(handbook, use, today) if use.item else _page_use(use)
        if shown is not None:
            found[use.provision_id][shown] = None
    return found


def _page_use(use: ProvisionUse) -> Use | None:
    page = use.page
    if page is None or any(call.name in _LAW_PAGES for call in page.body.calls):
        return None
    if use.step is None or not isinstance(page.meta, RoutineMeta):
        return Use(page.title, page.url, "rutinen" if isinstance(page.meta, RoutineMeta) else "sidan")
    titles = {heading.anchor: heading.text for heading in page.body.headings}
    about = f"{routine_meta(page).id}, steg {use.step_number}"
    return Use(titles.get(use.step.id, use.step.id), f"{page.url}#{use.step.id}", about)


def _item_use(handbook: Handbook, use: ProvisionUse, today: date) -> Use | None:
    if use.checklist is None or use.item is None or use.item.is_retired(today):
        return None
    page = handbook.checklist_page(use.checklist.id)
    if page is None:
        return None
    return Use(
        first_upper(use.item.text), f"{page.url}#{use.item.id.lower()}", f"punkt {use.item.id}", in_checklist=True
    )
