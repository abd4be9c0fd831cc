"""The search's vocabulary: the words of data/sokord.yml, and those that the handbook knows stand for one thing."""

from collections.abc import Iterator

from macros.handbook import Handbook
from macros.search.vocabulary import Synonym, Vocabulary, both_ways


def vocabulary(handbook: Handbook) -> Vocabulary:
    """Synonyms and filler words, with the glossary's, the municipality's names and the acts' names added."""
    words = handbook.holdings.search_words
    return Vocabulary(
        (*_own(handbook), *_from_glossary(handbook), *_local_names(handbook), *_act_names(handbook)),
        words.value.fillers if words else (),
        tuple(_acts(handbook)),
    )


def _own(handbook: Handbook) -> Iterator[Synonym]:
    if (words := handbook.holdings.search_words) is None:
        return
    for group in words.value.same:
        yield from both_ways(group)
    for row in words.value.everyday:
        yield from (Synonym(typed, row.leads_to, everyday=True) for typed in row.typed)


def _from_glossary(handbook: Handbook) -> Iterator[Synonym]:
    """An abbreviation and its term find each other; a word that is never right leads to the one that is."""
    if (glossary := handbook.holdings.glossary) is None:
        return
    for term in glossary.value.terms:
        if term.abbreviation:
            yield from both_ways((term.term, term.abbreviation))
        yield from (Synonym(word, (term.term,)) for word in term.never)


def _local_names(handbook: Handbook) -> Iterator[Synonym]:
    """The general name of a unit leads to what this municipality calls it, and back."""
    for general in handbook.settings.value.general_names:
        own = handbook.local_names[general.id]
        if own.name != general.name:
            yield from both_ways((general.name, own.name))


def _act_names(handbook: Handbook) -> Iterator[Synonym]:
    for sourced in handbook.statutes.values():
        yield from both_ways((sourced.value.short_name, sourced.value.name))


def _acts(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """The names that an act goes by with the word that its numbers begin with."""
    for sourced in handbook.statutes.values():
        act = sourced.value
        yield from ((name, act.id.replace("-", "")) for name in (act.short_name, act.name, *act.written_as))
