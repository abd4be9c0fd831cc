"""Review due days → iCalendar: one file per role that is responsible for a routine, and one for all."""

from collections.abc import Mapping
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page
from macros.render.calendar import AllDay, calendar_text
from macros.render.dates import swedish_day

_NOTE = "Dagen räknas ur senaste kvittot. Hämta filen igen när rutinen har granskats, så flyttas dagen."


def review_calendars(handbook: Handbook, today: date) -> Mapping[str, str]:
    """The iCalendar texts by file name; a role without a due day has none, nor has a routine never reviewed."""
    events = {routine_id: _event(handbook, page.value, today) for routine_id, page in handbook.routines.items()}
    found = {"granskning-alla.ics": _file(handbook, "alla granskningar", events, today)}
    for role in handbook.roles.values():
        own = {key: event for key, event in events.items() if _owner(handbook, key) == role.id}
        found[f"granskning-{role.id}.ics"] = _file(handbook, f"granskningar, {role.name}", own, today)
    return {name: text for name, text in found.items() if text}


def _file(handbook: Handbook, title: str, events: Mapping[str, AllDay | None], today: date) -> str:
    dated = sorted((event for event in events.values() if event), key=lambda event: (event.day, event.uid))
    return calendar_text(handbook, "Granskning", title, dated, today)


def _event(handbook: Handbook, page: Page, today: date) -> AllDay | None:
    meta = routine_meta(page)
    due = handbook.next_review(meta.id, today)
    if due is None:
        return None
    # Every receipt moves the day and is kept for ever: their number is a sequence that needs no memory.
    receipts = [receipt.value for receipt in handbook.receipts if receipt.value.routine == meta.id]
    made = [receipt.day for receipt in receipts if receipt.day <= today]
    description = (
        f"{meta.id} {page.title} ska vara granskad senast {swedish_day(due)}. Riskklass {meta.risk_class}.\n"
        f"Ansvarig: {handbook.roles[meta.owner].name}. Senast granskad {swedish_day(max(made))}.\n\n{_NOTE}"
    )
    return AllDay(f"granskning-{meta.id.lower()}", due, f"Granska {meta.id} {page.title}", description, len(made))


def _owner(handbook: Handbook, routine_id: str) -> str:
    return routine_meta(handbook.routines[routine_id].value).owner
