"""A built page → its sections with their text, as the reader sees it."""

import html
import re
from dataclasses import dataclass, field

from macros.search.document import SearchSection

_PIECE = re.compile(r"""<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)""", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\b(id|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_EXCLUDED = re.compile(r"\sdata-search-exclude\b")  # as Material writes it
_SPACE = re.compile(r"\s+")
_BEFORE_SIGN, _AFTER_BRACKET = re.compile(r" +([.,;:!?)”])"), re.compile(r"([(]) +")
_ARTICLE = "md-content__inner"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# What is on the page but not of it: controls, the way around, and what every page of the kind repeats.
_SKIPPED = frozenset({"button", "fieldset", "form", "nav", "script", "style", "svg", "title"})
_SKIPPED_CLASSES = frozenset(
    {"headerlink", "md-path", "rh-ovan", "rh-styr", "rh-atgarder", "rh-tillit", "rh-skedesrad", "rh-lagkort", "rh-hor"}
)


@dataclass
class _Part:
    anchor: str | None
    title: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


@dataclass
class _Reading:
    """Where the reading of a page has come: `depth` counts open elements in the article, `skip` in a skipped one."""

    sections: list[_Part] = field(default_factory=list)
    depth: int = 0
    skip: int = 0
    heading: str | None = None


def page_sections(page: str) -> tuple[SearchSection, ...]:
    """The sections of the page's article: its beginning, under the first heading, then one for each heading with an id.

    What stands before the first heading belongs to no section; what is marked data-search-exclude is left out. A page
    without article or heading has none.
    """
    reading = _Reading()
    for closing, name, attributes, text in _PIECE.findall(page):
        if name:
            _take_tag(reading, bool(closing), name.lower(), attributes)
        elif text and reading.depth and not reading.skip and reading.sections:
            _text_of(reading).append(text)
    return tuple(
        SearchSection(part.anchor, _joined(part.title), _joined(part.body))
        for part in reading.sections
        if part.anchor is not None
    )


def _text_of(reading: _Reading) -> list[str]:
    """Where text belongs now: the latest section's title or body."""
    latest = reading.sections[-1]
    return latest.title if reading.heading else latest.body


def _take_tag(reading: _Reading, closing: bool, name: str, attributes: str) -> None:
    known = {key: html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(attributes)} if attributes else {}
    classes = frozenset(known.get("class", "").split())
    if not reading.depth:
        reading.depth = int(not closing and name == "article" and _ARTICLE in classes)
        return
    _space(reading)
    if name in _VOID or attributes.endswith("/"):
        return
    if closing:
        reading.depth -= 1
        reading.skip = max(0, reading.skip - 1)
        if name == reading.heading:
            reading.heading = None
        return
    reading.depth += 1
    if _EXCLUDED.search(attributes) and name in _HEADINGS and reading.sections:
        reading.sections.append(_Part(None))  # its text is not searched either
        reading.heading = name
    elif reading.skip or _EXCLUDED.search(attributes) or name in _SKIPPED or classes & _SKIPPED_CLASSES:
        reading.skip += 1
    elif name in _HEADINGS and ("id" in known or not reading.sections):
        anchor = known["id"] if reading.sections else ""
        reading.sections.append(_Part(anchor))
        reading.heading = name


def _space(reading: _Reading) -> None:
    """A tag parts words: `<dt>Vem</dt><dd>Coach</dd>` is two."""
    if reading.sections and not reading.skip:
        _text_of(reading).append(" ")


def _joined(pieces: list[str]) -> str:
    text = _SPACE.sub(" ", html.unescape("".join(pieces))).strip()
    return _AFTER_BRACKET.sub(r"\1", _BEFORE_SIGN.sub(r"\1", text))
