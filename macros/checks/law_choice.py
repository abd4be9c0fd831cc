"""LAG: the decision table leaves no day without an answer, and the plan for verifying names things once."""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.checks.law_succession import unknown_rule
from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.law_choice import LawChoice, LawChoiceFile, MatterKind
from macros.model.sourced import Sourced


def check_law_choices(handbook: Handbook, today: date) -> Iterator[Finding]:
    """Every kind of matter has exactly one answer for every day, resting on law that the register holds."""
    sourced = handbook.holdings.law_choices
    if sourced is None:
        return
    for index, matter in enumerate(sourced.value.matters):
        places = [sourced.place("ärenden", index, "rader", number) for number in range(len(matter.choices))]
        yield from _check_days(matter, places)
        for number, choice in enumerate(matter.choices):
            yield from _check_law(handbook, sourced, choice, ("ärenden", index, "rader", number), today)
        if matter.id in {earlier.id for earlier in sourced.value.matters[:index]}:
            place = sourced.place("ärenden", index, "id")
            yield Finding("LAG503", Level.FEL, place, f"Ärendet ”{matter.id}” står två gånger.", "Behåll det ena.")


def _check_days(matter: MatterKind, places: list[Place]) -> Iterator[Finding]:
    choices = matter.choices
    if choices[0].first_day is not None:
        message = f"”{matter.id}” har inget svar för dagarna före {choices[0].first_day}."
        yield Finding(
            "LAG502", Level.FEL, places[0], message, "Ta bort fr_o_m på första raden, eller lägg till en rad."
        )
    if choices[-1].last_day is not None:
        message = f"”{matter.id}” har inget svar för dagarna efter {choices[-1].last_day}."
        yield Finding("LAG502", Level.FEL, places[-1], message, "Ta bort t_o_m på sista raden, eller lägg till en rad.")
    for earlier, later, place in zip(choices, choices[1:], places[1:], strict=False):
        if earlier.last_day is None or later.first_day is None or earlier.last_day >= later.first_day:
            message = f"”{matter.id}”: raden överlappar den föregående."
            yield Finding("LAG501", Level.FEL, place, message, "Låt den föregående sluta dagen före (t_o_m).")
        elif earlier.last_day + timedelta(days=1) < later.first_day:
            message = f"”{matter.id}” har inget svar mellan {earlier.last_day} och {later.first_day}."
            yield Finding("LAG502", Level.FEL, place, message, "Låt raderna följa på varandra, eller lägg till en rad.")
    for choice, place in zip(choices, places, strict=True):
        if choice.first_day and choice.last_day and choice.last_day < choice.first_day:
            message = f"”{matter.id}”: raden slutar {choice.last_day} men börjar {choice.first_day}."
            yield Finding("LAG501", Level.FEL, place, message, "Rätta fr_o_m eller t_o_m. Båda dagarna räknas med.")


def _check_law(
    handbook: Handbook, sourced: Sourced[LawChoiceFile], choice: LawChoice, key: tuple[str | int, ...], today: date
) -> Iterator[Finding]:
    if choice.statute not in handbook.statutes and not handbook.is_unreadable(choice.statute):
        cure = suggest(choice.statute, handbook.statutes, "Rätta id, eller lägg till lagen i data/lagar.")
        place = sourced.place(*key, "lag")
        yield Finding("LAG201", Level.FEL, place, f"Lagen ”{choice.statute}” finns inte i registret.", cure)
    if choice.transition is not None and choice.transition not in handbook.rules:
        yield from unknown_rule(handbook, choice.transition, sourced.place(*key, "övergång"))
    day = choice.deciding_day(today)
    for number, rule_id in enumerate(choice.provisions):
        place = sourced.place(*key, "lagrum", number)
        if rule_id not in handbook.rules:
            yield from unknown_rule(handbook, rule_id, place)
        elif handbook.rules[rule_id][1].wording_on(day) is None:
            message = f"”{rule_id}” har ingen lydelse {day}, som raden gäller."
            yield Finding(
                "LAG504", Level.FEL, place, message, "Välj ett lagrum som gällde då, eller rätta radens dagar."
            )


def check_law_plan(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """The plan names statutes and rules that exist, each once: else nobody knows where it is to be read."""
    sourced = handbook.holdings.law_plan
    if sourced is None:
        return
    seen: set[str] = set()
    for index, source in enumerate(sourced.value.sources):
        for field, ids in (("lagar", source.statutes), ("lagrum", source.rules)):
            for number, thing_id in enumerate(ids):
                place = sourced.place("källor", index, field, number)
                known = handbook.statutes if field == "lagar" else handbook.rules
                if thing_id not in known:
                    yield from unknown_rule(handbook, thing_id, place)
                elif (name := f"{field}:{thing_id}") in seen:
                    message = f"”{thing_id}” står i två källor i kontrollplanen."
                    yield Finding("LAG505", Level.FEL, place, message, "Behåll den källa som ska öppnas först.")
                else:
                    seen.add(name)
