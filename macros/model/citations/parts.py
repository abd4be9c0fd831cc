"""What narrows a provision: `första stycket 2–5`, `andra eller tredje stycket`, `7 § 1–3`, `p. 3`, `andra meningen`."""

from typing import Literal

from macros.model.citations.numbers import LAST, Numeral, Part
from macros.model.citations.reader import Numbered, Reader
from macros.model.citations.tokens import Kind
from macros.model.citations.vocabulary import ORDINALS, UNITS

Parts = tuple[Part, ...]
Ordinal = int | Literal["sista"]


class PartReader(Reader):
    """Reads the parts that follow a provision."""

    def read(self, index: int, *, bare_punkter: bool = True) -> tuple[Parts, int]:
        """The parts at the token and the token after them. `bare_punkter`: a number alone is a punkt (`7 § 1`)."""
        parts: list[Part] = []
        end = index
        following: int | None = index
        while following is not None:
            found, after = self._stycken(following)
            if not found and end == index and following == index:
                found, after = self._punkter(following, None, bare=bare_punkter)
                if not found:
                    found, after = self._mening(following, None)
            if not found:
                break
            parts.extend(found)
            end = after
            following = self.after_separator(end)
        return tuple(parts), end

    def article_punkter(self, number: int, index: int) -> tuple[Parts, int]:
        """The punkter of `artikel 1.4 a, b, g och h`, from the token after `1.4`."""
        letters: list[str] = []
        end = index
        following: int | None = index
        while following is not None and self.kind(following) is Kind.LETTER and self._is_list_letter(following):
            letters.append(self.text(following))
            end = following + 1
            following = self.after_separator(end)
        return tuple(Part(punkt=Numeral(number, letter)) for letter in letters or [""]), end

    def article_punkt(self, index: int) -> tuple[Parts, int]:
        """`punkt 1` after `artikel 3`, and the token after it."""
        if self.kind(index) is Kind.PUNKT and self.kind(index + 1) is Kind.NUMBER:
            number, end = self.numeral(index + 1)
            if number is not None:
                return (Part(punkt=number),), end
        return (), index

    def _is_list_letter(self, index: int) -> bool:
        """True for a letter that belongs to a list; `i` is a preposition, and `a` before a letter stands alone."""
        return self.text(index) != "i" and "a" <= self.text(index) <= "z"

    def _stycken(self, index: int) -> tuple[list[Part], int]:
        ordinals, end = self._ordinals(index)
        if not ordinals:
            return [], index
        parts = [Part(stycke=ordinal) for ordinal in ordinals]
        last = ordinals[-1]
        narrower, after = self._mening(end, last)
        if not narrower:
            narrower, after = self._punkter(end, last, bare=True)
        return (parts[:-1] + narrower, after) if narrower else (parts, end)

    def _ordinals(self, index: int) -> tuple[list[Ordinal], int]:
        """The numbers of `första och tredje styckena`, `2 st.` or `st. 2`, and the token after them."""
        if self.kind(index) is Kind.STYCKE:
            number, end = self.numeral(index + 1)
            return ([number.number], end) if number is not None and not number.letter else ([], index)
        if self.kind(index) is Kind.NUMBER and self.kind(index + 1) is Kind.STYCKE:
            number, _ = self.numeral(index)
            return ([number.number], index + 2) if number is not None else ([], index)
        found: list[Ordinal] = []
        end = index
        following: int | None = index
        while following is not None and self.kind(following) is Kind.ORDINAL:
            found.append(_ordinal(self.text(following)))
            end = following + 1
            if self.kind(end) is Kind.DASH and self.kind(end + 1) is Kind.ORDINAL:
                found.extend(_between(found[-1], _ordinal(self.text(end + 1))))
                end += 2
            following = self.after_separator(end)
        return (found, end + 1) if found and self.kind(end) is Kind.STYCKE else ([], index)

    def _mening(self, index: int, stycke: Ordinal | None) -> tuple[list[Part], int]:
        if self.kind(index) is Kind.ORDINAL and self.kind(index + 1) is Kind.MENING:
            return [Part(stycke=stycke, mening=_ordinal(self.text(index)))], index + 2
        return [], index

    def _punkter(self, index: int, stycke: Ordinal | None, *, bare: bool) -> tuple[list[Part], int]:
        if self.kind(index) is Kind.ORDINAL and self.kind(index + 1) is Kind.PUNKT:
            ordinal = _ordinal(self.text(index))
            return ([Part(stycke, Numeral(ordinal))], index + 2) if ordinal != LAST else ([], index)
        worded = self.kind(index) is Kind.PUNKT
        if not worded and not bare:
            return [], index
        start = index + 1 if worded else index
        numbers, end = self._punkt_numbers(start)
        if not numbers or (not worded and self._counts_something(start, end)):
            return [], index
        if self.kind(end) is Kind.PUNKT:  # 3 p.
            end += 1
        return [Part(stycke, number.value, number.last) for number in numbers], end

    def _punkt_numbers(self, index: int) -> tuple[list[Numbered], int]:
        """The numbers, less those that begin the next provision: `första stycket 2 och 5 §` has punkt 2."""
        found: list[Numbered] = []
        end = index
        following: int | None = index
        while following is not None and self.kind(following) is Kind.NUMBER:
            value, after = self._punkt(following)
            if value is None:
                break
            last: Numeral | None = None
            if self.kind(after) is Kind.DASH and self.kind(after + 1) is Kind.NUMBER:
                last, after = self._punkt(after + 1)
            found.append(Numbered(following, after, value, last))
            end = after
            following = None if self.text(end) == "samt" else self.after_separator(end)
        if self.kind(end) in {Kind.SIGN, Kind.CHAPTER, Kind.STYCKE}:
            several = self.text(end) in {"§§", "§ §"} and len(found[1:]) > 1 and found[-1].last is None
            found = found[: -2 if several else -1]
            end = found[-1].end if found else index
        return found, end

    def _punkt(self, index: int) -> tuple[Numeral | None, int]:
        value, end = self.numeral(index)
        if value is not None and not value.letter and self.kind(end) is Kind.LETTER and self._is_list_letter(end):
            return Numeral(value.number, self.text(end)), end + 1
        return value, end

    def _counts_something(self, start: int, end: int) -> bool:
        """True when the bare number is an item's number (`1.`), or counts things (`3 gånger`)."""
        if self.text(end).lower() in UNITS:
            return True
        item = self.kind(start + 1) in {Kind.STOP, Kind.CLOSE} and self.kind(start + 2) in {Kind.WORD, Kind.LETTER}
        return item and self.text(start + 2)[:1].islower()


def _ordinal(word: str) -> Ordinal:
    return ORDINALS.get(word.lower(), LAST)


def _between(first: Ordinal, last: Ordinal) -> list[Ordinal]:
    """The numbers after `first` up to and with `last`."""
    return list(range(first + 1, last + 1)) if isinstance(first, int) and isinstance(last, int) else [last]
