"""Pages → an inverted index: for every stem the sections that hold it and how much it means there.

The weight of a word in a section is a whole number from 1 to 63, by BM25 (Robertson and Zaragoza, The Probabilistic
Relevance Framework, 2009) without its inverse document frequency, which the browser counts for all the words that
answer one word of a query. A word in a heading weighs more the fewer words it shares the heading with.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.search.compounds import joints
from macros.search.document import SearchPage, SearchSection
from macros.search.numbers import take_numbers
from macros.search.swedish import fold, stem, words

HEAVIEST = 63
_IN_PAGE_TITLE, _IN_HEADING, _IN_TEXT, _KIND, _DESCRIPTION, _KEY = 40.0, 22.0, 16.0, 18.0, 8.0, 60.0
_SATURATION, _LENGTH_SHARE = 1.2, 0.6
_HEADING_WORDS_FREE = 2  # a heading of one or two words is about each of them
SHORTEST_SPLIT = 8


@dataclass(frozen=True)
class Index:
    """The pages, every stem in alphabetical order with its joints, and for each stem its postings.

    A posting is a section's number (pages' sections counted through in order) and its weight.
    """

    pages: tuple[SearchPage, ...]
    stems: tuple[str, ...]
    joints: Mapping[str, tuple[int, ...]]
    postings: tuple[tuple[tuple[int, int], ...], ...]


def build_index(pages: Sequence[SearchPage]) -> Index:
    """The index of the pages. The same pages always give the same index."""
    counted = [_count(section.text) for page in pages for section in page.sections]
    average = sum(sum(found.values()) for found in counted) / max(len(counted), 1)
    postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    number = 0
    for page in pages:
        for section in page.sections:
            opening = page if section is page.sections[0] else None
            for word, weight in _weights(section, counted[number], average, opening).items():
                postings[word].append((number, weight))
            number += 1
    stems = tuple(sorted(postings))
    known = frozenset(found for found in stems if found.isalpha())
    split = {found: joints(found, known) for found in stems if len(found) >= SHORTEST_SPLIT and found in known}
    return Index(
        tuple(pages),
        stems,
        {found: at for found, at in split.items() if at},
        tuple(tuple(postings[found]) for found in stems),
    )


def _count(text: str) -> Counter[str]:
    """How often each stem and number stands in the text."""
    plain, numbers = take_numbers(text)
    return Counter([*numbers, *(stem(word) for word in words(fold(plain)))])


def _weights(
    section: SearchSection, counted: Mapping[str, int], average: float, opening: SearchPage | None
) -> dict[str, int]:
    """What each word means in the section, from 1 to HEAVIEST. `opening`: the page that it is the beginning of."""
    length = sum(counted.values())
    damping = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / max(average, 1))
    found = {word: _IN_TEXT * times / (times + damping) for word, times in counted.items()}
    heading = _count(section.title)
    share = _IN_HEADING if section.anchor else _IN_PAGE_TITLE
    share /= max(1.0, (sum(heading.values()) / _HEADING_WORDS_FREE) ** 0.5)
    for word in heading:
        found[word] = found.get(word, 0) + share
    if opening is not None:
        for text, share in ((opening.kind, _KIND), (opening.description, _DESCRIPTION)):
            for word in _count(text):
                found[word] = found.get(word, 0) + share
    for key in section.keys:
        found[key] = found.get(key, 0) + _KEY
    return {word: min(HEAVIEST, max(1, round(weight))) for word, weight in found.items()}
