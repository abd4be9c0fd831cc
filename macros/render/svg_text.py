"""How wide text is in a drawing, and how it breaks into lines: SVG does neither by itself."""

# Widths in em of a plain sans serif, a little generous so that text never touches the edge of its box.
_NARROW, _WIDE, _CAPITAL, _OTHER = 0.31, 0.88, 0.68, 0.575


def text_width(text: str, size: float) -> float:
    """About how wide the text is in the units of `size`."""
    return size * sum(map(_em, text))


def _em(sign: str) -> float:
    if sign in "iljtfrI.,:;!'’()[]|- ":
        return _NARROW
    if sign in "mwMW—%@":
        return _WIDE
    return _CAPITAL if sign.isupper() else _OTHER


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in lines no wider than `width`; a word that is wider stands alone on its line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
