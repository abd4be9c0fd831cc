"""Small matters of Swedish wording: capitals, numbers in words, unbroken references."""

import re

from markupsafe import Markup, escape

from macros.model.record import UNKNOWN

_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def first_upper(text: str) -> str:
    """The text with its first letter in upper case and the rest as it is (`cv` stays `cv` inside)."""
    return text[:1].upper() + text[1:]


def first_lower(text: str) -> str:
    """The text with its first letter in lower case and the rest as it is."""
    return text[:1].lower() + text[1:]


def number_word(number: int) -> str:
    """The number in words up to twelve, in digits above; counts things with `en`."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """The number in digits with its noun: `1 steg`, `8 punkter`."""
    return f"{number} {one if number == 1 else many}"


def share(part: int, whole: int) -> str:
    """How large a part is of the whole, in whole per cent: `68 %`. Half a per cent is rounded up; `whole` above 0."""
    return f"{(200 * part + whole) // (2 * whole)} %"


def listed(words: list[str]) -> str:
    """The words as a Swedish list: `a, b och c`."""
    if len(words) < 2:  # noqa: PLR2004 - a list needs two words for its "och"
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def known(text: str) -> Markup:
    """The text as a value of its own, with a capital letter; or that the municipality has yet to fill it in."""
    if text == UNKNOWN:
        return Markup('<span class="rh-okant">Fylls i av kommunen</span>')
    return escape(first_upper(text))


def unbroken(text: str) -> Markup:
    """The text with spaces that do not break, so that `12 kap. 4 §` stays on one line."""
    return escape(text).replace(" ", Markup("&nbsp;"))


def amounts(text: str) -> Markup:
    """The text with amounts such as `1 500 000` kept on one line."""
    return Markup(re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "&nbsp;", str(escape(text))))  # noqa: S704 - escaped here


def literal(text: str) -> Markup:
    """The text so that Markdown, too, takes it as it stands. For headings and links that Markdown reads after us."""
    return Markup(_without_signs(str(escape(text))))  # noqa: S704 - escaped here


_TAG = re.compile(r"(<[^>]*>)")  # in an attribute, > is always &gt;


def inline(markup: str) -> str:
    """Markup to stand within a line of Markdown, which finds no sign of its own in the text and no end of the line."""
    parts = _TAG.split(re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", markup))
    return "".join(part if _TAG.fullmatch(part) else _without_signs(part) for part in parts)


def _without_signs(text: str) -> str:
    for sign in "\\`*_[]{}":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text
