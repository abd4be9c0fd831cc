"""What a page costs to fetch: in a real browser, and counted from the built files."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.intranet_server import GZIP_LEVEL

FIRST_LIMIT, NEXT_LIMIT = 120_000, 12_000  # bytes
PAGES = {
    "Start": "",
    "Rutin": "rutiner/rut-anv/",
    "Checklista": "checklistor/cl-anv/",
    "Lagsida": "lagrum/fl/",
    "Längsta lagsidan": "lagrum/sol/",
}
_SEARCH = re.compile(r"/sok/[^?]*\.js$")
_QUERY = "samtycke"
_LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)\s[^>]*?(?:href|src)="([^":]+)"')


@dataclass(frozen=True)
class Visit:
    """Bytes over the wire, headers included; the pages' own without the search.

    `search`: what the search fetches when it is opened, to its first hit.
    """

    page: str
    first: int
    first_requests: int
    following: int
    following_requests: int
    search: int


def visits(address: str, browser: Any) -> Iterator[Visit]:
    """Each page as the first of a visit, and as the one after the start page."""
    for name, url in PAGES.items():
        first, first_requests, search = _transfer(browser, [address + url])
        before = "rutiner/" if name == "Start" else ""
        following, following_requests, _ = _transfer(browser, [address + before, address + url])
        yield Visit(name, first, first_requests, following, following_requests, search)


def _transfer(browser: Any, urls: list[str]) -> tuple[int, int, int]:
    """What the last of the pages fetched: bytes and requests without the search, and the search's bytes."""
    context = browser.new_context(locale="sv-SE")
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        asked: dict[str, str] = {}
        taken: dict[str, float] = {}
        session.on("Network.requestWillBeSent", lambda e: asked.update({e["requestId"]: e["request"]["url"]}))
        session.on("Network.loadingFinished", lambda e: taken.update({e["requestId"]: e["encodedDataLength"]}))
        for url in urls:
            asked.clear()
            taken.clear()
            page.goto(url, wait_until="networkidle")
        page.keyboard.press("Control+k")
        page.locator(".rh-sokruta__falt").fill(_QUERY)
        page.locator(".rh-traffar > li").first.wait_for()
        page.wait_for_load_state("networkidle")
        sizes = [(asked.get(key, ""), int(size)) for key, size in taken.items() if size]
    finally:
        context.close()
    own = [size for url, size in sizes if not _SEARCH.search(url)]
    return sum(own), len(own), sum(size for url, size in sizes if _SEARCH.search(url))


def next_weight(page: Path) -> int:
    """The page itself, compressed: all that is fetched when its files are in the browser already."""
    return len(gzip.compress(page.read_bytes(), GZIP_LEVEL, mtime=0))


def first_weight(page: Path) -> int:
    """The page and every file it names, compressed."""
    names = set(_LOADED.findall(page.read_text(encoding="utf-8")))
    return next_weight(page) + sum(next_weight((page.parent / name).resolve()) for name in names)
