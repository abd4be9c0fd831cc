"""How long a reader waits for the first hit, in a browser: on a first visit, and with the search at hand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.intranet_server import serving
from benchmarks.search_sites import Place

DRIVER = Path(__file__).with_name("search_driver.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Times:
    """Milliseconds. `cold`: every first visit. `engine` and `shown`: every query with the search at hand.

    `fetched`: bytes over the wire, of the index and the scripts only the search uses, before the first hit.
    """

    cold: tuple[float, ...]
    engine: tuple[float, ...]
    shown: tuple[float, ...]
    without_hits: int
    fetched: int


def times(place: Place, browser: Any, queries: Sequence[str], repeats: int) -> Times:
    """Open the site `repeats` times anew, each time with another query; then ask all the queries on one page."""
    sent: dict[str, int] = {}
    with serving(place.site, {}, sent) as address:
        cold = []
        for query in queries[: repeats + 1]:
            sent.clear()
            cold.append(_cold(place, browser, address, query))
        fetched = sum(sent.get(path.relative_to(place.site).as_posix(), 0) for path in place.files)
        inside, outside = (_warm(place, browser, address, queries, inside) for inside in (True, False))
    return Times(
        tuple(cold[1:]),  # the first is the server's
        tuple(milliseconds for milliseconds, _ in inside),
        tuple(milliseconds for milliseconds, _ in outside),
        sum(1 for _, hits in outside if not hits),
        fetched,
    )


def _warm(place: Place, browser: Any, address: str, queries: Sequence[str], inside: bool) -> list[tuple[float, int]]:
    call = "([name, first, queries, inside]) => matning.warm(name, first, queries, inside)"
    with opened(browser, address) as page:
        found: list[tuple[float, int]] = page.evaluate(call, [place.engine, queries[0], queries[1:], inside])
        return found


def _cold(place: Place, browser: Any, address: str, query: str) -> float:
    with opened(browser, address) as page:
        milliseconds: float = page.evaluate("([name, query]) => matning.cold(name, query)", [place.engine, query])
        return milliseconds


@contextmanager
def opened(browser: Any, address: str) -> Iterator[Any]:
    """The start page in a browser that has never been there."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 800})
    try:
        page = context.new_page()
        page.add_init_script(DRIVER)
        page.goto(address, wait_until="commit")
        yield page
    finally:
        context.close()


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def slowest(values: Sequence[float]) -> float:
    """What nineteen of twenty are under."""
    return quantiles(values, n=20)[-1]
