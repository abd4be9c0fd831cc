"""How well staff find what they look for: three searches over the real handbook against its facit, in sums."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.comparison import BUILD
from benchmarks.generator import PROJECT, project_settings, write_settings
from benchmarks.intranet_server import PATH, serving
from benchmarks.measure import run
from benchmarks.search_sites import MATERIAL, OURS, PAGEFIND, our_files, pagefind, plain_page
from benchmarks.search_times import opened
from tests.browser.test_facit import ANSWERABLE, ASK, recall, reciprocal_rank

PARTS = {"utveckling": "Utveckling", "slutmätning": "Slutmätning"}


@dataclass(frozen=True)
class Quality:
    """One search on one part of the facit."""

    part: str
    engine: str
    queries: int
    recall: float
    rank: float
    without_hits: int


def qualities(folder: Path, browser: Any, day: str, pagefind_command: list[str]) -> list[Quality]:
    """Build the real handbook in `folder` and ask every answerable question of each search."""
    site = folder / "webb"
    build = [sys.executable, "-m", "macros", "bygg", "--till", str(site)]
    run(build, PROJECT, {"HANDBOK_DATUM": day})
    found = {OURS: _ours(site, browser)}
    found[MATERIAL] = _theirs(MATERIAL, _material(folder / "material", day), browser)
    found[PAGEFIND] = _theirs(PAGEFIND, pagefind(folder / "pagefind", site, pagefind_command).site, browser)
    return [_quality(part, engine, hits) for part in PARTS for engine, hits in found.items()]


def _quality(part: str, engine: str, hits: Mapping[str, Sequence[str]]) -> Quality:
    asked = [(query, list(hits[query.words])) for query in ANSWERABLE if query.part == part]
    return Quality(
        part,
        engine,
        len(asked),
        sum(recall(query, found) for query, found in asked) / len(asked),
        sum(reciprocal_rank(query, found) for query, found in asked) / len(asked),
        sum(1 for _, found in asked if not found),
    )


def _material(folder: Path, day: str) -> Path:
    """A plain Material page with the index that Material's search makes of the real handbook."""
    real = folder / "handbok"
    for part in ("docs", "data"):
        shutil.copytree(PROJECT / part, real / part)
    (real / "macros").symlink_to(PROJECT / "macros")
    write_settings(real, plugins=[*project_settings()["plugins"], {"search": {"lang": "sv"}}])
    run(BUILD, real, {"HANDBOK_DATUM": day, "NO_MKDOCS_2_WARNING": "1"})
    site = plain_page(folder / "sida").site
    shutil.copy(real / "site" / "search" / "search_index.json", site / "search" / "search_index.json")
    return site


def _ours(site: Path, browser: Any) -> dict[str, list[str]]:
    assert list(our_files(site))  # noqa: S101  a site without the search would answer nothing
    with serving(site) as address, opened(browser, f"{address}sok/") as page:
        page.wait_for_load_state("load")
        return _by_query([[hit.removeprefix(PATH) for hit in hits] for hits in page.evaluate(ASK, _words())])


def _theirs(engine: str, site: Path, browser: Any) -> dict[str, list[str]]:
    with serving(site, {}) as address, opened(browser, address) as page:
        call = "([name, queries]) => matning.pages(name, queries)"
        return _by_query([_pages(hits) for hits in page.evaluate(call, [engine, _words()])])


def _words() -> list[str]:
    return [query.words for query in ANSWERABLE]


def _by_query(answers: Sequence[list[str]]) -> dict[str, list[str]]:
    return dict(zip(_words(), answers, strict=True))


def _pages(hits: Sequence[str]) -> list[str]:
    """The pages of the hits, each once, as addresses from the site's root."""
    return list(dict.fromkeys(hit.partition("#")[0].lstrip("/") for hit in hits))[:50]
