"""SOK: the words of data/sokord.yml lead somewhere, and no word stands twice where it should stand once."""

from collections.abc import Iterator
from datetime import date

from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.model.search_words import SearchWords
from macros.model.sourced import Key
from macros.search.swedish import fold, stem, words


def check_repeated_search_words(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A word stands once in its row, and once among the words that can be left out."""
    file = handbook.holdings.search_words
    if file is None:
        return
    for key, row in _rows(file.value):
        folded = [fold(word) for word in row]
        for index, word in enumerate(row):
            if folded.index(fold(word)) != index:
                message = f"Sökordet ”{word}” står två gånger i samma rad."
                yield Finding("SOK201", Level.FEL, file.place(*key, index), message, "Ta bort det ena.")


def check_search_words_lead_somewhere(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """What an everyday word leads to stands in the handbook; else the search would lead nowhere."""
    file = handbook.holdings.search_words
    if file is None:
        return
    corpus = fold("\n".join(text for path, text in handbook.raw_texts.items() if path != file.path))
    for number, row in enumerate(file.value.everyday):
        for index, phrase in enumerate(row.leads_to):
            missing = [word for word in words(fold(phrase)) if stem(word) not in corpus]
            if missing:
                message = f"Sökordet ”{row.typed[0]}” leder till ”{phrase}”, som inte står i handboken."
                cure = "Skriv ett ord som finns i en rubrik eller text, eller ta bort raden."
                yield Finding("SOK202", Level.VARNING, file.place("vardagsord", number, "ger", index), message, cure)


def _rows(file: SearchWords) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Every list of words with its key in the file."""
    yield from ((("likord", number), row) for number, row in enumerate(file.same))
    for number, row in enumerate(file.everyday):
        yield ("vardagsord", number, "sök"), row.typed
        yield ("vardagsord", number, "ger"), row.leads_to
    yield ("utfyllnadsord",), file.fillers
