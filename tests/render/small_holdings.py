"""The small handbook with a template, forums, a process map and a glossary, and the pages that show them."""

from dataclasses import replace
from typing import Any

from macros.handbook import Handbook
from macros.model.forum import ForumFile
from macros.model.glossary import Glossary
from macros.model.page import Heading, MacroCall, Page, PageBody, RolePageMeta, TemplatePageMeta
from macros.model.process import ProcessFile
from macros.model.profile import Profile
from macros.model.template import Template
from tests.render.small import NO_HOLDINGS, PROFILE, place, plain_page, small_handbook

TEMPLATE: dict[str, Any] = {
    "id": "M-PLAN",
    "titel": "Planen",
    "används": "På mötet.",
    "roll": ["coach"],
    "grund": ["prov-2"],
    "bevaras": "I akten.",
    "delar": [
        {
            "rubrik": "Målet",
            "hjälp": "Skriv kort.",
            "fält": [
                {"etikett": "Ärendets nummer", "typ": "rad"},
                {"etikett": "Vad ska bli annorlunda?", "typ": "text", "rader": 4},
                {"etikett": "Klart", "typ": "dag"},
                {"etikett": "Stöd", "typ": "kryss", "val": ["tolk", "resa"]},
                {"etikett": "Insatsen", "typ": "val", "val": ["fortsätter", "slutar"]},
                {
                    "etikett": "Tider",
                    "typ": "tabell",
                    "val": ["Dag", "Klockan"],
                    "rader": 5,
                    "hjälp": "En rad per dag.",
                },
            ],
        }
    ],
}
FORUM: dict[str, Any] = {
    "id": "genomgang",
    "namn": "genomgång",
    "nivå": "handläggare",
    "syfte": "Välja insats.",
    "deltar": ["handlaggare", "coach"],
    "kallar": "chef",
    "hur_ofta": "varje vecka",
    "dagordning": ["Nya ärenden", "Lediga platser"],
    "dokumenteras": "I en anteckning.",
    "eskalering": "Chefen avgör.",
    "rutin": "RUT-ANV#mote",
}
BOARD_FORUM = FORUM | {"id": "namndmote", "namn": "nämndmöte", "nivå": "nämnd", "deltar": ["chef"], "månader": [1, 9]}
FORUMS = {"forum": [FORUM, BOARD_FORUM]}
LOCAL_FORUMS = [
    {"id": "genomgang", "namn": "torsdagsmötet", "hur_ofta": "varje torsdag"},
    {"id": "namndmote", "namn": "okänt i underlaget", "anmärkning": "Vi vet inte."},
]


def node(node_id: str, lane: str, kind: str, *ways: tuple[str, str | None], link: str | None = None) -> dict[str, Any]:
    branches = [{"till": target} | ({"etikett": label} if label else {}) for target, label in ways]
    found = {"id": node_id, "bana": lane, "text": f"Gör {node_id}", "typ": kind, "nästa": branches}
    return found | ({"länk": link} if link else {})


PROCESS: dict[str, Any] = {
    "id": "vagen",
    "titel": "Vägen",
    "banor": [{"id": "ove", "namn": "Överst"}, {"id": "mitt", "namn": "Mitten"}, {"id": "ned", "namn": "Nederst"}],
    "steg": [
        node("start", "mitt", "start", ("fraga", None), link="RUT-ANV#fraga"),
        node("fraga", "mitt", "beslut", ("klart", "Ja"), ("om", "Nej")),
        node("klart", "ned", "slut"),
        node("om", "ove", "steg", ("start", None)),
    ],
}
GLOSSARY = {
    "ord": [
        {"term": "återkomst", "betyder": "Att komma tillbaka."},
        {"term": "ärende", "betyder": "Det som handläggs.", "använd_inte": ["mål", "fall"]},
        {"term": "offentlighets- och sekretesslagen", "betyder": "En lag.", "förkortning": "OSL"},
        {"term": "zon", "betyder": "Ett område."},
    ]
}


def titled(path: str, meta: Any, title: str) -> Page:
    return Page(path, meta, PageBody((Heading(1, title, None, 1),)))


def full_handbook(**holdings: Any) -> Handbook:
    """The small handbook with small holdings, some of them replaced."""
    pages = (
        titled("docs/mallar/m-plan.md", TemplatePageMeta.model_validate({"typ": "mall", "mall": "M-PLAN"}), "Planen"),
        titled("docs/roller/coach.md", RolePageMeta.model_validate({"typ": "roll", "roll": "coach"}), "Coach"),
        plain_page("docs/samverkan/forum.md", "Forum", MacroCall("visa_forum_lista", (), (), 3)),
    )
    found = {
        "templates": {"M-PLAN": place(Template.model_validate(TEMPLATE))},
        "forum_file": place(ForumFile.model_validate(FORUMS)),
        "process_file": place(ProcessFile.model_validate({"processer": [PROCESS]})),
        "glossary": place(Glossary.model_validate(GLOSSARY)),
    }
    base = small_handbook()
    return replace(
        base,
        profile=place(Profile.model_validate(PROFILE | {"forum": LOCAL_FORUMS})),
        pages=(*base.pages, *map(place, pages)),
        holdings=replace(NO_HOLDINGS, **found | holdings),
    )
