"""What a statute database gives, whatever its form, to one plain document: number, text and what it says of itself."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.model.statute_split import split_statute
from macros.model.statute_text import StatuteText, latest_act
from macros.sources.statute_html import html_to_text, looks_like_statute

RK, RIKSDAGEN_JSON, RIKSDAGEN_HTML, TEXT = "rkrattsbaser", "riksdagen-json", "riksdagen-html", "riksdagen-text"
FORMATS = (RK, RIKSDAGEN_JSON, RIKSDAGEN_HTML, TEXT)

_SFS = r"(\d{4}:\d{1,4})"
_HEADER_LINES = 40
_ESCAPE = len("\\u00e5")  # text cut off within a sign that is written like this is faulted where the sign begins
_STATED = (
    re.compile(rf"^\s*(?:SFS nr|SFS-nummer|beteckning)\W*:\s*\W*{_SFS}", re.IGNORECASE | re.MULTILINE),
    re.compile(rf"^#*\s*[A-ZÅÄÖ][^\n§]{{0,200}}?\({_SFS}\)", re.MULTILINE),
)
_AMENDED = re.compile(rf"t\.\s?o\.\s?m\.\s+SFS\s+{_SFS}")
_REPEALED = re.compile(r"^\s*(?:Upphävd|Författningen är upphävd)\W*:\s*(\d{4}-\d{2}-\d{2})", re.MULTILINE)
_NAME = re.compile(r"(?:^|[/\\_-])(\d{4})-(\d{1,4})(?=[._/\\-]|$)")
_LINK = re.compile(r"\[([^\]\n]{0,400})\]\([^)\s]{0,400}\)")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MISREAD = re.compile("Ã[¥¤¶…„–]|\ufffd")


class UnreadableStatuteError(Exception):
    """The content is no statute that can be read. Swedish message and cure; `line` is where in the content."""

    def __init__(self, message: str, cure: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.line = line


@dataclass(frozen=True)
class _Document:
    """A source's own account of the statute: SFS number (None: it does not say) and plain text."""

    sfs_nummer: str | None
    text: str
    amended_to: str | None = None
    as_of: date | None = None
    repealed_on: date | None = None


def read_statute(content: str, name: str, form: str | None = None, otherwise: str | None = None) -> StatuteText:
    """Read one statute. `name`: file name or address; `form`: one of FORMATS, or None to find out.

    `otherwise`: the SFS number to take when neither the content nor the name says any.

    Raises UnreadableStatuteError for content in another form, or without any provision or SFS number.
    """
    if (misread := _MISREAD.search(content)) is not None:
        line = content.count("\n", 0, misread.start()) + 1
        raise UnreadableStatuteError("Å, ä och ö är trasiga.", "Hämta texten på nytt, kodad som UTF-8.", line)
    document = _READERS[form or _form_of(content)](content)
    split = split_statute(document.text)
    sfs_nummer = document.sfs_nummer or _number_in_name(name) or otherwise
    if not split.provisions:
        raise UnreadableStatuteError("Texten innehåller inga paragrafer.", "Kontrollera källan, eller välj --format.")
    if sfs_nummer is None:
        cure = "Säg vilken lag det är med --lag, eller ge filen ett namn som 2025-400.txt."
        raise UnreadableStatuteError("Det går inte att se vilken lag texten hör till.", cure)
    notes = [wording.amended_by for one in split.provisions for wording in one.wordings if wording.amended_by]
    return StatuteText(
        sfs_nummer,
        split.provisions,
        split.transitional,
        document.amended_to or latest_act([*notes, *(rule.act for rule in split.transitional if rule.act), sfs_nummer]),
        document.as_of,
        document.repealed_on,
    )


def _form_of(content: str) -> str:
    start = content.lstrip("\ufeff \t\r\n")[:1]
    if start in {"{", "["}:
        found = _parse_json(content)
        return RIKSDAGEN_JSON if isinstance(found, dict) and "dokumentstatus" in found else RK
    return RIKSDAGEN_HTML if start == "<" else TEXT


