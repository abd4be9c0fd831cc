"""Which act a mention or a list of provisions means, given what the text has said before."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from macros.model.citations.acts import Acts
from macros.model.citations.citation import Citation, CitedProvision, Given, Home
from macros.model.citations.mentions import Mention, Naming
from macros.model.citations.numbers import Numeral, ProvisionNumber, Unit
from macros.model.citations.provisions import Form, Found, ProvisionList
from macros.model.citations.tokens import Token

Span = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """An act as the text told it: by which words, and in which chapter of it the text is."""

    number: str | None
    name: str | None
    given: Given
    dated: bool = False
    candidates: tuple[str, ...] = ()
    span: Span | None = None
    chapter: Numeral | None = None

    def inherited(self) -> "Told":
        """The same act for a citation that does not name it; of an act that nothing told, still nothing."""
        if self.number is None and self.name is None:
            return NOTHING_TOLD
        return replace(self, given=Given.INHERITED, dated=False)


NOTHING_TOLD = Told(None, None, Given.NONE)


@dataclass
class Context:
    """What a paragraph has told so far. `announced`: the act whose provisions a list is about to give."""

    acts: Acts
    home: Home | None
    before: dict[Unit, Told] = field(default_factory=dict)
    announced: Told | None = None
    numbered: list[str] = field(default_factory=list)  # acts told with their number, the latest last

    def resolve(self, mention: Mention, unit: Unit, span: Span) -> Told:
        """The act that the mention means; numbers of provisions of kind `unit` stand beside it."""
        if mention.naming is Naming.OWN:
            return self.own()
        if mention.naming is Naming.BEFORE:
            return self._pointed_at(mention, unit, span)
        if mention.naming is Naming.UNKNOWN:
            return Told(None, mention.name, Given.NAME, span=span)
        number, candidates = self._choose(mention.candidates)
        act = self.acts.get(number)
        name = act.name if act else mention.name
        given = Given.NUMBER if mention.naming is Naming.NUMBER else Given.NAME
        return Told(number, name, given, mention.dated, candidates, span)

    def _pointed_at(self, mention: Mention, unit: Unit, span: Span) -> Told:
        """The act that `samma lag`, `den nya lagen` or `2001 års lag` points at."""
        told = self.before.get(unit)
        if not mention.age:
            return told.inherited() if told is not None else NOTHING_TOLD
        known = told.number if told is not None else self.home.act if self.home is not None else None
        same = self.acts.namesakes(known) if known is not None else ()
        chosen = {"gamla": same[:1], "nya": same[-1:]}.get(mention.age)
        if chosen is None:
            chosen = tuple(number for number in same if number.startswith(f"{mention.age}:"))
        act = self.acts.get(chosen[0]) if chosen else None
        if act is None:
            return NOTHING_TOLD
        return Told(act.number, act.name, Given.INHERITED, mention.dated, chosen, span)

    def resolve_alone(self, mention: Mention, span: Span) -> Told:
        """The act that a mention without provisions means."""
        return self.resolve(mention, Unit.PARAGRAF, span)

    def is_unchaptered(self, told: Told) -> bool:
        """True when the act is known to have no chapters, so that `10:30` beside it is a time."""
        act = self.acts.get(told.number)
        return act is not None and act.chaptered is False

    @property
    def last_chapter(self) -> Numeral | None:
        """The chapter that the text is in."""
        told = self.before.get(Unit.PARAGRAF)
        return told.chapter if told is not None else None

    def own(self) -> Told:
        """The act that the text itself belongs to."""
        if self.home is None:
            return NOTHING_TOLD
        act = self.acts.get(self.home.act)
        name = act.name if act else None
        return Told(self.home.act, name, Given.HOME, candidates=(self.home.act,), chapter=self.home.chapter)

    def note(self, told: Told, mention: Mention, unit: Unit | None, last: ProvisionNumber | None) -> None:
        """Remember an act that was told, and the chapter of the provision cited last."""
        if mention.naming is Naming.NUMBER and told.number is not None:
            self.numbered.append(told.number)
        if mention.amending and last is None:
            return
        self.remember(told, unit or self._unit(told.number), last)

    def remember(self, told: Told, unit: Unit, last: ProvisionNumber | None) -> None:
        """The act that following provisions of this kind inherit."""
        known = self.before.get(unit)
        chapter = known.chapter if known is not None and known.number == told.number and last is None else None
        if last is not None and last.last_chapter is None:
            chapter = last.chapter
        self.before[unit] = replace(told, chapter=chapter)

    def bare(self, unit: Unit, *, in_list: bool) -> Told:
        """The act of provisions that stand alone."""
        if in_list and self.announced is not None:
            told = self.before.get(unit)
            same = told is not None and told.number == self.announced.number
            return (told if told is not None and same else self.announced).inherited()
        if self.home is not None and unit is Unit.PARAGRAF:
            return self.own()
        return self.before[unit].inherited() if unit in self.before else NOTHING_TOLD

    def _choose(self, candidates: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
        """Of acts that share a name, the one that the paragraph last gave the number of, else the likeliest."""
        for number in reversed(self.numbered):
            if number in candidates:
                return number, (number,)
        return (candidates[0] if candidates else None), candidates

    def _unit(self, number: str | None) -> Unit:
        act = self.acts.get(number)
        articles = act.has_articles if act else number is not None and number.startswith("EU ")
        return Unit.ARTIKEL if articles else Unit.PARAGRAF


def unit_of(listed: ProvisionList) -> Unit:
    """Whether a list counts paragrafer or articles."""
    return Unit.ARTIKEL if listed.form is Form.ARTICLES else Unit.PARAGRAF


def with_chapter(listed: ProvisionList, chapter: Numeral | None) -> ProvisionList:
    """The list with the chapter that it leaves out."""
    if chapter is None or listed.form is not Form.LAW:
        return listed
    found = tuple(
        f if f.told_chapter or f.number.chapter else replace(f, number=replace(f.number, chapter=chapter))
        for f in listed.found
    )
    return replace(listed, found=found)


def split(listed: ProvisionList) -> tuple[ProvisionList | None, ProvisionList]:
    """A list before an act without chapters: what has a chapter belongs to another act.

    `12 kap. 4 § och 25 § FL` is `12 kap. 4 §` of some act and `25 § FL`.
    """
    told = [index for index, found in enumerate(listed.found) if found.told_chapter]
    cut = told[-1] + 1 if told else 0
    if cut in {0, len(listed.found)}:
        return None, listed
    leading, trailing = listed.found[:cut], listed.found[cut:]
    bare = tuple(replace(found, number=replace(found.number, chapter=None)) for found in trailing)
    return (
        replace(listed, end=leading[-1].end, found=leading),
        replace(listed, first=bare[0].first, found=bare),
    )


def compose(tokens: list[Token], first: int, end: int, told: Told, found: Iterable[Found]) -> Citation:
    """The citation that covers the tokens from `first` to (not with) `end`."""
    provisions = tuple(CitedProvision(tokens[f.first].start, tokens[f.end - 1].end, f.number) for f in found)
    return Citation(
        start=tokens[first].start,
        end=tokens[end - 1].end,
        act=told.number,
        act_name=told.name,
        given=told.given,
        dated=told.dated,
        candidates=told.candidates,
        act_span=told.span,
        provisions=provisions,
    )
