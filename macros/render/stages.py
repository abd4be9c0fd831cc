"""The four stages of the process: what each is about and which routine it has."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page, RoutineMeta, Stage

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
    """The stages in order, each with its main routine."""
    routines = main_routines(handbook)
    return tuple(
        StageEntry(number, stage, ABOUT[stage], routines.get(stage)) for number, stage in enumerate(Stage, start=1)
    )


def main_routines(handbook: Handbook) -> Mapping[Stage, Page]:
    """The routine that a stage is known by: the one named after it, else the first that belongs to it."""
    found: dict[Stage, Page] = {}
    for page in handbook.routines.values():
        meta = routine_meta(page.value)
        if meta.stage is not None and (meta.stage not in found or is_named_after_stage(meta)):
            found[meta.stage] = page.value
    return found


def is_named_after_stage(meta: RoutineMeta) -> bool:
    """True for RUT-UPP in uppföljning and its like."""
    return meta.stage is not None and meta.id == f"RUT-{meta.stage.value[:3].upper()}"


def in_process_order(meta: RoutineMeta) -> tuple[int, bool, int, str]:
    """Sorts routines by stage, the stage's main one first; then those of the whole process by risk class."""
    if meta.stage is None:
        return len(Stage), False, meta.risk_class, meta.id
    return tuple(Stage).index(meta.stage), not is_named_after_stage(meta), 0, meta.id
