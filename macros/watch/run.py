"""One run of the watch: read the sources, hold each act beside the register, gather what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.citing import Citing, citings_by_provision
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.sourced import Key, Sourced
from macros.model.statute import Statute
from macros.sources.law_records import write_records
from macros.sources.network import Network
from macros.sources.statute_sources import ReadSource, day_shown, read_sources
from macros.watch.act import compare_act
from macros.watch.compare import Beside
from macros.watch.outcome import ActReport, WatchReport

WRONG_ACT = "BEV103"


@dataclass(frozen=True)
class Order:
    """What to watch. `sources`: files, folders, addresses. `watched`: also the addresses in the register.

    `form`: one of statute_formats.FORMATS, or None to find out. `statute_id`: only that act. `shows`: the day whose
    law the sources show, when they do not say themselves.
    """

    today: date
    sources: tuple[str, ...] = ()
    watched: bool = False
    form: str | None = None
    statute_id: str | None = None
    shows: date | None = None


def watch(handbook: Handbook, order: Order, network: Network) -> WatchReport:
    """Read and compare everything that the order names. Every fault is a finding; nothing is written."""
    findings: list[Finding] = []
    concerns = citings_by_provision(handbook, order.today)
    acts = [*_from_sources(handbook, order, network, concerns, findings)]
    if order.watched:
        acts += _from_register(handbook, order, network, concerns)
    read = {act.statute_id for act in acts}
    if order.statute_id is not None and order.statute_id not in read and not findings:
        cure = "Kontrollera källan eller --lag."
        findings.append(
            Finding(
                WRONG_ACT, Level.FEL, handbook.statutes[order.statute_id].place("id"), "Ingen källa har lagen.", cure
            )
        )
    unread = tuple(s.value.short_name for s in handbook.statutes.values() if s.value.id not in read)
    return WatchReport(order.today, tuple(acts), tuple(findings), unread)


def _from_sources(
    handbook: Handbook,
    order: Order,
    network: Network,
    concerns: Mapping[str, tuple[Citing, ...]],
    findings: list[Finding],
) -> Iterator[ActReport]:
    known = {statute.value.sfs_nummer: statute for statute in handbook.statutes.values()}
    own = handbook.statutes[order.statute_id].value.sfs_nummer if order.statute_id else None
    best: dict[str, ReadSource] = {}
    for source in read_sources(order.sources, order.form, own, network, findings):
        number = source.text.sfs_nummer
        if number not in known:
            message = f"Lagen {number} finns inte i registret."
            cure = "Lägg till lagen i data/lagar, eller ta bort källan."
            findings.append(Finding(WRONG_ACT, Level.VARNING, Place(source.name), message, cure))
        elif own in {None, number}:
            _keep_best(best, number, source, order, findings)
    for number, source in best.items():
        yield _compared(handbook, known[number], source, order, concerns)


def _keep_best(
    best: dict[str, ReadSource], number: str, source: ReadSource, order: Order, findings: list[Finding]
) -> None:
    """Of two sources for one act: the one whose day is known, and of those the latest."""
    other = best.get(number)
    if other is not None:
        first, second = (day_shown(one, order.shows, order.today) for one in (other, source))
        source, left = (source, other) if second[::-1] > first[::-1] else (other, source)
        message, cure = (
            f"Samma lag står i {source.name}, som används i stället.",
            "Välj den ena med --lag och en källa.",
        )
        findings.append(Finding("BEV106", Level.NOTIS, Place(left.name), message, cure))
    best[number] = source


def _from_register(
    handbook: Handbook, order: Order, network: Network, concerns: Mapping[str, tuple[Citing, ...]]
) -> Iterator[ActReport]:
    """Every act that the register has an address for; a source that fails gives a report of nothing but that."""
    for statute in handbook.statutes.values():
        address = statute.value.watched_at
        if address is None or order.statute_id not in {None, statute.value.id}:
            continue
        findings: list[Finding] = []
        sources = list(read_sources([address], order.form, None, network, findings))
        if sources and sources[0].text.sfs_nummer != statute.value.sfs_nummer:
            message = f"Adressen ger lagen {sources[0].text.sfs_nummer}, inte {statute.value.sfs_nummer}."
            place = statute.place("bevakas")
            findings.append(Finding(WRONG_ACT, Level.FEL, place, message, "Rätta adressen i bevakas."))
        if findings:
            yield _unread(statute, address, tuple(findings))
        else:
            yield _compared(handbook, statute, sources[0], order, concerns)


def _compared(
    handbook: Handbook,
    statute: Sourced[Statute],
    source: ReadSource,
    order: Order,
    concerns: Mapping[str, tuple[Citing, ...]],
) -> ActReport:
    day, is_known = day_shown(source, order.shows, order.today)
    last = handbook.holdings.law_readings.get(statute.value.id)
    beside = Beside(statute, source.text, day, is_known, order.today)
    return compare_act(beside, source.name, last.value if last else None, concerns)


def _unread(statute: Sourced[Statute], source: str, findings: tuple[Finding, ...]) -> ActReport:
    name = f"{statute.value.short_name} ({statute.value.sfs_nummer})"
    return ActReport(statute.value.id, name, statute.path, source, findings=findings)


def record(handbook: Handbook, report: WatchReport) -> list[str]:
    """Write what the run read to the register's files; return the paths that changed. Raises WriteError.

    Never touches `säkerhet`, `sammanfattning` or any day of a wording: those are for people to say.
    """
    edits: dict[str, dict[Key, Mapping[str, str]]] = {}
    for act in report.acts:
        for outcome in act.outcomes:
            if outcome.edits:
                edits.setdefault(act.path, {}).update(outcome.edits)
    statutes = {statute.path: statute for statute in handbook.statutes.values()}
    readings = [act.reading for act in report.acts if act.reading is not None]
    return write_records(handbook.root, edits, statutes, readings)
