"""How much of the law behind a routine the handbook has verified."""

from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook
from macros.model.page import Page
from macros.render.citations import Mark, mark
from macros.render.uses import provisions_of
from macros.render.words import first_upper, listed, number_word


@dataclass(frozen=True)
class LawStatus:
    """How many provisions a routine rests on, and the ones that carry a warning, by warning."""

    total: int
    marked: dict[Mark, tuple[str, ...]]

    @property
    def verified(self) -> int:
        """How many provisions somebody has read in the wording that applies."""
        return self.total - sum(len(ids) for ids in self.marked.values())

    @property
    def warning(self) -> str | None:
        """The warnings as one sentence, or None when every provision is verified."""
        parts = [
            f"{number_word(len(ids))} är {found.word if len(ids) == 1 else found.plural}"
            for found, ids in self.marked.items()
        ]
        if not parts:
            return None
        first, *rest = parts
        number, _, claim = first.partition(" ")
        noun = "bestämmelse" if number == "en" else "bestämmelser"
        return first_upper(listed([f"{number} {noun} {claim}", *rest])) + "."


def law_status(handbook: Handbook, page: Page, today: date) -> LawStatus:
    """The state on `today` of the provisions that the routine rests on."""
    provision_ids = provisions_of(handbook, page)
    marked: dict[Mark, tuple[str, ...]] = {}
    for provision_id in provision_ids:
        found = mark(handbook.provisions[provision_id][1], today)
        if found is not None:
            marked[found] = (*marked.get(found, ()), provision_id)
    # The gravest first: a warning that is easy to miss is no warning.
    order = sorted(marked, key=lambda found: found.slug == "trolig")
    return LawStatus(len(provision_ids), {found: marked[found] for found in order})
