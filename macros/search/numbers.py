"""Paragraph numbers, SFS numbers and the handbook's ids as words of their own, so that 4:4 is not taken for 42 §.

sokmotor.js reads what the reader types in the same way.
"""

import re

_PARAGRAPH = re.compile(
    r"(?<![\w:])(\d{1,3})\s*(?:kap\.?\s*|:)\s*(\d{1,3})(?!\d)(?:\s?([a-z])(?![^\W\d_]))?(?:\s*§+)?", re.IGNORECASE
)
_BARE = re.compile(r"(?<![\w:–-])(\d{1,3})(?:\s?([a-z]))?\s*§", re.IGNORECASE)
_SFS = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d):(\d{1,4})(?!\d)")
_ID = re.compile(r"\b([A-ZÅÄÖ]{1,6})-([A-ZÅÄÖ]{2,8})(?:-(\d{1,3}))?\b")


def paragraph_word(chapter: int | str | None, paragraph: str) -> str:
    """A paragraf as one word: 4 kap. 4 § → `p4x4`, 16 kap. 6 f § → `p16x6f`, 32 § without a chapter → `p32`."""
    number = paragraph.replace(" ", "").lower()
    return f"p{chapter}x{number}" if chapter else f"p{number}"


def act_word(act: str, number: str) -> str:
    """A paragraf of a certain act as one word: `sol` and `p12x4` → `solp12x4`."""
    return f"{act.replace('-', '')}{number}"


def sfs_word(year: str, number: str) -> str:
    """An SFS number as one word: 2025:400 → `sfs2025x400`."""
    return f"sfs{year}x{number}"


def id_word(identifier: str) -> str:
    """One of the handbook's ids as one word: `CL-ANV-07` → `clanv7`."""
    return "".join(part.lstrip("0") or "0" if part.isdigit() else part.lower() for part in identifier.split("-"))


def take_numbers(text: str) -> tuple[str, list[str]]:
    """The text without its paragraph numbers, SFS numbers and ids, and these as words of their own."""
    found: list[str] = []

    def sfs(match: re.Match[str]) -> str:
        found.append(sfs_word(match[1], match[2]))
        return " "

    def paragraph(match: re.Match[str]) -> str:
        found.append(paragraph_word(match[1], match[2] + (match[3] or "")))
        return " "

    def bare(match: re.Match[str]) -> str:
        found.append(paragraph_word(None, match[1] + (match[2] or "")))
        return " "

    def identifier(match: re.Match[str]) -> str:
        found.append(id_word(match[0]))
        return " "

    for pattern, take in ((_SFS, sfs), (_PARAGRAPH, paragraph), (_BARE, bare), (_ID, identifier)):
        text = pattern.sub(take, text)
    return text, found
