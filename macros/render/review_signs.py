"""The sign of each review state: glyph, word and colour, the same on every page, and what the state means."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """How a state is shown. `slug` names its colour (`rh-lage--…`), which never stands without glyph and word.

    `follows_the_day`: the state passes into another by itself, so only the reader's clock can tell (granskning.js).
    What is late when the page is built is late whenever it is read.
    """

    slug: str
    glyph: str
    word: str
    meaning: str
    follows_the_day: bool = False


# By the state's own Swedish word (macros/model/review.py), the gravest first: the order in which a table sorts them.
SIGNS: Mapping[str, Sign] = {
    "förfallen": Sign(
        "forfallen",
        "■",
        "Förfallen",
        "Granskningsdagen har passerat. Rutinen gäller ändå, men läs den med det i minnet.",
    ),
    "aldrig granskad": Sign("aldrig", "○", "Aldrig granskad", "Det finns inget granskningskvitto."),
    "misstänkt": Sign(
        "misstankt",
        "◆",
        "Misstänkt",
        "En lag eller text som rutinen bygger på har ändrats. Rutinen gäller tills någon har prövat den.",
    ),
    "ändrad efter granskning": Sign(
        "andrad",
        "▲",
        "Ändrad efter granskning",
        "Rutinen, en checklista, en mall eller ett lagrum lyder inte som när den granskades.",
    ),
    "granskas snart": Sign(
        "snart", "◐", "Granskas snart", "Granskningsdagen är nära. Boka granskningen.", follows_the_day=True
    ),
    "aktuell": Sign(
        "aktuell", "●", "Aktuell", "Granskad, oförändrad sedan dess och inte för sen.", follows_the_day=True
    ),
}
