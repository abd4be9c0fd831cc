"""Differences as people read them: in HTML with signs and hidden words, in Markdown with words in brackets."""

import re

from markupsafe import Markup, escape

from macros.render.difference import BlockChange, Change, Piece, Pieces
from macros.render.templates import fill
from macros.render.text_blocks import BlockKind

_AROUND = 12  # words kept on each side of a change in the short form
_SIGNS = re.compile(r"([\\`*_\[\]<>~|#@])")
_WHOLE = {
    (BlockKind.HEADING, Change.ADDED): "Ny rubrik",
    (BlockKind.HEADING, Change.REMOVED): "Borttagen rubrik",
    (BlockKind.PARAGRAPH, Change.ADDED): "Ny text",
    (BlockKind.PARAGRAPH, Change.REMOVED): "Borttagen text",
    (BlockKind.ITEM, Change.ADDED): "Ny punkt",
    (BlockKind.ITEM, Change.REMOVED): "Borttagen punkt",
    (BlockKind.ROW, Change.ADDED): "Ny rad",
    (BlockKind.ROW, Change.REMOVED): "Borttagen rad",
}
_REWORDED = {
    BlockKind.HEADING: "Ändrad rubrik",
    BlockKind.PARAGRAPH: "Ändrad text",
    BlockKind.ITEM: "Ändrad punkt",
    BlockKind.ROW: "Ändrad rad",
}


_ADDED = Markup(
    '{}<ins class="rh-till"><span class="rh-dold">[tillagt: </span>{}<span class="rh-dold">]</span></ins>{}'
)
_REMOVED = Markup(
    '{}<del class="rh-bort"><span class="rh-dold">[borttaget: </span>{}<span class="rh-dold">]</span></del>{}'
)


def name_of(change: BlockChange) -> str:
    """What happened to the block, in two words: `Ny punkt`."""
    return _WHOLE.get((change.kind, change.change)) or _REWORDED[change.kind]


def difference_html(changes: tuple[BlockChange, ...]) -> Markup:
    """The changes under the sections they stand in. Marks are elements, signs and words, never only colour."""
    sections: dict[str, list[tuple[str, list[tuple[str, Markup]]]]] = {}
    for change in changes:
        parts = [(label, _pieces_html(pieces)) for label, pieces in _told_parts(change)]
        sections.setdefault(change.section, []).append((name_of(change), parts))
    return fill("difference.html", sections=sections)


def _pieces_html(pieces: Pieces) -> Markup:
    return Markup("").join(_piece_html(piece) for piece in pieces)


def _piece_html(piece: Piece) -> Markup:
    if piece.change is Change.KEPT:
        return escape(piece.text)
    return (_ADDED if piece.change is Change.ADDED else _REMOVED).format(*_margins(piece.text))


def difference_markdown(changes: tuple[BlockChange, ...]) -> list[str]:
    """One list item a change, under a line for each section; long unchanged stretches are cut to a few words."""
    lines: list[str] = []
    section: str | None = None
    for change in changes:
        if change.section != section:
            section = change.section
            lines += ["", f"**{literal_markdown(section) if section else 'Överst'}**", ""]
        told = "; ".join(
            f"{literal_markdown(label)}: {_pieces_markdown(pieces)}" if label else _pieces_markdown(pieces)
            for label, pieces in _told_parts(change)
        )
        lines.append(f"- {name_of(change)}: {told}")
    return lines


def _told_parts(change: BlockChange) -> list[tuple[str, Pieces]]:
    """The parts to show, each with its column: of a changed row its name and what changed."""
    if change.kind is not BlockKind.ROW:
        return [("", change.parts[0])]
    labels = (*change.labels, *[""] * len(change.parts))
    told = list(zip(labels, change.parts, strict=False))
    if change.change is not Change.KEPT:
        return [(label, pieces) for label, pieces in told if pieces]
    changed = [(label, pieces) for label, pieces in told if any(p.change is not Change.KEPT for p in pieces)]
    return changed if told[0] in changed else [told[0], *changed]


def _pieces_markdown(pieces: Pieces) -> str:
    last = len(pieces) - 1
    text = "".join(_piece_markdown(piece, number == 0, number == last) for number, piece in enumerate(pieces))
    return text.replace("][", "] [")


def _piece_markdown(piece: Piece, is_first: bool, is_last: bool) -> str:
    if piece.change is Change.KEPT:
        return literal_markdown(_shortened(piece.text, is_first, is_last))
    left, text, right = _margins(piece.text)
    mark = "**" if piece.change is Change.ADDED else "~~"
    return f"{left}[{piece.change.value}: {mark}{literal_markdown(text)}{mark}]{right}"


def _margins(text: str) -> tuple[str, str, str]:
    """White space before, the words, white space after: a mark stands around words only."""
    stripped = text.strip()
    if not stripped:
        return "", text, ""
    start = text.index(stripped)
    return text[:start], stripped, text[start + len(stripped) :]


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    if is_first and is_last:
        head, tail = _AROUND, 0  # nothing in it changed: it is there as a name
    else:
        head, tail = 0 if is_first else _AROUND, 0 if is_last else _AROUND
    found = list(re.finditer(r"\S+\s*", text))
    if len(found) <= head + tail:
        return text
    start = text[: found[head].start()] if head else ""
    end = text[found[len(found) - tail].start() :] if tail else ""
    return f"{start}… {end}" if end else f"{start.rstrip()} …"


def literal_markdown(text: str) -> str:
    """The text so that Markdown takes it as it stands, and no one is mentioned by accident."""
    return _SIGNS.sub(r"\\\1", text)
