"""EGK: risks name roles, routines and items that exist."""

from collections.abc import Iterator
from datetime import date

from macros.checks.references import unknown_items, unknown_sections
from macros.checks.roles import unknown_role
from macros.handbook import Handbook
from macros.model.finding import Finding, Level


def check_risks(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Ids stand once; roles, routines and items exist."""
    source = handbook.holdings.control_file
    if source is None:
        return
    ids = [risk.id for risk in source.value.risks]
    for index, risk in enumerate(source.value.risks):
        key = ("risker", index)
        if ids.index(risk.id) != index:
            message = f"Risken {risk.id} står två gånger."
            yield Finding("EGK201", Level.FEL, source.place(*key, "id"), message, "Ge den ett eget id.")
        yield from unknown_role(handbook, risk.role, source.place(*key, "roll"))
        yield from unknown_sections(handbook, "EGK202", risk.routine, source.place(*key, "rutin"))
        items = ((item, source.place(*key, "punkter", number)) for number, item in enumerate(risk.items))
        yield from unknown_items(handbook, "EGK203", items)
