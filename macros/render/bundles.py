"""One stylesheet and one script for a page instead of one for each source file: text in, text out."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial

BUNDLE_FOLDER = "assets/paket"
_FOLDER = "assets/"


class Kind(Enum):
    """What adjacent tags of one sort become: how one tag of it reads, and the ending of the file."""

    STYLE = (r'<link rel="stylesheet" href="([^":?]+\.css)">', '<link rel="stylesheet" href="{}">', "css")
    SCRIPT = (r'<script src="([^":?]+\.js)"></script>', '<script src="{}"></script>', "js")

    def __init__(self, tag: str, written: str, ending: str) -> None:
        self.tag = re.compile(tag)
        self.run = re.compile(rf"{tag}(?:\s*{tag})+")
        self.written = written
        self.ending = ending


@dataclass(frozen=True)
class Bundle:
    """The files that stand next to each other on a page, by their paths from the root of the website."""

    kind: Kind
    names: tuple[str, ...]


def bundles_of(html: str) -> list[Bundle]:
    """What the page loads in one go. A tag with settings of its own, or alone, stays as it is."""
    return [
        Bundle(kind, tuple(_name(href) for href in kind.tag.findall(run[0])))
        for kind in Kind
        for run in kind.run.finditer(html)
    ]


def with_bundles(html: str, addresses: Mapping[Bundle, str]) -> str:
    """The page with one tag for each bundle. `addresses`: path from the root of the website."""
    for kind in Kind:
        html = kind.run.sub(partial(_one_tag, kind, addresses), html)
    return html


def bundle_text(bundle: Bundle, texts: Mapping[str, str]) -> str:
    """The content of the bundle's file."""
    if bundle.kind is Kind.STYLE:
        charset = '@charset "UTF-8";'  # counts only as the first thing in the file
        return charset + "".join(_slim_style(texts[name].replace(charset, "")) for name in bundle.names) + "\n"
    return "".join(_guarded(_slim_script(name, texts[name])) for name in bundle.names)


def bundle_address(bundle: Bundle, text: str) -> str:
    """Named after its content, so that a browser may keep it for ever."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{BUNDLE_FOLDER}/handbok.{digest}.min.{bundle.kind.ending}"


_PICTURE = re.compile(r'(?<=(?:src|ref)=")([^":?]*)(assets/img/[^":?]+)\.svg(?=")')


def pictures_of(html: str) -> list[str]:
    """The theme's own pictures on the page, by their paths from the root of the website."""
    return [f"{name}.svg" for _, name in _PICTURE.findall(html)]


def picture_address(name: str, content: bytes) -> str:
    """A copy of the picture that is named after its content, like a bundle."""
    stem = name.rpartition("/")[2].removesuffix(".svg")
    return f"{BUNDLE_FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.min.svg"


def with_pictures(html: str, addresses: Mapping[str, str]) -> str:
    """The page with the addresses of the copies."""
    return _PICTURE.sub(lambda found: found[1] + addresses[f"{found[2]}.svg"], html)


def _name(href: str) -> str:
    return href[href.find(_FOLDER) :] if _FOLDER in href else href


def _one_tag(kind: Kind, addresses: Mapping[Bundle, str], run: re.Match[str]) -> str:
    hrefs = kind.tag.findall(run[0])
    address = addresses[Bundle(kind, tuple(_name(href) for href in hrefs))]
    way = hrefs[-1].removesuffix(_name(hrefs[-1]))  # ../../ or, on the page for what is not found, /rutiner/
    return kind.written.format(way + address)


_STYLE_PART = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*.*?\*/|\s+""", re.DOTALL)
_ROUND_SIGNS = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|\s*([{};,])\s*""")


def _slim_style(text: str) -> str:
    """Without comments and line breaks. What stands in quotes is left alone."""
    spaced = _STYLE_PART.sub(lambda part: part[1] or " ", text)
    return _ROUND_SIGNS.sub(lambda part: part[1] or part[2], spaced).strip()


_COMMENT_LINE = re.compile(r"^[ \t]*//.*\n?|^[ \t]+", re.MULTILINE)


def _slim_script(name: str, text: str) -> str:
    """Without indentation and lines of comment. A text over several lines (between backticks) is left alone."""
    if name.endswith(".min.js"):
        return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", text)
    if any(line.count("`") % 2 for line in text.splitlines()):
        return text
    return _COMMENT_LINE.sub("", text)


def _guarded(text: str) -> str:
    """A mistake in one script must not stop those after it, just as when each had a file of its own."""
    return f"try{{(()=>{{{text}\n}})()}}catch(error){{reportError(error)}}\n"


_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|[ \t\r]*\n[ \t\r\n]*", re.DOTALL | re.IGNORECASE)


def slim_page(html: str) -> str:
    """The page without indentation and empty lines, save where they are shown."""
    return _KEPT.sub(lambda part: part[1] or "\n", html)
