"""The command `handbok lagbevaka`: options in, lines and exit status out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, day_option, read_day_if_given
from macros.commands.platform import LONGEST_TEXT, PLATFORM, network, reach
from macros.forge.protocol import Forge
from macros.forge.upkeep import ensure_issue, keep_issue
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.sources.atomic_files import WriteError
from macros.sources.network import UnreachableError, is_address
from macros.sources.statute_formats import FORMATS
from macros.surroundings import chosen_profile
from macros.swedish_click import MisuseError, SwedishCommand
from macros.watch.outcome import ActReport, WatchReport
from macros.watch.report import act_markdown, json_text, markdown_text, needs_action, text_lines
from macros.watch.run import Order, record, watch

_KEPT = "*Lagbevakningen håller det här ärendet: det följer fynden och stängs när inget är kvar.*"
_LAW_FILES = ("data/lagar", "data/lagbevakning")


@click.command("lagbevaka", cls=SwedishCommand)
@click.argument("sources", nargs=-1, metavar="[KÄLLA…]")
@click.option("--bevakade", "watched", is_flag=True, help="Läs adresserna i registret (bevakas).")
@click.option(
    "--format", "form", type=click.Choice(["auto", *FORMATS]), default="auto", help="Källans format. Annars auto."
)
@click.option("--lag", "statute_id", metavar="ID", help="Bara den lagen, t.ex. sol.")
@click.option(
    "--per",
    "shows",
    callback=read_day_if_given,
    metavar="ÅÅÅÅ-MM-DD",
    help="Den dag vars lag källan visar, när den inte säger det själv.",
)
@click.option("--skriv", "write", is_flag=True, help="Skriv fingeravtryck och dagar i registret.")
@click.option("--ärende", "platform", type=PLATFORM, help="Håll ett ärende per lag på plattformen.")
@click.option(
    "--utdata", "output", type=click.Choice(["text", "json", "markdown"]), default="text", help="Hur svaret skrivs."
)
@day_option
@click.pass_obj
def watch_law(root: Path, /, **given: Any) -> int:
    """Jämför lagtext med registret och säg vad som har ändrats och vad som vilar på det.

    KÄLLA är en fil, en mapp eller en adress. Utgångsstatus: 0 allt är läst och oförändrat, 1 något att göra,
    2 fel använt. Med --ärende: 0 när allt är läst och lagt i ärenden.
    """
    options = _Options(**given)
    _check_sources(options)
    forge = reach(options.platform) if options.platform else None
    handbook, broken = _register(root, options.datum)
    if handbook is None or broken:
        _say([finding.line() for finding in broken])
        return BLOCKED
    report = watch(handbook, _order(options, handbook), network())
    _say(_answer(report, options.output))
    written = _write(handbook, report) if options.write else True
    done = _keep_issues(forge, report) if forge else not needs_action(report)
    return CLEAN if written and done else BLOCKED


@dataclass(frozen=True)
class _Options:
    """The command line as it was typed; the fields are named as the parameters are."""

    sources: tuple[str, ...]
    watched: bool
    form: str
    statute_id: str | None
    shows: date | None
    write: bool
    platform: str | None
    output: str
    datum: date


def _check_sources(options: _Options) -> None:
    if not options.sources and not options.watched:
        raise MisuseError("Säg vad som ska läsas: en fil, en mapp eller en adress, eller --bevakade.")
    for source in options.sources:
        if not is_address(source) and not Path(source).exists():
            raise MisuseError(f"Källan ”{source}” finns inte.")


def _order(options: _Options, handbook: Handbook) -> Order:
    if options.statute_id is not None and options.statute_id not in handbook.statutes:
        known = ", ".join(handbook.statutes)
        raise MisuseError(f"Lagen ”{options.statute_id}” finns inte i registret. Välj någon av: {known}.")
    form = None if options.form == "auto" else options.form
    return Order(options.datum, options.sources, options.watched, form, options.statute_id, options.shows)


def _register(root: Path, today: date) -> tuple[Handbook | None, list[Finding]]:
    """The handbook, and what keeps its register from being read: comparing with half a register would hide changes."""
    handbook, findings = load_and_check(root, today, chosen_profile())
    blocking = [finding for finding in findings if finding.blocks]
    if handbook is None:
        return None, blocking
    return handbook, [f for f in blocking if f.place.path.startswith(_LAW_FILES)]


def _answer(report: WatchReport, output: str) -> Iterator[str]:
    if output == "json":
        yield json_text(report)
    elif output == "markdown":
        yield markdown_text(report)
    else:
        yield from text_lines(report)


def _write(handbook: Handbook, report: WatchReport) -> bool:
    try:
        paths = record(handbook, report)
    except WriteError as error:
        _say([Finding("BEV301", Level.FEL, Place(error.path), error.message, error.cure).line()], err=True)
        return False
    _say([f"Skrev {path}." for path in paths] or ["Inget nytt att skriva."], err=True)
    return True


def _keep_issues(forge: Forge, report: WatchReport) -> bool:
    """One issue per act that was read; True when every source was read and every issue kept."""
    done = not any(finding.level is Level.FEL for finding in report.findings)
    for act in report.acts:
        try:
            _say([f"Ärendet för {act.name}: {_keep_issue(forge, act)}."], err=True)
        except UnreachableError as error:
            message = f"Ärendet för {act.name} gick inte att lägga upp. {error.message}"
            _say([Finding("BEV401", Level.FEL, Place(act.path), message, error.cure).line()], err=True)
            done = False
        done = done and act.shows is not None
    return done


def _keep_issue(forge: Forge, act: ActReport) -> str:
    topic, title = f"lagbevakning:{act.statute_id}", f"Lagbevakning: {act.name}"
    text = act_markdown(act, LONGEST_TEXT)
    body = None if text is None else f"{text}\n\n{_KEPT}"
    if act.shows is None and body is not None:
        return ensure_issue(forge, topic, title, body).value  # what an earlier run found stays until it is read again
    return keep_issue(forge, topic, title, body).value


def _say(lines: Iterator[str] | list[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)
