"""`handbok lista` and `handbok schema`: what the handbook holds, for people and for editors."""

from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import (
    BLOCKED,
    CLEAN,
    day_option,
    print_findings,
    print_table,
    role_option,
    until_option,
)
from macros.handbook import Handbook
from macros.surroundings import chosen_profile
from macros.swedish_click import MisuseError, SwedishCommand, did_you_mean

KINDS = ("rutiner", "lagrum", "checklistor", "roller", "granskningar")


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
@click.argument("what", metavar="SLAG", type=click.Choice(KINDS))
@day_option
@role_option
@until_option
@click.pass_obj
def list_things(root: Path, what: str, datum: date, role: str | None, until: date | None) -> int:
    """Lista rutiner, lagrum, checklistor, roller eller granskningar med sina id."""
    from macros.listing import LISTINGS, list_reviews

    if what != "granskningar" and (role or until):
        raise MisuseError("Valen --roll och --till hör till handbok lista granskningar.")
    handbook = _read(root, datum, role)
    if handbook is None:
        return BLOCKED
    is_reviews = what == "granskningar"
    print_table(*(list_reviews(handbook, datum, role, until) if is_reviews else LISTINGS[what](handbook, datum)))
    return CLEAN


@click.command("föreslå-granskningar", cls=SwedishCommand)
@day_option
@role_option
@until_option
@click.pass_obj
def propose_reviews(root: Path, datum: date, role: str | None, until: date | None) -> int:
    """Föreslå en dag för varje granskning: få i taget, i tid, inte i juli eller runt jul."""
    from macros.listing import list_plan

    handbook = _read(root, datum, role)
    if handbook is None:
        return BLOCKED
    header, rows = list_plan(handbook, datum, role, until)
    print_table(header, rows)
    late = sum(bool(row[-1]) for row in rows)
    number = f"{len(rows)} {'granskning' if len(rows) == 1 else 'granskningar'}"
    click.echo(
        f"{number}, {f'{late} ryms inte i tid' if late else 'alla ryms i tid'}." if rows else "Inget att granska."
    )
    return CLEAN


def _read(root: Path, today: date, role: str | None) -> Handbook | None:
    """The handbook, or None with what could not be read printed. Raises MisuseError for an unknown role."""
    handbook, findings = load_and_check(root, today, chosen_profile())
    if handbook is None:
        print_findings([finding for finding in findings if finding.blocks], handbook)
    elif role is not None and role not in handbook.roles:
        raise MisuseError(f"Rollen ”{role}” finns inte. {did_you_mean(role, handbook.roles)}")
    return handbook
