"""Compares a whole statute of the register with a text of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros.citing import Citing
from macros.model.finding import Finding, Level, Place
from macros.model.law_reading import LawReading, ReadChapter, ReadRule
from macros.model.statute import Provision, Statute
from macros.model.statute_text import TextProvision, latest_act
from macros.watch.compare import Beside, Comparison, compare_provision
from macros.watch.outcome import ActReport, Outcome, Status
from macros.watch.shown import members

_SHOWN_AT_MOST = 12


def compare_act(
    beside: Beside, source: str, last: LawReading | None, concerns: Mapping[str, tuple[Citing, ...]]
) -> ActReport:
    """Everything there is to say of the statute. `last`: the latest reading on record; `concerns`: by provision id."""
    statute = beside.statute.value
    report = ActReport(
        statute.id,
        f"{statute.short_name} ({statute.sfs_nummer})",
        beside.statute.path,
        source,
        beside.shows,
        beside.shows_is_known,
        beside.text.amended_to,
    )
    if older := _older(beside, source, last):
        return replace(report, findings=(older,))
    if repealed := _repealed(beside, concerns):
        return replace(report, outcomes=(repealed,))
    comparisons = _comparisons(beside)
    outcomes = [outcome for comparison in comparisons for outcome in comparison.outcomes]
    outcomes = [replace(one, concerns=_concerned(one, concerns)) for one in outcomes]
    reading = _reading(beside)
    return replace(
        report,
        outcomes=(*outcomes, *_new(beside, last), *_rules(beside, last)),
        findings=(*_undated(beside, source), *_stale(beside, source, comparisons)),
        reading=None if reading == last else reading,
    )


def _comparisons(beside: Beside) -> list[Comparison]:
    """Every provision beside the text, and then those that seem gone or changed beside the paragraphs left over."""
    provisions = beside.statute.value.provisions
    first = [compare_provision(beside, index, ()) for index in range(len(provisions))]
    still = {index for index, one in enumerate(first) if all(o.status is Status.UNCHANGED for o in one.outcomes)}
    taken = {id(one) for index in still for one in members(provisions[index], beside.text)}
    left = [one for one in beside.text.provisions if id(one) not in taken]
    return [
        comparison if index in still else compare_provision(beside, index, _others(provisions[index], left, beside))
        for index, comparison in enumerate(first)
    ]


def _others(provision: Provision, left: Sequence[TextProvision], beside: Beside) -> list[TextProvision]:
    own = {id(one) for one in members(provision, beside.text)}
    return [one for one in left if id(one) not in own]


def _concerned(outcome: Outcome, concerns: Mapping[str, tuple[Citing, ...]]) -> tuple[Citing, ...]:
    quiet = {Status.UNCHANGED, Status.FIRST}
    return () if outcome.status in quiet else concerns.get(outcome.provision_id or "", ())


def _older(beside: Beside, source: str, last: LawReading | None) -> Finding | None:
    """A source older than the record would make the register go backwards."""
    if last is None:
        return None
    if beside.shows_is_known and last.as_of is not None:
        is_older, what = beside.shows < last.as_of, f"visar {beside.shows}, men registret är läst mot {last.as_of}"
    else:
        read, now = (last.read_as or "").removeprefix("SFS "), beside.text.amended_to
        is_older = bool(read and now) and latest_act([read, now or ""]) != now
        what = f"går till SFS {now}, men registret är läst mot SFS {read}"
    if not is_older:
        return None
    message = f"Källan är äldre än den senaste läsningen: den {what}. Den jämförs inte."
    return Finding("BEV105", Level.FEL, Place(source), message, "Hämta en nyare text.")


def _repealed(beside: Beside, concerns: Mapping[str, tuple[Citing, ...]]) -> Outcome | None:
    """The act as a whole has ceased or will, and the register does not say so."""
    day, statute = beside.text.repealed_on, beside.statute.value
    if day is None or (statute.last_day is not None and statute.last_day < day):
        return None
    status = Status.CEASED if day <= beside.today else Status.COMING
    named = {one.id: one for provision in statute.provisions for one in concerns.get(provision.id, ())}
    return Outcome(
        status,
        f"Hela lagen {statute.short_name}",
        beside.statute.place("gäller_fr_o_m"),
        detail=f"Enligt källan upphävs den {day}.",
        concerns=tuple(named.values()),
    )


def _used_chapters(statute: Statute) -> list[str | None]:
    chapters = dict.fromkeys(provision.chapter for provision in statute.provisions)
    return [None if chapter is None else str(chapter) for chapter in sorted(chapters, key=lambda one: one or 0)]


def _new(beside: Beside, last: LawReading | None) -> Iterator[Outcome]:
    """Paragraphs that were not there at the last reading, in the chapters that the register uses."""
    statute = beside.statute.value
    place = beside.statute.place("bestämmelser")
    if last is None:
        yield Outcome(Status.FIRST, f"Paragraferna i {statute.short_name}", place)
        return
    registered = {id(one) for provision in statute.provisions for one in members(provision, beside.text)}
    used = {found.chapter for found in last.chapters} & set(_used_chapters(statute))
    for one in beside.text.provisions:
        is_known = last.knows(one.chapter, one.paragraph) or id(one) in registered
        if one.chapter in used and not is_known and not one.doubt and not one.wordings[-1].repealed:
            begins = next((w.interval.first_day for w in one.wordings if w.interval.first_day), None)
            detail = f"Den gäller från {begins}." if begins else ""
            yield Outcome(Status.NEW, f"{one.number} {statute.short_name}", place, detail=detail)


def _rules(beside: Beside, last: LawReading | None) -> Iterator[Outcome]:
    """Transitional rules that are new, changed or gone since the last reading."""
    if last is None:
        return
    known, place = last.fingerprints, beside.statute.place("bestämmelser")
    there = {(rule.act, rule.point): rule.fingerprint for rule in beside.text.transitional}
    for act, point in [*there, *(key for key in known if key not in there)]:
        number = f"Övergångsbestämmelserna till {act}" + (f", punkt {point}" if point else "")
        if (act, point) not in there:
            yield Outcome(Status.MISSING, number, place, detail="Källan har dem inte.")
        elif (act, point) not in known:
            yield Outcome(Status.RULE, number, place, detail="De är nya.")
        elif known[act, point] != there[act, point]:
            yield Outcome(Status.RULE, number, place, detail="De har ändrats.")


def _undated(beside: Beside, source: str) -> Iterator[Finding]:
    if not beside.shows_is_known:
        message = f"Källan säger inte vilken dag den visar. Den räknas som om den visade {beside.shows}."
        yield Finding("BEV107", Level.NOTIS, Place(source), message, "Är den äldre: säg dagen med --per.")


def _stale(beside: Beside, source: str, comparisons: Sequence[Comparison]) -> Iterator[Finding]:
    """One finding that names the provisions whose wording of today the text does not reach."""
    today, provisions = beside.today, beside.statute.value.provisions
    behind = [
        provision.number
        for provision, comparison in zip(provisions, comparisons, strict=True)
        for number, wording in enumerate(provision.wordings)
        if wording.interval.contains(today) and number not in comparison.compared
    ]
    if not behind:
        return
    rest = f" och {len(behind) - _SHOWN_AT_MOST} till" if len(behind) > _SHOWN_AT_MOST else ""
    listed = ", ".join(behind[:_SHOWN_AT_MOST]) + rest
    message = (
        f"Källan visar {beside.statute.value.short_name} den {beside.shows}. "
        f"Den lydelse som gäller i dag kunde därför inte jämföras för {listed}."
    )
    yield Finding("BEV104", Level.VARNING, Place(source), message, "Hämta en nyare text, eller säg dagen med --per.")


def _reading(beside: Beside) -> LawReading:
    """The record of this reading. Chapters where the numbers are in doubt keep only what is certain."""
    statute = beside.statute.value
    chapters = []
    for chapter in _used_chapters(statute):
        numbers = [one.paragraph for one in beside.text.provisions if one.chapter == chapter and not one.doubt]
        if numbers:
            chapters.append(ReadChapter(kapitel=chapter, paragrafer=", ".join(dict.fromkeys(numbers))))
    rules = [
        ReadRule(till=rule.act, punkt=rule.point or None, fingeravtryck=rule.fingerprint)
        for rule in beside.text.transitional
        if rule.act
    ]
    return LawReading(
        lag=statute.id,
        visar=beside.shows if beside.shows_is_known else None,
        läst_lydelse=beside.read_as,
        kapitel=tuple(chapters),
        övergångsbestämmelser=tuple(rules),
    )
