"""EGK: risks name roles, routines and items that exist, and outcomes are counts that can be true."""

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


def check_outcomes(handbook: Handbook, today: date) -> Iterator[Finding]:
    """An outcome is about a known risk, from a day that has been, and meets no more cases than were sampled."""
    source = handbook.holdings.control_file
    if source is None:
        return
    known = {risk.id for risk in source.value.risks}
    for index, outcome in enumerate(source.value.outcomes):
        place = source.place("utfall", index)
        if outcome.risk not in known:
            yield Finding("EGK204", Level.FEL, place, f"Risken {outcome.risk} finns inte.", "Rätta id.")
        if outcome.day > today:
            yield Finding(
                "EGK204", Level.FEL, place, f"Utfallet är daterat {outcome.day}, i framtiden.", "Rätta dagen."
            )
        items = (
            (count.item, source.place("utfall", index, "antal", number, "punkt"))
            for number, count in enumerate(outcome.counts)
        )
        yield from unknown_items(handbook, "EGK203", items)
        for count in outcome.counts:
            if count.met > count.sampled:
                message = f"{count.item}: {count.met} av {count.sampled} kan inte vara uppfyllda."
                yield Finding("EGK204", Level.FEL, place, message, "Rätta antalen.")
