"""The handbook beside what it was written from: nothing is copied, and every figure can be found there.

The sources are not part of the handbook. Where they are missing, these tests are skipped.
"""

import re
from functools import cache

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from tests.conftest import ROOT
from tests.test_content import CONTENT, DAY_AFTER

SOURCES = ROOT.parent / "shared" / "underlag"
LONGEST_ALIKE = 10
pytestmark = pytest.mark.skipif(
    not (SOURCES / "lagtext").is_dir(), reason=f"Underlaget finns inte i {SOURCES}, så inget går att jämföra."
)

_REFERENCE = re.compile(r"\d+( [a-z])?([–-]\d+)? (kap\.|§§?)( \d+( [a-z])?([–-]\d+)? §§?)?|\(?\d{4}:\d+\)?")
_WORD = re.compile(r"[^\W_]+")


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    loaded, _ = load_and_check(ROOT, DAY_AFTER)
    assert loaded is not None
    return loaded


@cache
def source_texts(folder: str) -> dict[str, str]:
    paths = [path for path in sorted((SOURCES / folder).rglob("*")) if path.suffix in {".txt", ".md", ".json"}]
    assert paths
    return {path.name: path.read_text(encoding="utf-8", errors="replace") for path in paths}


def sequences(text: str, names: re.Pattern[str]) -> set[tuple[str, ...]]:
    """Every run of ten words. Names of statutes and numbers of paragraphs are no sentences: they count as nothing."""
    words = _WORD.findall(names.sub(" ", _REFERENCE.sub(" ", text.lower())))
    return {tuple(words[start : start + LONGEST_ALIKE]) for start in range(len(words) - LONGEST_ALIKE + 1)}


def statute_names(handbook: Handbook) -> re.Pattern[str]:
    """The registered names, without a leading `Lag` that a sentence would bend."""
    registered = [statute.value.name for statute in handbook.statutes.values()]
    others = [name for act in handbook.holdings.other_acts for name in (act.name, *act.written_as) if " " in name]
    names = {re.sub(r"^lag(en)?( \(\d{4}:\d+\))? ", "", name.lower()) for name in (*registered, *others)}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


@pytest.mark.parametrize("folder", ["lagtext", "seeds"])
def test_no_sentence_is_copied(handbook: Handbook, folder: str) -> None:
    names = statute_names(handbook)
    originals: dict[tuple[str, ...], str] = {}
    for source, text in source_texts(folder).items():
        originals |= dict.fromkeys(sequences(text, names), source)
    copied = {
        f"{path.relative_to(ROOT).as_posix()} = {originals[words]}: {' '.join(words)}"
        for path in CONTENT
        for words in sequences(path.read_text(encoding="utf-8"), names)
        if words in originals
    }
    if copied:
        pytest.fail("Skriv med egna ord:\n" + "\n".join(sorted(copied)), pytrace=False)


def test_copied_sentence_would_be_found(handbook: Handbook) -> None:
    names = statute_names(handbook)
    original = "Nämnden får, enligt 12 kap. 4 § eller 14 a §, begära att den enskilde deltar i en anvisad verksamhet."
    ours = "nämnden får enligt eller begära att den enskilde deltar i en anvisad verksamhet"
    assert sequences(original, names) & sequences(f"Vi skriver att {ours} i maj", names)
    assert not sequences(original, names) & sequences("Nämnden får begära att personen deltar i verksamheten", names)


def test_every_figure_stands_in_the_sources(handbook: Handbook) -> None:
    texts = source_texts("seeds").values()
    missing = {
        (indicator.id, series.name, figure.year, str(figure.value))
        for group in handbook.holdings.indicator_groups.values()
        for indicator in group.value.indicators
        for series in indicator.series
        for figure in series.figures
        if not any(number(str(figure.value)).search(text) for text in texts)
    }
    assert missing == set()


def number(value: str) -> re.Pattern[str]:
    """The figure on its own, with comma or point, not as part of another."""
    return re.compile(rf"(?<![\d,.]){re.escape(value).replace(re.escape('.'), '[,.]')}(?!\d|[,.]\d)")


@pytest.mark.parametrize(("text", "found"), [("37,5 %", True), ("37.5.", True), ("137,5", False), ("37,52", False)])
def test_figure_is_found_only_on_its_own(text: str, found: bool) -> None:
    assert bool(number("37.5").search(text)) is found
