"""Riksdagens HTML for a statute to the plain text that it was made from: blocks with blank lines between."""

import re
from html.parser import HTMLParser

# Their text is no part of the statute: contents list, page header, style and script.
_SKIPPED_TAGS = frozenset({"script", "style", "head", "nav"})
_SKIPPED_CLASSES = frozenset({"sfstoc"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({"p", "div", "pre", "hr", "li", "ul", "ol", "table", "tr", "section", "article", "blockquote"})


def looks_like_statute(html: str) -> bool:
    """True when the page carries Riksdagens anchors for paragraphs; any other page is not a statute."""
    return 'class="paragraf"' in html or "class='paragraf'" in html


def html_to_text(html: str) -> str:
    """The statute's text; headings begin with `#`, paragraphs open a block of their own. Raises for no input."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text


class _Reader(HTMLParser):
    """Writes text as it goes. While `_skipping` names a tag, everything up to its own end tag is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._skipping: str | None = None
        self._depth = 0
        self._in_heading = False

    @property
    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a heading, or a part that is left out."""
        classes = (dict(attrs).get("class") or "").split()
        if self._skipping:
            self._depth += tag == self._skipping
        elif tag in _SKIPPED_TAGS or _SKIPPED_CLASSES & set(classes):
            self._skipping, self._depth = tag, 1
        elif tag in _HEADINGS:
            self._pieces.append("\n\n# ")
            self._in_heading = True
        elif tag in _BLOCKS or "paragraf" in classes:
            self._pieces.append("\n\n")
        elif tag == "br":
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if self._skipping:
            self._depth -= tag == self._skipping
            self._skipping = self._skipping if self._depth else None
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._pieces.append("\n\n")
            self._in_heading = self._in_heading and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        """Write the text; a heading stays on one line."""
        if not self._skipping:
            self._pieces.append(re.sub(r"\s+", " ", data) if self._in_heading else data)