def _read_rk(content: str) -> _Document:
    found = _unwrapped(_parse_json(content))
    text = _at(found, "fulltext", "forfattningstext")
    if not isinstance(text, str):
        raise UnreadableStatuteError(
            "Det är JSON, men ingen författning ur Regeringskansliets rättsdatabaser (forfattningstext saknas).",
            "Välj rätt fil, eller säg vilken form den har med --format.",
        )
    amended = _AMENDED.search(_words(found, "fulltext", "andringInford"))
    updated = _words(found, "uppdateradDateTime") or _words(found, "register", "uppdateradDateTime")
    repealed = _words(found, "upphavdDateTime") or _words(found, "tidsbegransadDateTime")
    number = _words(found, "beteckning")
    return _Document(number or None, text, amended[1] if amended else None, _day(updated), _day(repealed))


def _unwrapped(found: Any) -> Any:
    """The statute itself, out of the search answer that the database wraps it in."""
    hits = _at(found, "hits", "hits")
    if isinstance(hits, list) and len(hits) == 1:
        return _at(hits[0], "_source")
    return found


def _read_riksdagen_json(content: str) -> _Document:
    found = _parse_json(content)
    document = _at(found, "dokumentstatus", "dokument")
    document = document[0] if isinstance(document, list) and document else document
    html, text = _words(document, "html"), _words(document, "text")
    if "§" not in text:
        text = html_to_text(html) if looks_like_statute(html) else ""
    if not text:
        raise UnreadableStatuteError(
            "Det är JSON, men ingen författning ur Riksdagens öppna data (texten saknas).",
            "Välj rätt fil, eller säg vilken form den har med --format.",
        )
    stated = _from_text(text)
    amended = _AMENDED.search(_words(document, "subtitel") or _words(document, "undertitel"))
    return _Document(
        _words(document, "beteckning") or _number_in_name(_words(document, "dok_id")) or stated.sfs_nummer,
        text,
        amended[1] if amended else stated.amended_to,
        _day(_words(document, "systemdatum")),
        _repealed(_at(found, "dokumentstatus", "dokuppgift", "uppgift")) or stated.repealed_on,
    )


def _repealed(facts: Any) -> date | None:
    """The day in the fact `upphavd` among those that Riksdagen lists beside the document."""
    listed = facts if isinstance(facts, list) else [facts]
    return next((_day(_words(fact, "text")) for fact in listed if _words(fact, "kod") == "upphavd"), None)


def _read_html(content: str) -> _Document:
    if not looks_like_statute(content):
        raise UnreadableStatuteError(
            "Det är en webbsida, inte en författning.",
            "Kontrollera adressen. Servern kan ha svarat med en felsida. Hämta helst adressen som slutar på .json.",
        )
    return _from_text(html_to_text(content))


def _from_text(content: str) -> _Document:
    """Plain text or Markdown, with what the lines before the first provision say of it."""
    text = content.lstrip("\ufeff").replace("\r\n", "\n")
    head = "\n".join(text.split("\n")[:_HEADER_LINES])
    first = re.search(r"^#*\s*\d+( kap\.| §)", head, re.MULTILINE)
    head = head[: first.start()] if first else head
    number = next((found[1] for pattern in _STATED if (found := pattern.search(head))), None)
    amended, repealed = _AMENDED.search(head), _REPEALED.search(head)
    body = _LINK.sub(r"\1", _FRONT_MATTER.sub("", text))
    return _Document(number, body, amended[1] if amended else None, None, _day(repealed[1]) if repealed else None)


_READERS: Mapping[str, Callable[[str], _Document]] = {
    RK: _read_rk,
    RIKSDAGEN_JSON: _read_riksdagen_json,
    RIKSDAGEN_HTML: _read_html,
    TEXT: _from_text,
}


def _parse_json(content: str) -> Any:
    try:
        return json.loads(content.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        if content.lstrip("\ufeff \t\r\n").startswith("<"):
            raise UnreadableStatuteError(
                "Svaret är en webbsida i stället för JSON.",
                "Kontrollera adressen. Servern kan ha svarat med en felsida.",
            ) from error
        cut = error.pos + _ESCAPE >= len(content.rstrip()) or error.msg.startswith("Unterminated string")
        message = "Texten är avhuggen: JSON slutar mitt i." if cut else "JSON går inte att läsa."
        raise UnreadableStatuteError(message, "Hämta filen på nytt.", error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableStatuteError("JSON går inte att läsa.", "Hämta filen på nytt.") from error


def _number_in_name(name: str) -> str | None:
    found = _NAME.search(name)
    return f"{found[1]}:{int(found[2])}" if found else None


def _at(found: Any, *keys: str) -> Any:
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _words(found: Any, *keys: str) -> str:
    value = _at(found, *keys)
    return value.strip() if isinstance(value, str) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
