"""LAG: every cited provision exists, applies, is verified and was checked lately. Facts of data, no legal verdict."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from macros.checks.wording import day_words
from macros.cited_ground import ground_of
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.interval import Interval
from macros.model.start import OpenStart
from macros.model.statute import Certainty, Provision, Rule, Statute, TransitionalRule, Wording
from macros.uses import ProvisionUse


def check_citations(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A cited provision is known, in force on the day meant, and verified; one finding per provision and file."""
    seen: set[tuple[str, str, str | None]] = set()
    judged: dict[tuple[str, str | None], list[Finding]] = {}  # the judgement is the same wherever it is cited
    for use in handbook.provision_uses:
        cited = (use.provision_id, use.per)
        if (use.place.path, *cited) in seen:
            continue
        seen.add((use.place.path, *cited))
        if cited not in judged:
            judged[cited] = list(_judge(handbook, use, today))
        yield from (replace(finding, place=use.place) for finding in judged[cited])


def _judge(handbook: Handbook, use: ProvisionUse, today: date) -> Iterator[Finding]:
    found = handbook.provisions.get(use.provision_id)
    if found is None:
        if not handbook.is_unreadable(use.provision_id):
            message = f"Lagrummet ”{use.provision_id}” finns inte i registret."
            yield Finding("LAG201", Level.FEL, use.place, message, "Rätta id, eller lägg till det i data/lagar.")
        return
    if use.item is not None and use.item.is_retired(today):
        return  # kept as it was on the day it was withdrawn
    day = _day_meant(handbook, use, today)
    if day is None:
        return  # an impossible `per` is the finding of the macro check
    statute, provision = found
    wording = provision.wording_on(day)
    name = f"{provision.number} {statute.short_name}"
    if wording is None:
        yield _not_in_force(provision, name, use.place, day)
    elif not wording.certainty_on(day).verified:
        yield _unverified(wording, name, use.place, day)


def _day_meant(handbook: Handbook, use: ProvisionUse, today: date) -> date | None:
    if use.per is None:
        return today
    ground = ground_of(handbook, use.per)
    return ground.day if ground else None


def _not_in_force(provision: Provision, name: str, place: Place, day: date) -> Finding:
    if provision.has_ceased(day):
        last = max(wording.last_day for wording in provision.wordings if wording.last_day)
        message = f"{name} har ingen lydelse som gäller {day_words(day)}; den sista gällde t.o.m. {last}."
        return Finding(
            "LAG202", Level.FEL, place, message, "Byt hänvisning, eller ange dagen eller övergångsbestämmelsen med per."
        )
    if provision.is_coming(day):
        first = _next_start(provision, day)
        message = f"{name} har ingen lydelse som gäller {day_words(day)}; nästa gäller {first}."
        return Finding("LAG203", Level.FEL, place, message, "Byt hänvisning, eller vänta med den.")
    message = f"{name} har ingen känd lydelse {day_words(day)}."
    return Finding("LAG203", Level.FEL, place, message, "Komplettera lydelserna i data/lagar.")


def _next_start(provision: Provision, day: date) -> str:
    """When the next wording begins, in words; a wording may wait for a day that nobody has set."""
    coming = [wording for wording in provision.wordings if wording.interval.starts_after(day)]
    days = [wording.first_day for wording in coming if wording.first_day]
    if days:
        return f"fr.o.m. {min(days)}"
    waits = any(wording.open_start is OpenStart.BY_GOVERNMENT for wording in coming)
    return "från den dag regeringen bestämmer" if waits else "inte förrän den är beslutad"


def _unverified(wording: Wording, name: str, place: Place, day: date) -> Finding:
    certainty = wording.certainty_on(day)
    if wording.text_certainty.verified:
        code, level = ("LAG204", Level.VARNING) if certainty is Certainty.UNSURE else ("LAG205", Level.NOTIS)
        doubt = "osäkert" if certainty is Certainty.UNSURE else "bara troligt"
        message = f"{name} är läst, men att lydelsen gäller då är {doubt}."
        return Finding(code, level, place, message, "Läs ikraftdagen och rätta säkerhet_dag i data/lagar.")
    if certainty is Certainty.UNSURE:
        message = f"{name} är inte kontrollerad i den lydelse som gäller nu (osäker)."
        return Finding(
            "LAG204", Level.VARNING, place, message, "Låt en jurist läsa lydelsen och rätta säkerhet i data/lagar."
        )
    message = f"{name} är trolig men inte läst i lagtext."
    return Finding("LAG205", Level.NOTIS, place, message, "Läs lagtexten och rätta säkerhet i data/lagar.")


