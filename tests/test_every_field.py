"""Hostile text in every string field: nothing on a page, in the search index or in a feed may stem from it as code."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import TODAY, copy_example, run_python
from tests.every_field import HostileHandbook, Payload

pytestmark = pytest.mark.bygge

# Each carries a mark of its own, xq and the field's number, so that what gets through says where it came from.
PAYLOADS: dict[str, Payload] = {
    "script": lambda value, number: f"{value} <script src='//xq{number}.invalid'></script>",
    "attribute": lambda value, number: f'{value} "><img src=x onerror=xq{number}()>',
    "apostrophe": lambda value, number: f"{value} ' onmouseover='xq{number}()",
    "end-of-script": lambda value, number: f"{value} </script></style></title></textarea><xq{number}>",
    "end-of-cdata": lambda value, number: f"{value} ]]><xq{number}/>--><xq{number}>",
    "address": lambda _, number: f"javascript:xq{number}()",
    "markdown-link": lambda value, number: f"{value} [x](javascript:xq{number}()) <javascript:xq{number}()>",
    "markdown-picture": lambda value, number: f"{value} ![x](//xq{number}.invalid/x.png) **xq{number}**",
    "attribute-list": lambda value, number: f"{value} {{: onclick=xq{number}() }} {{ onclick=xq{number}() }}",
    "macro": lambda value, number: f"{value} {{{{ 'x' ~ 'q' ~ {number} ~ 'utraknat' }}}} {{% set a = 1 %}}",
    "lines": lambda value, number: f"{value}\r\n\r\n<xq{number}>\r\nX-XQ{number}:1\r\n    <xq{number}>",
}
LEAST_ACCEPTED = {"address": 150, "lines": 100}  # of 517 strings; the rest are ids, choices, numbers and days
HOSTILE_ADDRESS = re.compile(r"\s*(javascript|data|vbscript|//)", re.IGNORECASE)
MARK = re.compile(r"xq(\d+)", re.IGNORECASE)


class Traces(HTMLParser):
    """The marks that have become an element, an attribute, an address, code or a worked out macro."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag if tag in {"script", "style", "strong", "em"} else ""
        self._look(f"<{tag}>", tag)
        for name, value in attrs:
            self._look(f"<{tag} {name}>", name)
            if name.startswith("on") or name in {"src", "srcset", "style", "srcdoc", "action", "formaction"}:
                self._look(f"<{tag} {name}=…>", value or "")
            if name in {"href", "xlink:href"} and HOSTILE_ADDRESS.match(value or ""):
                self._look(f"<{tag} {name}=…>", value or "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self._look(f"text i <{self.inside}>", data if self.inside in {"script", "style"} else data[:6])
        if re.search(r"xq\d+utraknat", data):
            self._look("uträknat makro", data)

    def _look(self, where: str, text: str) -> None:
        self.found += [(where, number) for number in MARK.findall(text)]


def traces(html: str) -> list[tuple[str, str]]:
    parser = Traces()
    parser.feed(html)
    parser.close()
    return parser.found


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def in_pages(site: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(site.rglob("*.html")):
        for where, number in traces(path.read_text("utf-8")):
            yield path.relative_to(site).as_posix(), where, number


def in_search(site: Path) -> Iterator[tuple[str, str, str]]:
    """The theme puts the texts of the index on the page as markup."""
    for path in sorted((site / "search").rglob("*.json")):
        for text in strings(json.loads(path.read_text("utf-8"))):
            yield from ((path.name, where, number) for where, number in traces(text))


def in_scripts(site: Path) -> Iterator[tuple[str, str, str]]:
    """Law cards: a call with one object of markup."""
    for path in sorted((site / "lagrum").glob("*.js")):
        (call,) = re.findall(r"\A[\w.]+\((\{.*\})\);?\s*\Z", path.read_text("utf-8"), re.DOTALL)
        for text in strings(json.loads(call)):
            yield from ((path.name, where, number) for where, number in traces(text))


def in_feeds(site: Path) -> Iterator[tuple[str, str, str]]:
    """The feed's texts that say they are markup, its addresses, and the lines of the calendars."""
    json.loads((site / "status.json").read_text("utf-8"))
    for element in ElementTree.parse(site / "atom.xml").iter():  # noqa: S314  our own text
        markup = (element.text or "") if element.get("type") in {"html", "xhtml"} else ""
        yield from (("atom.xml", where, number) for where, number in traces(markup))
        if MARK.search(element.tag) or re.match(r"\s*javascript:", element.get("href", "")):
            yield "atom.xml", element.tag, "0"
    for path in sorted((site / "kalender").glob("*.ics")):
        for line in re.sub(rb"\r\n[ \t]", b"", path.read_bytes()).split(b"\r\n"):
            assert re.match(rb"[A-Z-]+[;:]|\Z", line), line
            if line.upper().startswith((b"X-XQ", b"URL:JAVASCRIPT")):
                yield path.name, line.decode(), "0"


@pytest.mark.parametrize("name", PAYLOADS)
def test_no_field_becomes_code(name: str, tmp_path: Path) -> None:
    root, site = copy_example(tmp_path / "handbok"), tmp_path / "site"
    hostile = HostileHandbook(root, PAYLOADS[name], TODAY)
    assert len(hostile.accepted) >= LEAST_ACCEPTED.get(name, 180)
    built = run_python("-m", "macros", "--mapp", root, "bygg", "--till", site, cwd=root, HANDBOK_DATUM=str(TODAY))
    assert built.returncode == 0, built.stdout[-500:] + built.stderr[-3000:]
    places: tuple[Callable[[Path], Iterator[tuple[str, str, str]]], ...] = (in_pages, in_search, in_scripts, in_feeds)
    found = {f"{hostile.name(int(number))} → {page}: {where}" for look in places for page, where, number in look(site)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_gets_through_would_be_seen(payload: str) -> None:
    text = PAYLOADS[payload]("x", 7)
    leaks = {
        "address": f'<a href="{text}">x</a>',
        "markdown-link": '<a href="javascript:xq7()">x</a>',
        "markdown-picture": "<strong>xq7</strong>",
        "attribute-list": '<p onclick="xq7()">x</p>',
        "apostrophe": f"<p title='{text}'>x</p>",
        "attribute": f'<p title="{text}">x</p>',
        "macro": "<p>x xq7utraknat</p>",
    }
    assert {number for _, number in traces(leaks.get(payload, f"<p>{text}</p>"))} == {"7"}
