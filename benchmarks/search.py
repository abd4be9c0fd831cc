"""`python -m benchmarks.search`: our search beside Material's and Pagefind's, as a section of resultat.md."""

import argparse
import gzip
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import search_sites
from benchmarks.generator import PROJECT
from benchmarks.intranet_server import GZIP_LEVEL
from benchmarks.result_file import RESULT, put_section
from benchmarks.search_corpus import queries, write_pages
from benchmarks.search_quality import qualities
from benchmarks.search_report import Measurement, section
from benchmarks.search_times import times
from benchmarks.stock import Stock, read_stock
from macros.loading import load_handbook
from tests.conftest import find_browser

NAME = "sökning"
DEFAULT_SIZES = (300, 3000)


def main() -> None:
    """Make the sites, measure, and put the section into the result file."""
    arguments = _arguments()
    if not (browser := find_browser()):
        sys.exit("Ingen webbläsare hittades. Installera Chromium, eller sätt CHROMIUM till dess sökväg.")
    stock = read_stock(PROJECT)
    with tempfile.TemporaryDirectory() as temporary, _started(browser) as started:
        folder = Path(temporary)
        _say("Hämtar Pagefind …")
        pagefind = search_sites.install_pagefind(folder / "pagefind")
        places = {size: list(_places(folder / str(size), size, stock, pagefind)) for size in arguments.storlekar}
        _say("Mäter träffarna på den riktiga handboken …")
        found = qualities(folder / "facit", started, arguments.datum.isoformat(), pagefind)
        measured = [
            _measured(place, size, started, arguments.upprepa) for size, all_of in places.items() for place in all_of
        ]
    text = "\n".join(section(measured, found, day=arguments.datum, repeats=arguments.upprepa))
    print(text)
    put_section(RESULT, NAME, text.rstrip())


def _places(folder: Path, size: int, stock: Stock, pagefind: list[str]) -> Iterator[search_sites.Place]:
    """The three searches over the same `size` pages, built by plain Material."""
    handbook, _ = load_handbook(PROJECT)
    if handbook is None:
        sys.exit("Handboken går inte att läsa. Kör handbok kontrollera.")
    _say(f"{size} sidor: bygger …")
    nav = write_pages(folder / "material" / "docs", size, stock)
    theirs = search_sites.material(folder / "material", nav)
    yield search_sites.ours(folder / "handboken", theirs.site, handbook, stock.day)
    yield theirs
    yield search_sites.pagefind(folder / "pagefind", theirs.site, pagefind)


def _measured(place: search_sites.Place, size: int, browser: Any, repeats: int) -> Measurement:
    load = os.getloadavg()[0]
    found = times(place, browser, [query for group in queries().values() for query in group], repeats)
    _say(f"{size} sidor: {place.engine} mätt, kön till processorn {load:.1f}")
    contents = [path.read_bytes() for path in place.files]
    return Measurement(
        size,
        place.engine,
        found,
        sum(len(content) for content in contents),
        sum(len(gzip.compress(content, GZIP_LEVEL, mtime=0)) for content in contents),
        place.seconds,
        load,
    )


@contextmanager
def _started(path: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description="Mät sökningen mot två andra.")
    parser.add_argument("--storlekar", type=_sizes, default=DEFAULT_SIZES, metavar="N,N", help="antal sidor (300,3000)")
    parser.add_argument("--upprepa", type=int, default=5, metavar="N", help="första besök per sökning (5)")
    parser.add_argument("--datum", type=date.fromisoformat, default=date.today(), help="dagen som skrivs i resultatet")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
