"""The command `handbok`. The only place that prints."""

import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, count_line
from macros.reports import REPORTS
from macros.surroundings import DAY_VARIABLE, BadDayError, chosen_profile, current_day, parse_day
from macros.swedish_click import CONTEXT, MisuseError, SwedishGroup, explain_misuse

CLEAN, BLOCKED, MISUSE = 0, 1, 2
_COLOURS = {Level.FEL: "red", Level.VARNING: "yellow", Level.NOTIS: "cyan"}


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


def _read_day(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date:
    try:
        return parse_day(text) if text else current_day()
    except BadDayError as error:
        raise MisuseError(str(error)) from error


_day_option = click.option(
    "--datum",
    callback=_read_day,
    metavar="ÅÅÅÅ-MM-DD",
    help="Räkna som om det vore den dagen. Annars gäller dagens datum.",
)


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


@handbok.command("kontrollera")
@_day_option
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
        _print_findings(findings, handbook)
    else:
        click.echo(REPORTS[form](findings, datum, _counted(handbook)), nl=bool(findings) or form != "github")
    return BLOCKED if any(finding.blocks for finding in findings) else CLEAN


@handbok.command("bygg")
@_day_option
@click.option("--till", "site_dir", type=click.Path(path_type=Path), default=None, metavar="MAPP", help="Annars site/.")
@click.pass_obj
def build(root: Path, datum: date, site_dir: Path | None) -> int:
    """Kontrollera och bygg webbplatsen, och säg vad som blev byggt."""
    from macros.site import BuildFailedError
    from macros.site import build as build_site

    target = (site_dir or root / "site").resolve()
    _refuse_to_empty(target)
    handbook = _check_before_build(root, datum)
    if handbook is None:
        return BLOCKED
    _progress(f"Bygger {len(handbook.pages)} sidor för {handbook.profile.value.name} …")
    started = time.perf_counter()
    try:
        build_site(root.resolve(), target)
    except BuildFailedError as error:
        click.echo(f"Bygget stoppades. {error}", err=True)
        return BLOCKED
    seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
    click.echo(f"{len(handbook.pages)} sidor byggda på {seconds} s i {_shown(target)}")
    return CLEAN


@handbok.command("visa")
@_day_option
@click.option("--adress", default="127.0.0.1:8000", metavar="VÄRD:PORT", help="Annars 127.0.0.1:8000.")
@click.pass_obj
def serve(root: Path, datum: date, adress: str) -> int:
    """Kontrollera, bygg och visa handboken i webbläsaren. Sidorna byggs om när du sparar en fil."""
    from macros.site import BuildFailedError
    from macros.site import serve as serve_site

    handbook = _check_before_build(root, datum)
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


@handbok.command("efterbygg")
@_day_option
@click.argument("site_dir", metavar="[MAPP]", type=click.Path(path_type=Path, exists=True), default=Path("site"))
@click.pass_obj
def finish(root: Path, datum: date, site_dir: Path) -> int:
    """Gör färdigt en byggd webbplats: rutinernas huvud och steg. Körs av bygget, kan köras för sig."""
    from macros.post_build import UnfinishedPageError, finish_site

    handbook = _check_before_build(root, datum)
    if handbook is None:
        return BLOCKED
    try:
        changed = finish_site(site_dir, handbook, datum)
    except UnfinishedPageError as error:
        click.echo(str(error), err=True)
        return BLOCKED
    click.echo(f"{changed} sidor gjordes färdiga.")
    return CLEAN


@handbok.command("schema")
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


@handbok.command("lista")
@click.argument("what", metavar="SLAG", type=click.Choice(["rutiner", "lagrum", "checklistor", "roller"]))
@_day_option
@click.pass_obj
def list_things(root: Path, what: str, datum: date) -> int:
    """Lista rutiner, lagrum, checklistor eller roller med sina id."""
    from macros.listing import LISTINGS

    handbook, findings = load_and_check(root, datum, chosen_profile())
    if handbook is None:
        _print_findings([finding for finding in findings if finding.blocks], handbook)
        return BLOCKED
    header, rows = LISTINGS[what](handbook, datum)
    _print_table(header, rows)
    return CLEAN


def _refuse_to_empty(target: Path) -> None:
    """MkDocs empties the folder it builds into: let it do so only to an earlier build."""
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not (target / "sitemap.xml").is_file()):
        raise MisuseError(f"{target} finns redan och är ingen byggd webbplats. Välj en tom mapp med --till.")


def _check_before_build(root: Path, today: date) -> Handbook | None:
    os.environ[DAY_VARIABLE] = today.isoformat()  # MkDocs' macros module reads it: one build, one day
    _progress("Kontrollerar handboken …")
    handbook, findings = load_and_check(root, today, chosen_profile())
    _print_findings(findings, handbook)
    return None if any(finding.blocks for finding in findings) else handbook


def _print_findings(findings: Sequence[Finding], handbook: Handbook | None) -> None:
    for finding in findings:
        place = f"{finding.place.path}:{finding.place.line}"
        level = click.style(finding.level.word, fg=_COLOURS[finding.level], bold=finding.blocks)
        click.echo(f"{place}: {finding.code} {level}: {finding.message} {finding.cure}")
    click.echo(count_line(list(findings), _counted(handbook)))


def _counted(handbook: Handbook | None) -> str:
    return f"{handbook.file_count} filer" if handbook else "handboken, som inte gick att läsa i sin helhet"


def _print_table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    for row in [header, *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(text, err=True)


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


def _shown(path: Path) -> str:
    try:
        return f"{path.relative_to(Path.cwd())}/"
    except ValueError:
        return str(path)
