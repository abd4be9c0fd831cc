"""PII: no personal data in any text or data file, and no names in receipts and waivers."""

from collections.abc import Iterator
from datetime import date

from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.personal_data import Sort, Trace, capitalised_words, find_names, find_personal_data

_SIGNED = ("data/granskningar/", "data/anstand.yml")
_CURES = {
    Sort.PERSONAL_NUMBER: ("PII201", "Ta bort det. Skriv aldrig ett personnummer i handboken."),
    Sort.COORDINATION_NUMBER: ("PII201", "Ta bort det. Skriv aldrig ett samordningsnummer i handboken."),
    Sort.PHONE: ("PII202", "Hänvisa till växeln eller intranätet."),
    Sort.EMAIL: ("PII203", "Använd en funktionsbrevlåda och tillåt den i data/tillatna-uppgifter.yml."),
    Sort.NAME: ("PII204", "Skriv rollen. Är det inget personnamn: tillåt ordet i data/tillatna-uppgifter.yml."),
}


def check_personal_data(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """No file holds a personal identity number, a phone number or an e-mail address that is not permitted."""
    permitted = _permitted(handbook)
    for path, text in handbook.raw_texts.items():
        for trace in find_personal_data(text):
            if trace.text not in permitted:
                yield _finding(trace, path, text)


def check_names_in_receipts(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """No receipt or waiver names a person: both are signed with a role."""
    receipts = {path: text for path, text in handbook.raw_texts.items() if path.startswith(_SIGNED)}
    if not receipts:
        return
    others = (text for path, text in handbook.raw_texts.items() if path not in receipts)
    vocabulary = frozenset(word for text in others for word in capitalised_words(text)) | _permitted(handbook)
    for path, text in receipts.items():
        for trace in find_names(text, vocabulary):
            yield _finding(trace, path, text)


def _permitted(handbook: Handbook) -> frozenset[str]:
    found = handbook.holdings.permitted
    return frozenset(entry.text for entry in found.value.permitted) if found else frozenset()


def _finding(trace: Trace, path: str, text: str) -> Finding:
    code, cure = _CURES[trace.sort]
    line = text.count("\n", 0, trace.start) + 1
    column = trace.start - (text.rfind("\n", 0, trace.start) + 1) + 1
    # What was found is not repeated: findings are kept in logs and comments, where it must not stand either.
    article = "en" if trace.sort is Sort.EMAIL else "ett"
    message = f"I tecken {column} och framåt står något som ser ut som {article} {trace.sort.value}."
    return Finding(code, Level.FEL, Place(path, line, column), message, cure)
