"""The blocks of a statute's plain text, and what each one is by its shape."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.statute_text import paragraph_key, readable

_CHAPTER = re.compile(r"(\d{1,3})(?: ?([a-z]))? kap\.(?: (?!\d)(.+))?")
_PARAGRAPH = re.compile(r"(\d{1,4})(?: ?([a-z]))?(?: ?- ?(\d{1,4})(?: ?([a-z]))?)? (§§?)(?: (.*))?")
_ACT = re.compile(r"\d{4}:\d{1,4}")
_TRANSITIONAL = re.compile(r"(Ikraftträdande- och )?[Öö]vergångsbestämmelser(na)?\W*")
_APPENDIX = re.compile(r"Bilaga( \d{1,2}| [A-Z])?( [^.]{0,80})?")
_OPENS_SENTENCE = re.compile(r"[A-ZÅÄÖ0-9(/\"']")
_REFERENCE = re.compile(r"\d+( [a-z])?((-| och )\d+( [a-z])?)? (kap\.|§§?)|\(\d{4}:\d+\)")
_LONGEST_HEADING = 160


@dataclass(frozen=True)
class Block:
    """A run of lines in normal form. `certain`: the source itself marks it as a heading."""

    text: str
    certain: bool = False

    @property
    def is_transitional(self) -> bool:
        """True for the heading over the transitional provisions."""
        return _TRANSITIONAL.fullmatch(self.text) is not None

    @property
    def is_act(self) -> bool:
        """True for an SFS number alone on its line: what follows are that act's transitional provisions."""
        return _ACT.fullmatch(self.text) is not None

    @property
    def is_appendix(self) -> bool:
        """True for the heading of an appendix."""
        return _APPENDIX.fullmatch(self.text) is not None

    @property
    def is_closed(self) -> bool:
        """True when the text ends like a sentence or an item of a list. A question is a heading, never law."""
        return self.text.endswith((".", ":", ";", ",", ")", '"')) or self.text.endswith((" och", " eller"))

    @property
    def looks_like_heading(self) -> bool:
        """True when it is marked as a heading, or reads like one: short, capital first, no full stop, no figures."""
        if self.certain:
            return True
        bare = _REFERENCE.sub("", self.text)
        return (
            len(self.text) <= _LONGEST_HEADING
            and not self.is_closed
            and self.text[0].isupper()
            and not any(sign.isdigit() for sign in bare)
        )

    @property
    def chapter(self) -> str | None:
        """The chapter's number (`12`, `8 a`) when this is the heading of one."""
        found = _CHAPTER.fullmatch(self.text)
        if found is None or not (self.certain or (found[3] is None or self._reads_as_title(found[3]))):
            return None
        return label(found[1], found[2])

    def _reads_as_title(self, title: str) -> bool:
        return title[0].isupper() and len(title) <= _LONGEST_HEADING and not self.is_closed and "§" not in title

    @property
    def opening(self) -> "Opening | None":
        """The provision (or several repealed together) that the block opens, or None."""
        found = _PARAGRAPH.fullmatch(self.text)
        if found is None:
            return None
        rest = found[6] or ""
        if rest and not self.certain and not _OPENS_SENTENCE.match(rest):
            return None  # a line such as `1 § om fusionsplan,` in a list
        first = label(found[1], found[2])
        last = label(found[3], found[4]) if found[3] else first
        numbers = tuple(numbers_between(first, last))
        if not numbers or (found[5] == "§§") != (len(numbers) > 1):
            return None
        return Opening(numbers, rest)


@dataclass(frozen=True)
class Opening:
    """The start of a provision: its number, or the numbers that share the text, and the text after them."""

    paragraphs: tuple[str, ...]
    rest: str


def blocks(text: str) -> Iterator[Block]:
    """Runs of lines between blank ones. A line that begins with `#`, or holds only an SFS number, stands for itself."""
    gathered: list[str] = []
    for line in [*text.splitlines(), ""]:
        bare = line.strip()
        alone = bare.startswith("#") or _ACT.fullmatch(bare) is not None
        if gathered and (alone or not bare):
            yield from _block("\n".join(gathered))
            gathered = []
        if alone:
            yield from _block(bare.lstrip("#"), certain=bare.startswith("#"))
        elif bare:
            gathered.append(line)


def _block(text: str, *, certain: bool = False) -> Iterator[Block]:
    if plain := readable(text):
        yield Block(plain, certain)


def label(number: str, letter: str | None) -> str:
    """A chapter's or paragraph's number as it is written: `4`, `4 a`."""
    return f"{int(number)} {letter}" if letter else str(int(number))


def numbers_between(first: str, last: str) -> Iterator[str]:
    """The numbers from one to another that can be told from their form: `7`–`9`, or `4 a`–`4 c`. None when neither."""
    (number, letter), (last_number, last_letter) = paragraph_key(first), paragraph_key(last)
    if first == last:
        yield first
    elif number == last_number:
        yield from (f"{number} {chr(code)}" for code in range(ord(letter or "`"), ord(last_letter or "`") + 1))
    elif not letter and not last_letter and number < last_number:
        yield from map(str, range(number, last_number + 1))
