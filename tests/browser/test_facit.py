"""The search against its facit, in a browser, on the built site.

recall@5: of the pages that must be among the first five hits, how many are. MRR: one divided by the place of the first
hit that answers. The queries were written by others than the engine's makers, before it was tuned; the part called
`slutmätning` has been kept out of the tuning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from tests.conftest import ROOT

FACIT = ROOT / "tests" / "sok" / "facit.yml"
RECALL, RECALL_UNSEEN, MRR = 0.97, 0.95, 0.90
FIRST = 5
ASK = """async (queries) => {
  const field = document.querySelector("#soksida"), list = document.querySelector("[data-rh-traffar]");
  const answers = [];
  for (const query of queries) {
    field.value = query;
    field.dispatchEvent(new Event("input"));
    while (list.dataset.fraga !== query) await new Promise((done) => setTimeout(done, 5));
    const links = list.querySelectorAll(".rh-traff:not(.rh-traff--genvag) a");
    const hits = [...links].map((link) => new URL(link.href).pathname);
    answers.push([...new Set(hits)]);
  }
  return answers;
}"""


@dataclass(frozen=True)
class Query:
    """A query, the pages that must be found, those that answer as well, and which part of the facit it belongs to."""

    words: str
    pages: tuple[str, ...]
    also: tuple[str, ...]
    part: str
    unanswerable: bool


def queries() -> list[Query]:
    with FACIT.open(encoding="utf-8") as file:
        rows: list[dict[str, Any]] = yaml.safe_load(file)["frågor"]
    return [
        Query(row["fråga"], tuple(row["sidor"]), tuple(row.get("duger", ())), row["del"], row.get("obesvarbar", False))
        for row in rows
    ]


ANSWERABLE = [query for query in queries() if not query.unanswerable]


@pytest.fixture(scope="module")
def answers(browser: Browser, address: str) -> Iterator[dict[str, list[str]]]:
    page = browser.new_page()
    page.goto(address + "sok/")
    words = [query.words for query in ANSWERABLE]
    base = re.sub(r"^https?://[^/]+", "", address)
    found = page.evaluate(ASK, words)
    yield {word: [path.removeprefix(base) for path in paths] for word, paths in zip(words, found, strict=True)}
    page.close()


def recall(query: Query, hits: list[str]) -> float:
    return sum(page in hits[:FIRST] for page in query.pages) / len(query.pages)


def reciprocal_rank(query: Query, hits: list[str]) -> float:
    good = {*query.pages, *query.also}
    return next((1 / place for place, hit in enumerate(hits, start=1) if hit in good), 0.0)


def quality(asked: list[Query], answers: dict[str, list[str]]) -> tuple[float, float]:
    """recall@5 and MRR over the queries."""
    found = sum(recall(query, answers[query.words]) for query in asked) / len(asked)
    rank = sum(reciprocal_rank(query, answers[query.words]) for query in asked) / len(asked)
    return found, rank


def test_the_measures_measure() -> None:
    query = Query("x", ("a/", "b/"), ("c/",), "utveckling", unanswerable=False)
    assert recall(query, ["a/", "1", "2", "3", "4", "b/"]) == 0.5
    assert reciprocal_rank(query, ["1", "c/", "a/"]) == 0.5
    assert reciprocal_rank(query, ["1"]) == 0


def test_the_facit_is_large_enough_and_its_pages_exist() -> None:
    kept = [query for query in ANSWERABLE if query.part == "slutmätning"]
    assert len(ANSWERABLE) >= 150
    assert 3 * len(kept) >= len(ANSWERABLE) * 0.99
    assert len({query.words.casefold() for query in queries()}) == len(queries())
    for page in {page for query in queries() for page in (*query.pages, *query.also)}:
        source = ROOT / "docs" / page.rstrip("/")
        assert source.with_suffix(".md").is_file() or (source / "index.md").is_file(), page


@pytest.mark.prov("sokning")
def test_staff_find_what_they_look_for(answers: dict[str, list[str]]) -> None:
    found, rank = quality(ANSWERABLE, answers)
    missed = [
        query.words for query in ANSWERABLE if query.part == "utveckling" and recall(query, answers[query.words]) < 1
    ]
    assert found >= RECALL, (found, rank, missed)
    assert rank >= MRR, (found, rank)


def test_what_the_tuning_has_not_seen_is_found_as_well(answers: dict[str, list[str]]) -> None:
    """One of these queries is a whole percentage point, so the limit is what chance alone may take away."""
    found, rank = quality([query for query in ANSWERABLE if query.part == "slutmätning"], answers)
    assert found >= RECALL_UNSEEN, (found, rank)
    assert rank >= MRR, (found, rank)


def test_no_answerable_query_is_left_without_a_hit(answers: dict[str, list[str]]) -> None:
    assert [words for words, hits in answers.items() if not hits] == []


def test_no_query_is_a_special_case() -> None:
    """A word may stand in sokord.yml, but no whole question of the facit; and none stands in the engine."""
    engine = "\n".join(path.read_text("utf-8") for path in (ROOT / "macros/theme/assets/js").rglob("sok*/*.js"))
    engine += "\n".join(path.read_text("utf-8") for path in (ROOT / "macros" / "search").rglob("*.py"))
    words = (ROOT / "data" / "sokord.yml").read_text("utf-8")
    rows = {entry.strip().casefold() for entry in re.split(r"[\[\],\n]", words)}
    asked = [query.words.casefold() for query in queries() if len(query.words.split()) > 2]
    assert [words for words in asked if words in rows] == []
    assert [words for words in asked if words in engine.casefold()] == []
