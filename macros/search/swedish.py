"""Swedish words as the search compares them: without diacritics, in lower case, without endings.

sokmotor.js does the same to what the reader types; a browser test holds the two alike over the whole vocabulary.
"""

import re
from functools import cache

_FOLD = str.maketrans("åäöéèêëáàâãíìîïóòôõúùûüýçñæø", "aaoeeeeaaaaiiiioooouuuuycnao")
_WORD = re.compile(r"[^\W_]+")

# The Snowball stemmer for Swedish (snowballstem.org/algorithms/swedish) on folded words: its endings hold no å, ä or ö
# except -löst, and å, ä and ö are vowels as a and o are. Ours: -et and -ena are endings, so that stöd and stödet are
# one; -ande is none, which would part bistånd from biståndet; plats and arbetslös keep their s.
_REGION = re.compile(r"[aeiouy][^aeiouy]")
_ENDINGS = (
    *("heterna", "hetens", "arens", "arnas", "ernas", "heten", "heter", "ornas"),
    *("ades", "aren", "arna", "arne", "aste", "enas", "erna", "erns", "orna"),
    *("ade", "are", "ast", "ena", "ens", "ern", "ets", "het", "ad", "ar", "as", "at", "en", "er", "es", "et", "or"),
    *("a", "e"),
)  # longest first
_BEFORE_S = frozenset("bcdfghjklmnprv")
_DOUBLED = ("dd", "gd", "nn", "dt", "gt", "kt", "tt")
_DERIVED = (("lig", ""), ("els", ""), ("ig", ""), ("lost", "los"), ("fullt", "full"))
SHORTEST_REGION = 3


def fold(text: str) -> str:
    """The text in lower case with å and ä as a, ö as o, and other accents taken off."""
    return text.lower().translate(_FOLD)


def words(text: str) -> list[str]:
    """The words of a folded text, in order: runs of letters and digits."""
    return _WORD.findall(text)


@cache
def stem(word: str) -> str:
    """A folded word without its ending: `bistandet` → `bistand`, `uppfoljningarna` → `uppfoljning`.

    A word with digits is a number or an id and is left as it is.
    """
    found = _REGION.search(word)
    if found is None or not word.isalpha():
        return word
    start = max(found.end(), SHORTEST_REGION)
    return _without_derivation(_without_double(_without_ending(word, start), start), start)


def _without_ending(word: str, start: int) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            return word[: -len(ending)]
    if word.endswith("s") and len(word) > start and word[-2] in _BEFORE_S:
        return word[:-1]
    return word


def _without_double(word: str, start: int) -> str:
    return word[:-1] if word.endswith(_DOUBLED) and len(word) - 2 >= start else word


def _without_derivation(word: str, start: int) -> str:
    for ending, kept in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            return word[: len(word) - len(ending)] + kept
    return word
