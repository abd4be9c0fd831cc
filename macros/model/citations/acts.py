"""How acts are written: a frozen look-up from words to SFS numbers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from macros.model.citations.forms import Phrase, is_abbreviation, running_name, tails, written_forms
from macros.model.citations.vocabulary import HEADS
from macros.model.interval import Interval
from macros.model.other_act import OtherAct
from macros.model.statute import Statute

_LETTERS = re.compile(r"[^\W\d_]+")
_SERIES = re.compile(r"[A-ZÅÄÖ-]+ \d{4}:\d+")


@dataclass(frozen=True)
class Act:
    """An act that text may name. `number` is its SFS number, `name` its name in running text (None: only the number).

    `id` is the register's, None for an act that the register does not hold. `chaptered` is whether its paragrafer are
    numbered within chapters, None when that is not known. `has_articles`: a convention or an act of the EU.
    """

    number: str
    name: str | None
    interval: Interval
    forms: frozenset[Phrase] = frozenset()
    tails: frozenset[Phrase] = frozenset()
    id: str | None = None
    chaptered: bool | None = None

    @property
    def has_articles(self) -> bool:
        """True when the act's provisions are articles, under some name that it goes by."""
        return self.number.startswith("EU ") or any("konvention" in word for form in self.forms for word in form)


class _Node:
    """A word on the way through the written forms, and the acts whose form ends here."""

    __slots__ = ("acts", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.acts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Acts:
    """The acts, and the day on which text is read: a name that several acts share means the one in force that day.

    Without a day, a shared name means the act that has not ceased. The others remain as candidates.
    """

    acts: tuple[Act, ...]
    day: date | None = None

    def as_of(self, day: date | None) -> "Acts":
        """The same acts, read on another day."""
        return replace(self, day=day)

    def get(self, number: str | None) -> Act | None:
        """The act with the number, or None."""
        return self._by_number.get(number) if number is not None else None

    def register_id(self, number: str | None) -> str | None:
        """The register's id of the act with the number, or None when the register does not hold it."""
        act = self.get(number)
        return act.id if act else None

    def namesakes(self, number: str) -> tuple[str, ...]:
        """The acts that share a written form with the act, itself included, the oldest first."""
        act = self.get(number)
        return tuple(sorted(other.number for other in self.acts if act and other.forms & act.forms))

    def longest(self, words: Iterable[str]) -> tuple[int, tuple[str, ...]]:
        """How many of the words are the longest name they begin with, and which acts it may mean, likeliest first."""
        node = self._trie
        best: tuple[int, tuple[str, ...]] = (0, ())
        for length, word in enumerate(words, start=1):
            following = node.next.get(word) or node.next.get(word.lower())
            if following is None:
                break
            node = following
            if node.acts:
                best = (length, node.acts)
        return best

    @cached_property
    def keywords(self) -> frozenset[str]:
        """A word of every form that does not begin with `lag` or the like, in the ways it may be capitalised.

        A text without any of them, and without `lag (2001:454)` or `lagen om`, names no act that is known.
        """
        forms = [form for act in self.acts for form in act.forms if form[0] not in HEADS]
        found = {max(_letters(form), key=len, default=form[0]) for form in forms}
        plain = {word for word in found if not is_abbreviation(word)}
        return frozenset(found | {word.capitalize() for word in plain} | {word.upper() for word in plain})

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that some written form begins with."""
        return frozenset(self._trie.next)

    @cached_property
    def _by_number(self) -> Mapping[str, Act]:
        return {act.number: act for act in self.acts}

    @cached_property
    def _trie(self) -> _Node:
        root = _Node()
        for act in sorted(self.acts, key=self._likelihood, reverse=True):
            for form in act.forms:
                node = root
                for word in form:
                    node = node.next.setdefault(word, _Node())
                node.acts = (*node.acts, act.number)
        return root

    def _likelihood(self, act: Act) -> tuple[bool, date]:
        interval = act.interval
        in_force = interval.contains(self.day) if self.day else interval.last_day is None
        return in_force, interval.first_day or date.min


def acts_of(statutes: Iterable[Statute], others: Iterable[OtherAct] = ()) -> Acts:
    """The acts of the register, and acts that it does not hold but that text may name.

    An act that is given twice is one act, written in all the ways that either says; the register's is the one kept.
    """
    acts: dict[str, Act] = {}
    for act in (*map(_registered, statutes), *map(_other, others)):
        known = acts.setdefault(act.number, act)
        acts[act.number] = replace(known, forms=known.forms | act.forms, tails=known.tails | act.tails)
    return Acts(tuple(acts.values()))


def _registered(statute: Statute) -> Act:
    chapters = {provision.chapter is not None for provision in statute.provisions}
    names = (statute.name, statute.short_name, *statute.written_as)
    return Act(
        number=statute.sfs_nummer,
        name=_name(statute.sfs_nummer, statute.name),
        forms=written_forms(names),
        tails=tails(names),
        id=statute.id,
        interval=statute.interval,
        chaptered=any(chapters) if chapters else None,
    )


def _other(act: OtherAct) -> Act:
    names = (act.name, *act.written_as)
    interval = Interval(act.first_day, act.last_day)
    return Act(act.sfs_nummer, _name(act.sfs_nummer, act.name), interval, written_forms(names), tails(names))


def _name(number: str, name: str) -> str | None:
    """Regulations of an authority go by their number in text; their title is no name."""
    return None if _SERIES.fullmatch(number) else running_name(name)


def _letters(form: Phrase) -> list[str]:
    """The runs of letters in a form, less those that every other act has too."""
    return [letters for word in form for letters in _LETTERS.findall(word) if letters not in HEADS]
