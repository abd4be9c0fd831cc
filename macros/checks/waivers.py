"""GRA: a waiver is about a routine, granted by a role that may, not too long, not extended twice, and not forgotten."""

from collections.abc import Iterator
from datetime import date

from macros.checks.roles import unknown_role
from macros.checks.wording import days_counted, suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.sourced import Sourced
from macros.model.waiver import MOST_EXTENSIONS, Grant, Waiver, WaiverFile
from macros.waivers import is_repeated, open_waivers

_KEY, _EXTENSIONS = "anstånd", "förlängt"


def check_waivers(handbook: Handbook, today: date) -> Iterator[Finding]:
    """Every waiver can be trusted: routine, roles, days and length."""
    file = handbook.holdings.waiver_file
    if file is None:
        return
    for index, waiver in enumerate(file.value.waivers):
        yield from _check_routine(handbook, waiver, file.place(_KEY, index, "rutin"), today)
        yield from _check_grants(handbook, file, index, today)
        if len(waiver.extensions) > MOST_EXTENSIONS:
            message = f"Anståndet för {waiver.routine} är förlängt {len(waiver.extensions)} gånger."
            cure = "Ett anstånd får förlängas en gång. Granska rutinen."
            yield Finding("GRA304", Level.FEL, file.place(_KEY, index, _EXTENSIONS), message, cure)
        elif is_repeated(handbook, index):
            message = f"{waiver.routine} har redan fått anstånd med samma granskning."
            cure = "Förläng det förra anståndet en gång, eller granska rutinen."
            yield Finding("GRA304", Level.FEL, file.place(_KEY, index), message, cure)


def _check_routine(handbook: Handbook, waiver: Waiver, place: Place, today: date) -> Iterator[Finding]:
    if handbook.is_unreadable(waiver.routine):
        return  # a routine or receipt that cannot be read is a finding of its own
    if waiver.routine not in handbook.routines:
        cure = suggest(waiver.routine, handbook.routines, "Rätta id eller ta bort anståndet.")
        yield Finding("GRA301", Level.FEL, place, f"Rutinen ”{waiver.routine}” finns inte.", cure)
    elif waiver.granted <= today and handbook.latest_receipt(waiver.routine, today) is None:
        message = f"{waiver.routine} har aldrig granskats, och en första granskning får inte vänta."
        yield Finding("GRA301", Level.FEL, place, message, "Granska rutinen och ta bort anståndet.")


def _check_grants(handbook: Handbook, file: Sourced[WaiverFile], index: int, today: date) -> Iterator[Finding]:
    waiver, policy = file.value.waivers[index], handbook.policy.value.waivers
    if policy is None:
        message = "Granskningspolicyn tillåter inga anstånd."
        cure = "Ta bort anståndet, eller lägg till anstånd i data/granskningspolicy.yml."
        yield Finding("GRA303", Level.FEL, file.place(_KEY, index), message, cure)
        return
    for number, (days, grant) in enumerate(waiver.lengths()):
        below: tuple[str | int, ...] = (_EXTENSIONS, number - 1) if number else ()
        if grant.granted > today:
            message = f"Anståndet är beviljat {grant.granted}, som ligger i framtiden."
            cure = "Rätta dagen. Anståndet räknas inte förrän dess."
            yield Finding("GRA302", Level.FEL, file.place(_KEY, index, *below, "beviljat"), message, cure)
        place = file.place(_KEY, index, *below, "t_o_m")
        yield from _check_length(grant, days, policy.most_days, place, is_extension=bool(number))
        place = file.place(_KEY, index, *below, "beviljat_av")
        yield from unknown_role(handbook, grant.granted_by, place)
        if grant.granted_by in handbook.roles and grant.granted_by not in policy.granters:
            message = f"Rollen ”{grant.granted_by}” får inte bevilja anstånd."
            cure = f"Låt någon av dessa bevilja det: {', '.join(policy.granters)}."
            yield Finding("GRA306", Level.FEL, place, message, cure)


def _check_length(grant: Grant, days: int, most: int, place: Place, *, is_extension: bool) -> Iterator[Finding]:
    what, long = ("Förlängningen", "lång") if is_extension else ("Anståndet", "långt")
    if days < 0:
        before = "det förra anståndet gick ut" if is_extension else "det beviljades"
        message = f"{what} slutar {grant.last_day}, innan {before}."
        yield Finding("GRA303", Level.FEL, place, message, "Rätta någon av dagarna.")
    elif days > most:
        message = f"{what} är {days_counted(days)} {long}; högst {days_counted(most)} är tillåtet."
        yield Finding("GRA303", Level.FEL, place, message, "Välj en tidigare dag, eller granska rutinen.")


def check_expired_waivers(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A waiver that has run out without a review is told of, beside the review that is late."""
    file = handbook.holdings.waiver_file
    if file is None:
        return
    for routine_id in handbook.routines:
        for index, waiver in open_waivers(handbook, routine_id, today):
            last, due = waiver.last_day_known(today), handbook.next_review(routine_id, today)
            if due is not None and today > max(last, due):
                message = f"Anståndet för {routine_id} gick ut {last}, och rutinen är inte granskad."
                place = file.place(_KEY, index, "t_o_m")
                yield Finding("GRA305", Level.VARNING, place, message, f"Kör handbok granska {routine_id}.")
