"""Tables for `handbok lista`: header and rows of text."""

from collections.abc import Callable, Sequence
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.standing import standing

Table = tuple[tuple[str, ...], Sequence[tuple[str, ...]]]


def list_routines(handbook: Handbook, today: date) -> Table:
    """Routines with status, review state and next review."""
    rows = []
    for routine_id, page in handbook.routines.items():
        meta = routine_meta(page.value)
        found = standing(handbook, routine_id, today)
        due = found.due.isoformat() if found.due else "–"
        rows.append(
            (routine_id, page.value.title, meta.edition, meta.adoption.value, found.state.value, due, meta.owner)
        )
    return ("id", "titel", "utgåva", "beslutsläge", "läge", "granskas senast", "ansvarig"), rows


def list_provisions(handbook: Handbook, today: date) -> Table:
    """Provisions with what applies on the day and how certain it is."""
    rows = []
    for provision_id, (statute, provision) in handbook.provisions.items():
        wording = provision.wording_on(today)
        if wording is not None:
            state, certainty = "gäller", wording.certainty.value
        else:
            state = "har upphört" if provision.has_ceased(today) else "gäller inte än"
            certainty = "–"
        rows.append((provision_id, f"{provision.number} {statute.short_name}", state, certainty, provision.heading))
    return ("id", "lagrum", "läge", "säkerhet", "rubrik"), rows


def list_checklists(handbook: Handbook, today: date) -> Table:
    """Checklists with their routine and number of items in use."""
    rows = [
        (
            checklist_id,
            source.value.title,
            source.value.routine,
            str(sum(not i.is_retired(today) for i in source.value.items)),
        )
        for checklist_id, source in handbook.checklists.items()
    ]
    return ("id", "titel", "rutin", "punkter"), rows


def list_roles(handbook: Handbook, _today: date) -> Table:
    """Roles with their mission."""
    return ("id", "roll", "uppdrag"), [(role.id, role.name, role.mission) for role in handbook.roles.values()]


LISTINGS: dict[str, Callable[[Handbook, date], Table]] = {
    "rutiner": list_routines,
    "lagrum": list_provisions,
    "checklistor": list_checklists,
    "roller": list_roles,
}
