"""The written forms of an act's name: inflection, abbreviations, and the words that follow `lagen (2001:454) …`."""

import re
from collections.abc import Iterable, Iterator

from macros.model.citations.tokens import tokens_in
from macros.model.citations.vocabulary import DEFINITE_ENDINGS, HEADS, INFLECTIONS

Phrase = tuple[str, ...]

_ACT_WORD = re.compile(r".*(?:lag|balk|förordning|konvention|kungörelse)(?:en|ens|s)?|.*form(?:en|ens)")
# Words that end as acts do but are none.
_NO_ACT = re.compile(r".*(?:(?:för|an|av|in|ut|under|upp|om|till|över|bi|ned|mot|på|bo)s?lag|före)(?:en|ens|s)?")


def is_abbreviation(word: str) -> bool:
    """True for a word whose capitals matter: SoL, FL, DOS-lagen."""
    return any(sign.isupper() for sign in word[1:])


def key(word: str) -> str:
    """How a word is looked up: abbreviations as they are, other words in lower case."""
    return word if is_abbreviation(word) else word.lower()


def words_of(text: str) -> Phrase:
    """A name as the words that the tokens of running text have."""
    return tuple(token.text for token in tokens_in(text, 0, len(text)))


def running_name(name: str) -> str:
    """A registered name as it stands in a sentence: `Socialtjänstlagen (upphävd)` is `socialtjänstlagen`."""
    plain = re.sub(r"\s*\([^)]*\)", "", name).strip()
    first, _, rest = plain.partition(" ")
    return f"{key(first)} {rest}".strip()


def written_forms(names: Iterable[str]) -> frozenset[Phrase]:
    """Every inflected form of the names and abbreviations, as words to look up."""
    return frozenset(tuple(map(key, words_of(form))) for name in names for form in _inflected(running_name(name)))


def tails(names: Iterable[str]) -> frozenset[Phrase]:
    """What follows the number in descriptive names: `om valfrihet` in `lagen (2008:962) om valfrihet`."""
    found = (words_of(running_name(name)) for name in names)
    return frozenset(tuple(map(key, words[1:])) for words in found if len(words) > 1 and words[0] in HEADS)


def is_act_word(word: str) -> bool:
    """True for a word that a number in brackets makes an act: `skollag (2010:800)`."""
    return _ACT_WORD.fullmatch(word.lower()) is not None and word.lower() not in HEADS


def names_unknown_act(word: str) -> bool:
    """True for a definite word that can only be the name of an act: `vapenlagen`, but not `förslagen`."""
    lower = word.lower()
    if not lower.endswith(DEFINITE_ENDINGS) or lower in HEADS or is_abbreviation(word):
        return False
    return _NO_ACT.fullmatch(lower) is None


def _inflected(name: str) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    if rest and first in HEADS:
        yield from (f"{head} {rest}" for head, definite in HEADS.items() if definite == HEADS[first])
        return
    for ending, others in INFLECTIONS.items():
        if name.endswith(ending):
            yield from (name.removesuffix(ending) + other for other in others)
            return
    known_ending = any(name.endswith(other) for others in INFLECTIONS.values() for other in others)
    if known_ending or any(map(is_abbreviation, name.split(" "))):
        yield name
    if is_abbreviation(name) and name.isalpha():
        yield f"{name}:s"
