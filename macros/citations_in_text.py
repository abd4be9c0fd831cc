"""What the handbook's running text cites: as uses of provisions, and as numbers that lead nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.cited_law import CitedLaw, CitedNumber
from macros.model.finding import Place
from macros.prose import Prose
from macros.uses import ProvisionUse


@dataclass(frozen=True)
class LostCitation:
    """A cited number that means no provision of the register, and where it stands."""

    cited: CitedNumber
    place: Place


@dataclass(frozen=True)
class CitationsInText:
    """All citations in running text: those that lead to a provision, and those that do not."""

    uses: tuple[ProvisionUse, ...]
    lost: tuple[LostCitation, ...]


def read_citations(texts: Iterable[Prose], law: CitedLaw) -> CitationsInText:
    """Every citation that a person wrote in the texts, in order. What a macro wrote is a use of its own elsewhere."""
    uses: list[ProvisionUse] = []
    lost: list[LostCitation] = []
    for prose in texts:
        for cited in law.read(prose.text):
            if prose.is_written(cited.start, cited.end):
                continue
            place = prose.place(cited.start)
            per = cited.per.isoformat() if cited.per else None
            uses += (ProvisionUse(found, place, prose.page, per=per) for found in cited.provision_ids)
            if cited.miss:
                lost.append(LostCitation(cited, place))
    return CitationsInText(tuple(uses), tuple(lost))
