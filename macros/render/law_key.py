"""The key between an older statute's numbers and the ones that apply now, in both directions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.statute import Provision, Replaces, Rule, Statute
from macros.render.law_plan import Users, users_by_rule
from macros.render.statutes import number_key
from macros.render.templates import fill
from macros.render.view import View

_LAST_IN_ORDER = (10_000, 0, "")


@dataclass(frozen=True)
class Successor:
    """A rule that took over: what of the older one, what the change means, how sure that is, who uses it now."""

    rule: Rule
    link: Replaces
    users: Users


@dataclass(frozen=True)
class OldNumber:
    """One old number for the site's search: anchor, heading and the ways in which people write it."""

    anchor: str
    title: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class KeyEntry:
    """An older rule with what took over. `marks`: its numbers as the filter compares them."""

    statute: Statute
    rule: Rule
    marks: str
    numbers: tuple[OldNumber, ...]
    successors: tuple[Successor, ...]


def short_numbers(rule: Rule) -> tuple[str, ...]:
    """The number as it is typed in a hurry: `4:4`, `16:6f`; every number of a range; a bare one without chapter."""
    if not isinstance(rule, Provision):
        return ()
    chapter = f"{rule.chapter}:" if rule.chapter is not None else ""
    first, _, last = rule.paragraph.replace(" ", "").replace("–", "-").partition("-")
    if not (first.isdigit() and last.isdigit()):
        return tuple(f"{chapter}{paragraph}" for paragraph in (first, last) if paragraph)
    return tuple(f"{chapter}{paragraph}" for paragraph in range(int(first), int(last) + 1))


def written_forms(short: str) -> tuple[str, ...]:
    """The ways in which people write `16:6f`, as the statute does first: `16 kap. 6 f §`, `16 kap 6 f §` and so on."""
    chapter, colon, paragraph = short.rpartition(":")
    spaced = re.sub(r"(\d)([a-z])", r"\1 \2", paragraph)
    if not colon:
        return (f"{spaced} §",)
    forms = [f"{chapter} kap. {spaced} §", f"{chapter} kap {spaced} §", f"{chapter} kap. {paragraph} §", short]
    return tuple(dict.fromkeys(forms))


def key_entries(handbook: Handbook) -> list[KeyEntry]:
    """Every rule that something has replaced: provisions by number first, then what has no number."""
    users = users_by_rule(handbook)
    everything = ((found.value, rule) for found in handbook.statutes.values() for rule in found.value.rules)
    replaced = [(statute, rule) for statute, rule in everything if rule.replaced_by]
    return [_entry(handbook, statute, rule, users) for statute, rule in sorted(replaced, key=_in_order)]


def _in_order(found: tuple[Statute, Rule]) -> tuple[tuple[int, int, str], str]:
    statute, rule = found
    return number_key(rule) if isinstance(rule, Provision) else _LAST_IN_ORDER, statute.id


def _entry(handbook: Handbook, statute: Statute, rule: Rule, users: Mapping[str, Users]) -> KeyEntry:
    successors: list[Successor] = []
    for replacement in rule.replaced_by:
        newer = handbook.rules[replacement.provision][1] if replacement.provision in handbook.rules else None
        links = [link for link in newer.replaces if link.provision == rule.id] if newer else []
        successors += [Successor(newer, link, users.get(newer.id, ())) for link in links if newer]
    shorts = short_numbers(rule)
    return KeyEntry(
        statute,
        rule,
        " ".join(shorts),
        tuple(_number(statute, short) for short in shorts),
        tuple(successors),
    )


def _number(statute: Statute, short: str) -> OldNumber:
    forms = written_forms(short)
    anchor = f"gammal-{statute.id}-{short.replace(':', '-')}"
    return OldNumber(anchor, " · ".join(dict.fromkeys([forms[0], forms[-1], statute.short_name])), forms)


def law_key(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Old to new as a table and as one section per old number, then new to old."""
    newer = [
        (sourced.value, rule) for sourced in handbook.statutes.values() for rule in sourced.value.rules if rule.replaces
    ]
    return fill(
        "law_key.html",
        view=View(handbook, page_url, today),
        entries=key_entries(handbook),
        newer=[(statute, rule, " ".join(short_numbers(rule))) for statute, rule in sorted(newer, key=_in_order)],
    )
