"""The handbook as one frozen aggregate with look-ups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.citations_in_text import CitationsInText, read_citations
from macros.cited_law import CitedLaw
from macros.fingerprint import content_fingerprint, template_ids
from macros.holdings import Holdings
from macros.model.checklist import Checklist
from macros.model.citations import Acts, acts_of
from macros.model.deadline import Due, Event, deadline_text, due_text
from macros.model.macro import MACROS
from macros.model.page import ChecklistPageMeta, Page, RolePageMeta, RoutineMeta, TemplatePageMeta
from macros.model.profile import EventFile, Form, LocalName, Profile, Settings
from macros.model.review import Receipt, ReviewPolicy, due_day
from macros.model.role import Role, RoleFile
from macros.model.sourced import Sourced
from macros.model.statute import Provision, Rule, Statute
from macros.model.template import Template
from macros.prose import running_text
from macros.uses import ProvisionUse, provision_uses


@dataclass(frozen=True)
class Handbook:
    """Everything the handbook holds. Maps are keyed by id and keep file order; `Sourced` says where a thing stands."""

    root: Path
    settings: Sourced[Settings]
    profile: Sourced[Profile]
    policy: Sourced[ReviewPolicy]
    event_file: Sourced[EventFile]
    role_file: Sourced[RoleFile]
    statutes: Mapping[str, Sourced[Statute]]
    checklists: Mapping[str, Sourced[Checklist]]
    receipts: tuple[Sourced[Receipt], ...]
    pages: tuple[Sourced[Page], ...]
    holdings: Holdings
    profile_ids: tuple[str, ...] = ()
    unreadable: frozenset[str] = frozenset()
    raw_texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def file_count(self) -> int:
        """How many files the handbook was read from."""
        many = (self.statutes, self.checklists, self.receipts, self.pages)
        return 5 + sum(map(len, many)) + self.holdings.file_count

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id, in file order."""
        return {role.id: role for role in self.role_file.value.roles}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by id, in file order."""
        return {event.id: event for event in self.event_file.value.events}

    def is_unreadable(self, thing_id: str) -> bool:
        """True when the file that should hold the thing (or is it) could not be read, which is a finding of its own."""
        return any(thing_id == stem or thing_id.startswith(f"{stem}-") for stem in self.unreadable)

    def has_unreadable(self, path: str) -> bool:
        """True when the file, or some file in the folder, could not be read."""
        return any(unreadable.startswith(path) for unreadable in self.unreadable)

    @cached_property
    def routines(self) -> Mapping[str, Sourced[Page]]:
        """Pages that are routines, by routine id, in path order; the first page wins when an id stands twice."""
        found: dict[str, Sourced[Page]] = {}
        for page in self.pages:
            if isinstance(page.value.meta, RoutineMeta):
                found.setdefault(page.value.meta.id, page)
        return found

    @cached_property
    def pages_by_path(self) -> Mapping[str, Page]:
        """Every page by its path."""
        return {page.path: page.value for page in self.pages}

    @cached_property
    def checklists_by_routine(self) -> Mapping[str, Sequence[Checklist]]:
        """The checklists of each routine, by routine id."""
        found: dict[str, list[Checklist]] = {}
        for checklist in self.checklists.values():
            found.setdefault(checklist.value.routine, []).append(checklist.value)
        return found

    @cached_property
    def provision_uses(self) -> Sequence[ProvisionUse]:
        """Every citation of law: pages in path order, then checklists in file order, then those in running text."""
        return (*provision_uses(self.pages, self.checklists.values()), *self.citations_in_text.uses)

    @cached_property
    def cited_law(self) -> CitedLaw:
        """The register as citations in running text see it."""
        statutes = [statute.value for statute in self.statutes.values()]
        return CitedLaw(statutes, self.acts)

    @cached_property
    def citations_in_text(self) -> CitationsInText:
        """What the pages and the data files cite in running text, found and not found."""
        pages = ((page.value, raw) for page in self.pages if (raw := self.raw_texts.get(page.path)) is not None)
        files: tuple[Sourced[Any], ...] = (self.profile, self.role_file, self.event_file, *self.checklists.values())
        texts = running_text(pages, (*files, *self.holdings.files), self.provisions)
        return read_citations(texts, self.cited_law)

    @cached_property
    def provision_uses_by_page(self) -> Mapping[str, Sequence[ProvisionUse]]:
        """The citations on each page, by the page's path."""
        found: dict[str, list[ProvisionUse]] = {}
        for use in self.provision_uses:
            if use.page is not None:
                found.setdefault(use.page.path, []).append(use)
        return found

    @cached_property
    def provisions(self) -> Mapping[str, tuple[Statute, Provision]]:
        """Every provision with its statute, by provision id."""
        return {
            provision.id: (statute.value, provision)
            for statute in self.statutes.values()
            for provision in statute.value.provisions
        }

    @cached_property
    def acts(self) -> Acts:
        """How the acts that text may cite are written: those of the register, and others."""
        return acts_of((statute.value for statute in self.statutes.values()), self.holdings.other_acts)

    @cached_property
    def rules(self) -> Mapping[str, tuple[Statute, Rule]]:
        """Everything the register holds, by id: provisions, rules without a known paragraf, transitional rules."""
        return {rule.id: (statute.value, rule) for statute in self.statutes.values() for rule in statute.value.rules}

    @cached_property
    def local_names(self) -> Mapping[str, LocalName]:
        """Names by id: the municipality's own, and the general name where it has yet to fill one in."""
        general = {name.id: name for name in self.settings.value.general_names}
        own = {name.id: name for name in self.profile.value.local_names if name.is_known}
        return general | own

    @cached_property
    def measure_names(self) -> Mapping[str, str]:
        """What each insats of the profile is called, by id: its own name, or the general one until it has one."""
        general = {name.id: name.name for name in self.settings.value.general_measures}
        measures = self.profile.value.measures
        return {found.id: found.name if found.is_named else general.get(found.id, found.id) for found in measures}

    def has_own_name(self, name_id: str) -> bool:
        """True when the municipality's profile has filled in the name."""
        return any(name.id == name_id and name.is_known for name in self.profile.value.local_names)

    def local_name(self, name_id: str, form: Form = Form.BASE) -> str:
        """The local name in the wanted form, or the general one. Raises KeyError when there is neither."""
        return self.local_names[name_id].form(form)

    def due_text(self, due: Due) -> str:
        """The rule in words, with this municipality's deadlines. Raises KeyError for an unknown deadline or event."""
        return due_text(due, self.profile.value.deadlines, self.events)

    def deadline_text(self, deadline_id: str, *, short: bool = False) -> str:
        """A local deadline in words, or only its length when `short`. Raises KeyError when the profile lacks it."""
        deadline = self.profile.value.deadlines[deadline_id]
        return deadline.unit.quantity(deadline.number) if short else deadline_text(deadline, self.events)

    @cached_property
    def receipts_by_routine(self) -> Mapping[str, Sequence[Sourced[Receipt]]]:
        """The receipts of each routine, the oldest first."""
        found: dict[str, list[Sourced[Receipt]]] = {}
        for receipt in sorted(self.receipts, key=lambda receipt: receipt.value.day):
            found.setdefault(receipt.value.routine, []).append(receipt)
        return found

    def latest_receipt(self, routine_id: str, today: date) -> Sourced[Receipt] | None:
        """The routine's most recent receipt, or None when it was never reviewed. One from the future does not count."""
        receipts = [r for r in self.receipts_by_routine.get(routine_id, ()) if r.value.day <= today]
        return receipts[-1] if receipts else None

    def next_review(self, routine_id: str, today: date) -> date | None:
        """The last day on which the routine's next review is in time; None when there is nothing to count from."""
        receipt = self.latest_receipt(routine_id, today)
        risk_class = self.policy.value.risk_class(routine_meta(self.routines[routine_id].value).risk_class)
        return due_day(receipt.value, risk_class) if receipt and risk_class else None

    def fingerprint(self, routine_id: str) -> str:
        """The fingerprint of what a review of the routine covers, as it reads now. Raises KeyError when unknown."""
        if routine_id not in self._fingerprints:
            self._fingerprints[routine_id] = self._fingerprint(self.routines[routine_id].value)
        return self._fingerprints[routine_id]

    @cached_property
    def _fingerprints(self) -> dict[str, str]:
        return {}

    def _fingerprint(self, page: Page) -> str:
        lists = self.checklists_of(page)
        law = [self.provisions[found][1] for found in self._law_of(page)]
        return content_fingerprint(page, lists, self.templates_of(page), law)

    def text_fingerprint(self, page: Page) -> str:
        """The fingerprint of a routine's own content (text, steps, checklists, templates), without its law."""
        return content_fingerprint(page, self.checklists_of(page), self.templates_of(page), ())

    def templates_of(self, page: Page) -> list[Template]:
        """The known templates that the routine's steps and checklists use, each once."""
        found = (self.holdings.templates.get(known) for known in template_ids(page, self.checklists_of(page)))
        return [template.value for template in found if template]

    def checklists_of(self, page: Page) -> list[Checklist]:
        """The known checklists that the routine on `page` names, in that order; none for a page that is no routine."""
        named = page.meta.checklists if isinstance(page.meta, RoutineMeta) else ()
        return [self.checklists[found].value for found in named if found in self.checklists]

    def _law_of(self, page: Page) -> list[str]:
        """Every known provision that the routine or one of its checklists cites, on whatever day."""
        on_page = (use.provision_id for use in self.provision_uses_by_page.get(page.path, ()))
        in_lists = (ground for found in self.checklists_of(page) for item in found.items for ground in item.grounds)
        return [found for found in dict.fromkeys((*on_page, *in_lists)) if found in self.provisions]

    def law_of(self, routine_id: str) -> tuple[str, ...]:
        """The known provisions that the routine or its checklists cite, each once. Raises KeyError when unknown."""
        return tuple(self._law_of(self.routines[routine_id].value))

    def unverified_law(self, routine_id: str, day: date) -> tuple[str, ...]:
        """The provisions that the routine or its checklists cite and that are not verified as they apply on `day`."""
        wordings = (
            (found, self.provisions[found][1].wording_on(day))
            for found in self._law_of(self.routines[routine_id].value)
        )
        return tuple(found for found, wording in wordings if wording is not None and not wording.certainty.verified)

    def checklist_page(self, checklist_id: str) -> Page | None:
        """The page that shows the checklist, or None."""
        return self._checklist_pages.get(checklist_id)

    @cached_property
    def _checklist_pages(self) -> Mapping[str, Page]:
        found: dict[str, Page] = {}
        for page in self.pages:
            if isinstance(page.value.meta, ChecklistPageMeta):
                found.setdefault(page.value.meta.checklist, page.value)
        return found

    def template_page(self, template_id: str) -> Page | None:
        """The page that shows the template, or None."""
        return self._pages_of_kind.get((TemplatePageMeta, template_id))

    def role_page(self, role_id: str) -> Page | None:
        """The page that gathers what the role does, or None."""
        return self._pages_of_kind.get((RolePageMeta, role_id))

    @cached_property
    def _pages_of_kind(self) -> Mapping[tuple[type, str], Page]:
        """The first page that shows a template or a role."""
        found: dict[tuple[type, str], Page] = {}
        for page in self.pages:
            if isinstance(page.value.meta, TemplatePageMeta):
                found.setdefault((TemplatePageMeta, page.value.meta.template_id), page.value)
            elif isinstance(page.value.meta, RolePageMeta):
                found.setdefault((RolePageMeta, page.value.meta.role), page.value)
        return found

    def statute_page(self, statute_id: str) -> Page | None:
        """The page that shows the statute's provisions with `visa_lag`, or None."""
        return self.page_calling("visa_lag", statute_id)

    def page_calling(self, macro: str, argument: str | None = None) -> Page | None:
        """The first page whose Markdown calls the macro, with that first argument if one is given, or None."""
        return self._callers.get((macro, argument))

    @cached_property
    def _callers(self) -> Mapping[tuple[str, str | None], Page]:
        """The first page that calls a macro: with a certain first argument, and (None) at all."""
        found: dict[tuple[str, str | None], Page] = {}
        for page in self.pages:
            for call in page.value.body.calls:
                found.setdefault((call.name, None), page.value)
                if (macro := MACROS.get(call.name)) and macro.parameters:
                    found.setdefault((call.name, call.argument(0, macro.parameters[0].value)), page.value)
        return found


def routine_meta(page: Page) -> RoutineMeta:
    """The page's metadata as a routine's. Raises TypeError for a page that is no routine."""
    if not isinstance(page.meta, RoutineMeta):
        raise TypeError(f"{page.path} is no routine")
    return page.meta
