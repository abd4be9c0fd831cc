"""UTG: frozen editions stay as they were, follow each other without overlap, and every change has its note."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from macros.checks.roles import unknown_role
from macros.checks.wording import suggest
from macros.handbook import Handbook, routine_meta
from macros.model.edition import ARCHIVE_FOLDER, MAJOR_OPENING, Edition, Period, Scale, edition_order, periods
from macros.model.finding import Finding, Level, Place
from macros.model.history import Altered
from macros.model.page import Adoption, ArchivePageMeta
from macros.model.sourced import Sourced

_DEPTH = ARCHIVE_FOLDER.count("/") + 2  # docs/arkiv/rut-anv/1.0 holds one more stroke than docs/arkiv/rut-anv


def check_frozen_pages(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every registered edition has its page, and the page is what was frozen."""
    restore = "Lägg tillbaka filen ur versionshistoriken. Ska texten ändras: frys en ny utgåva."
    for edition in handbook.holdings.editions:
        value = edition.value
        text = handbook.raw_texts.get(value.page_path)
        if text is None:
            if not (handbook.root / value.page_path).is_file():
                message = f"Den frysta sidan {value.page_path} saknas."
                yield Finding("UTG202", Level.FEL, edition.place("utgåva"), message, restore)
        elif hashlib.sha256(text.encode()).hexdigest() != value.text_hash:
            message = f"Utgåva {value.number} av {value.routine} har ändrats efter att den frystes."
            yield Finding("UTG201", Level.FEL, Place(value.page_path), message, restore)


