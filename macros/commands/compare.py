"""`handbok jämför`: each changed routine before and after, for a pull request or a colleague."""

import re
import tempfile
from datetime import date
from pathlib import Path

import click

from macros.commands.console import CLEAN, MISUSE, day_option
from macros.handbook import Handbook
from macros.loading import load_handbook
from macros.render.comparison import FORMATS, Compared, compare_editions, compare_handbooks
from macros.sources.git import GitError, export_revision
from macros.surroundings import chosen_profile
from macros.swedish_click import MisuseError, SwedishCommand

_EDITION = re.compile(r"RUT-[A-Z0-9]{2,6}:\d+\.\d+")
_MOST = 60_000  # what a comment on a pull request may hold, with room to spare


@click.command("jämför", cls=SwedishCommand)
@click.argument("base", metavar="BAS")
@click.argument("head", metavar="HUVUD")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="markdown", help="Annars markdown.")
@click.option(
    "--högst", "most", type=click.IntRange(min=1000), default=_MOST, metavar="TECKEN", help=f"Annars {_MOST}."
)
@day_option
@click.pass_obj
def compare(root: Path, base: str, head: str, *, form: str, most: int, datum: date) -> int:
    """Visa vad som skiljer varje rutin mellan BAS och HUVUD: ord, punkter, tabeller och lagrum.

    BAS och HUVUD är en mapp eller en revision i git, till exempel main och HEAD, eller två frysta utgåvor: RUT-ANV:1.0.
    """
    if _EDITION.fullmatch(base) and _EDITION.fullmatch(head):
        click.echo(FORMATS[form](_editions(root, base, head), most))
        return CLEAN
    with tempfile.TemporaryDirectory(prefix="handbok-") as folder:
        try:
            old = _handbook(root, base, Path(folder) / "bas")
            new = _handbook(root, head, Path(folder) / "huvud")
        except GitError as error:
            click.echo(str(error), err=True)
            return MISUSE
        click.echo(FORMATS[form](compare_handbooks(old, new, datum), most))
    return CLEAN


def _editions(root: Path, base: str, head: str) -> tuple[Compared, ...]:
    """The difference between two editions named RUTIN:NUMMER. Raises MisuseError when one is not in the archive."""
    handbook, _ = load_handbook(root, chosen_profile())
    known = {f"{e.value.routine}:{e.value.number}": e.value for e in handbook.holdings.editions} if handbook else {}
    for named in (base, head):
        if handbook is None or named not in known or known[named].page_path not in handbook.pages_by_path:
            raise MisuseError(
                f"Utgåvan ”{named}” finns inte i arkivet. Välj någon av: {', '.join(known) or 'ingen än'}."
            )
    return compare_editions(handbook, known[base], known[head]) if handbook else ()


def _handbook(root: Path, named: str, target: Path) -> Handbook:
    """The handbook in the folder, or in the revision, of that name. Raises GitError, or MisuseError when unreadable."""
    folder = Path(named)
    if not (folder / "mkdocs.yml").is_file():
        if folder.is_dir() and not (root / ".git").exists():
            raise MisuseError(f"Mappen ”{named}” innehåller ingen handbok (mkdocs.yml saknas).")
        target.mkdir()
        export_revision(root, named, target)
        folder = target
    handbook, findings = load_handbook(folder, chosen_profile())
    if handbook is None:
        first = next((finding.line() for finding in findings if finding.blocks), "")
        raise MisuseError(f"Handboken i ”{named}” går inte att läsa. {first}")
    return handbook
