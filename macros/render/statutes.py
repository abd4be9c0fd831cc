"""The law pages: every rule of a statute with its wordings, and the register of statutes."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.statute import Certainty, Provision, Replaces, Rule, Statute, TransitionalRule, Wording
from macros.render.citations import ABSENT, CEASED, COMING, PROPOSED, SUSPECT, Mark, mark
from macros.render.dates import swedish_day
from macros.render.rule_uses import UseGroup, use_groups
from macros.render.templates import fill
from macros.render.view import View
from macros.render.wordings import wording_phase, wording_time


@dataclass(frozen=True)
class Column:
    """A wording as it stands beside the others: its time, where it is on the day, its source and whose it is.

    `older` is the rule of an earlier statute that the wording belongs to; None for the rule's own wordings.
    """

    wording: Wording
    time: str
    phase: str
    source: str | None
    source_url: str | None
    older: Rule | None = None
    link: Replaces | None = None


@dataclass(frozen=True)
class RuleEntry:
    """A rule as the law page shows it on one day."""

    rule: Rule
    number: str
    mark: Mark | None
    verdict: str
    current: Wording | None
    columns: tuple[Column, ...]
    groups: tuple[UseGroup, ...]
    limited_by: tuple[TransitionalRule, ...]
    kept_by: tuple[TransitionalRule, ...]


@dataclass(frozen=True)
class StatuteEntry:
    """A statute as a row of the register."""

    statute: Statute
    url: str | None
    state: str
    rule_count: int
    unverified: tuple[Rule, ...]
    last_checked: date | None


def verdict(rule: Rule, today: date) -> str:
    """What holds for the rule on `today`, as a sentence."""
    wording = rule.wording_on(today)
    found = mark(rule, today)
    if wording is None:
        return _absence(rule, found, today)
    if found is SUSPECT and wording.change_found_on is not None:
        found_on = swedish_day(wording.change_found_on)
        return f"Lagtexten har ändrats. Det upptäcktes {found_on}, och ingen har läst den nya texten sedan dess."
    since = f" som gäller sedan {swedish_day(wording.start)}" if isinstance(wording.start, date) else " som gäller nu"
    if found is None:
        return f"Bestämmelsen gäller. Vi har läst den lydelse{since}."
    if wording.text_certainty.verified:
        doubt = "troligt" if found.slug == "trolig" else "osäkert"
        return f"Vi har läst texten. Att den gäller nu är bara {doubt}."
    if found.slug == "trolig":
        return "Bestämmelsen gäller troligen så här. Läs lagtexten eller fråga jurist före beslut."
    return f"Bestämmelsen finns, men vi har inte läst den lydelse{since}."


def _absence(rule: Rule, found: Mark | None, today: date) -> str:
    if found is CEASED and (last := rule.wordings[-1].last_day):
        return f"Upphävd. Gällde till och med {swedish_day(last)}."
    if found is PROPOSED:
        return "Bara föreslagen. Handboken vet inte om den är beslutad."
    if found is COMING:
        nearest = rule.nearest_wording(today)
        when = swedish_day(nearest.first_day) if nearest.first_day else "den dag regeringen bestämmer"
        return f"Gäller inte än. Träder i kraft {when}."
    return f"Handboken har {ABSENT.word} för den här dagen."


def statute(handbook: Handbook, statute_id: str, page_url: str, today: date) -> Markup:
    """All rules of a statute, each with an anchor. Raises KeyError for an unknown statute."""
    found = handbook.statutes[statute_id].value
    groups = use_groups(handbook, found, today)
    rules = (*in_number_order(found), *found.unnumbered, *found.transitional)
    entries = [_entry(handbook, found, rule, groups, today) for rule in rules]
    return fill("statute.html", view=View(handbook, page_url, today), statute=found, entries=entries)


def _entry(
    handbook: Handbook, found: Statute, rule: Rule, groups: Mapping[str, tuple[UseGroup, ...]], today: date
) -> RuleEntry:
    older = [
        _column(*handbook.rules[link.provision], handbook.rules[link.provision][1].wordings[-1], today, link)
        for link in rule.replaces
        if link.provision in handbook.rules
    ]
    own = [_column(found, rule, wording, today) for wording in rule.wordings]
    transitional = [t for sourced in handbook.statutes.values() for t in sourced.value.transitional]
    return RuleEntry(
        rule,
        rule.number if isinstance(rule, Provision | TransitionalRule) else "",
        mark(rule, today),
        verdict(rule, today),
        rule.wording_on(today),
        (*older, *own),
        groups.get(rule.id, ()),
        tuple(t for t in transitional if rule.id in t.limits),
        tuple(t for t in transitional if {rule.id, found.id} & set(t.applies) and rule.id not in t.limits),
    )


def _column(found: Statute, rule: Rule, wording: Wording, today: date, link: Replaces | None = None) -> Column:
    source = found.source(wording.source)
    return Column(
        wording,
        wording_time(wording),
        wording_phase(wording, today),
        source.name if source else None,
        source.address if source else None,
        rule if link else None,
        link,
    )


def statute_register(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The statutes with their state and how much of each somebody has to verify."""
    view = View(handbook, page_url, today)
    entries = [_statute_entry(view, found) for found in most_used_first(handbook)]
    plan, register = (_url_of(view, name) for name in ("visa_kontrollplan", "visa_lagrum_alla"))
    return fill("statute_register.html", view=view, entries=entries, plan_url=plan, register_url=register)


