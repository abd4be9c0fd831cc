"""Makes the tables and headings of a built page say what they are: string in, string out, twice changes nothing more.

A table written in Markdown gets what our own tables have: a class, labels for a narrow screen, where each row is shown
as a block, and the roles that a browser drops when a table is no longer displayed as one. Every table has a name.
"""

import re
from html import escape, unescape

_PLAIN_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD_CELL = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b")
_HEADING_OR_TABLE = re.compile(r'<h[1-6] [^>]*?id="([^"]+)"|<table\b[^>]*>(?!\s*<caption)')
_SELF_LINK = re.compile(r'<a class="headerlink"(?! tabindex)')


def mark_tables(html: str) -> str:
    """The built page with its tables marked up, and the links beside its headings taken out of the way."""
    start, end = html.find("<article"), html.rfind("</article>")
    if start < 0 or end < 0:
        return html
    article = _PLAIN_TABLE.sub(lambda found: _marked(found[0]), html[start:end])
    article = _HEADING_OR_TABLE.sub(_Namer(), article)
    # Read aloud, "#" is noise in every heading; the list of headings has the same links.
    article = _SELF_LINK.sub('<a class="headerlink" tabindex="-1" aria-hidden="true"', article)
    return f"{html[:start]}{article}{html[end:]}"


def _marked(table: str) -> str:
    labels = [" ".join(unescape(_TAG.sub("", cell)).split()) for cell in _HEAD_CELL.findall(table)]
    table = _ROW.sub(lambda row: _marked_row(row[0], labels), table)
    for part in ("thead", "tbody"):
        table = table.replace(f"<{part}>", f'<{part} role="rowgroup">')
    return table.replace("<table>", '<table class="rh-tabell" role="table">', 1)


def _marked_row(row: str, labels: list[str]) -> str:
    column = iter(labels)

    def mark(cell: re.Match[str]) -> str:
        if cell[1] == "th":
            return '<th role="columnheader" scope="col"'
        return f'<td role="cell" data-label="{escape(next(column, ""))}"'

    return _CELL.sub(mark, row).replace("<tr>", '<tr role="row">', 1)


class _Namer:
    """Names a table without a caption after the heading above it."""

    def __init__(self) -> None:
        self.heading = ""

    def __call__(self, found: re.Match[str]) -> str:
        if found[1] is not None:
            self.heading = found[1]
            return found[0]
        if not self.heading or "aria-label" in found[0]:
            return found[0]
        return f'{found[0][:-1]} aria-labelledby="{self.heading}">'
