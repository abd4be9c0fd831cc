"""The command `handbok`: its group of commands and what it exits with."""

import os
import sys
from pathlib import Path

import click

from macros.commands.build import build, finish, serve
from macros.commands.check import check
from macros.commands.compare import compare
from macros.commands.console import BLOCKED, CLEAN, MISUSE
from macros.commands.freeze import freeze
from macros.commands.law_watch import watch_law
from macros.commands.listing import list_things, propose_reviews, schema
from macros.commands.municipality import new_municipality
from macros.commands.remind import remind
from macros.commands.review import review
from macros.commands.servers import write_server_files
from macros.commands.summarise import comment, summarise
from macros.swedish_click import CONTEXT, MisuseError, SwedishGroup, explain_misuse

COMMANDS = (
    check,
    build,
    serve,
    finish,
    write_server_files,
    freeze,
    compare,
    schema,
    list_things,
    new_municipality,
    review,
    propose_reviews,
    watch_law,
    summarise,
    comment,
    remind,
)


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings that block, 2 misuse."""
    try:
        status = handbok.main(prog_name="handbok", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else CLEAN)
    except click.UsageError as error:
        click.echo(explain_misuse(error), err=True)
        sys.exit(MISUSE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Avbrutet.", err=True)
        sys.exit(BLOCKED)


@click.group(cls=SwedishGroup, context_settings=CONTEXT)
@click.option(
    "--mapp",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAPP",
    help="Handbokens mapp. Annars gäller mappen du står i.",
)
@click.pass_context
def handbok(ctx: click.Context, root: Path) -> None:
    """Kontrollera, bygg och visa rutinhandboken."""
    asks_for_help = bool(set(CONTEXT["help_option_names"]) & set(sys.argv[1:]))
    if not asks_for_help and not (root / "mkdocs.yml").is_file():
        raise MisuseError(f"Mappen {root.resolve()} innehåller ingen handbok (mkdocs.yml saknas).")
    # NO_COLOR is a convention of command-line programs (no-color.org): present and not empty means no colour.
    ctx.color = False if os.environ.get("NO_COLOR") else None
    ctx.obj = root


for command in COMMANDS:
    handbok.add_command(command)
