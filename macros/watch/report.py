"""A run of the watch as text for people, as JSON for programs, and as Markdown for an issue per act."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from macros.citing import Citing
from macros.model.finding import Finding, Level
from macros.watch.findings import CURES, act_findings, outcome_finding
from macros.watch.outcome import ActReport, Outcome, Status, WatchReport

SCHEMA_VERSION = 1
_COUNTED = {
    Status.CHANGED: ("ändrad", "ändrade"),
    Status.CEASED: ("upphävd", "upphävda"),
    Status.RENUMBERED: ("omnumrerad", "omnumrerade"),
    Status.MISSING: ("inte funnen", "inte funna"),
    Status.UNREADABLE: ("oläsbar", "oläsbara"),
    Status.COMING: ("kommande lydelse", "kommande lydelser"),
    Status.NEW: ("ny", "nya"),
    Status.RULE: ("ändring i övergångsbestämmelser", "ändringar i övergångsbestämmelser"),
    Status.FIRST: ("läst första gången", "lästa första gången"),
    Status.UNCHANGED: ("oförändrad", "oförändrade"),
}


def needs_action(report: WatchReport) -> bool:
    """True when somebody has to do something: only a run where everything was read and unchanged gives False."""
    return any(finding.level >= Level.VARNING for finding in all_findings(report))


def all_findings(report: WatchReport) -> list[Finding]:
    """Every finding of the run: sources first, then act by act."""
    return [*report.findings, *(finding for act in report.acts for finding in act_findings(act))]


def text_lines(report: WatchReport) -> Iterator[str]:
    """The run as lines: per act its source, each finding, and under it everything that rests on the provision."""
    yield from (finding.line() for finding in report.findings)
    for act in report.acts:
        yield f"{act.name}: {source_words(act)}"
        yield from (f"  {finding.line()}" for finding in act.findings)
        for outcome in _ordered(act):
            yield f"  {outcome_finding(outcome).line()}"
            yield from (f"    {_citing_words(citing)}" for citing in outcome.concerns)
    if report.unread:
        yield f"Inte lästa nu: {', '.join(report.unread)}."
    yield count_words(report)


def source_words(act: ActReport) -> str:
    """Which source was read and what law it shows."""
    if act.shows is None:
        return f"{act.source} gick inte att läsa"
    day = f"visar lagen den {act.shows}" if act.shows_is_known else "säger inte vilken dag den visar"
    amended = f", till och med SFS {act.amended_to}" if act.amended_to else ""
    return f"{act.source} {day}{amended}"


def count_words(report: WatchReport) -> str:
    """The closing line: how many outcomes of each kind, in how many acts."""
    parts = []
    for status in Status:
        number = sum(len(act.with_status(status)) for act in report.acts)
        if number or status is Status.UNCHANGED:
            parts.append(f"{number} {_COUNTED[status][number != 1]}")
    read = sum(act.shows is not None for act in report.acts)
    faults = sum(f.level is Level.FEL for act in report.acts for f in act.findings)
    faults += sum(f.level is Level.FEL for f in report.findings)
    broken = f" {faults} fel: allt kunde inte läsas." if faults else ""
    return f"{', '.join(parts)} i {read} {'lag' if read == 1 else 'lagar'}.{broken}"


def _ordered(act: ActReport) -> list[Outcome]:
    order = list(Status)
    return sorted(act.to_act_on, key=lambda outcome: order.index(outcome.status))


def _citing_words(citing: Citing) -> str:
    return f"{citing.kind.value} {citing.id}: {citing.title} ({citing.place.path}:{citing.place.line})"


def json_text(report: WatchReport) -> str:
    """The run as JSON with Swedish keys. The form is a contract: schema_version is raised when it changes."""
    counted = {status.value: sum(len(act.with_status(status)) for act in report.acts) for status in Status}
    document = {
        "schema_version": SCHEMA_VERSION,
        "datum": report.today.isoformat(),
        "antal": counted,
        "fynd": [_finding_entry(finding) for finding in report.findings],
        "lagar": [_act_entry(act) for act in report.acts],
        "inte_lästa": list(report.unread),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _act_entry(act: ActReport) -> dict[str, Any]:
    return {
        "lag": act.statute_id,
        "namn": act.name,
        "källa": act.source,
        "visar": act.shows.isoformat() if act.shows and act.shows_is_known else None,
        "till_och_med": act.amended_to,
        "fynd": [_finding_entry(finding) for finding in act.findings],
        "bestämmelser": [_outcome_entry(outcome) for outcome in act.outcomes],
    }


def _outcome_entry(outcome: Outcome) -> dict[str, Any]:
    return {
        "utfall": outcome.status.value,
        "nummer": outcome.number,
        "lagrum": outcome.provision_id,
        "fil": outcome.place.path,
        "rad": outcome.place.line,
        "besked": outcome.detail,
        "åtgärd": CURES.get(outcome.status, ""),
        "berör": [
            {
                "slag": citing.kind.value,
                "id": citing.id,
                "titel": citing.title,
                "fil": citing.place.path,
                "rad": citing.place.line,
                "rutin": citing.routine,
            }
            for citing in outcome.concerns
        ],
    }


def _finding_entry(finding: Finding) -> dict[str, Any]:
    return {
        "kod": finding.code,
        "nivå": finding.level.word,
        "källa": finding.place.path,
        "rad": finding.place.line,
        "meddelande": finding.message,
        "åtgärd": finding.cure,
    }


def markdown_text(report: WatchReport) -> str:
    """The whole run as Markdown: what could not be read, then the acts that call for action."""
    parts = [_markdown_findings(report.findings)] if report.findings else []
    parts += [text for act in report.acts if (text := act_markdown(act)) is not None]
    return "\n\n".join([*parts, count_words(report)])


def act_markdown(act: ActReport, longest: int | None = None) -> str | None:
    """One act as the text of an issue; None when there is nothing to act on.

    `longest`: how many signs the platform takes. What does not fit is named without what rests on it.
    """
    outcomes = _ordered(act)
    if not outcomes and not any(finding.level >= Level.VARNING for finding in act.findings):
        return None
    parts = [f"## {act.name}", f"Källa: {source_words(act)}."]
    parts += [_markdown_findings(act.findings)] if act.findings else []
    parts += _sections([one for one in outcomes if one.status is not Status.FIRST], parts, longest)
    if first := [outcome.number for outcome in outcomes if outcome.status is Status.FIRST]:
        parts.append(f"**Lästa första gången:** {', '.join(first)}. {CURES[Status.FIRST]}")
    return "\n\n".join(parts)


def _sections(outcomes: Sequence[Outcome], before: Sequence[str], longest: int | None) -> Iterator[str]:
    """A section per outcome as long as half the room is left, then one line per outcome."""
    used, short = sum(map(len, before)), list[str]()
    for outcome in outcomes:
        section = _outcome_markdown(outcome)
        used += len(section)
        if longest is None or used <= longest // 2:
            yield section
        else:
            short.append(f"- {outcome.number}: {outcome.status.value}, {len(outcome.concerns)} ställen vilar på den")
    if short:
        yield "\n".join(
            ["Det får inte plats här vad som vilar på de här. Kör `handbok lagbevaka` för att se det.", "", *short]
        )


def _markdown_findings(findings: Sequence[Finding]) -> str:
    return "\n".join(f"- **{f.level.word}** ({f.code}) `{f.place.path}`: {f.message} {f.cure}" for f in findings)


def _outcome_markdown(outcome: Outcome) -> str:
    finding = outcome_finding(outcome)
    head = f"### {outcome.number}: {outcome.status.value}\n\n{finding.message} {finding.cure}"
    if not outcome.concerns:
        return head
    rows = [
        f"- {c.kind.value} **{c.id}** {_plain(c.title)} (`{c.place.path}:{c.place.line}`)" for c in outcome.concerns
    ]
    return "\n".join([head, "", "Vilar på den:", "", *rows])


def _plain(text: str) -> str:
    """The text so that Markdown takes it as it stands, and never as a mention or a reference to another issue."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#@|~" else sign for sign in text)
