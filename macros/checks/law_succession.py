"""LAG: what replaces what is told from both sides, and transitional rules lead somewhere."""

from collections.abc import Iterator
from datetime import date

from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.statute import ReplacedBy, Rule, TransitionalRule


def check_successions(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Each `ersätter` names a rule that says `ersätts_av` in return, and the other way round."""
    for statute in handbook.statutes.values():
        for key, rule in statute.value.keyed_rules:
            for index, older in enumerate(rule.replaces):
                place = statute.place(*key, "ersätter", index)
                yield from _check_link(handbook, rule, older, place, "ersätts_av")
            for index, newer in enumerate(rule.replaced_by):
                place = statute.place(*key, "ersätts_av", index)
                yield from _check_link(handbook, rule, newer, place, "ersätter")


def _check_link(handbook: Handbook, rule: Rule, link: ReplacedBy, place: Place, in_return: str) -> Iterator[Finding]:
    found = handbook.rules.get(link.provision)
    if found is None:
        yield from unknown_rule(handbook, link.provision, place)
        return
    other = found[1]
    answers = other.replaced_by if in_return == "ersätts_av" else other.replaces
    if rule.id not in {answer.provision for answer in answers}:
        message = f"”{rule.id}” nämner ”{other.id}”, men ”{other.id}” nämner inte ”{rule.id}” i {in_return}."
        cure = f"Lägg till {rule.id} under {in_return} i ”{other.id}”, eller ta bort raden."
        yield Finding("LAG307", Level.FEL, place, message, cure)


def check_transitional_rules(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A transitional rule limits provisions and lets provisions or statutes apply that the register holds."""
    for statute in handbook.statutes.values():
        for index, rule in enumerate(statute.value.transitional):
            for field, ids in (("gäller", rule.limits), ("tillämpa", rule.applies)):
                for number, rule_id in enumerate(ids):
                    if rule_id not in handbook.rules and not (field == "tillämpa" and rule_id in handbook.statutes):
                        place = statute.place("övergångsbestämmelser", index, field, number)
                        yield from unknown_rule(handbook, rule_id, place)
            yield from _check_day_meant(handbook, rule, statute.place("övergångsbestämmelser", index, "lydelse_per"))


def _check_day_meant(handbook: Handbook, rule: TransitionalRule, place: Place) -> Iterator[Finding]:
    if rule.per is None:
        return
    for rule_id in rule.applies:
        found = handbook.rules.get(rule_id)
        if found is not None and found[1].wording_on(rule.per) is None:
            message = f"”{rule.id}” låter ”{rule_id}” gälla i lydelsen {rule.per}, men då finns ingen lydelse."
            yield Finding("LAG308", Level.FEL, place, message, "Rätta lydelse_per, eller komplettera lydelserna.")


def check_questions(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A wording that is certain has no question left about what it says."""
    for statute in handbook.statutes.values():
        for key, rule in statute.value.keyed_rules:
            for number, wording in enumerate(rule.wordings):
                if wording.certainty.verified and wording.question is not None:
                    message = f"{statute.value.name_of(rule)}: lydelsen är säker men har kvar en fråga."
                    cure = "Ta bort fråga. Gäller den hur texten ska tolkas: döp om den till tolkningsfråga."
                    place = statute.place(*key, "lydelser", number, "fråga")
                    yield Finding("LAG309", Level.NOTIS, place, message, cure)


def unknown_rule(handbook: Handbook, rule_id: str, place: Place) -> Iterator[Finding]:
    """A finding for an id that the register lacks, unless the file that should hold it could not be read."""
    if not handbook.is_unreadable(rule_id):
        cure = suggest(rule_id, handbook.rules, "Rätta id, eller lägg till det i data/lagar.")
        yield Finding("LAG201", Level.FEL, place, f"”{rule_id}” finns inte i lagregistret.", cure)
