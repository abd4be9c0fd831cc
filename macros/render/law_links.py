"""Citations in the running text of a built page become links with a law card; string in, string out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from macros.cited_law import MAY_CITE, CitedNumber
from macros.handbook import Handbook
from macros.model.page import Page
from macros.render.citations import citation_link

# Inside these a citation is already a link, a name or no running text at all.
_LEFT_ALONE = {
    "a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "legend",
    "nav", "option", "pre", "script", "select", "style", "svg", "textarea", "title",
}  # fmt: skip
# These begin or end a text of their own; an act named before them is not the one meant after.
_BLOCKS = {
    "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "label", "legend", "li", "ol", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_NAME = re.compile(r"<(/?)([a-z0-9]+)")
# The signs after a no-break space written as an entity are put there to keep every position; the parser ignores them.
_ENTITIES = {"&nbsp;": "\u00a0" + "\u200b" * 5, "&#160;": "\u00a0" + "\u200b" * 5, "&shy;": "\u00ad" * 5}


@dataclass
class _Text:
    """The pieces of one running text: their indexes in the page, and which may be changed."""

    indexes: list[int] = field(default_factory=list)
    free: list[bool] = field(default_factory=list)


def link_citations(html: str, handbook: Handbook, page: Page, today: date) -> str:
    """The built page with each citation that the register knows as a link; twice changes nothing more."""
    start, end = html.find("<article"), html.rfind("</article>")
    article = html[start:end]
    if start < 0 or not MAY_CITE.search(article):
        return html
    parts = _TAG.split(article)
    home = _home(handbook, page)

    def read(text: str) -> Iterator[CitedNumber]:
        return handbook.cited_law.read(text, home)

    def link(cited: CitedNumber, shown: str) -> str:
        return citation_link(handbook, cited.provision_ids[0], shown, page.url, cited.per or today)

    for text in _texts(parts):
        _link_text(parts, text, read, link)
    return f"{html[:start]}{''.join(parts)}{html[end:]}"


def _home(handbook: Handbook, page: Page) -> str | None:
    """On a statute's own page a bare paragraf is its own."""
    shown = next((call.argument(0, "lag") for call in page.body.calls if call.name == "visa_lag"), None)
    statute = handbook.statutes.get(shown or "")
    return statute.value.sfs_nummer if statute else None


def _texts(parts: list[str]) -> Iterator[_Text]:
    """The page's running texts, block by block."""
    text, left_alone = _Text(), 0
    for index, part in enumerate(parts):
        if index % 2 == 0:
            if part:
                text.indexes.append(index)
                text.free.append(left_alone == 0)
            continue
        found = _NAME.match(part)
        if found is None:
            continue
        if found[2] in _BLOCKS:
            yield text
            text = _Text()
        if found[2] in _LEFT_ALONE and not part.endswith("/>"):
            left_alone += -1 if found[1] else 1
    yield text


def _link_text(
    parts: list[str],
    text: _Text,
    read: Callable[[str], Iterator[CitedNumber]],
    link: Callable[[CitedNumber, str], str],
) -> None:
    # Most numbers stand in links already; then there is nothing to read.
    if not any(free and MAY_CITE.search(parts[index]) for index, free in zip(text.indexes, text.free, strict=True)):
        return
    whole = _plain("".join(parts[index] for index in text.indexes))
    cited = [number for number in read(whole) if number.provision_ids]
    begin = 0
    for index, free in zip(text.indexes, text.free, strict=True):
        end = begin + len(parts[index])
        if free:
            here = [number for number in cited if begin <= number.start and number.end <= end]
            parts[index] = _linked(parts[index], begin, here, link)
        begin = end


def _plain(text: str) -> str:
    for entity, same_length in _ENTITIES.items():
        text = text.replace(entity, same_length)
    return text


def _linked(piece: str, begin: int, here: list[CitedNumber], link: Callable[[CitedNumber, str], str]) -> str:
    done: list[str] = []
    position = 0
    for number in here:
        start, end = number.start - begin, number.end - begin
        done += (piece[position:start], link(number, piece[start:end]))
        position = end
    return "".join((*done, piece[position:]))