def check_wordings(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A rule's wordings have days in order, do not overlap and leave no gap."""
    for statute in handbook.statutes.values():
        for key, rule in statute.value.keyed_rules:
            name = statute.value.name_of(rule)
            places = [statute.place(*key, "lydelser", n) for n in range(len(rule.wordings))]
            intervals = [wording.interval for wording in rule.wordings]
            yield from _check_intervals(name, intervals, places)


def _check_intervals(name: str, intervals: list[Interval], places: list[Place]) -> Iterator[Finding]:
    for interval, place in zip(intervals, places, strict=True):
        if interval.first_day and interval.last_day and interval.last_day < interval.first_day:
            message = f"{name}: lydelsen slutar {interval.last_day} men börjar {interval.first_day}."
            yield Finding("LAG303", Level.FEL, place, message, "Rätta fr_o_m eller t_o_m. Båda dagarna räknas med.")
    for earlier, later, place in zip(intervals, intervals[1:], places[1:], strict=False):
        if earlier.overlaps(later):
            message = f"{name}: lydelsen överlappar den föregående."
            yield Finding("LAG301", Level.FEL, place, message, "Låt den föregående sluta dagen före (t_o_m).")
        elif earlier.first_day and later.ended_before(earlier.first_day):
            message = f"{name}: lydelsen är äldre än den som står före."
            yield Finding("LAG303", Level.FEL, place, message, "Skriv den äldsta lydelsen först.")
        elif earlier.leaves_gap_to(later):
            message = f"{name}: mellan {earlier.last_day} och {later.first_day} finns ingen lydelse."
            yield Finding("LAG302", Level.VARNING, place, message, "Lägg till lydelsen som gällde däremellan.")


def check_sources(handbook: Handbook, today: date) -> Iterator[Finding]:
    """Every wording names a source of its statute and was checked lately enough by the policy."""
    limit = timedelta(days=handbook.policy.value.law_check_days)
    for statute in handbook.statutes.values():
        later: list[tuple[Place, date, str]] = []
        for key, rule in statute.value.keyed_rules:
            for number, wording in enumerate(rule.wordings):
                place = statute.place(*key, "lydelser", number)
                name = statute.value.name_of(rule)
                yield from _check_source(statute.value, wording, name, place)
                if wording.checked_on and wording.checked_on > today:
                    later.append((place, wording.checked_on, name))
                elif not wording.interval.ended_before(today):
                    yield from _check_age(wording, name, place, today, limit)
        yield from _checked_later(later)


def _checked_later(later: list[tuple[Place, date, str]]) -> Iterator[Finding]:
    """One finding per statute: asked for an earlier day, every wording of it was checked later than that."""
    if not later:
        return
    place, _, name = later[0]
    more = f" och {len(later) - 1} till" if len(later) > 1 else ""
    message = f"{name}{more}: kontrolldagen {max(found for _, found, _ in later)} ligger i framtiden."
    yield Finding("LAG305", Level.FEL, place, message, "Rätta dagen, eller fråga om en senare dag.")


def _check_source(statute: Statute, wording: Wording, name: str, place: Place) -> Iterator[Finding]:
    if wording.source is None:
        yield Finding(
            "LAG304", Level.FEL, place, f"{name}: lydelsen saknar källa.", "Lägg till källa: med id ur källor."
        )
    elif statute.source(wording.source) is None:
        message = f"{name}: källan ”{wording.source}” finns inte bland filens källor."
        yield Finding("LAG304", Level.FEL, place, message, "Rätta id eller lägg till källan.")


def _check_age(wording: Wording, name: str, place: Place, today: date, limit: timedelta) -> Iterator[Finding]:
    cure = "Läs lydelsen i källan och uppdatera kontrollerad."
    if wording.checked_on is None:
        yield Finding("LAG305", Level.VARNING, place, f"{name}: lydelsen har aldrig kontrollerats.", cure)
    elif today - wording.checked_on > limit:
        message = f"{name}: lydelsen kontrollerades senast {wording.checked_on}, för mer än {limit.days} dagar sedan."
        yield Finding("LAG305", Level.VARNING, place, message, cure)


def check_provision_ids(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A rule's id follows from its number (or at least from its statute), and stands once."""
    for statute in handbook.statutes.values():
        seen: set[str] = set()
        for key, rule in statute.value.keyed_rules:
            place = statute.place(*key, "id")
            if rule.id in seen:
                yield Finding("LAG306", Level.FEL, place, f"Id ”{rule.id}” står två gånger.", "Behåll den ena.")
            seen.add(rule.id)
            yield from _check_id(statute.value, rule, place)


def _check_id(statute: Statute, rule: Rule, place: Place) -> Iterator[Finding]:
    if isinstance(rule, Provision):
        expected = expected_id(statute.id, rule)
        if rule.id != expected:
            message = f"Id ”{rule.id}” stämmer inte med numret {rule.number}."
            yield Finding("LAG306", Level.FEL, place, message, f"Skriv {expected}, eller rätta kapitel och paragraf.")
        return
    beginning = f"{statute.id}-overgang-" if isinstance(rule, TransitionalRule) else f"{statute.id}-"
    if not rule.id.startswith(beginning):
        message = f"Id ”{rule.id}” börjar inte med {beginning}."
        yield Finding("LAG306", Level.FEL, place, message, f"Skriv ett id som börjar så: {beginning}…")


def expected_id(statute_id: str, provision: Provision) -> str:
    """The id that a provision's number gives: `sol-12-4`, `osl-10-15a`, `fl-36-39`."""
    chapter = f"-{provision.chapter}" if provision.chapter is not None else ""
    return f"{statute_id}{chapter}-{provision.paragraph.replace(' ', '').replace('–', '-')}"
