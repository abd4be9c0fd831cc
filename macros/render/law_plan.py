"""Att kontrollera: what is not verified in the register, as a work plan in the order in which to open the sources."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.law_plan import PlannedSource
from macros.model.page import RoutineMeta
from macros.model.sourced import Key, Sourced
from macros.model.statute import Certainty, Provision, Replaces, Rule, Statute, Wording
from macros.render.statutes import number_key
from macros.render.templates import fill
from macros.render.view import View
from macros.render.wordings import wording_phase, wording_time

Users = tuple[tuple[str, str], ...]  # routines and checklists: id and address


@dataclass(frozen=True)
class Edit:
    """A line that raises the certainty: its file, its number, what stands there and what to write."""

    path: str
    line: int
    now: str
    then: str


@dataclass(frozen=True)
class Task:
    """One thing to look up: a wording, or (`older` given) which older provision a rule replaces."""

    statute: Statute
    rule: Rule
    certainty: Certainty
    phase: str
    time: str
    question: str
    edits: tuple[Edit, ...]
    older: str | None = None


@dataclass(frozen=True)
class PlanGroup:
    """A source to open with its tasks; `source` is None for what the plan assigns to no source."""

    source: PlannedSource | None
    tasks: tuple[Task, ...]


_PHASES = ("Gäller nu", "Kommer", "Föreslagen", "Har upphört")
_NO_QUESTION = "Läs lagtexten och jämför med sammanfattningen."


def tasks(handbook: Handbook, today: date) -> Iterator[Task]:
    """Everything in the register that is not verified, statute by statute."""
    for sourced in handbook.statutes.values():
        for key, rule in sourced.value.keyed_rules:
            for number, wording in enumerate(rule.wordings):
                if not wording.certainty.verified:
                    yield _wording_task(sourced, rule, wording, (*key, "lydelser", number), today)
            for number, link in enumerate(rule.replaces):
                if not link.certainty.verified:
                    yield _link_task(sourced, rule, link, (*key, "ersätter", number))


def _wording_task(sourced: Sourced[Statute], rule: Rule, wording: Wording, key: Key, today: date) -> Task:
    given = {"säkerhet": wording.text_certainty, "säkerhet_dag": wording.day_certainty}
    doubtful = [(field, found) for field, found in given.items() if found is not None and not found.verified]
    return Task(
        sourced.value,
        rule,
        wording.certainty,
        wording_phase(wording, today),
        wording_time(wording),
        wording.question or _NO_QUESTION,
        tuple(_edit(sourced, key, field, found) for field, found in doubtful),
    )


def _link_task(sourced: Sourced[Statute], rule: Rule, link: Replaces, key: Key) -> Task:
    question = link.question or "Är det rätt äldre paragraf? Jämför lagtexterna."
    edit = _edit(sourced, key, "säkerhet", link.certainty)
    return Task(sourced.value, rule, link.certainty, "Jämförelse", "", question, (edit,), link.provision)


def _edit(sourced: Sourced[Statute], key: Key, field: str, found: Certainty) -> Edit:
    place = sourced.place(*key, field)
    return Edit(place.path, place.line, f"{field}: {found.value}", f"{field}: {Certainty.SURE.value}")


def users_by_rule(handbook: Handbook) -> Mapping[str, Users]:
    """The routines and checklists that rest on each rule, by the rule's id, each once."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for use in handbook.provision_uses:
        if use.page is not None and isinstance(use.page.meta, RoutineMeta):
            found[use.provision_id].add((use.page.meta.id, use.page.url))
        elif use.checklist is not None and (page := handbook.checklist_page(use.checklist.id)) is not None:
            found[use.provision_id].add((use.checklist.id, page.url))
    return {rule_id: tuple(sorted(places)) for rule_id, places in found.items()}


def plan_groups(handbook: Handbook, today: date) -> list[PlanGroup]:
    """The tasks under the source that settles them, in the plan's order; last what no source names."""
    sources = handbook.holdings.law_plan.value.sources if handbook.holdings.law_plan else ()
    grouped: dict[str | None, list[Task]] = {source.id: [] for source in sources} | {None: []}
    for task in tasks(handbook, today):
        grouped[_settled_by(handbook, sources, task)].append(task)
    by_id = {source.id: source for source in sources}
    return [
        PlanGroup(by_id.get(source_id) if source_id else None, tuple(sorted(found, key=_order)))
        for source_id, found in grouped.items()
        if found
    ]


def _settled_by(handbook: Handbook, sources: tuple[PlannedSource, ...], task: Task) -> str | None:
    """The first source that names the rule itself, else the first that names its statute."""
    rule_id, statute_id = task.rule.id, task.statute.id
    if task.older is not None and task.older in handbook.rules:
        rule_id, statute_id = task.older, handbook.rules[task.older][0].id
    by_rule = (source.id for source in sources if rule_id in source.rules)
    by_statute = (source.id for source in sources if statute_id in source.statutes)
    return next(by_rule, None) or next(by_statute, None)


def _order(task: Task) -> tuple[int, str, tuple[int, int, str]]:
    phase = _PHASES.index(task.phase) if task.phase in _PHASES else len(_PHASES)
    return phase, task.statute.id, number_key(task.rule) if isinstance(task.rule, Provision) else (99, 0, task.rule.id)


def interpretations(handbook: Handbook) -> list[tuple[Statute, Rule, str]]:
    """The questions that the text itself leaves open, for a lawyer to decide."""
    return [
        (statute, rule, wording.interpretation)
        for statute, rule in handbook.rules.values()
        for wording in rule.wordings
        if wording.interpretation is not None
    ]


def work_plan(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The plan as one table per source, then the questions of interpretation."""
    groups = plan_groups(handbook, today)
    return fill(
        "law_plan.html",
        view=View(handbook, page_url, today),
        groups=groups,
        count=sum(len(group.tasks) for group in groups),
        minutes=sum(group.source.minutes for group in groups if group.source),
        interpretations=interpretations(handbook),
        users=users_by_rule(handbook),
        undated=sum(w.start is None and w.known_since is None for _, r in handbook.rules.values() for w in r.wordings),
    )
