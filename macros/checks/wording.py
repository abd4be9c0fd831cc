"""Small Swedish phrases that several checks use in their messages."""

import difflib
from collections.abc import Iterable
from datetime import date


def day_words(day: date) -> str:
    """The day as it stands in messages: ÅÅÅÅ-MM-DD, the form staff type."""
    return day.isoformat()


def days_counted(number: int) -> str:
    """The number of days in words: `1 dag`, `23 dagar`."""
    return f"{number} {'dag' if number == 1 else 'dagar'}"


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """`Menade du ”x”?` when some known word is close, else the given cure."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Menade du ”{close[0]}”?" if close else otherwise
