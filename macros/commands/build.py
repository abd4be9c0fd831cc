"""`handbok bygg`, `visa` and `efterbygg`: the handbook as a website."""

import time
from datetime import date
from pathlib import Path

import click

from macros.commands.console import BLOCKED, CLEAN, MISUSE, check_before_build, day_option, progress
from macros.swedish_click import MisuseError, SwedishCommand


@click.command("bygg", cls=SwedishCommand)
@day_option
@click.option("--till", "site_dir", type=click.Path(path_type=Path), default=None, metavar="MAPP", help="Annars site/.")
@click.pass_obj
def build(root: Path, datum: date, site_dir: Path | None) -> int:
    """Kontrollera och bygg webbplatsen, och säg vad som blev byggt."""
    from macros.site import BuildFailedError
    from macros.site import build as build_site

    target = (site_dir or root / "site").resolve()
    _refuse_to_empty(target)
    handbook, _ = check_before_build(root, datum)
    if handbook is None:
        return BLOCKED
    progress(f"Bygger {len(handbook.pages)} sidor för {handbook.profile.value.name} …")
    started = time.perf_counter()
    try:
        build_site(root.resolve(), target)
    except BuildFailedError as error:
        click.echo(f"Bygget stoppades. {error}", err=True)
        return BLOCKED
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    click.echo(f"{len(handbook.pages)} sidor byggda på {seconds} s i {_shown(target)}")
    return CLEAN


@click.command("visa", cls=SwedishCommand)
@day_option
@click.option("--adress", default="127.0.0.1:8000", metavar="VÄRD:PORT", help="Annars 127.0.0.1:8000.")
@click.pass_obj
def serve(root: Path, datum: date, adress: str) -> int:
    """Kontrollera, bygg och visa handboken i webbläsaren. Sidorna byggs om när du sparar en fil."""
    from macros.site import BuildFailedError
    from macros.site import serve as serve_site

    handbook, _ = check_before_build(root, datum)
    if handbook is None:
        return BLOCKED
    click.echo(f"Handboken visas på http://{adress}/ när den är byggd. Avsluta med Ctrl+C.")
    try:
        serve_site(root.resolve(), adress)
    except BuildFailedError as error:
        click.echo(f"Bygget stoppades. {error}", err=True)
        return BLOCKED
    except OSError as error:
        click.echo(f"Adressen {adress} går inte att använda ({error.strerror}). Välj en annan med --adress.", err=True)
        return MISUSE
    return CLEAN


@click.command("efterbygg", cls=SwedishCommand)
@day_option
@click.argument("site_dir", metavar="[MAPP]", type=click.Path(path_type=Path, exists=True), default=Path("site"))
@click.pass_obj
def finish(root: Path, datum: date, site_dir: Path) -> int:
    """Gör färdigt en byggd webbplats: rutinernas huvud och steg. Körs av bygget, kan köras för sig."""
    from macros.post_build import UnfinishedPageError, finish_site
    from macros.surroundings import BadAddressError, site_address

    try:
        address = site_address()
    except BadAddressError as error:
        raise MisuseError(str(error)) from error
    handbook, findings = check_before_build(root, datum)
    if handbook is None:
        return BLOCKED
    try:
        changed = finish_site(site_dir, handbook, findings, datum, address)
    except UnfinishedPageError as error:
        click.echo(str(error), err=True)
        return BLOCKED
    click.echo(f"{changed} sidor gjordes färdiga.")
    return CLEAN


def _refuse_to_empty(target: Path) -> None:
    """MkDocs empties the folder it builds into: let it do so only to an earlier build."""
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not (target / "sitemap.xml").is_file()):
        raise MisuseError(f"{target} finns redan och är ingen byggd webbplats. Välj en tom mapp med --till.")


def _shown(path: Path) -> str:
    try:
        return f"{path.relative_to(Path.cwd())}/"
    except ValueError:
        return str(path)
