"""What stands beside a list of provisions: its act, or signs that it is no citation of law at all."""

import re

from macros.model.citations.mentions import Mention, Naming
from macros.model.citations.provisions import Form, ProvisionList
from macros.model.citations.reader import Reader
from macros.model.citations.tokens import Kind, Token
from macros.model.citations.vocabulary import BEGINS_BETWEEN, BETWEEN

_LONGEST_BETWEEN = 6
_REPORT = re.compile(
    r"(?:\w*rapport|\w*betänkande|\w*utredning|bok|\w*plan|avhandling|\w*handbok|promemoria)(?:en|et|n)?s?"
)
_BOARD = re.compile(r"[A-ZÅÄÖ]{2,6}")  # minutes: KS 45 §
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Neighbours(Reader):
    """Judges what stands beside a list. `at_home`: the text is an act's own, where `4 §` needs no act beside it."""

    def __init__(self, tokens: list[Token], *, at_home: bool) -> None:
        super().__init__(tokens)
        self._at_home = at_home

    def stands_before(self, mention: Mention, listed: ProvisionList) -> bool:
        """True in `SoL 12:4`, `förvaltningslagens 25 §`, `FL, 25 §`, `KL (6 kap. 6 §)`."""
        gap = listed.first - mention.end
        if gap == 0:
            return True
        if gap != 1 or not self._is_act(mention):
            return False
        kind = self.kind(mention.end)
        if kind is Kind.OPEN:
            return self.kind(listed.end) is Kind.CLOSE
        written_out = listed.form not in {Form.SIGN_FIRST, Form.COLON}
        return kind in {Kind.COMMA, Kind.MARK} and written_out and not self._at_home

    def stands_after(self, mention: Mention, listed: ProvisionList) -> bool:
        """True in `25 § FL`, `4 § i den nya socialtjänstlagen`, `25 § (FL)`, `5 § nämndens reglemente`."""
        between = self.tokens[listed.end : mention.first]
        if mention.naming is Naming.DOCUMENT:
            words = [t.text for t in between if t.text not in BEGINS_BETWEEN]
            told = any(found.number.chapter for found in listed.found)
            return not told and len(words) <= _LONGEST_BETWEEN and all(_is_owner(word) for word in words)
        if not between:
            return not self._begins_sentence(mention)
        if len(between) == 1 and between[0].kind is Kind.OPEN:
            return self.kind(mention.end) is Kind.CLOSE
        if len(between) == 1 and between[0].kind is Kind.COMMA:
            return self.kind(mention.end) in {Kind.STOP, Kind.CLOSE} and self._is_act(mention)
        words = [token.text for token in between]
        return len(words) <= _LONGEST_BETWEEN and words[0] in BEGINS_BETWEEN and set(words[1:]) <= BETWEEN

    def around(self, listed: ProvisionList, mention: Mention) -> tuple[int, int]:
        """The tokens (half-open) over both, with the closing bracket when one of them stands in brackets."""
        first, end = min(listed.first, mention.first), max(listed.end, mention.end)
        inner = max(listed.first, mention.first) - 1
        return first, end + 1 if self.kind(inner) is Kind.OPEN and self.kind(end) is Kind.CLOSE else end

    def is_look_alike(self, listed: ProvisionList, in_heading: bool) -> bool:
        """True when a list without act is a provision's own heading, a minute, or a chapter of a report."""
        return self._is_heading(listed, in_heading) or self._is_minute(listed) or self._is_of_report(listed)

    def _is_act(self, mention: Mention) -> bool:
        """True when the words themselves say which act it is."""
        return mention.naming in {Naming.NUMBER, Naming.NAME} and not mention.amending

    def _begins_sentence(self, mention: Mention) -> bool:
        """True for `Denna lag`, `Lagen` and `Lag (2025:374)` in capitals: what stands before is not theirs."""
        points = mention.naming in {Naming.OWN, Naming.BEFORE, Naming.UNKNOWN} or mention.amending
        return points and self.kind(mention.first) is Kind.WORD and self.text(mention.first)[0].isupper()

    def _is_heading(self, listed: ProvisionList, in_heading: bool) -> bool:
        """The number that an act gives its own: `4 § Socialnämnden får …`, `12 kap. Insatser …`.

        It begins the text or follows a full stop, and a capital follows it.
        """
        if len(listed.found) != 1 or (listed.form is Form.LAW and listed.found[0].told_chapter):
            return False
        if listed.found[0].number.parts or self.kind(listed.first - 1) is not Kind.STOP:
            return False
        following = self.text(listed.end)
        if in_heading and not following:
            return True
        return following == "/" or (self.kind(listed.end) in {Kind.WORD, Kind.AND} and following[:1].isupper())

    def _is_minute(self, listed: ProvisionList) -> bool:
        """A board's minute: `KS 45 §`, `2023-01-24, 21 §`."""
        if listed.form is not Form.LAW or any(found.number.chapter for found in listed.found):
            return False
        before = self.text(listed.first - 2 if self.kind(listed.first - 1) is Kind.COMMA else listed.first - 1)
        return _DATE.fullmatch(before) is not None or _BOARD.fullmatch(before) is not None

    def _is_of_report(self, listed: ProvisionList) -> bool:
        """The chapter of a report: `4 kap. i rapporten`, `rapportens 4 kap.`."""
        if listed.form is not Form.CHAPTERS:
            return False
        near = (self.text(listed.first - 1), self.text(listed.end + 1), self.text(listed.end + 2))
        return any(_REPORT.fullmatch(word.lower()) for word in near)


def _is_owner(word: str) -> bool:
    """True for words that may stand before a document: `nämndens reglemente`, `kommunens och regionens avtal`."""
    return word.endswith("s") or word in BETWEEN
