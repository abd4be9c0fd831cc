"""`handbok sammanfatta` and `kommentera`: a change in one text, and that text as a comment on the forge."""

import re
import tempfile
from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, MISUSE, day_option
from macros.commands.platform import LONGEST_TEXT, PLATFORM, reach
from macros.forge.upkeep import Kept, keep_comment
from macros.notices.change_summary import Change, Checked, change_summary
from macros.sources.git import GitError, changed_paths, export_revision, shared_revision
from macros.sources.network import UnreachableError
from macros.sources.text_files import UnreadableTextError, read_text
from macros.surroundings import PREVIEW_VARIABLE, chosen_profile, preview_address
from macros.swedish_click import MisuseError, SwedishCommand

_TOLD = {Kept.OPENED: "ny", Kept.UPDATED: "uppdaterad", Kept.UNCHANGED: "oförändrad"}
_TOPIC = "ändring:sammanfattning"
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]\\\"']+")
_LEAST = 10_000
_NO_HISTORY = "UTG303"


@click.command("sammanfatta", cls=SwedishCommand)
@click.argument("base", metavar="BAS")
@click.argument("head", metavar="[HUVUD]", required=False)
@click.option(
    "--högst",
    "most",
    type=click.IntRange(_LEAST),
    default=LONGEST_TEXT,
    metavar="TECKEN",
    help=f"Annars {LONGEST_TEXT}.",
)
@day_option
@click.pass_obj
def summarise(root: Path, base: str, head: str | None, *, most: int, datum: date) -> int:
    """Sammanfatta en ändring för den som granskar den: fynd, granskningar som väcks, text före och efter.

    BAS och HUVUD är revisioner i git. Utan HUVUD gäller filerna som de står. Utgångsstatus: 0, eller 2 fel använt.
    """
    preview = preview_address()
    if preview is not None and not _ADDRESS.fullmatch(preview):
        raise MisuseError(f"{PREVIEW_VARIABLE} är ingen adress. Skriv en som börjar med https://.")
    try:
        with tempfile.TemporaryDirectory(prefix="handbok-") as folder:
            change = _read_change(root, base, head, Path(folder), datum)
            text = change_summary(change, datum, preview, most)
    except GitError as error:
        click.echo(f"{error} I CI behövs hela historiken, till exempel fetch-depth: 0.", err=True)
        return MISUSE
    click.echo(text)
    return CLEAN


def _read_change(root: Path, base: str, head: str | None, folder: Path, today: date) -> Change:
    """What differs since the change began: what has happened in BAS after that is somebody else's. Raises GitError."""
    start = shared_revision(root, base, head or "HEAD")
    before = folder / "bas"
    before.mkdir()
    export_revision(root, start, before)
    after = root
    if head is not None:
        after = folder / "huvud"
        after.mkdir()
        export_revision(root, head, after)
    old, new = (_checked(place, today) for place in (before, after))
    return Change(old, new, changed_paths(root, start, head))


def _checked(folder: Path, today: date) -> Checked:
    """The handbook with its findings, save that a folder taken out of the history has none of its own."""
    handbook, findings = load_and_check(folder, today, chosen_profile())
    return Checked(handbook, [finding for finding in findings if finding.code != _NO_HISTORY])


@click.command("kommentera", cls=SwedishCommand)
@click.argument("path", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--plattform", "platform", type=PLATFORM, required=True, help="Var ändringen ligger.")
@click.option("--ändring", "change", type=click.IntRange(1), required=True, metavar="NUMMER", help="Ändringens nummer.")
@click.pass_obj
def comment(_root: Path, path: Path, platform: str, change: int) -> int:
    """Lägg FIL som kommentar på en ändring. Finns kommentaren redan skrivs den om.

    Utgångsstatus: 0 kommentaren finns, 1 den gick inte att lägga upp, 2 fel använt.
    """
    forge = reach(platform)
    try:
        text = read_text(path)
    except UnreadableTextError as error:
        raise MisuseError(f"{path}: {error.message} {error.cure}") from error
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise MisuseError(f"{path} är tom eller längre än {LONGEST_TEXT} tecken. Skriv den med handbok sammanfatta.")
    try:
        kept = keep_comment(forge, change, _TOPIC, text)
    except UnreachableError as error:
        click.echo(f"Kommentaren gick inte att lägga upp. {error.message} {error.cure}", err=True)
        return BLOCKED
    click.echo(f"Kommentaren på ändring {change}: {_TOLD[kept]}.", err=True)
    return CLEAN
