"""Running text to tokens: one pass with one pattern that nests no repetition, so time grows as the text does."""

import re
from enum import Enum, auto
from typing import NamedTuple

from macros.model.citations.vocabulary import LAST_WORD, ORDINALS


class Kind(Enum):
    """What a token is to the grammar."""

    NUMBER = auto()  # 4
    DECIMAL = auto()  # 6.1
    COLON = auto()  # 12:4
    SFS = auto()  # 2025:400
    SERIES = auto()  # SOSFS 2011:9, SFS 2025:400
    EU = auto()  # (EU) 2016/679
    SIGN = auto()  # §, §§
    SIGN_WORD = auto()  # paragraf 4; "4 paragrafer" counts them
    CHAPTER = auto()  # kap., kapitlet
    CHAPTER_WORD = auto()  # kapitel 4, 12 kapitel 4 §; "4 kapitel" alone counts them
    ARTICLE = auto()  # artikel, art.
    STYCKE = auto()
    PUNKT = auto()
    MENING = auto()
    ORDINAL = auto()  # första, sista
    LETTER = auto()  # a
    COMMA = auto()
    AND = auto()  # och, eller, samt
    DASH = auto()  # –, till, t.o.m.
    OPEN = auto()  # (
    CLOSE = auto()  # )
    STOP = auto()  # . ? !
    MARK = auto()  # :
    WORD = auto()
    OTHER = auto()


class Token(NamedTuple):
    """A token with its half-open span in the cleaned text."""

    kind: Kind
    start: int
    end: int
    text: str


_WORDS: dict[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.AND: ("och", "eller", "samt", "respektive", "resp.", "resp", "liksom", "jämte", "o."),
        Kind.DASH: ("till", "tom"),
        Kind.CHAPTER: ("kap", "kap.", "kapitlet"),
        Kind.CHAPTER_WORD: ("kapitel", "kapitlen"),
        Kind.ARTICLE: ("artikel", "artikeln", "artiklar", "artiklarna", "art", "art."),
        Kind.STYCKE: ("stycke", "stycket", "stycken", "styckena", "st", "st."),
        Kind.PUNKT: ("punkt", "punkten", "punkter", "punkterna", "p", "p."),
        Kind.MENING: ("mening", "meningen", "meningarna"),
        Kind.SIGN_WORD: ("paragraf", "paragrafen", "paragrafer", "paragraferna"),
        Kind.ORDINAL: (*ORDINALS, LAST_WORD),
    }.items()
    for word in words
}
_MARKS = {
    ",": Kind.COMMA,
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
    ".": Kind.STOP,
    "?": Kind.STOP,
    "!": Kind.STOP,
    "&": Kind.AND,
    "+": Kind.AND,
    ":": Kind.MARK,
}
_GROUPS: dict[str | None, Kind] = {"REST": Kind.OTHER, **{kind.name: kind for kind in Kind}}

# Named after the kinds; what is taken out of the way (addresses, dates, diary numbers, times) comes as OTHER.
_PATTERN = re.compile(
    r"""
      (?P<OTHER> https?://[^\s<>]+ | [A-Za-z0-9-]{2,40}\.(?:nu|se|com|org|eu)/[^\s<>]*
        | \d{4}-\d{2}-\d{2}(?!\d) | \d{1,2}:\d{2}:\d{2} | \d{2,4}/\d{2,4}(?::\w{1,12})? )
    | (?P<EU> \(E[UG]\)\s(?:nr\s)?\d{1,4}/\d{1,4}(?!\d) )
    | (?P<SERIES> \b(?:[A-ZÅÄÖ]{2,5}-)?[A-ZÅÄÖ]{0,5}FS\s(?:nr\s)?\d{4}:[1-9]\d{0,4}(?!\d) )
    | (?P<SFS> (?<![\w/.,:–-])(?:1[89]|20)\d{2}:[1-9]\d{0,4}(?![:/–-]?\w) )
    | (?P<COLON> (?<![\w:/.,])[1-9]\d{0,2}:[1-9]\d{0,2}(?![\d:/]) )
    | (?P<DECIMAL> (?<![\w.,])\d{1,3}\.\d{1,3}(?!\d|\.\d) )
    | (?P<NUMBER> (?<!\w)\d+ )
    | (?P<SIGN> §(?:\s?§)? )
    | (?P<DASH> [-–—‐‑‒−] | t\.\s?o\.\s?m\.? )
    | (?P<LETTER> (?<!\w)[a-z](?=\s?[-–]\s?[a-z]\b) )
    | (?P<WORD> (?:[Kk]ap|KAP)\s?\. | (?:[Aa]rt|st|p|resp|o)\.
        | [^\W\d_](?:[^\W\d_]|-(?=[^\W\d_]))*(?::[a-zåäö]+|-(?!\d))? )
    | (?P<MARK> [,().?!&+:] )
    | (?P<REST> [^\s*_] )
    """,
    re.VERBOSE,
)


def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text. White space and emphasis signs (`*`, `_`) vanish; nothing else does."""
    return [
        Token(_kind(match.lastgroup, match[0]), match.start(), match.end(), match[0])
        for match in _PATTERN.finditer(text, start, end)
    ]


def _kind(group: str | None, text: str) -> Kind:
    if group == "WORD":
        if len(text) == 1 and "a" <= text <= "z" and text != "p":
            return Kind.LETTER
        return _WORDS.get(text) or _WORDS.get(text.lower()) or (Kind.CHAPTER if text[-1] == "." else Kind.WORD)
    return _MARKS[text] if group == "MARK" else _GROUPS[group]
