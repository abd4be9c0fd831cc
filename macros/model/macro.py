"""The macros that editors use in Markdown: their Swedish names and what their arguments refer to."""

from dataclasses import dataclass
from enum import Enum


class Refers(Enum):
    """What a macro's argument names."""

    STEP = "steg"
    PROVISION = "lagrum"
    STATUTE = "lag"
    ROLE = "roll"
    LOCAL_NAME = "namn"
    FORM = "form"
    DEADLINE = "frist"
    CHECKLIST = "checklista"
    DAY = "per"
    STYLE = "stil"


@dataclass(frozen=True)
class Macro:
    """A macro and its parameters in order; the first `required` of them must be given."""

    name: str
    parameters: tuple[Refers, ...] = ()
    required: int = 0


MACROS: dict[str, Macro] = {
    macro.name: macro
    for macro in (
        Macro("visa_steg", (Refers.STEP,), 1),
        Macro("visa_lagrum", (Refers.PROVISION, Refers.DAY), 1),
        Macro("visa_lag", (Refers.STATUTE,), 1),
        Macro("visa_lagregister"),
        Macro("visa_roll", (Refers.ROLE, Refers.FORM), 1),
        Macro("visa_roller"),
        Macro("visa_mottagare"),
        Macro("visa_profil"),
        Macro("visa_checklista", (Refers.CHECKLIST,), 1),
        Macro("visa_rutiner"),
        Macro("visa_checklistor"),
        Macro("visa_start"),
        Macro("lokalt", (Refers.LOCAL_NAME, Refers.FORM), 1),
        Macro("frist", (Refers.DEADLINE, Refers.STYLE), 1),
    )
}
