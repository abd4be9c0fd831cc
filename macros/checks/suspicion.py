"""LAG4xx: what the law watch found changed, until somebody has read it and reviewed what rests on it."""

from collections.abc import Iterator
from datetime import date

from macros.citing import Citing, CitingKind
from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.suspicion import Suspicion, suspicions


def check_suspect_routines(handbook: Handbook, today: date) -> Iterator[Finding]:
    """No routine rests on a provision that was found changed after the routine's latest review."""
    for routine_id, page in handbook.routines.items():
        for suspicion in suspicions(handbook, routine_id, today):
            message = f"{routine_id} är misstänkt: {_reason(handbook, routine_id, suspicion, today)}"
            cure = f"Läs lagtexten, rätta det som behövs och lägg ett nytt kvitto i data/granskningar/{routine_id}."
            yield Finding("LAG401", Level.VARNING, page.place("id"), message, cure)


def _reason(handbook: Handbook, routine_id: str, suspicion: Suspicion, today: date) -> str:
    statute, provision = handbook.provisions[suspicion.provision_id]
    latest = handbook.latest_receipt(routine_id, today)
    since = f"efter granskningen {latest.value.day}" if latest else "och rutinen har aldrig granskats"
    places = ", ".join(_words(citing) for citing in suspicion.citings)
    number = f"{provision.number} {statute.short_name}"
    return f"{number} har ändrats, vilket upptäcktes {suspicion.found_on}, {since}. Det rör {places}."


def _words(citing: Citing) -> str:
    if citing.kind in {CitingKind.ITEM, CitingKind.TEMPLATE}:
        return f"{citing.kind.value} {citing.id}"
    _, _, anchor = citing.id.partition("#")
    what = "steg" if citing.kind is CitingKind.STEP else "avsnitt"
    return f"{what} {anchor}" if anchor else "rutinens lagrum"


def check_unread_changes(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A wording whose official text was found changed has been read since."""
    for statute in handbook.statutes.values():
        for index, provision in enumerate(statute.value.provisions):
            for number, wording in enumerate(provision.wordings):
                if wording.is_suspect and wording.change_found_on and wording.change_found_on <= today:
                    place = statute.place("bestämmelser", index, "lydelser", number, "ändrad_upptäckt")
                    name = f"{provision.number} {statute.value.short_name}"
                    message = f"{name}: lagtexten har ändrats, vilket upptäcktes {wording.change_found_on}."
                    cure = "Läs den nya texten, rätta lydelsen och skriv dagen i kontrollerad."
                    yield Finding("LAG402", Level.VARNING, place, message, cure)


def check_readings(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every record of a reading is of a statute in the register."""
    for statute_id, reading in handbook.holdings.law_readings.items():
        if statute_id not in handbook.statutes and not handbook.is_unreadable(statute_id):
            message = f"Läsningen gäller lagen ”{statute_id}”, som inte finns i registret."
            yield Finding("LAG403", Level.FEL, reading.place("lag"), message, "Ta bort filen.")
