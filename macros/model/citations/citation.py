"""A citation of law in running text, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from macros.model.citations.numbers import Numeral, ProvisionNumber


class Given(StrEnum):
    """How a citation says which act it means."""

    NUMBER = "nummer"  # förvaltningslagen (2017:900), SFS 2025:400
    NAME = "namn"  # förvaltningslagen, FL
    INHERITED = "ärvd"  # 25 §, after FL was named; samma lag
    HOME = "egen"  # the text is the act's own: denna lag, 4 §
    NONE = "ingen"  # nothing tells


@dataclass(frozen=True)
class Home:
    """The act, and perhaps the chapter, that the text itself belongs to; a bare `4 §` there means its own 4 §."""

    act: str
    chapter: Numeral | None = None


@dataclass(frozen=True)
class Reference:
    """What is cited, wherever and however it was written."""

    act: str | None
    act_name: str | None
    numbers: tuple[ProvisionNumber, ...] = ()


@dataclass(frozen=True)
class CitedProvision:
    """One provision (or run of provisions) of a citation, with its own half-open span within the citation's.

    The first of a group begins at the chapter, the last ends after the sign and the parts:
    `12 kap. 3` and `4 §§` in `12 kap. 3 och 4 §§ SoL`.
    """

    start: int
    end: int
    number: ProvisionNumber


@dataclass(frozen=True)
class Citation:
    """A citation: provisions of one act, or the act alone (no provisions).

    `start` and `end` are a half-open span in the text, over provisions and act. `act` is the SFS number (`2025:400`,
    `SOSFS 2011:9`, `EU 2016/679`), None when none can be told. `act_name` is the act's name in running text when one
    is known, or an unknown name as written. `given` says how the act was told, `dated` whether a year or number
    stands in this citation. `candidates` are all acts that the words may mean, the likeliest (`act`) first.
    `act_span` is where the act is named: in the citation, or before it when inherited.
    """

    start: int
    end: int
    act: str | None
    act_name: str | None
    given: Given
    dated: bool
    candidates: tuple[str, ...]
    act_span: tuple[int, int] | None
    provisions: tuple[CitedProvision, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """True when the words may mean more than one act, such as `SoL` without year."""
        return len(self.candidates) > 1

    @property
    def reference(self) -> Reference:
        """What is cited, without positions: two citations of the same thing have equal references."""
        return Reference(self.act, self.act_name, tuple(provision.number for provision in self.provisions))
