"""LAG: every citation in running text leads to a provision of the register."""

from collections.abc import Iterator
from datetime import date

from macros.citations_in_text import LostCitation
from macros.cited_law import Miss
from macros.handbook import Handbook
from macros.model.finding import Finding, Level


def check_citations_in_text(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A number in running text is some provision's, of an act that the text names and the register holds."""
    for lost in handbook.citations_in_text.lost:
        yield _finding(handbook, lost)


def _finding(handbook: Handbook, lost: LostCitation) -> Finding:
    words = f"”{lost.cited.words}”"
    if lost.cited.miss is Miss.NO_ACT:
        message = f"Det går inte att se vilken lag {words} avser."
        return Finding("LAG209", Level.FEL, lost.place, message, "Skriv ut lagen, t.ex. 12 kap. 4 § SoL.")
    if lost.cited.miss is Miss.OLD_NUMBER:
        return _old_number(handbook, lost, words)
    if lost.cited.miss is Miss.OUTSIDE:
        message = f"{words} hör till en författning som registret inte har, så hänvisningen kontrolleras inte."
        return Finding("LAG208", Level.NOTIS, lost.place, message, "Lägg till bestämmelsen i data/lagar om den behövs.")
    message = f"{words} finns inte i lagregistret."
    return Finding("LAG206", Level.FEL, lost.place, message, "Rätta numret, eller lägg till bestämmelsen i data/lagar.")


def _old_number(handbook: Handbook, lost: LostCitation, words: str) -> Finding:
    """A bare `4 kap. 4 § SoL` is the old act's number: say what it became."""
    statute, old = handbook.provisions[lost.cited.instead[0]]
    known = (handbook.provisions.get(newer.provision) for newer in old.replaced_by)
    newer = [f"{found[1].number} {found[0].short_name}" for found in known if found]
    became = f"Skriv {' eller '.join(newer)}" if newer else "Skriv det nya numret"
    message = f"{words} är ett nummer i den upphävda lagen ({statute.sfs_nummer}), men året står inte."
    cure = f"{became}. Menas den gamla lydelsen: skriv ”({statute.sfs_nummer}) i lydelsen ÅÅÅÅ-MM-DD”."
    return Finding("LAG207", Level.FEL, lost.place, message, cure)