def most_used_first(handbook: Handbook) -> list[Statute]:
    """The statutes with the one that the handbook cites most at the top; those it cites equally often by name."""
    cited = Counter(use.provision_id for use in handbook.provision_uses)
    statutes = [sourced.value for sourced in handbook.statutes.values()]
    return sorted(statutes, key=lambda found: (-sum(cited[rule.id] for rule in found.rules), found.name))


def in_number_order(statute_: Statute) -> list[Provision]:
    """The provisions by chapter and paragraph, as in the statute: in the file the latest addition may stand last."""
    return sorted(statute_.provisions, key=number_key)


def number_key(provision: Provision) -> tuple[int, int, str]:
    """`10 a` comes after `10` and before `11`; a range sorts by where it begins."""
    first, _, letter = re.split("[–-]", provision.paragraph)[0].partition(" ")
    return provision.chapter or 0, int(first), letter


def unverified(statute_: Statute, today: date) -> tuple[Rule, ...]:
    """The rules whose wording in force on `today` is not verified, or not verified to be in force."""
    return tuple(
        rule
        for rule in (*in_number_order(statute_), *statute_.unnumbered, *statute_.transitional)
        if (wording := rule.wording_on(today)) is not None and not wording.certainty_on(today).verified
    )


def _statute_entry(view: View, found: Statute) -> StatuteEntry:
    page = view.handbook.statute_page(found.id)
    checked = (w.checked_on for rule in found.rules for w in rule.wordings if w.checked_on)
    return StatuteEntry(
        found,
        view.url(page.url) if page else None,
        statute_state(found, view.today),
        len(found.rules),
        unverified(found, view.today),
        max(checked, default=None),
    )


def statute_state(found: Statute, today: date) -> str:
    """Where the statute stands on `today`, in a few words and no surer than the surest of its rules."""
    if found.interval.ended_before(today):
        return "Upphävd"
    if found.rules and all(mark(rule, today) is PROPOSED for rule in found.rules):
        return "Bara föreslagen"
    if not found.interval.contains(today):
        return "Gäller inte än"
    wordings = [wording for rule in found.rules if (wording := rule.wording_on(today)) is not None]
    surest = min((list(Certainty).index(wording.certainty_on(today)) for wording in wordings), default=0)
    return ("Gäller", "Gäller troligen", "Osäkert vad som gäller")[surest]


def _url_of(view: View, macro: str) -> str | None:
    page = view.handbook.page_calling(macro)
    return view.url(page.url) if page else None
