"""Answers above the hits: what a paragraph number, old or new, stands for today."""

from collections.abc import Iterator
from datetime import date

from macros.handbook import Handbook
from macros.model.statute import Provision, Rule, RuleState, Statute
from macros.render.dates import swedish_day
from macros.render.law_key import key_entries, short_numbers
from macros.render.links import provision_url
from macros.search.document import Shortcut
from macros.search.numbers import act_word, paragraph_word

_UNREAD = "Lydelsen i dag är inte kontrollerad."


def shortcuts(handbook: Handbook, today: date) -> list[Shortcut]:
    """Old numbers with what took over from them, then the provisions in force or to come."""
    return [*_moved(handbook, today), *_current(handbook, today)]


def _moved(handbook: Handbook, today: date) -> Iterator[Shortcut]:
    for entry in key_entries(handbook):
        for successor in entry.successors:
            new = successor.rule
            if not isinstance(entry.rule, Provision) or not isinstance(new, Provision):
                continue
            title = f"{entry.rule.number} → {handbook.provisions[new.id][0].name_of(new)}"
            leads_to = next(number_words(new), "")
            note = f"{new.heading}. {_until(entry.statute)}".strip()
            for number in number_words(entry.rule):
                told = (number, _act(entry.statute), leads_to, "Gammal paragraf", title, note)
                yield from _leading(handbook, told, new, today)


def _current(handbook: Handbook, today: date) -> Iterator[Shortcut]:
    for sourced in handbook.statutes.values():
        for rule in sourced.value.provisions:
            if rule.state_on(today) not in {RuleState.IN_FORCE, RuleState.COMING}:
                continue
            for number in number_words(rule):
                told = (number, _act(sourced.value), "", "Paragraf", sourced.value.name_of(rule), f"{rule.heading}.")
                yield from _leading(handbook, told, rule, today)


def number_words(rule: Rule) -> Iterator[str]:
    """The rule's numbers as the search writes them; none for a rule without a paragraf."""
    for short in short_numbers(rule):
        chapter, _, paragraph = short.rpartition(":")
        yield paragraph_word(chapter, paragraph)


def _act(statute: Statute) -> str:
    return act_word(statute.id, "")


def _leading(
    handbook: Handbook, told: tuple[str, str, str, str, str, str], rule: Provision, today: date
) -> Iterator[Shortcut]:
    """The shortcut to the rule, unless no page shows it. `told`: the shortcut's fields up to the note."""
    if (address := provision_url(handbook, rule.id)) is not None:
        yield Shortcut(*told, _caution(rule, today), address)


def _until(statute: Statute) -> str:
    if statute.last_day is None:
        return ""
    return f"Numret gällde i {statute.sfs_nummer} till och med {swedish_day(statute.last_day)}."


def _caution(rule: Rule, today: date) -> str:
    wording = rule.wording_on(today)
    if wording is None:
        return "Gäller inte än." if rule.is_coming(today) else ""
    return "" if wording.certainty_on(today).verified else _UNREAD
