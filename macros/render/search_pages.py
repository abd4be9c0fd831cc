"""What the site's search is made of: the built pages, told apart by what the handbook knows of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from macros.handbook import Handbook
from macros.model.checklist import Checklist, ChecklistItem
from macros.model.page import (
    ArchivePageMeta,
    ChecklistPageMeta,
    Page,
    RolePageMeta,
    RoutineMeta,
    TemplatePageMeta,
)
from macros.model.statute import Rule, Statute
from macros.render.contents import part_of
from macros.render.search_shortcuts import number_words
from macros.search.document import SearchPage, SearchSection
from macros.search.numbers import act_word, id_word, sfs_word
from macros.search.sections import page_sections
from macros.search.swedish import fold, stem

_STEP_NUMBER = re.compile(r"^\d+\.\s+")
# What a hit on a page of each kind counts. A routine says what to do; the rest leads there. The archive comes last.
_ROUTINE, _ORDINARY, _LAW, _TEMPLATE, _ROLE, _CHECKLIST = 1.36, 1.0, 0.83, 0.75, 0.73, 0.65
_ABOUT, _REPEALED, _ARCHIVE = 0.65, 0.6, 0.35
_BESIDE = frozenset({"Om handboken", "Arkiv"})
_GATHERS = frozenset({"visa_introduktion", "visa_lagrum_alla"})  # their pages repeat what stands on others
_YES = frozenset({"true", "ja", True})


def search_page(handbook: Handbook, page: Page, html: str, today: date) -> SearchPage | None:
    """The built page as the search knows it; None for a page that keeps itself out of it or has no heading."""
    if page.meta.search and page.meta.search.get("exclude") in _YES:
        return None
    sections = page_sections(html)
    return _page(handbook, page, sections, today) if sections else None


def _page(handbook: Handbook, page: Page, sections: Sequence[SearchSection], today: date) -> SearchPage:
    kind, note, weight = _described(handbook, page, today)
    keyed = tuple(_section(handbook, page, section) for section in sections)
    if isinstance(page.meta, ChecklistPageMeta):
        found = handbook.checklists[page.meta.checklist].value
        keyed = (*(_emptied(section) for section in keyed), *_item_sections(handbook, found, today))
    return SearchPage(page.url, sections[0].title, kind, note, weight, keyed, page.meta.description or "")


def _described(handbook: Handbook, page: Page, today: date) -> tuple[str, str, float]:
    """What the reader is told the page is, what more, and what a hit counts."""
    meta = page.meta
    if isinstance(meta, RoutineMeta):
        found = "Rutin", f"{meta.id} · {_adoption(meta)}", _ROUTINE
    elif isinstance(meta, ChecklistPageMeta):
        routine_id = handbook.checklists[meta.checklist].value.routine
        found = "Checklista", f"{meta.checklist} · hör till {routine_id}", _CHECKLIST
    elif isinstance(meta, TemplatePageMeta):
        found = "Mall", meta.template_id, _TEMPLATE
    elif isinstance(meta, RolePageMeta):
        found = "Roll", "", _ROLE
    elif isinstance(meta, ArchivePageMeta):
        found = "Arkiv", f"{meta.routine} utgåva {meta.number}. Gäller inte.", _ARCHIVE
    elif (statute := _statute_on(handbook, page)) is not None:
        found = _act_described(statute, today)
    else:
        part = part_of(page.url) or "Start"
        is_beside = part in _BESIDE or any(call.name in _GATHERS for call in page.body.calls)
        found = part, "", _ABOUT if is_beside else _ORDINARY
    return found


def _act_described(statute: Statute, today: date) -> tuple[str, str, float]:
    number = f"SFS {statute.sfs_nummer}" if statute.sfs_nummer[0].isdigit() else statute.sfs_nummer
    if statute.interval.ended_before(today):
        return "Lag", f"{number} · upphävd", _REPEALED
    return "Lag", number, _LAW


def _adoption(meta: RoutineMeta) -> str:
    return f"{str(meta.adoption).capitalize()}, utgåva {meta.edition}"


def _statute_on(handbook: Handbook, page: Page) -> Statute | None:
    """The act whose provisions the page shows, or None."""
    shown = (call.argument(0, "lag") for call in page.body.calls if call.name == "visa_lag")
    return next((handbook.statutes[found].value for found in shown if found and found in handbook.statutes), None)


def _section(handbook: Handbook, page: Page, section: SearchSection) -> SearchSection:
    """The section with what tells it apart: its number among the steps, and the words that mean just this one."""
    keys, label = _page_keys(handbook, page) if not section.anchor else (), ""
    if isinstance(page.meta, RoutineMeta):
        order = {step.id: number for number, step in enumerate(page.meta.steps, start=1)}
        label = f"steg {order[section.anchor]}" if section.anchor in order else ""
    if section.anchor in handbook.rules and _statute_on(handbook, page) is not None:
        statute, rule = handbook.rules[section.anchor]
        keys = tuple(dict.fromkeys(_rule_keys(handbook, statute, rule)))
    return SearchSection(section.anchor, _STEP_NUMBER.sub("", section.title), section.text, label, keys)


def _page_keys(handbook: Handbook, page: Page) -> tuple[str, ...]:
    """Words that mean this page: its id, or the number and the short name of its act."""
    meta = page.meta
    if isinstance(meta, RoutineMeta):
        return (id_word(meta.id),)
    if isinstance(meta, ChecklistPageMeta):
        return (id_word(meta.checklist),)
    if isinstance(meta, TemplatePageMeta):
        return (id_word(meta.template_id),)
    if (statute := _statute_on(handbook, page)) is None:
        return ()
    year, _, number = statute.sfs_nummer.rpartition(" ")[2].partition(":")
    names = (stem(fold(name)) for name in (statute.short_name, *statute.written_as) if name.isalpha())
    return tuple(dict.fromkeys([*names, *([sfs_word(year, number)] if number else [])]))


def _rule_keys(handbook: Handbook, statute: Statute, rule: Rule) -> Iterator[str]:
    """The rule's own numbers, alone and with the act's; then those of the rules it took over from.

    People go on writing the old act's numbers under the new act's name: `4 kap. 4 § SoL`.
    """
    yield from _numbers(statute.id, rule)
    for replaced in rule.replaces:
        if replaced.provision in handbook.rules:
            older, old_rule = handbook.rules[replaced.provision]
            yield from _numbers(older.id, old_rule)
            yield from (found for found in _numbers(statute.id, old_rule) if found.startswith(statute.id))


def _numbers(act: str, rule: Rule) -> Iterator[str]:
    for word in number_words(rule):
        yield word
        yield act_word(act, word)


def _emptied(section: SearchSection) -> SearchSection:
    """A checklist's heading without the text of its items, which are sections of their own."""
    text = section.text if not section.anchor else ""
    return SearchSection(section.anchor, section.title, text, section.label, section.keys)


def _item_sections(handbook: Handbook, found: Checklist, today: date) -> Iterator[SearchSection]:
    live = (item for item in found.items if not item.is_retired(today))
    for item in live:
        words = [item.reason, _roles(handbook.roles, item), handbook.due_text(item.due), item.documented]
        text = " ".join(f"{word.rstrip('.')}." for word in words)
        number = item.id.rpartition("-")[2].lstrip("0")
        yield SearchSection(item.id.lower(), item.text, text, f"punkt {number}", (id_word(item.id),))


def _roles(roles: Mapping[str, object], item: ChecklistItem) -> str:
    names = (getattr(roles.get(role), "name", role) for role in item.roles)
    return ", ".join(names)
