"""`handbok ny-kommun`: an empty profile to fill in."""

from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, day_option, print_findings
from macros.model.record import SLUG
from macros.render.new_profile import new_profile
from macros.sources.new_files import UnsavedError, create_file
from macros.swedish_click import MisuseError, SwedishCommand


@click.command("ny-kommun", cls=SwedishCommand)
@click.argument("profile_id", metavar="ID")
@click.argument("name", metavar="NAMN")
@click.argument("short_name", metavar="KORTNAMN")
@day_option
@click.pass_obj
def new_municipality(root: Path, profile_id: str, name: str, short_name: str, datum: date) -> int:
    """Skriv en profil för en ny kommun, med alla id och inget ifyllt.

    Till exempel: handbok ny-kommun exempelby "Exempelby kommun" Exempelby
    """
    path = root / "data" / "kommuner" / f"{profile_id}.yml"
    if not SLUG.fullmatch(profile_id):
        raise MisuseError(f"”{profile_id}” kan inte vara ett id. Skriv små bokstäver a–z, siffror och bindestreck.")
    if path.exists():
        raise MisuseError(f"{path} finns redan. Välj ett annat id, eller fyll i filen som den är.")
    handbook, findings = load_and_check(root, datum)
    if handbook is None:
        print_findings([finding for finding in findings if finding.blocks], handbook)
        return BLOCKED
    try:
        create_file(path, new_profile(handbook, profile_id, name, short_name))
    except UnsavedError as error:
        click.echo(str(error), err=True)
        return BLOCKED
    click.echo(
        f"Skrev {path}. Fyll i den, och se vad som saknas med HANDBOK_KOMMUN={profile_id} handbok kontrollera {path}"
    )
    return CLEAN
