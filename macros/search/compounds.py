"""Where Swedish compounds are joined, judged by the words that the texts themselves use: försörjnings|stöd.

The method is the one of Koehn and Knight, Empirical Methods for Compound Splitting (2003): a word is taken apart where
both halves are words of their own in the collection. The handbook's own vocabulary knows its subject better than a
general word list, and nothing has to be installed.
"""

from collections.abc import Collection

from macros.search.swedish import stem

SHORTEST_PART = 4
_LINKS = ("s", "o", "a", "e", "u")  # försörjning-s-stöd, kvinn-o-jour; the letter belongs to the first half


def joints(word: str, known: Collection[str]) -> tuple[int, ...]:
    """Where a folded stem is joined: the positions at which a later part begins, in order.

    `known`: the stems of words that stand on their own. A part must be one of them, the first part without the letter
    that links it to the next. `forsorjningsstod` → (12,).
    """
    return tuple(
        at
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        if word[at:] in known and _is_first(word[:at], known)
    )


def _is_first(part: str, known: Collection[str]) -> bool:
    if part in known or stem(part) in known:
        return True
    return part.endswith(_LINKS) and len(part) > SHORTEST_PART and (part[:-1] in known or stem(part[:-1]) in known)