def check_register(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Only what the register knows lies among the editions, and no page elsewhere says that it is frozen."""
    known = {edition.value.page_path: edition.value for edition in handbook.holdings.editions}
    cure = "Ta bort den, eller frys utgåvan på nytt med handbok frys."
    for page in handbook.pages:
        meta, is_frozen = page.value.meta, page.path.startswith(ARCHIVE_FOLDER) and page.path.count("/") > _DEPTH
        edition = known.get(page.path)
        if not is_frozen and not isinstance(meta, ArchivePageMeta):
            continue
        if edition is None:
            if not _register_is_unreadable(handbook, page.path):
                message = "Sidan är en arkiverad utgåva som inte finns i registret."
                yield Finding("UTG203", Level.FEL, page.place("utgåva"), message, cure)
        elif not isinstance(meta, ArchivePageMeta) or (meta.routine, meta.number) != (edition.routine, edition.number):
            message = f"Sidan säger inte att den är utgåva {edition.number} av {edition.routine}."
            yield Finding("UTG203", Level.FEL, page.place("utgåva"), message, "Lägg tillbaka filen som den frystes.")


def _register_is_unreadable(handbook: Handbook, path: str) -> bool:
    parts = path.removeprefix(f"{ARCHIVE_FOLDER}/").split("/")
    return handbook.has_unreadable(f"data/utgavor/{parts[0].upper()}/")


def check_intervals(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A routine's editions never apply on the same day, and one that was adopted follows the one before it."""
    for editions in handbook.holdings.editions_by_routine.values():
        placed = {edition.value.number: edition for edition in editions}
        for earlier, later in pairwise(periods(edition.value for edition in editions)):
            yield from _judge_order(placed[later.edition.number], earlier, later)


def _judge_order(place: Sourced[Edition], earlier: Period, later: Period) -> Iterator[Finding]:
    one, two = earlier.edition, later.edition
    where = place.place("gäller_fr_o_m")
    if earlier.interval.overlaps(later.interval):
        message = f"Utgåva {one.number} och {two.number} av {two.routine} gäller samma dagar."
        yield Finding("UTG204", Level.FEL, where, message, "Den äldre ska sluta dagen före. Skriv dess gäller_t_o_m.")
    elif one.kind is two.kind and earlier.interval.leaves_gap_to(later.interval):
        message = f"Mellan utgåva {one.number} och {two.number} av {two.routine} finns dagar utan utgåva."
        yield Finding("UTG205", Level.VARNING, where, message, "Rätta dagarna, eller frys utgåvan som saknas.")
    if one.kind is two.kind and two.order <= one.order:
        message = f"Utgåva {two.number} av {two.routine} gäller efter {one.number} men har inte högre nummer."
        yield Finding("UTG206", Level.FEL, place.place("utgåva"), message, "Numren ska stiga med dagarna.")


def check_changed_texts(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A routine that no longer reads as its latest edition has a higher number and says what changed."""
    for routine_id, page in handbook.routines.items():
        meta, latest = routine_meta(page.value), handbook.holdings.latest_adopted(routine_id)
        where = page.place("utgåva")
        if meta.adoption is Adoption.ADOPTED and (latest is None or latest.value.order < edition_order(meta.edition)):
            cure = f"Frys den med handbok frys {routine_id} --utgåva {meta.edition}."
            message = f"Utgåva {meta.edition} av {routine_id} är fastställd men inte fryst."
            yield Finding("UTG210", Level.VARNING, where, message, cure)
        if latest is None or handbook.text_fingerprint(page.value) == latest.value.fingerprint:
            continue
        if edition_order(meta.edition) <= latest.value.order:
            message = (
                f"{routine_id} läser inte längre som utgåva {latest.value.number}, men har inte fått högre nummer."
            )
            cure = "Ge rutinen nästa utgåvenummer i sidhuvudet, och skriv en ändringsnotis."
            yield Finding("UTG207", Level.FEL, where, message, cure)
        elif handbook.holdings.change_note(routine_id, meta.edition) is None:
            path = f"data/andringar/{routine_id}/{meta.edition}.yml"
            if not handbook.has_unreadable(path):
                message = f"Utgåva {meta.edition} av {routine_id} saknar ändringsnotis."
                yield Finding("UTG208", Level.FEL, where, message, f"Skriv vad som ändrades i {path}.")


def check_change_notes(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A note is about a routine and roles that exist, and a major change says what to do."""
    for note in handbook.holdings.change_notes:
        value = note.value
        if value.routine not in handbook.routines and not handbook.is_unreadable(value.routine):
            cure = suggest(value.routine, handbook.routines, "Rätta id eller ta bort notisen.")
            yield Finding("UTG211", Level.FEL, note.place("rutin"), f"Rutinen ”{value.routine}” finns inte.", cure)
        if value.scale is Scale.MAJOR and not (value.action or "").startswith(MAJOR_OPENING):
            message = (
                f"En större ändring ska säga vad som är nytt att göra, med en mening som börjar ”{MAJOR_OPENING}…”."
            )
            cure = f"Lägg till raden du_ska_nu: {MAJOR_OPENING}…"
            yield Finding("UTG209", Level.FEL, note.place("du_ska_nu"), message, cure)
        for index, role in enumerate(value.roles):
            yield from unknown_role(handbook, role, note.place("roller", index))


_TOLD: Mapping[Altered, str] = {
    Altered.CHANGED: "har ändrats efter incheckningen",
    Altered.REMOVED: "har tagits bort eller bytt namn efter incheckningen",
}


def check_history(handbook: Handbook, today: date) -> Iterator[Finding]:
    """What is written once is still what it was when it was added, as far as the version history tells."""
    history = handbook.holdings.history
    if history.unread is not None and (handbook.receipts or handbook.holdings.editions):
        message = f"Versionshistoriken kontrollerades inte. {history.unread}"
        cure = "Kör kontrollen i ett förråd med hela historiken, i CI till exempel med fetch-depth: 0."
        yield Finding("UTG303", Level.NOTIS, Place("data/granskningar"), message, cure)
    for found in history.alterations:
        place, happened = Place(found.path), f"{_TOLD[found.sort]} {found.added_on}"
        if found.path.startswith("data/granskningar/"):
            if found.path.endswith(f"/{today}.yml"):
                continue  # on its own day a receipt may be corrected
            cure = "Lägg tillbaka kvittot och skriv ett nytt med dagens datum. Ett kvitto får rättas bara samma dag."
            yield Finding("UTG302", Level.VARNING, place, f"Kvittot {happened}.", cure)
        else:
            cure = "Lägg tillbaka filen ur versionshistoriken. Ska något ändras: frys en ny utgåva."
            yield Finding("UTG301", Level.FEL, place, f"Den frysta filen {happened}.", cure)
