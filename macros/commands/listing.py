"""`handbok lista` and `handbok schema`: what the handbook holds, for people and for editors."""

from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, day_option, print_findings, print_table
from macros.surroundings import chosen_profile
from macros.swedish_click import SwedishCommand


@click.command("schema", cls=SwedishCommand)
@click.option("--kontrollera", "only_check", is_flag=True, help="Skriv inget; säg om något schema är inaktuellt.")
@click.pass_obj
def schema(root: Path, only_check: bool) -> int:
    """Skriv JSON-scheman till schema/, så att redigeraren kan hjälpa till i YAML-filerna."""
    from macros.sources.schemas import outdated_schemas, write_schemas

    if only_check:
        outdated = outdated_schemas(root)
        for path in outdated:
            click.echo(f"{path} är inaktuellt. Kör handbok schema.")
        return BLOCKED if outdated else CLEAN
    for path in write_schemas(root):
        click.echo(f"Skrev {path}.")
    return CLEAN


@click.command("lista", cls=SwedishCommand)
@click.argument("what", metavar="SLAG", type=click.Choice(["rutiner", "lagrum", "checklistor", "roller"]))
@day_option
@click.pass_obj
def list_things(root: Path, what: str, datum: date) -> int:
    """Lista rutiner, lagrum, checklistor eller roller med sina id."""
    from macros.listing import LISTINGS

    handbook, findings = load_and_check(root, datum, chosen_profile())
    if handbook is None:
        print_findings([finding for finding in findings if finding.blocks], handbook)
        return BLOCKED
    header, rows = LISTINGS[what](handbook, datum)
    print_table(header, rows)
    return CLEAN
