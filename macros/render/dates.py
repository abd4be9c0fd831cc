"""Days in Swedish words."""

from datetime import date

from macros.model.interval import Interval
from macros.model.months import MONTHS


def swedish_day(day: date) -> str:
    """The day as a Swede writes it in running text: `22 november 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def interval_text(interval: Interval) -> str:
    """The interval in words, beginning with a lower-case letter; open ends are said, not left out."""
    first, last = interval.first_day, interval.last_day
    if first is None and last is None:
        return "startdag inte kontrollerad, tills vidare"
    if first is None and last is not None:
        return f"till och med {swedish_day(last)}"
    if first is not None and last is None:
        return f"från {swedish_day(first)}, tills vidare"
    return f"{swedish_day(first or date.min)} – {swedish_day(last or date.max)}"
