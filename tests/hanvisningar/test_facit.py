"""The parser against the annotated set. The sources are not part of the handbook; without them this is skipped."""

from collections import Counter
from itertools import pairwise

import pytest

from macros.checks import load_and_check
from macros.model.citations import Acts, Home, find_citations
from tests.conftest import ROOT, TODAY
from tests.hanvisningar.facit import (
    SOURCES,
    Passage,
    Score,
    fingerprint,
    found_in,
    load_passages,
    read_passages,
    score,
    source_text,
)

GOOD_ENOUGH = 0.98
PASSAGES = load_passages()
HALVES = {"utveckling": False, "prov": True}
needs_sources = pytest.mark.skipif(
    not (SOURCES / "seeds").is_dir(), reason=f"Underlaget finns inte i {SOURCES}, så inget går att mäta."
)


@pytest.fixture(scope="module")
def acts() -> Acts:
    loaded, _ = load_and_check(ROOT, TODAY)
    assert loaded is not None
    return loaded.acts


def test_set_is_large_and_a_third_is_held_out() -> None:
    counted = Counter(dict.fromkeys(HALVES, 0))
    for passage in PASSAGES:
        counted["prov" if passage.held_out else "utveckling"] += len(passage.answers)
    assert counted.total() >= 450
    assert 0.3 < counted["prov"] / counted.total() < 0.45


def test_set_holds_no_text() -> None:
    for passage in PASSAGES:
        for start, end, act, numbers in passage.answers:
            assert passage.start <= start < end <= passage.end
            assert act is None or " " not in act or act.split()[0].isupper()
            assert all(len(number) < 40 for number in numbers)


def test_passages_and_answers_do_not_overlap() -> None:
    for passage in PASSAGES:
        ends = [passage.start, *(answer[1] for answer in passage.answers)]
        assert all(end <= answer[0] for end, answer in zip(ends, passage.answers, strict=False))
    for one, other in pairwise(PASSAGES):
        assert one.file != other.file or one.end <= other.start


@needs_sources
@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: f"{p.file[:24]}-{p.start}")
def test_sources_are_the_ones_that_were_annotated(passage: Passage) -> None:
    assert fingerprint(source_text(passage.file)) == passage.sha256


@needs_sources
@pytest.mark.parametrize("half", HALVES)
def test_citations_are_found_and_nothing_else(half: str, acts: Acts) -> None:
    total = sum((score(p, acts) for p in PASSAGES if p.held_out is HALVES[half]), Score(0, 0, 0))
    assert total.there > 200
    assert total.precision >= GOOD_ENOUGH, total
    assert total.recall >= GOOD_ENOUGH, total


@needs_sources
def test_citations_in_audit_reports_are_all_found(acts: Acts) -> None:
    reports = [passage for passage in PASSAGES if passage.file.startswith("seeds/")]
    assert {passage.file: set(passage.answers) ^ set(found_in(passage, acts)) for passage in reports} == {
        passage.file: set() for passage in reports
    }


def test_score_counts_span_act_and_provisions(acts: Acts) -> None:
    assert Score(1, 2, 4).precision == 0.5
    assert Score(1, 2, 4).recall == 0.25
    assert Score(1, 2, 4) + Score(1, 0, 0) == Score(2, 2, 4)
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall) == (1.0, 1.0)


def test_set_is_read_as_written() -> None:
    entry = {"fil": "a.txt", "sha256": "x", "del": "prov", "från": 0, "till": 9, "hem": "2025:400/12"}
    (passage,) = read_passages([entry | {"dag": "2023-05-01", "hänvisningar": ["1-5 | SOSFS 2011:9 | 3:1 :4/s1"]}])
    assert passage.answers == ((1, 5, "SOSFS 2011:9", ("3:1", ":4/s1")),)
    assert passage.held_out
    assert passage.home is not None
    assert (passage.home.act, str(passage.home.chapter), str(passage.day)) == ("2025:400", "12", "2023-05-01")


@needs_sources
@pytest.mark.parametrize("home", [None, Home("2025:400")])
def test_every_source_is_read_without_mishap(acts: Acts, home: Home | None) -> None:
    files = [path for path in sorted(SOURCES.rglob("*")) if path.suffix in {".txt", ".md", ".json"}]
    for path in files:
        text = path.read_text(encoding="utf-8")
        found = find_citations(text, acts, home)
        assert all(c.start < c.end for c in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
