"""What the handbook knows of a routine before each question of a review, as Swedish lines."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.fingerprint import template_ids
from macros.handbook import Handbook, routine_meta
from macros.model.audit import AnswerStatus
from macros.model.checklist import Checklist
from macros.model.deadline import Origin
from macros.model.finding import Finding
from macros.model.language import readability
from macros.model.page import Page, RoutineMeta
from macros.model.question import FactKind, Question

_EXTERNAL = re.compile(r"https?://[^\s)>\"]+")
_CHILD = re.compile(r"barn", re.IGNORECASE)
_SUMMED_UP = {"LAG204", "LAG205"}  # the line of law names each provision that is not verified
_CODES = {
    FactKind.LAW: ("LAG",),
    FactKind.LINKS: ("SID207", "SID210"),
    FactKind.ROLES: ("ROL",),
    FactKind.STEPS: ("SID202", "SID203", "SID204", "SID205"),
    FactKind.CHECKLISTS: ("CHK",),
    FactKind.TEMPLATES: ("MAL",),
    FactKind.FORUMS: ("FOR",),
    FactKind.LANGUAGE: ("SPR",),
    FactKind.CONTROLS: ("EGK",),
    FactKind.RECOMMENDATIONS: ("REV",),
    FactKind.CHILDREN: (),
}


@dataclass(frozen=True)
class Reviewed:
    """The routine under review on a day, with the handbook's findings."""

    handbook: Handbook
    findings: Sequence[Finding]
    routine_id: str
    today: date

    @property
    def page(self) -> Page:
        """The routine's page."""
        return self.handbook.routines[self.routine_id].value

    @property
    def meta(self) -> RoutineMeta:
        """The routine's metadata."""
        return routine_meta(self.page)

    @property
    def checklists(self) -> list[Checklist]:
        """The routine's checklists that exist."""
        known = self.handbook.checklists
        return [known[found].value for found in self.meta.checklists if found in known]

    @property
    def paths(self) -> frozenset[str]:
        """The files that a review of the routine covers."""
        known = self.handbook.checklists
        lists = [known[found].path for found in self.meta.checklists if found in known]
        templates = self.handbook.holdings.templates
        used = [templates[found].path for found in template_ids(self.page, self.checklists) if found in templates]
        return frozenset((self.page.path, *lists, *used))


def known_facts(reviewed: Reviewed, question: Question) -> list[str]:
    """What the handbook can tell before the question: facts first, then findings of the same kind."""
    lines: list[str] = []
    for kind in question.facts:
        lines += _TELLERS[kind](reviewed)
        lines += _findings(reviewed, _CODES[kind])
    return lines


def _findings(reviewed: Reviewed, codes: tuple[str, ...]) -> Iterator[str]:
    for finding in reviewed.findings:
        is_told = finding.code.startswith(codes) and finding.code not in _SUMMED_UP if codes else False
        if is_told and finding.place.path in reviewed.paths:
            yield f"Fynd {finding.code}, {finding.place.path}:{finding.place.line}: {finding.message}"


def _law(reviewed: Reviewed) -> Iterator[str]:
    handbook, routine_id = reviewed.handbook, reviewed.routine_id
    cited, unverified = handbook.law_of(routine_id), handbook.unverified_law(routine_id, reviewed.today)
    yield f"{len(cited)} lagrum, {len(cited) - len(unverified)} verifierade i lydelsen som gäller."
    if unverified:
        found = (handbook.provisions[provision_id] for provision_id in unverified)
        names = (f"{provision.number} {statute.short_name}" for statute, provision in found)
        yield f"Inte verifierade: {', '.join(names)}. De räknas upp i kvittot."


def _links(reviewed: Reviewed) -> Iterator[str]:
    addresses = list(dict.fromkeys(_EXTERNAL.findall(reviewed.page.body.text)))
    yield f"{len(reviewed.page.body.links)} länkar inom handboken, {len(addresses)} utanför."
    yield from (f"Utanför: {address}" for address in addresses)


def _roles(reviewed: Reviewed) -> Iterator[str]:
    meta = reviewed.meta
    yield f"Ansvarig: {_role_names(reviewed, (meta.owner,))}."
    steps = tuple(dict.fromkeys(role for step in meta.steps for role in step.roles))
    yield f"Roller i stegen: {_role_names(reviewed, steps)}."
    called = [call.argument(0, "id") for call in reviewed.page.body.calls if call.name == "lokalt"]
    unknown = [name for name in dict.fromkeys(called) if name and not reviewed.handbook.has_own_name(name)]
    if unknown:
        yield f"Kommunen har inget eget namn för: {', '.join(unknown)}."


def _role_names(reviewed: Reviewed, roles: Sequence[str]) -> str:
    known = reviewed.handbook.roles
    return ", ".join(known[role].name if role in known else role for role in roles)


