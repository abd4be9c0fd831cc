"""Which files a page is made of: the one to edit, and those whose changes the reader sees on it."""

from collections.abc import Mapping
from typing import Any

from macros.handbook import Handbook
from macros.model.page import ArchivePageMeta, ChecklistPageMeta, Page, RolePageMeta, RoutineMeta, TemplatePageMeta
from macros.model.sourced import Sourced

ROLES_PATH = "data/roller.yml"
# Macros that put a word or the page's own facts into running text: what they say is not what the page is about.
_IN_PASSING = frozenset(
    {
        "visa_steg",
        "visa_lagrum",
        "visa_roll",
        "visa_mall",
        "visa_forum",
        "visa_insats",
        "visa_indikator",
        "lokalt",
        "frist",
    }
)


def file_to_edit(handbook: Handbook, page: Page) -> str | None:
    """The file that an editor changes to change the page; None for a frozen page, which nobody may change."""
    if isinstance(page.meta, ArchivePageMeta):
        return None
    if isinstance(page.meta, RolePageMeta):
        return ROLES_PATH
    is_all_data = isinstance(page.meta, ChecklistPageMeta | TemplatePageMeta)
    is_all_data = is_all_data or any(call.name == "visa_lag" for call in page.body.calls)
    shown = files_shown(handbook, page) if is_all_data else None
    return shown[-1] if shown else page.path


def last_changed(handbook: Handbook, page: Page) -> str | None:
    """The day (ÅÅÅÅ-MM-DD) of the latest change of what the page says; None when that is not known for certain."""
    days = handbook.holdings.history.changed_on
    files = files_shown(handbook, page)
    if files is None or isinstance(page.meta, ArchivePageMeta) or any(path not in days for path in files):
        return None
    return max(days[path] for path in files)


def files_shown(handbook: Handbook, page: Page) -> tuple[str, ...] | None:
    """The page's own file and the data files it shows whole; None when it is gathered from all over the handbook.

    A routine is its own text, whatever it borrows from the profile and the process maps.
    """
    if isinstance(page.meta, RoutineMeta):
        return (page.path,)
    found = [page.path]
    for call in page.body.calls:
        if call.name in _IN_PASSING:
            continue
        path = _file_shown(handbook, call.name, call.args[0] if call.args else None)
        if path is None:
            return None
        found.append(path)
    return tuple(dict.fromkeys(found))


def _file_shown(handbook: Handbook, macro: str, argument: str | None) -> str | None:
    holdings = handbook.holdings
    if macro == "visa_ordlista":
        return holdings.glossary.path if holdings.glossary else None
    if macro == "visa_process":
        return holdings.process_file.path if holdings.process_file else None
    kinds: dict[str, Mapping[str, Sourced[Any]]] = {
        "visa_checklista": handbook.checklists,
        "visa_mall_blad": holdings.templates,
        "visa_lag": handbook.statutes,
        "visa_indikatorer": holdings.indicator_groups,
    }
    found = kinds.get(macro, {}).get(argument or "")
    return found.path if found else None
