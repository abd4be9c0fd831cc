"""Citations in running text resolved against the register: which provisions each number means, or why none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from macros.model.citations import Acts, Citation, CitedProvision, Home, find_citations
from macros.model.citations.numbers import ProvisionNumber, provision_number
from macros.model.months import MONTHS
from macros.model.statute import Statute

# "i lydelsen 2025-06-30", "i dess lydelse den 30 juni 2025", ", lydelsen 30 juni 2025", "(lydelsen 2025-06-30)"
_AS_OF = re.compile(
    r"[\s,(]*(?:i\s+)?(?:den\s+|dess\s+)?lydelsen?\s+(?:den\s+|per\s+)?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}}))"
)


# What a cited paragraf or article has: text without it need not be read. One short pattern per text is what makes the
# many small texts of the data files cheap.
MAY_CITE = re.compile(r"§|[Kk][Aa][Pp](?:[\s.,\d]|itel|itlet)|[Aa]rt(?:[. ]|i[kc])|aragraf|\d:\d")


class Miss(Enum):
    """Why a number leads to no provision of the register."""

    UNKNOWN = auto()  # the act is in the register, the number is not
    OLD_NUMBER = auto()  # a name that two acts share, and the number is only in the one that has ceased
    OUTSIDE = auto()  # an act that the register does not hold
    NO_ACT = auto()  # nothing tells which act


@dataclass(frozen=True)
class CitedNumber:
    """One number of a citation, at a half-open span of the text: the provisions it means, or why there are none.

    `per` is the day whose wording is meant when the text says so. `words` is the number and the act as understood.
    `instead`: for an old number, the provisions of the older act.
    """

    start: int
    end: int
    words: str
    provision_ids: tuple[str, ...] = ()
    miss: Miss | None = None
    per: date | None = None
    instead: tuple[str, ...] = ()


class CitedLaw:
    """The register as citations see it: from act and number to provision ids."""

    def __init__(self, statutes: Iterable[Statute], acts: Acts) -> None:
        self._acts = acts
        self._numbers: Mapping[str, list[tuple[ProvisionNumber, str]]] = {
            statute.sfs_nummer: [(provision_number(p.chapter, p.paragraph), p.id) for p in statute.provisions]
            for statute in statutes
        }
        self._found: dict[tuple[str, ProvisionNumber], tuple[str, ...]] = {}  # the same few are cited again and again

    def read(self, text: str, home: str | None = None) -> Iterator[CitedNumber]:
        """Every cited number in the text, in order. `home`: the SFS number of the act that the text itself is about."""
        if not MAY_CITE.search(text):
            return
        for citation in find_citations(text, self._acts, Home(home) if home else None):
            per = _as_of(text, citation.end)
            cited = _with_act(citation)
            if citation.act is None and cited:
                start, end = cited[0].start, cited[-1].end
                yield CitedNumber(start, end, _words(text, start, end), miss=Miss.NO_ACT, per=per)
            elif citation.act is not None:
                yield from (self._resolve(citation.act, citation.candidates, one, text, per) for one in cited)

    def _resolve(
        self, act: str, candidates: Iterable[str], cited: CitedProvision, text: str, per: date | None
    ) -> CitedNumber:
        span = (cited.start, cited.end, _words(text, cited.start, cited.end))
        if found := self._find(act, cited.number):
            return CitedNumber(*span, found, per=per)
        others = (found for other in candidates if other != act for found in self._find(other, cited.number))
        if instead := tuple(others):
            return CitedNumber(*span, miss=Miss.OLD_NUMBER, per=per, instead=instead)
        return CitedNumber(*span, miss=Miss.UNKNOWN if act in self._numbers else Miss.OUTSIDE, per=per)

    def _find(self, act: str, number: ProvisionNumber) -> tuple[str, ...]:
        if (act, number) not in self._found:
            registered = self._numbers.get(act, ())
            self._found[act, number] = tuple(found for known, found in registered if known.overlaps(number))
        return self._found[act, number]


def _with_act(citation: Citation) -> list[CitedProvision]:
    """The numbers to judge and to link; the act's name goes with the first or the last of them.

    A whole chapter is no provision, so there is nothing to judge.
    """
    cited = [found for found in citation.provisions if found.number.paragraf is not None]
    if cited:
        cited[0] = replace(cited[0], start=citation.start)
        cited[-1] = replace(cited[-1], end=citation.end)
    return cited


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _as_of(text: str, end: int) -> date | None:
    """The day whose wording the text right after a citation says it means; an impossible day is no day."""
    found = _AS_OF.match(text, end)
    if found is None:
        return None
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        return date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None
