"""The citations of one paragraph: its mentions of acts and lists of provisions, bound to each other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.model.citations.binding import NOTHING_TOLD, Context, Told, compose, split, unit_of, with_chapter
from macros.model.citations.citation import Citation, Given
from macros.model.citations.mentions import Mention, MentionReader, Naming
from macros.model.citations.neighbours import Neighbours
from macros.model.citations.numbers import Numeral, ProvisionNumber
from macros.model.citations.provisions import Form, ProvisionList, ProvisionReader
from macros.model.citations.tokens import Kind, Token
from macros.model.citations.vocabulary import ANNOUNCED, ANNOUNCING

# The start of an item of a list, at the start of a line.
ITEM = re.compile(r"^[ \t]*(?:[-–•*]|\d{1,2}[.)]|[a-zåäö]\))\s", re.MULTILINE)

_VAGUE = 2  # letters
Item = Mention | ProvisionList


class Stretch(NamedTuple):
    """A paragraph's half-open span in the text, without the signs of a heading."""

    start: int
    end: int
    is_heading: bool = False


class Paragraph:
    """One paragraph's tokens, and what the text has told before it."""

    def __init__(
        self, text: str, stretch: Stretch, tokens: list[Token], context: Context, mentions: MentionReader
    ) -> None:
        first_item = ITEM.search(text, stretch.start, stretch.end)
        self._first_item = first_item.start() if first_item else stretch.end
        self._is_heading = stretch.is_heading
        self._tokens = tokens
        self._context = context
        self._items = list(_items(tokens, mentions))
        self._neighbours = Neighbours(tokens, at_home=context.home is not None)

    def citations(self) -> Iterator[Citation]:
        """The citations in order of position."""
        index = 0
        while index < len(self._items):
            item = self._items[index]
            before = item if isinstance(item, Mention) else None
            listed = self._list_of(index)
            if listed is None:
                if before is not None:
                    yield from self._alone(before)
                index += 1
                continue
            index += 1 if before is None else 2
            after = self._mention_after(listed, index)
            if before is not None and after is not None and self._is_act_first(listed, before, index):
                after = None
            yield from self._bind(listed, before, after)
            index += 1 if after is not None else 0

    def _list_of(self, index: int) -> ProvisionList | None:
        """The list that begins at the item, or that the mention at the item stands before."""
        item = self._items[index]
        if isinstance(item, ProvisionList):
            return item
        following = self._items[index + 1] if index + 1 < len(self._items) else None
        if isinstance(following, ProvisionList) and self._neighbours.stands_before(item, following):
            return following
        return None

    def _mention_after(self, listed: ProvisionList, index: int) -> Mention | None:
        item = self._items[index] if index < len(self._items) else None
        return item if isinstance(item, Mention) and self._neighbours.stands_after(item, listed) else None

    def _is_act_first(self, listed: ProvisionList, before: Mention, after: int) -> bool:
        """True in `FL 25 § SoL 12:4`, where each act stands before its provisions."""
        return before.end == listed.first and self._list_of(after) is not None

    def _bind(self, listed: ProvisionList, before: Mention | None, after: Mention | None) -> Iterator[Citation]:
        if after is None:
            yield from self._bare(listed) if before is None else self._bound(listed, before)
            return
        leading: ProvisionList | None = None
        if after.naming in {Naming.NUMBER, Naming.NAME} and self._is_unchaptered(after):
            leading, listed = split(listed)
        if leading is not None:
            yield from self._bind(leading, before, None)
        elif before is not None:
            yield from self._alone(before)
        yield from self._bound(listed, after)

    def _is_unchaptered(self, mention: Mention) -> bool:
        act = self._context.acts.get(mention.candidates[0])
        return act is not None and act.chaptered is False

    def _bound(self, listed: ProvisionList, mention: Mention) -> Iterator[Citation]:
        """A list and the mention beside it."""
        if mention.naming is Naming.DOCUMENT:
            return
        told = self._told(mention, listed)
        if listed.form is Form.COLON and self._context.is_unchaptered(told):
            yield from self._alone(mention)
            return
        if told == NOTHING_TOLD and not self._stands_alone(listed):
            return
        if told.given in {Given.INHERITED, Given.HOME} or listed.same_chapter:
            listed = with_chapter(listed, self._chapter(told, listed))
        self._note(told, mention, listed)
        first, end = self._neighbours.around(listed, mention)
        yield compose(self._tokens, first, end, told, listed.found)

    def _told(self, mention: Mention, listed: ProvisionList) -> Told:
        return self._context.resolve(mention, unit_of(listed), self._span(mention))

    def _alone(self, mention: Mention) -> Iterator[Citation]:
        """An act without provisions; words that only point back, or name nothing we know, are no citation."""
        if mention.naming in {Naming.OWN, Naming.DOCUMENT}:
            return
        told = self._context.resolve_alone(mention, self._span(mention))
        if self._announces(mention):
            self._context.announced = told
        if mention.naming is Naming.BEFORE:
            return
        self._note(told, mention, None)
        if mention.naming is not Naming.UNKNOWN and not self._is_vague(mention, told):
            yield compose(self._tokens, mention.first, mention.end, told, ())

    def _is_vague(self, mention: Mention, told: Told) -> bool:
        """True for two letters alone, such as `FB`, unless the register has made them its own."""
        short = mention.end == mention.first + 1 and len(self._tokens[mention.first].text) <= _VAGUE
        return short and self._context.acts.register_id(told.number) is None

    def _note(self, told: Told, mention: Mention, listed: ProvisionList | None) -> None:
        if mention.naming is Naming.OWN:
            return
        last: ProvisionNumber | None = listed.found[-1].number if listed else None
        self._context.note(told, mention, unit_of(listed) if listed else None, last)

    def _bare(self, listed: ProvisionList) -> Iterator[Citation]:
        """A list without act beside it: the text before may tell, or its form is no citation of law."""
        if listed.form in {Form.SIGN_FIRST, Form.COLON} or self._neighbours.is_look_alike(listed, self._is_heading):
            return
        in_list = self._tokens[listed.first].start >= self._first_item
        told = self._context.bare(unit_of(listed), in_list=in_list)
        if told.given is Given.NONE and not self._stands_alone(listed):
            return
        listed = with_chapter(listed, self._chapter(told, listed))
        if told.given is Given.INHERITED:
            self._context.remember(told, unit_of(listed), listed.found[-1].number)
        yield compose(self._tokens, listed.first, listed.end, told, listed.found)

    def _chapter(self, told: Told, listed: ProvisionList) -> Numeral | None:
        """The chapter of provisions that leave it out; `i samma kapitel` needs no act that is inherited."""
        return told.chapter if told.chapter is not None or not listed.same_chapter else self._context.last_chapter

    def _stands_alone(self, listed: ProvisionList) -> bool:
        """True for provisions that are law by their form: `4 §`, and `12 kap.` but not `12 kapitlet`."""
        if listed.form is Form.CHAPTERS:
            return self._tokens[listed.end - 1].text.lower() != "kapitlet"
        return listed.form is Form.LAW

    def _announces(self, mention: Mention) -> bool:
        """True when a list of the act's provisions is about to come: `följande bestämmelser i förvaltningslagen`."""
        before = [token.text.lower() for token in self._tokens[max(0, mention.first - 3) : mention.first]]
        announcing, announced, i = ["", "", "", *before][-3:]
        return announcing in ANNOUNCING and announced in ANNOUNCED and i in {"i", "ur"}

    def _span(self, mention: Mention) -> tuple[int, int]:
        return self._tokens[mention.first].start, self._tokens[mention.end - 1].end


def _items(tokens: list[Token], mentions: MentionReader) -> Iterator[Item]:
    """The mentions and lists in order. A number that begins no list is passed over with the numbers joined to it."""
    provisions = ProvisionReader(tokens)
    index = 0
    while tokens[index].start >= 0:
        item = mentions.read(index) or provisions.read(index)
        if item is not None:
            yield item
            index = item.end
        elif tokens[index].kind is Kind.NUMBER:
            index = max(index + 1, provisions.numbers(index)[1])
        else:
            index += 1
