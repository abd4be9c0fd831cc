"""Words that name an act: `socialtjänstlagen (2025:400)`, `FL`, `lag (2001:454) om …`, `samma lag`, `denna lag`."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import takewhile

from macros.model.citations.acts import Acts
from macros.model.citations.forms import Phrase, is_act_word, key, names_unknown_act
from macros.model.citations.reader import Reader
from macros.model.citations.tokens import Kind, Token
from macros.model.citations.vocabulary import (
    ACT_ENDINGS,
    BEGINS_DESCRIPTION,
    BEGINS_NAME,
    HEADS,
    NEW,
    NO_DESCRIPTION,
    OLD,
    SAME,
    THIS,
)

Described = dict[Phrase, tuple[str, Phrase]]  # the first two words of a description → the act, and all of its words


class Naming(Enum):
    """In which way the words point at an act."""

    NUMBER = auto()  # with its number
    NAME = auto()  # by a known name
    UNKNOWN = auto()  # by a name that nobody has told us: vapenlagen, lagen om …
    BEFORE = auto()  # samma lag, den lagen, lagen
    OWN = auto()  # denna lag
    DOCUMENT = auto()  # reglementet: numbered in paragrafer, but no law


@dataclass(frozen=True)
class Mention:
    """Words that name an act, with their tokens (half-open). `names` is what an unknown act was called.

    `amending`: only a number, as in `Lag (2025:374).`; such an act is not what the text goes on to speak of.
    `age`: `nya` or `gamla` before the words, or a year (`2001 års lag`), of acts that share a name.
    """

    first: int
    end: int
    naming: Naming
    candidates: tuple[str, ...] = ()
    name: str | None = None
    dated: bool = False
    amending: bool = False
    age: str = ""


_DOCUMENT = re.compile(
    r"(?:\w*reglementet?|(?:arbets|delegations|delegerings|bolags|förbunds)ordning(?:en)?|\w*avtal(?:et)?"
    r"|stadgar(?:na)?|stadgan?)s?"
)
_LONGEST_TAIL = 12
_YEAR = re.compile(r"(?:1[89]|20)\d{2}")
_NUMBER = re.compile(r"\d{4}:\d+")


class MentionReader(Reader):
    """Reads mentions of acts. `described` gathers how the text itself describes acts that nobody else knows."""

    def __init__(self, tokens: list[Token], acts: Acts, described: Described) -> None:
        super().__init__(tokens)
        self.acts = acts
        self.described = described

    def read(self, index: int) -> Mention | None:
        """The mention that begins at the token, or None."""
        kind = self.kind(index)
        if kind is Kind.SERIES:
            return self._series(index)
        if kind is Kind.EU:
            return self._eu(index)
        if kind is Kind.NUMBER:
            return self._year_first(index)
        if kind is not Kind.WORD or not self._may_name(self.text(index)):
            return None
        return self._named(index) or self._headed(index) or self._numbered_word(index) or self._other(index)

    def _may_name(self, word: str) -> bool:
        """False for the many words that begin no mention."""
        lower = word.lower()
        return (
            lower.endswith(ACT_ENDINGS)
            or lower in THIS
            or lower in SAME
            or word in self.acts.first_words
            or lower in self.acts.first_words
        )

    def _series(self, index: int) -> Mention:
        """`SFS 2025:400`, `SOSFS 2011:9`."""
        number = _series_number(self.text(index))
        return Mention(index, index + 1, Naming.NUMBER, (number,), dated=True, amending=self.acts.get(number) is None)

    def _eu(self, index: int) -> Mention:
        number = f"EU {self.text(index).split()[-1]}"
        return Mention(index, index + 1, Naming.NUMBER, (number,), dated=True)

    def _year_first(self, index: int) -> Mention | None:
        """`2001 års socialtjänstlag`."""
        if _YEAR.fullmatch(self.text(index)) is None or self.text(index + 1) != "års":
            return None
        year = self.text(index)
        found = self._named(index + 2)
        if found is None and self.text(index + 2).lower() in HEADS:
            return Mention(index, index + 3, Naming.BEFORE, dated=True, age=year)
        if found is None or not (chosen := _of_year(found.candidates, self.text(index))):
            return None
        return replace(found, first=index, candidates=chosen, dated=True)

    def _named(self, index: int) -> Mention | None:
        """A name from the look-up, with the number, year or abbreviation that may follow it."""
        length, candidates = self.acts.longest(token.text for token in self.tokens[index : index + _LONGEST_TAIL * 2])
        if not length:
            return None
        mention = Mention(index, index + length, Naming.NAME, self._by_age(candidates, index))
        return self._abbreviated(self._numbered(self._from_year(mention)))

    def _by_age(self, candidates: tuple[str, ...], index: int) -> tuple[str, ...]:
        """`gamla` and `nya` before the name say which of several acts is meant."""
        before = self.text(index - 1)
        if before not in OLD | NEW or len(candidates) == 1:
            return candidates
        return (min(candidates),) if before in OLD else (max(candidates),)

    def _from_year(self, mention: Mention) -> Mention:
        """`socialtjänstlagen från 2001`, `SoL 2001`."""
        index = mention.end + 1 if self.text(mention.end) in {"från", "av"} else mention.end
        if self.kind(index) is Kind.NUMBER and (chosen := _of_year(mention.candidates, self.text(index))):
            return replace(mention, end=index + 1, candidates=chosen, dated=True)
        return mention

    def _numbered(self, mention: Mention) -> Mention:
        """A number after a name, in brackets or not, decides which act it is."""
        number, end = self._number_at(mention.end)
        if number is None:
            return mention
        return replace(mention, end=end, naming=Naming.NUMBER, candidates=(number,), dated=True)

    def _number_at(self, index: int) -> tuple[str | None, int]:
        """The number in `2025:400`, `(2025:400)`, `(SFS 2025:400)` or `(2025:400, SoL)`, and the token after it."""
        if self.kind(index) is Kind.SFS:
            return self.text(index), index + 1
        if self.kind(index) is not Kind.OPEN:
            return None, index
        number: str | None = None
        for end in range(index + 1, index + 8):
            kind = self.kind(end)
            if kind is Kind.CLOSE:
                return (number, end + 1) if number else (None, index)
            if kind in {Kind.SFS, Kind.SERIES}:
                number = _series_number(self.text(end))
            elif kind not in {Kind.COMMA, Kind.WORD}:
                break
        return None, index

    def _abbreviated(self, mention: Mention) -> Mention:
        """The same act again, abbreviated: `socialtjänstlagen (SoL)`, `förvaltningslagen (2017:900), FL`."""
        bracket = self.kind(mention.end) is Kind.OPEN
        if not bracket and not (self.kind(mention.end) is Kind.COMMA and mention.naming is Naming.NUMBER):
            return mention
        length, again = self.acts.longest([self.text(mention.end + 1), self.text(mention.end + 2)])
        end = mention.end + 1 + length
        if not length or not set(again) & set(mention.candidates) or (bracket and self.kind(end) is not Kind.CLOSE):
            return mention
        return replace(mention, end=end + 1 if bracket else end)

    def _headed(self, index: int) -> Mention | None:
        """`lag (2001:454) om …`, `förordningen (2008:975)`, `direktiv (EU) 2016/2102`, `lagen om …`."""
        head = HEADS.get(self.text(index).lower())
        if head is None:
            return None
        if self.kind(index + 1) is Kind.EU:
            return replace(self._eu(index + 1), first=index, name=self.text(index).lower())
        number, end = self._number_at(index + 1)
        if number is None:
            return self._without_number(index)
        known = self.acts.get(number)
        tail = self._tail(end, number)
        if known is None and tail == end:
            self._remember(end, number)
        definite = self.text(index).lower() == head
        mention = Mention(index, tail, Naming.NUMBER, (number,), name=head, dated=True)
        mention = replace(mention, amending=known is None and not definite and self.text(end) not in BEGINS_DESCRIPTION)
        return self._abbreviated(mention) if known else mention

    def _tail(self, index: int, number: str) -> int:
        """The token after the words that describe the act, as far as they are the ones we know."""
        act = self.acts.get(number)
        if act is None or self.text(index) not in BEGINS_DESCRIPTION:
            return index
        words = tuple(key(token.text) for token in self.tokens[index : index + _LONGEST_TAIL * 2])
        lengths = (len(tail) for tail in act.tails if words[: len(tail)] == tail)
        return index + max(lengths, default=0)

    def _remember(self, index: int, number: str) -> None:
        """Note how the text describes an act that it gives the number of."""
        words = self._description(index)
        if len(words) > 1 and words[0] in BEGINS_DESCRIPTION:
            self.described[words[:2]] = (number, words)

    def _description(self, index: int) -> Phrase:
        """The words from the token on, as long as there are only words."""
        words: list[str] = []
        while len(words) < _LONGEST_TAIL and self.kind(index + len(words)) in {Kind.WORD, Kind.AND, Kind.DASH}:
            words.append(self.text(index + len(words)).lower())
        return tuple(words)

    def _as_described(self, index: int) -> tuple[str, int] | None:
        """The act that the text described with the words from the token on, and how many of them it used."""
        words = self._description(index)
        known = self.described.get(words[:2])
        if known is None:
            return None
        number, tail = known
        length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, tail, strict=False)))
        while self.kind(index + length - 1) is not Kind.WORD:
            length -= 1
        return number, length

    def _without_number(self, index: int) -> Mention | None:
        """`lagen om …` without number: as the text described it before, else unknown."""
        if self.text(index + 1) not in BEGINS_NAME or self.text(index + 2) in NO_DESCRIPTION:
            return None
        described = self._as_described(index + 1)
        if described is None:
            return Mention(index, index + 1, Naming.UNKNOWN)
        number, length = described
        name = HEADS[self.text(index).lower()]
        return Mention(index, index + 1 + length, Naming.NAME, (number,), name=name)

    def _numbered_word(self, index: int) -> Mention | None:
        """`vapenlagen (1996:67)`: an unknown name is an act when a number follows."""
        word = self.text(index)
        number, end = self._number_at(index + 1)
        if number is None or _NUMBER.fullmatch(number) is None or not is_act_word(word):
            return None
        return Mention(index, end, Naming.NUMBER, (number,), name=word.lower(), dated=True)

    def _other(self, index: int) -> Mention | None:
        word = self.text(index).lower()
        following = self.text(index + 1).lower()
        if word in THIS and following in HEADS:
            return Mention(index, index + 2, Naming.OWN)
        if word in SAME and following in HEADS:
            return Mention(index, index + 2, Naming.BEFORE)
        if word in HEADS and HEADS[word] in {word, word.removesuffix("s")}:
            age = "gamla" if self.text(index - 1) in OLD else "nya" if self.text(index - 1) in NEW else ""
            return Mention(index, index + 1, Naming.BEFORE, age=age)
        if _DOCUMENT.fullmatch(word):
            return Mention(index, index + 1, Naming.DOCUMENT)
        if names_unknown_act(self.text(index)):
            return Mention(index, index + 1, Naming.UNKNOWN, name=word.removesuffix("s"))
        return None


def _series_number(text: str) -> str:
    """`SFS 2025:400` is 2025:400; other series keep their name."""
    series, _, number = " ".join(text.replace(" nr ", " ").split()).rpartition(" ")
    return number if series in {"", "SFS"} else f"{series} {number}"


def _of_year(candidates: tuple[str, ...], year: str) -> tuple[str, ...]:
    return tuple(number for number in candidates if number.startswith(f"{year}:"))
