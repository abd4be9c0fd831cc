"""The four stages of the process: what each is about and which routine it has."""

from dataclasses import dataclass

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page, Stage

ABOUT = {
    Stage.ASSIGNMENT: "Kartlägg, samråd, besluta och lämna över till rätt insats.",
    Stage.COOPERATION: "Gemensam plan, möten och vem som äger vilken fråga.",
    Stage.FOLLOW_UP: "Närvaro, avvikelser och om insatsen ger något.",
    Stage.CLOSING: "Avsluta med orsak, återkoppla och följ upp efteråt.",
}


@dataclass(frozen=True)
class StageEntry:
    """A stage with its number and its routine, if that is written."""

    number: int
    stage: Stage
    about: str
    routine: Page | None


def stages(handbook: Handbook) -> tuple[StageEntry, ...]:
    """The stages in order. A stage with several routines shows the first."""
    routines: dict[Stage, Page] = {}
    for page in handbook.routines.values():
        routines.setdefault(routine_meta(page.value).stage, page.value)
    return tuple(
        StageEntry(number, stage, ABOUT[stage], routines.get(stage)) for number, stage in enumerate(Stage, start=1)
    )
