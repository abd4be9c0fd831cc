"""What words stand for one another: synonyms, abbreviations, everyday words; and words that say nothing alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.search.numbers import take_numbers
from macros.search.swedish import fold, stem, words

SHORTEST_TWICE = 5  # shorter words would lose more than an ending


@dataclass(frozen=True)
class Synonym:
    """A word or phrase and the phrases it leads to; the phrases do not lead back.

    `everyday`: people say it of something else than its words say (dyka upp), so the words themselves count for less.
    """

    word: str
    leads_to: tuple[str, ...]
    everyday: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """Synonyms and filler words in the search's own form, and the acts that a number may belong to."""

    synonyms: tuple[Synonym, ...]
    fillers: tuple[str, ...]
    acts: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, object]:
        """As the browser reads it: phrases as stems with a space between."""
        return {
            "likord": _sorted(self._by_phrase(everyday=False)),
            "vardagsord": _sorted(self._by_phrase(everyday=True)),
            "utfyllnad": sorted({fold(word) for word in self.fillers}),
            "lagar": {_phrase(name): act for name, act in sorted(self.acts)},
        }

    def _telling(self, phrase: str) -> str:
        """A phrase without the words that say nothing."""
        return " ".join(word for word in phrase.split() if word not in self._filler_stems)

    @cached_property
    def _filler_stems(self) -> frozenset[str]:
        return frozenset(stem(fold(word)) for word in self.fillers)

    def _by_phrase(self, *, everyday: bool) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for synonym in (synonym for synonym in self.synonyms if synonym.everyday is everyday):
            to = {self._telling(_phrase(word)) for word in synonym.leads_to} - {_phrase(synonym.word), ""}
            if (key := _key(synonym.word)) and to:
                found.setdefault(key, set()).update(to)
        return found


def _sorted(found: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {phrase: sorted(to) for phrase, to in sorted(found.items())}


def _key(text: str) -> str:
    """A phrase to look up: stemmed twice, so that `revisor` and `revisorer` are one."""
    twice = ((word, stem(word)) for word in _phrase(text).split())
    return " ".join(again if len(again) >= SHORTEST_TWICE else once for once, again in twice)


def _phrase(text: str) -> str:
    """The stems of a phrase with a space between; numbers and ids as their own words."""
    plain, numbers = take_numbers(text)
    return " ".join([*(stem(word) for word in words(fold(plain))), *numbers])


def both_ways(group: Iterable[str]) -> tuple[Synonym, ...]:
    """Words for the same thing: each leads to all the others."""
    members = tuple(group)
    return tuple(Synonym(word, tuple(other for other in members if other != word)) for word in members)
