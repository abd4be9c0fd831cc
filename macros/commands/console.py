"""What the commands share: exit statuses, the day, and how findings and tables are printed."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, count_line
from macros.surroundings import DAY_VARIABLE, BadDayError, chosen_profile, current_day, parse_day
from macros.swedish_click import MisuseError

CLEAN, BLOCKED, MISUSE = 0, 1, 2
_COLOURS = {Level.FEL: "red", Level.VARNING: "yellow", Level.NOTIS: "cyan"}


def _read_day(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date:
    try:
        return parse_day(text) if text else current_day()
    except BadDayError as error:
        raise MisuseError(str(error)) from error


day_option = click.option(
    "--datum",
    callback=_read_day,
    metavar="ÅÅÅÅ-MM-DD",
    help="Räkna som om det vore den dagen. Annars gäller dagens datum.",
)


def read_day_if_given(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    """The day that was typed as ÅÅÅÅ-MM-DD, or None. Raises MisuseError for anything else."""
    try:
        return parse_day(text) if text else None
    except BadDayError as error:
        raise MisuseError(str(error)) from error


role_option = click.option("--roll", "role", metavar="ROLL", help="Bara det som den rollen ansvarar för.")
until_option = click.option(
    "--till",
    "until",
    callback=read_day_if_given,
    metavar="ÅÅÅÅ-MM-DD",
    help="Bara till och med den dagen.",
)


def check_before_build(root: Path, today: date) -> tuple[Handbook | None, list[Finding]]:
    """Load, check and print the findings as of `today`; the handbook (None when something blocks) and the findings."""
    os.environ[DAY_VARIABLE] = today.isoformat()  # MkDocs' macros module reads it: one build, one day
    progress("Kontrollerar handboken …")
    handbook, findings = load_and_check(root, today, chosen_profile())
    print_findings(findings, handbook)
    return None if any(finding.blocks for finding in findings) else handbook, findings


def print_findings(findings: Sequence[Finding], handbook: Handbook | None) -> None:
    """One line a finding with its level in colour, and the count. No handbook: it could not be read as a whole."""
    for finding in findings:
        place = f"{finding.place.path}:{finding.place.line}"
        level = click.style(finding.level.word, fg=_COLOURS[finding.level], bold=finding.blocks)
        click.echo(f"{place}: {finding.code} {level}: {finding.message} {finding.cure}")
    click.echo(count_line(list(findings), counted(handbook)))


def counted(handbook: Handbook | None) -> str:
    """What the findings were counted in, as it ends the closing line."""
    return f"{handbook.file_count} filer" if handbook else "handboken, som inte gick att läsa i sin helhet"


def print_table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Header and rows in columns as wide as their widest cell."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    for row in [header, *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def progress(text: str) -> None:
    """Say what is going on, to a person who waits and not to a file."""
    if sys.stderr.isatty():
        click.echo(text, err=True)
