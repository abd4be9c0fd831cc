"""`handbok frys`: an edition of a routine, frozen with its checklists, templates and law."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, day_option, print_findings
from macros.handbook import Handbook, routine_meta
from macros.model.edition import Edition, EditionKind, periods
from macros.model.finding import Finding
from macros.model.page import Adoption, ArchivePageMeta, Page
from macros.render.archive_pages import overview_page
from macros.render.frozen import Freeze, frozen_page, has_local_names, register_text, routine_id_of
from macros.render.resolving import UnresolvableError
from macros.sources.archive import AlreadyFrozenError, NotWrittenError, refuse_existing, write_edition
from macros.sources.pages import read_page
from macros.surroundings import BadDayError, chosen_profile, parse_day
from macros.swedish_click import MisuseError, SwedishCommand


def _day(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    try:
        return parse_day(text) if text else None
    except BadDayError as error:
        raise MisuseError(str(error)) from error


@click.command("frys", cls=SwedishCommand)
@click.argument("routine_id", metavar="RUTIN")
@click.option("--utgåva", "number", required=True, metavar="NUMMER", help="Utgåvans nummer, t.ex. 1.0.")
@click.option("--gäller-fr-o-m", "first_day", callback=_day, metavar="ÅÅÅÅ-MM-DD", help="Första dagen utgåvan gäller.")
@click.option("--gäller-t-o-m", "last_day", callback=_day, metavar="ÅÅÅÅ-MM-DD", help="Sista dagen, om den är känd.")
@click.option(
    "--beslut", "decision", default=None, metavar="TEXT", help="Beslutet som fastställde utgåvan. Aldrig namn."
)
@click.option("--efterhand", is_flag=True, help="Utgåvan är sammanställd i efterhand och aldrig fastställd.")
@click.option(
    "--ur", "draft", type=click.Path(path_type=Path, dir_okay=False), default=None, metavar="FIL",
    help="Texten till en utgåva i efterhand.",
)  # fmt: skip
@click.option(
    "--ersätter", "replaces", default=None, metavar="NUMMER", help="Utgåvan som rättas. Bara med --efterhand."
)
@day_option
@click.pass_obj
def freeze(root: Path, /, routine_id: str, datum: date, draft: Path | None, *, efterhand: bool, **chosen: Any) -> int:
    """Frys en utgåva av en rutin med checklistor, mallar och lag. Den ändras sedan aldrig."""
    asked = Freeze(kind=EditionKind.RETROSPECTIVE if efterhand else EditionKind.ADOPTED, frozen_on=datum, **chosen)
    _refuse_misuse(asked, draft)
    try:
        refuse_existing(root, routine_id, asked.number)
        handbook, findings = load_and_check(root, datum, chosen_profile())
        blocking = [finding for finding in findings if finding.blocks]
        page = _page(handbook, (routine_id, asked.number), draft, blocking)
        if handbook is None or page is None or blocking:
            print_findings(blocking, handbook)
            click.echo("Inget frystes. Rätta felen först.", err=True)
            return BLOCKED
        _refuse_what_does_not_fit(handbook, page, asked)
        written = _write(root, handbook, page, asked)
    except (AlreadyFrozenError, NotWrittenError, UnresolvableError) as error:
        click.echo(f"{error} Inget frystes.", err=True)
        return BLOCKED
    for path in written:
        click.echo(f"Skrev {path}.")
    click.echo(f"Utgåva {asked.number} av {routine_id} är fryst. Checka in filerna tillsammans; de ändras aldrig mer.")
    return CLEAN


def _refuse_misuse(asked: Freeze, draft: Path | None) -> None:
    retrospective = asked.kind is EditionKind.RETROSPECTIVE
    if not re.fullmatch(r"\d+\.\d+", asked.number):
        raise MisuseError(f"”{asked.number}” är inget utgåvenummer. Skriv två tal med punkt, t.ex. 1.0.")
    if not retrospective and (draft or asked.replaces):
        raise MisuseError("Valen --ur och --ersätter används bara med --efterhand.")
    if not retrospective and asked.first_day is None:
        raise MisuseError("Uppgiften --gäller-fr-o-m saknas.")
    if retrospective and draft is None:
        raise MisuseError("Med --efterhand behövs också --ur: filen med texten.")
    if retrospective and asked.decision:
        raise MisuseError("En utgåva som är sammanställd i efterhand har inget beslut. Ta bort --beslut.")
    if retrospective and asked.last_day is None:
        raise MisuseError("Med --efterhand behövs också --gäller-t-o-m: sista dagen som texten visar.")
    if asked.first_day and asked.last_day and asked.last_day < asked.first_day:
        raise MisuseError("Utgåvan slutar innan den börjar. Rätta dagarna.")


def _page(
    handbook: Handbook | None, asked_for: tuple[str, str], draft: Path | None, blocking: list[Finding]
) -> Page | None:
    """The page to freeze: the routine's own, or the draft's, whose mistakes are added to `blocking`."""
    routine_id, number = asked_for
    if handbook is None:
        return None
    own = handbook.routines.get(routine_id)
    if own is None and not handbook.is_unreadable(routine_id):
        raise MisuseError(f"Rutinen ”{routine_id}” finns inte. Välj någon av: {', '.join(handbook.routines)}.")
    if draft is None:
        return own.value if own else None
    found: list[Finding] = []
    read = read_page(draft.parent, draft.name, found)
    blocking += [finding for finding in found if finding.blocks]
    if read is None:
        return None
    meta = read.value.meta
    if not isinstance(meta, ArchivePageMeta) or (meta.routine, meta.number) != (routine_id, number):
        raise MisuseError(f'Skriv typ: arkiv, rutin: {routine_id} och utgåva: "{number}" överst i {draft}.')
    # Its links count from where the routine lies.
    return Page(own.path if own else f"docs/rutiner/{routine_id.lower()}.md", read.value.meta, read.value.body)


def _refuse_what_does_not_fit(handbook: Handbook, page: Page, asked: Freeze) -> None:
    routine_id = routine_id_of(page)
    earlier = [edition.value for edition in handbook.holdings.editions_by_routine.get(routine_id, ())]
    if asked.kind is EditionKind.ADOPTED:
        meta = routine_meta(page)
        if meta.edition != asked.number:
            raise MisuseError(f"Sidhuvudet i {page.path} säger utgåva {meta.edition}. Rätta det eller --utgåva.")
        if meta.adoption is not Adoption.ADOPTED or meta.valid_from != asked.first_day:
            raise MisuseError(
                f"Sidhuvudet i {page.path} ska ha beslutsläge: fastställd och gäller_fr_o_m: {asked.first_day}."
            )
    elif asked.replaces and asked.replaces not in {e.number for e in earlier if e.is_retrospective}:
        raise MisuseError(f"Utgåva {asked.replaces} finns inte, eller är inte sammanställd i efterhand.")
    _refuse_overlap(earlier, _edition(handbook, page, asked, ""))


def _refuse_overlap(earlier: Sequence[Edition], edition: Edition) -> None:
    """The new edition may end the one before it, but not apply on a day that another one has claimed."""
    known = {period.edition.number: period for period in periods((*earlier, edition))}
    own = known[edition.number].interval
    for number, period in known.items():
        if number != edition.number and period.interval.overlaps(own):
            raise MisuseError(f"Utgåva {number} gäller redan en del av de dagarna. Rätta dagarna.")


def _write(root: Path, handbook: Handbook, page: Page, asked: Freeze) -> tuple[str, ...]:
    text = frozen_page(handbook, page, asked)
    edition = _edition(handbook, page, asked, text)
    return write_edition(root, edition, text, register_text(edition), overview_page(edition.routine))


def _edition(handbook: Handbook, page: Page, asked: Freeze, text: str) -> Edition:
    values = {
        "rutin": routine_id_of(page),
        "utgåva": asked.number,
        "titel": page.title,
        "läge": asked.kind,
        "gäller_fr_o_m": asked.first_day,
        "gäller_t_o_m": asked.last_day,
        "beslut": asked.decision,
        "ersätter": asked.replaces,
        "fryst": asked.frozen_on,
        "lag_per": asked.law_day,
        "kommun": handbook.profile.value.id if has_local_names(page) else None,
        "fingeravtryck": handbook.text_fingerprint(page),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    return Edition.model_validate(values)
