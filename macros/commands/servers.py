"""`handbok serverfiler`: settings for the web server, made of one policy."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from macros.commands.console import CLEAN
from macros.model.server_policy import BadPlaceError, place
from macros.render.server_files import server_files
from macros.surroundings import BadAddressError, site_address
from macros.swedish_click import MisuseError, SwedishCommand


@click.command("serverfiler", cls=SwedishCommand)
@click.option("--till", "target", type=click.Path(path_type=Path), metavar="MAPP", help="Annars drift/.")
@click.option("--väg", "path", metavar="/RUTINER/", help="Annars vägen i HANDBOK_ADRESS, eller /.")
@click.option("--rot", "folder", default="/srv/rutinhandboken", metavar="MAPP", help="Webbplatsens mapp på servern.")
@click.option("--port", type=click.IntRange(1, 65535), default=80, metavar="PORT", help="Annars 80.")
@click.pass_obj
def write_server_files(root: Path, target: Path | None, path: str | None, folder: str, port: int) -> int:
    """Skriv inställningar för nginx, Apache, IIS och Caddy: säkerhetspolicy, cache och komprimering."""
    try:
        chosen = urlsplit(site_address() or "").path if path is None else path
        files = server_files(*place(chosen, folder), port)
    except (BadAddressError, BadPlaceError) as error:
        raise MisuseError(str(error)) from error
    target = target or root / "drift"
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (target / name).write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"Skrev {target / name}.")
    except OSError as error:
        raise MisuseError(
            f"{target} går inte att skriva i ({error.strerror}). Välj en annan mapp med --till."
        ) from error
    return CLEAN
