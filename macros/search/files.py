"""An index as files for the browser: one catalogue, and parts that are fetched when a search needs them.

The files are scripts that hand their content over to `rhSok`: a page opened from disk may load scripts but not fetch
data. Everything but the catalogue lies in a folder named after the content, so that a browser never mixes two builds.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import pairwise
from typing import TypeVar

from macros.search.document import SearchPage, SearchSection, Shortcut
from macros.search.index import Index
from macros.search.vocabulary import Vocabulary

Row = TypeVar("Row", str, tuple[tuple[int, int], ...])

FOLDER = "sok"
# What reads the files in the browser, in the order in which each leans on those before it.
ENGINE = ("svenska", "forrad", "ord", "fraga", "motor", "traffar")
CATALOGUE = f"{FOLDER}/katalog.js"
_POSTINGS_PER_PART = 24_000
_LETTERS_PER_PART = 96_000


def index_files(index: Index, vocabulary: Vocabulary, shortcuts: Sequence[Shortcut]) -> Mapping[str, str]:
    """Path from the site's root → content. The same index always gives the same files."""
    parts = list(_word_parts(index))
    texts = list(_text_parts(index))
    loose = {f"ord{number}.js": _call("ord", number, [_flat(p) for p in part]) for number, part in enumerate(parts)}
    loose |= {f"text{number}.js": _call("text", number, part) for number, part in enumerate(texts)}
    folder = hashlib.sha256("\n".join(loose.values()).encode()).hexdigest()[:12]
    catalogue = {
        "mapp": folder,
        "ord": [_marked(found, index.joints.get(found, ())) for found in index.stems],
        "ordDelar": _starts(parts),
        "textDelar": _starts(texts),
        **_pages(index),
        **vocabulary.as_json(),
        "genvägar": [astuple(found) for found in shortcuts],
    }
    return {CATALOGUE: _call("katalog", catalogue)} | {
        f"{FOLDER}/{folder}/{name}": text for name, text in loose.items()
    }


def _pages(index: Index) -> dict[str, object]:
    """Pages as [address, title, kind, note, hundredths of weight, sections]; sections as [anchor, title, label]."""
    kinds = sorted({page.kind for page in index.pages})
    return {
        "slag": kinds,
        "sidor": [
            [page.address, page.title, kinds.index(page.kind), page.note, round(page.weight * 100), len(page.sections)]
            for page in index.pages
        ],
        "avsnitt": [
            [section.anchor, "" if section.title == page.title else section.title, section.label]
            for page in index.pages
            for section in page.sections
        ],
    }


def _marked(word: str, at: Sequence[int]) -> str:
    """The word with `|` where it is joined: `forsorjnings|stod`."""
    edges = [0, *at, len(word)]
    return "|".join(word[start:end] for start, end in pairwise(edges))


def _flat(postings: Sequence[tuple[int, int]]) -> list[int]:
    """Postings as numbers in a row: the step from the section before, then the weight."""
    row: list[int] = []
    before = 0
    for section, weight in postings:
        row += [section - before, weight]
        before = section
    return row


def _word_parts(index: Index) -> Iterator[list[tuple[tuple[int, int], ...]]]:
    return _parted(index.postings, _POSTINGS_PER_PART)


def _text_parts(index: Index) -> Iterator[list[str]]:
    shown = (section.text or _opening(page, section) for page in index.pages for section in page.sections)
    return _parted(list(shown), _LETTERS_PER_PART)


def _opening(page: SearchPage, section: SearchSection) -> str:
    """What to show of a page that begins with a heading only: what it is for."""
    return "" if section.anchor else page.description


def _parted(rows: Sequence[Row], largest: int) -> Iterator[list[Row]]:
    """The rows in order, in parts of about `largest` together. Never an empty part."""
    part: list[Row] = []
    size = 0
    for row in rows:
        if part and size + len(row) > largest:
            yield part
            part, size = [], 0
        part.append(row)
        size += len(row)
    if part:
        yield part


def _starts(parts: Sequence[Sequence[object]]) -> list[int]:
    """The number of the first row in each part."""
    starts, row = [], 0
    for part in parts:
        starts.append(row)
        row += len(part)
    return starts


def _call(name: str, *arguments: object) -> str:
    """A script that calls `rhSok.<name>`; `<` is escaped, so that no text can end a script element."""
    written = ",".join(json.dumps(found, ensure_ascii=False, separators=(",", ":")) for found in arguments)
    safe = written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"rhSok.{name}({safe});\n"
