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
    TEMPLATE = "mall"
    FORUM = "forum"
    MEASURE = "insats"
    INDICATOR = "indikator"
    INDICATOR_GROUP = "grupp"
    PROCESS = "process"
    ROUTINE = "rutin"


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
        Macro("visa_lagrum_alla"),
        Macro("visa_kontrollplan"),
        Macro("visa_nyckel"),
        Macro("visa_lagval"),
        Macro("visa_roll", (Refers.ROLE, Refers.FORM), 1),
        Macro("visa_roller"),
        Macro("visa_mottagare"),
        Macro("visa_profil"),
        Macro("visa_checklista", (Refers.CHECKLIST,), 1),
        Macro("visa_rutiner"),
        Macro("visa_checklistor"),
        Macro("visa_riskklasser"),
        Macro("visa_start"),
        Macro("visa_sok"),
        Macro("visa_mall", (Refers.TEMPLATE,), 1),
        Macro("visa_mall_blad", (Refers.TEMPLATE,), 1),
        Macro("visa_mallar"),
        Macro("visa_forum", (Refers.FORUM,), 1),
        Macro("visa_forum_lista"),
        Macro("visa_arshjul"),
        Macro("visa_insats", (Refers.MEASURE,), 1),
        Macro("visa_insatser"),
        Macro("visa_indikator", (Refers.INDICATOR,), 1),
        Macro("visa_indikatorer", (Refers.INDICATOR_GROUP,), 1),
        Macro("visa_revision"),
        Macro("visa_riskmatris"),
        Macro("visa_risker"),
        Macro("visa_egenkontrollblad"),
        Macro("visa_utfall"),
        Macro("visa_process", (Refers.PROCESS,), 1),
        Macro("visa_ordlista"),
        Macro("visa_tillganglighet"),
        Macro("visa_prov"),
        Macro("visa_rollsida", (Refers.ROLE,), 1),
        Macro("visa_introduktion"),
        Macro("visa_ansvar"),
        Macro("visa_lage"),
        Macro("visa_fynd"),
        Macro("visa_lagesfalt"),
        Macro("visa_andringar"),
        Macro("visa_arkiv"),
        Macro("visa_utgavor", (Refers.ROUTINE,), 1),
        Macro("visa_gallde_da"),
        Macro("lokalt", (Refers.LOCAL_NAME, Refers.FORM), 1),
        Macro("frist", (Refers.DEADLINE, Refers.STYLE), 1),
    )
}
