"""`handbok kontrollera`: every finding at once, in the form that a person or a program reads."""

from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, counted, day_option, print_findings
from macros.reports import REPORTS
from macros.surroundings import chosen_profile
from macros.swedish_click import MisuseError, SwedishCommand


@click.command("kontrollera", cls=SwedishCommand)
@day_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    help="text för människor. De andra läses av program, markdown också av människor i en kommentar.",
)
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG…]")
@click.pass_obj
def check(root: Path, datum: date, form: str, paths: tuple[str, ...]) -> int:
    """Kontrollera texter, checklistor, lagrum, roller och granskningsdatum.

    Med SÖKVÄG visas bara fynd i de filerna eller mapparna. Utgångsstatus: 0 inget som stoppar, 1 fel, 2 fel använt.
    """
    chosen = [_relative(root, path) for path in paths]
    handbook, findings = load_and_check(root, datum, chosen_profile())
    if chosen:
        findings = [finding for finding in findings if _lies_under(finding.place.path, chosen)]
    if form == "text":
        print_findings(findings, handbook)
    else:
        click.echo(REPORTS[form](findings, datum, counted(handbook)), nl=bool(findings) or form != "github")
    return BLOCKED if any(finding.blocks for finding in findings) else CLEAN


def _relative(root: Path, path: str) -> str:
    full = Path(path).resolve()
    if not full.exists():
        raise MisuseError(f"Sökvägen ”{path}” finns inte.")
    try:
        return full.relative_to(root.resolve()).as_posix()
    except ValueError as error:
        raise MisuseError(f"Sökvägen ”{path}” ligger utanför handboken.") from error


def _lies_under(path: str, chosen: list[str]) -> bool:
    return any(folder in {".", path} or path.startswith(f"{folder}/") for folder in chosen)
