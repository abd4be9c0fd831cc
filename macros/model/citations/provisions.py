"""Lists of provisions: `12 kap. 3 och 4 §§`, `4 a–6 a §§`, `6:37–38`, `artikel 6.1 e`, without their act."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from macros.model.citations.numbers import Numeral, ProvisionNumber, Unit
from macros.model.citations.parts import PartReader
from macros.model.citations.reader import Numbered, Reader
from macros.model.citations.tokens import Kind, Token


class Form(Enum):
    """How a list is written; only `LAW` is a citation by its form alone."""

    LAW = auto()  # 4 §, 12 kap. 4 §
    CHAPTERS = auto()  # 12 kap.
    SIGN_FIRST = auto()  # § 4, kapitel 4: minutes and reports write so too
    COLON = auto()  # 12:4: clocks and scales write so too
    ARTICLES = auto()  # artikel 3


@dataclass(frozen=True)
class Found:
    """A provision of a list, with its tokens (half-open) and whether its chapter stands in the text."""

    first: int
    end: int
    number: ProvisionNumber
    told_chapter: bool


@dataclass(frozen=True)
class ProvisionList:
    """Provisions joined by comma or och/eller, with their tokens (half-open). `same_chapter`: `i samma kapitel`."""

    first: int
    end: int
    found: tuple[Found, ...]
    form: Form
    same_chapter: bool = False


_SIGNS = frozenset({Kind.SIGN, Kind.SIGN_WORD})
_CHAPTERS = frozenset({Kind.CHAPTER, Kind.CHAPTER_WORD})
Group = tuple[list[Found], int]  # provisions of one chapter, and the token after them


class ProvisionReader(Reader):
    """Reads lists of provisions from tokens. No method looks at a token more than a fixed number of times."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self._parts = PartReader(tokens)

    def read(self, index: int) -> ProvisionList | None:
        """The list that begins at the token, or None."""
        kind = self.kind(index)
        if kind is Kind.NUMBER or kind in _SIGNS or kind in _CHAPTERS:
            return self._paragrafer(index)
        if kind is Kind.COLON:
            return self._colons(index)
        return self._articles(index) if kind is Kind.ARTICLE else None

    def _paragrafer(self, index: int) -> ProvisionList | None:
        form = Form.SIGN_FIRST if self.kind(index) is not Kind.NUMBER else Form.LAW
        found: list[Found] = []
        end = index
        following: int | None = index
        while following is not None and (group := self._group(following, _chapter(found))) is not None:
            found.extend(group[0])
            end = group[1]
            following = self.after_separator(end)
            if form is Form.LAW and following is not None and self.kind(following) is not Kind.NUMBER:
                break
        if not found:
            return None
        if form is Form.LAW and all(provision.number.paragraf is None for provision in found):
            form = Form.CHAPTERS
        listed = self._with_chapter_after(ProvisionList(index, end, tuple(found), form))
        if form is Form.SIGN_FIRST and all(f.told_chapter and f.number.paragraf is not None for f in listed.found):
            return replace(listed, form=Form.LAW)  # kap. 12 § 4
        return listed

    def _group(self, index: int, chapter: Numeral | None) -> Group | None:
        """One chapter with its paragrafer, a chapter alone, or paragrafer of the chapter before."""
        if self.kind(index) in _CHAPTERS:
            return self._chapter_first(index)
        if self.kind(index) in _SIGNS:
            return self._sign_first(index, index, chapter, told=False)
        numbers, end = self.numbers(index)
        if not numbers:
            return None
        if self.kind(end) in _CHAPTERS:
            return self._after_chapter(numbers, end)
        if self.kind(end) is Kind.SIGN:
            return self._finish(numbers, index, end + 1, chapter, told=False)
        return None

    def _after_chapter(self, chapters: list[Numbered], chapter_word: int) -> Group | None:
        """`12 kap.` and what follows: paragrafer, paragrafer in brackets, or nothing."""
        last = chapters[-1]
        if last.last is None:
            paragrafer = self._paragrafer_of(last.first, last.value, chapter_word + 1)
            if paragrafer is not None:
                return paragrafer
        if self.kind(chapter_word) is Kind.CHAPTER_WORD:
            return None
        end = chapter_word + 1
        found = [
            Found(
                number.first,
                end if number is last else number.end,
                ProvisionNumber(chapter=number.value, last_chapter=number.last),
                told_chapter=True,
            )
            for number in chapters
        ]
        return found, end

    def _paragrafer_of(self, first: int, chapter: Numeral, index: int) -> Group | None:
        bracket = self.kind(index) is Kind.OPEN
        start = index + 1 if bracket or self.kind(index) is Kind.COMMA else index
        group: Group | None = None
        if self.kind(start) is Kind.NUMBER:
            numbers, end = self.numbers(start)
            if numbers and self.kind(end) is Kind.SIGN:
                group = self._finish(numbers, first, end + 1, chapter, told=True)
        elif self.kind(start) in _SIGNS:
            group = self._sign_first(first, start, chapter, told=True)
        if group is not None and bracket:
            return (group[0], group[1] + 1) if self.kind(group[1]) is Kind.CLOSE else None
        return group

    def _chapter_first(self, index: int) -> Group | None:
        """`kap. 12 § 4`, `kapitel 12 4 §`, `kap 4 § §4-5`, `kapitel 12`."""
        chapter, end = self.numeral(index + 1)
        if chapter is None:
            return None
        paragrafer = self._paragrafer_of(index, chapter, end)
        if paragrafer is not None:
            return paragrafer
        return [Found(index, end, ProvisionNumber(chapter=chapter), told_chapter=True)], end

    def _sign_first(self, first: int, sign: int, chapter: Numeral | None, *, told: bool) -> Group | None:
        numbers, end = self.numbers(sign + 1)
        return self._finish(numbers, first, end, chapter, told=told) if numbers else None

    def _finish(self, numbers: list[Numbered], first: int, end: int, chapter: Numeral | None, *, told: bool) -> Group:
        """Turn numbers into provisions: the first begins at `first`, the last ends after its parts."""
        parts, stop = self._parts.read(end)
        found = [
            Found(
                number.first,
                number.end,
                ProvisionNumber(chapter=chapter, paragraf=number.value, last_paragraf=number.last),
                told,
            )
            for number in numbers
        ]
        found[0] = replace(found[0], first=first)
        found[-1] = replace(found[-1], end=stop, number=replace(found[-1].number, parts=parts))
        return found, stop

    def _with_chapter_after(self, listed: ProvisionList) -> ProvisionList:
        """`4 § i 12 kap.`, `4 § 12 kap.` and `4 § i samma kapitel`."""
        if listed.form is Form.CHAPTERS or any(found.told_chapter for found in listed.found):
            return listed
        index = listed.end + 1 if self.text(listed.end) == "i" else listed.end
        if self.text(index) in {"samma", "detta"} and self.kind(index + 1) in _CHAPTERS:
            return replace(listed, end=index + 2, same_chapter=True)
        chapter, end = self.numeral(index) if self.kind(index) is Kind.NUMBER else (None, index)
        if chapter is None or self.kind(end) not in _CHAPTERS or self._paragrafer_of(index, chapter, end + 1):
            return listed
        found = [replace(f, number=replace(f.number, chapter=chapter), told_chapter=True) for f in listed.found]
        found[-1] = replace(found[-1], end=end + 1)
        return replace(listed, end=end + 1, found=tuple(found))

    def _colons(self, index: int) -> ProvisionList | None:
        """`12:4`, `6:37–38, 7:5–8`, `18:8 p. 3`."""
        found: list[Found] = []
        following: int | None = index
        while following is not None and self.kind(following) is Kind.COLON:
            one = self._colon(following)
            if one is None:
                break
            found.append(one)
            following = self.after_separator(one.end)
        return ProvisionList(index, found[-1].end, tuple(found), Form.COLON) if found else None

    def _colon(self, index: int) -> Found | None:
        chapter, _, paragraf = self.text(index).partition(":")
        first, end = self.lettered(int(paragraf), index + 1)
        last: Numeral | None = None
        if self.kind(end) is Kind.DASH:
            if self.kind(end + 1) is Kind.COLON:  # 12:4–12:6, but not the hours 10:30–11:30
                other, _, until = self.text(end + 1).partition(":")
                if other != chapter:
                    return None
                last, end = self.lettered(int(until), end + 2)
            elif self.kind(end + 1) is Kind.NUMBER:
                last, end = self.lettered(int(self.text(end + 1)), end + 2)
        parts, end = self._parts.read(end, bare_punkter=False)
        number = ProvisionNumber(Numeral(int(chapter)), paragraf=first, last_paragraf=last, parts=parts)
        return Found(index, end, number, told_chapter=True)

    def _articles(self, index: int) -> ProvisionList | None:
        """`artikel 3`, `artiklarna 3, 12 och 27`, `artikel 6.1 e`."""
        found: list[Found] = []
        following: int | None = index + 1
        while following is not None and (one := self._article(following)) is not None:
            found.append(one)
            following = self.after_separator(one.end)
        if not found:
            return None
        found[0] = replace(found[0], first=index)
        return ProvisionList(index, found[-1].end, tuple(found), Form.ARTICLES)

    def _article(self, index: int) -> Found | None:
        if self.kind(index) is Kind.DECIMAL:
            article, _, punkt = self.text(index).partition(".")
            parts, end = self._parts.article_punkter(int(punkt), index + 1)
            number = ProvisionNumber(paragraf=Numeral(int(article)), unit=Unit.ARTIKEL, parts=parts)
            return Found(index, end, number, told_chapter=True)
        first, end = self.numeral(index)
        if first is None:
            return None
        last: Numeral | None = None
        if self.kind(end) is Kind.DASH and self.kind(end + 1) is Kind.NUMBER:
            last, end = self.numeral(end + 1)
        parts, end = self._parts.article_punkt(end) if last is None else ((), end)
        return Found(index, end, ProvisionNumber(None, None, first, last, Unit.ARTIKEL, parts), told_chapter=True)


def _chapter(found: list[Found]) -> Numeral | None:
    """The chapter that the next paragrafer of the list belong to."""
    return found[-1].number.chapter if found and found[-1].number.last_chapter is None else None