def _steps(reviewed: Reviewed) -> Iterator[str]:
    yield f"{len(reviewed.meta.steps)} steg: {', '.join(step.id for step in reviewed.meta.steps)}."
    deadlines = reviewed.handbook.profile.value.deadlines
    local = dict.fromkeys(step.due.local for step in reviewed.meta.steps if step.due.local in deadlines)
    proposed = [found for found in local if found and deadlines[found].origin is Origin.PROPOSAL]
    if proposed:
        words = (f"{found} ({reviewed.handbook.deadline_text(found, short=True)})" for found in proposed)
        yield f"Tider som är förslag: {', '.join(words)}."


def _checklists(reviewed: Reviewed) -> Iterator[str]:
    for checklist in reviewed.checklists:
        retired = sum(item.is_retired(reviewed.today) for item in checklist.items)
        yield f"{checklist.id} {checklist.title}: {len(checklist.items) - retired} punkter, {retired} har utgått."


def _templates(reviewed: Reviewed) -> Iterator[str]:
    known = reviewed.handbook.holdings.templates
    found = [known[name].value for name in template_ids(reviewed.page, reviewed.checklists) if name in known]
    names = ", ".join(f"{template.id} {template.title}" for template in found)
    yield f"Mallar: {names}." if found else "Rutinen använder ingen mall."


def _forums(reviewed: Reviewed) -> Iterator[str]:
    called = {call.argument(0, "forum") for call in reviewed.page.body.calls if call.name == "visa_forum"}
    for forum in reviewed.handbook.holdings.forums.values():
        if forum.id in called or forum.section.partition("#")[0] == reviewed.routine_id:
            yield f"{forum.name} ({forum.cadence}): {_role_names(reviewed, forum.participants)}."


def _children(reviewed: Reviewed) -> Iterator[str]:
    in_text = len(_CHILD.findall(reviewed.page.body.text))
    every = [item for listed in reviewed.checklists for item in listed.items]
    items = [item.id for item in every if _CHILD.search(f"{item.text} {item.reason}")]
    if not in_text and not items:
        yield "Ordet barn står varken i texten eller i checklistan."
    else:
        times = f"{in_text} {'gång' if in_text == 1 else 'gånger'}"
        yield f"Ordet barn står {times} i texten och i punkterna: {', '.join(items) or 'inga'}."


def _language(reviewed: Reviewed) -> Iterator[str]:
    measured = readability(reviewed.page.body.text)
    limits = reviewed.handbook.holdings.language_limits
    limit = (limits.value.exception(reviewed.page.path) or limits.value) if limits else None
    lix, longest = (f" (högst {limit.lix})", f" (högst {limit.longest})") if limit else ("", "")
    yield f"LIX {measured.lix}{lix}. Längsta meningen är {measured.longest} ord{longest}."


def _controls(reviewed: Reviewed) -> Iterator[str]:
    file = reviewed.handbook.holdings.control_file
    risks = [risk for risk in file.value.risks if risk.routine == reviewed.routine_id] if file else []
    for risk in risks:
        yield f"{risk.id}, {risk.frequency}: {_latest_outcome(reviewed, risk.id)}"
    if not risks:
        yield "Ingen risk i egenkontrollen hör till rutinen."


def _latest_outcome(reviewed: Reviewed, risk_id: str) -> str:
    """The municipality's latest counts by the day of the review. A count from later says nothing of what was known."""
    measured = reviewed.handbook.holdings.measurements(reviewed.handbook.profile.value.id)
    known = [found for found in measured if found.risk_id == risk_id and found.day <= reviewed.today]
    if not known:
        return "inget utfall finns."
    latest = known[-1]
    return f"senast {latest.day}, {latest.total.met} av {latest.total.examined} uppfyllda."


def _recommendations(reviewed: Reviewed) -> Iterator[str]:
    for found in reviewed.handbook.holdings.recommendations.values():
        sections = [answer.section.partition("#")[0] for answer in found.answers]
        if reviewed.routine_id in sections and found.status is AnswerStatus.PARTLY:
            yield f"{found.id} är bara delvis besvarad: {found.text}"


_TELLERS: dict[FactKind, Callable[[Reviewed], Iterator[str]]] = {
    FactKind.LAW: _law,
    FactKind.LINKS: _links,
    FactKind.ROLES: _roles,
    FactKind.STEPS: _steps,
    FactKind.CHECKLISTS: _checklists,
    FactKind.TEMPLATES: _templates,
    FactKind.FORUMS: _forums,
    FactKind.CHILDREN: _children,
    FactKind.LANGUAGE: _language,
    FactKind.CONTROLS: _controls,
    FactKind.RECOMMENDATIONS: _recommendations,
}
