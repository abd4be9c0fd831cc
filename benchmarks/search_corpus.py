"""Pages for the search's measurements, as Markdown that any theme can build, and queries on their words."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from benchmarks.generator import SECTION_SIZE
from benchmarks.routine_text import Routine
from benchmarks.stock import Stock
from benchmarks.words import RichWords, Words

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_STEP_BOX = re.compile(r"^\{\{ visa_steg\(.*?\) \}\}\n", re.MULTILINE)
_CALL = re.compile(r'\{\{ \w+\("([^"]*)"\) \}\}')
_CHECKLIST = "## Checklista {"
_INFLECTED = {
    "mötet": "mötena", "planen": "planerna", "samtalet": "samtalen", "rapporten": "rapporter", "beskedet": "besked",
    "avtalet": "avtalens", "listan": "listor", "gruppen": "grupper", "handlingen": "handlingarna",
    "enheten": "enheters", "uppgiften": "uppgifter", "blanketten": "blanketterna",
    "förslaget": "förslagen", "underlaget": "underlags",
}  # fmt: skip
_WITHOUT_MARKS = str.maketrans("åäö", "aao")


def write_pages(folder: Path, count: int, stock: Stock) -> list[object]:
    """Write a start page and `count` routines into `folder`. Returns the menu."""
    (folder / "rutiner").mkdir(parents=True)
    (folder / "index.md").write_text(start_page(), encoding="utf-8")
    entries = []
    for number in range(count):
        routine = replace(Routine(number, count, stock), vocabulary=RichWords)
        name = f"rutiner/rut-{routine.code.lower()}.md"
        (folder / name).write_text(_plain(routine.files()[f"docs/{name}"]), encoding="utf-8")
        entries.append({routine.title: name})
    starts = range(0, len(entries), SECTION_SIZE)
    parts = [{f"Del {1 + start // SECTION_SIZE}": entries[start : start + SECTION_SIZE]} for start in starts]
    return [{"Start": "index.md"}, {"Rutiner": parts}]


def start_page() -> str:
    """The page that every search is opened on."""
    return f"# Rutinhandboken\n\n{Words('start').paragraph(12)}\n"


def _plain(page: str) -> str:
    """A routine's page as it would be without macros, and without its checklist, which is not among the pages."""
    text = _FRONT_MATTER.sub("", page).partition(_CHECKLIST)[0]
    return _CALL.sub(r"\1", _STEP_BOX.sub("", text))


def queries() -> dict[str, list[str]]:
    """Queries by kind: words of the pages as they stand, two together, inflected, misspelt, and without å, ä and ö."""
    words = Words("frågor")
    marked = (word for word in _things(words) if word != word.translate(_WITHOUT_MARKS))
    pairs = ((words.random.choice(("kontrollera", "inte klart", "vem skriver")), word) for word in _things(words))
    return {
        "som i texten": list(islice(_things(words), 15)),
        "flera ord": [" ".join(pair) for pair in islice(pairs, 10)],
        "böjda": list(islice(_inflected(words), 10)),
        "felskrivna": [_misspelt(word, words.random) for word in islice(_things(words), 10)],
        "utan prickar": [word.translate(_WITHOUT_MARKS) for word in islice(marked, 5)],
    }


def _things(words: Words) -> Iterator[str]:
    """Compounds without end, none twice."""
    seen = set()
    while True:
        if (word := words.thing()) not in seen:
            seen.add(word)
            yield word


def _inflected(words: Words) -> Iterator[str]:
    for word in _things(words):
        for ending, other in _INFLECTED.items():
            if word.endswith(ending):
                yield word.removesuffix(ending) + other


def _misspelt(word: str, chance: random.Random) -> str:
    """The word with two letters in it swapped."""
    at = chance.choice([at for at in range(2, len(word) - 3) if word[at] != word[at + 1]])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
