"""Reading numbers from tokens: `4`, `4 a`, `4 a–6 a`, `31 b–d`, `1, 3 och 5`."""

from dataclasses import dataclass

from macros.model.citations.numbers import Numeral
from macros.model.citations.tokens import Kind, Token

_LONGEST_NUMBER = 3  # a chapter or paragraf has at most three figures; four are a year
_AFTER_LETTER = frozenset({Kind.SIGN, Kind.CHAPTER, Kind.DASH, Kind.COMMA, Kind.AND, Kind.CLOSE})
_FARTHEST_LOOK = 16  # more than any method looks ahead of a token that it has seen
_NOTHING = Token(Kind.STOP, -1, -1, "")


@dataclass(frozen=True)
class Numbered:
    """A number, or a run to `last`, with its tokens (half-open)."""

    first: int
    end: int
    value: Numeral
    last: Numeral | None = None


def padded(tokens: list[Token]) -> list[Token]:
    """The tokens with full stops after them, so that looking past either end finds one."""
    return [*tokens, *[_NOTHING] * _FARTHEST_LOOK]


class Reader:
    """Padded tokens with look-ups. `tokens[-1]` is padding too, so one step before the first finds a full stop."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def kind(self, index: int) -> Kind:
        """What the token is to the grammar."""
        return self.tokens[index][0]

    def text(self, index: int) -> str:
        """The token's text, empty outside."""
        return self.tokens[index][3]

    def after_separator(self, index: int) -> int | None:
        """The token after `,`, `och` or `, och`; None when none of them stands here."""
        after = index + 1 if self.kind(index) is Kind.COMMA else index
        if self.kind(after) is Kind.AND:
            after += 1
        return after if after > index else None

    def numeral(self, index: int) -> tuple[Numeral | None, int]:
        """The number with letter at the token, and the token after it; (None, index) when there is none."""
        token = self.tokens[index]
        if token.kind is not Kind.NUMBER or len(token.text) > _LONGEST_NUMBER or token.text[0] == "0":
            return None, index
        return self.lettered(int(token.text), index + 1)

    def lettered(self, number: int, index: int) -> tuple[Numeral, int]:
        """The number with the letter at the token, if it is the number's. The `i` of `4 i lagen` is no letter of 4."""
        token = self.tokens[index]
        if token.kind is not Kind.LETTER:
            return Numeral(number), index
        glued = token.start == self.tokens[index - 1].end
        after = self.kind(index + 1)
        if token.text == "i" and not glued:
            own = after in _AFTER_LETTER and after is not Kind.CLOSE
        else:
            own = glued or after is not Kind.LETTER or self.text(index + 1) == "i"
        return (Numeral(number, token.text), index + 1) if own else (Numeral(number), index)

    def numbers(self, index: int) -> tuple[list[Numbered], int]:
        """Numbers and runs joined by comma or och/eller, and the token after them."""
        found: list[Numbered] = []
        end = index
        following: int | None = index
        while following is not None and (one := self._run(following, found)) is not None:
            found.append(one)
            end = one.end
            following = self.after_separator(end)
        return found, end

    def _run(self, index: int, before: list[Numbered]) -> Numbered | None:
        value, end = self.numeral(index)
        if value is None:
            value, end = self._letter_alone(index, before[-1].last or before[-1].value) if before else (None, index)
        if value is None:
            return None
        if self.kind(end) is Kind.DASH:
            last, after = self.numeral(end + 1)
            if last is None:
                last, after = self._letter_alone(end + 1, value)
            if last is not None:
                return Numbered(index, after, value, last)
        return Numbered(index, end, value)

    def _letter_alone(self, index: int, before: Numeral) -> tuple[Numeral | None, int]:
        """`d` in `31 b–d` and `c` in `6 a och c`: the number before, with this letter."""
        if before.letter and self.kind(index) is Kind.LETTER and self.kind(index + 1) in _AFTER_LETTER:
            return Numeral(before.number, self.text(index)), index + 1
        return None, index
