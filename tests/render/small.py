"""A hand-made handbook of one routine, one checklist and one statute: small enough to read in a failing test."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from macros.handbook import Handbook
from macros.holdings import Holdings
from macros.model.checklist import Checklist
from macros.model.page import ChecklistPageMeta, Heading, MacroCall, Page, PageBody, PlainPageMeta, RoutineMeta
from macros.model.profile import EventFile, Profile, Settings
from macros.model.review import Receipt, ReviewPolicy
from macros.model.role import RoleFile
from macros.model.sourced import Sourced
from macros.model.statute import Statute

TODAY = date(2026, 11, 22)
ROUTINE_URL = "rutiner/rut-anv/"

SETTINGS = {"namn": "Provhandboken", "standardkommun": "prov"}
EVENTS = {"händelser": [{"id": "beslut", "namn": "beslutet", "betyder": "Dagen för beslutet."}]}
ROLES = {
    "roller": [
        {
            "id": "handlaggare",
            "namn": "handläggare (den som utreder)",
            "bestämd": "handläggaren",
            "uppdrag": "Utreder.",
        },
        {
            "id": "coach",
            "namn": "coach",
            "bestämd": "coachen",
            "uppdrag": "Tar emot.",
            "uppgifter": ["Skriva journal."],
        },
        {"id": "chef", "namn": "chef", "bestämd": "chefen", "uppdrag": "Ansvarar."},
    ]
}
PROFILE = {
    "id": "prov",
    "namn": "Provs kommun",
    "kortnamn": "Prov",
    "underlag": "Påhittat.",
    "nämnder": [{"id": "namnd", "namn": "nämnden"}],
    "enheter": [{"id": "verkstad", "namn": "Verkstaden", "nämnd": "namnd", "gör": "Arbetar.", "för": "Alla."}],
    "frister": {
        "startmote": {"antal": 10, "enhet": "arbetsdagar", "efter": "beslut", "ursprung": "förslag"},
        "svar": {"antal": 1, "enhet": "veckor", "efter": "beslut", "ursprung": "underlag"},
    },
}
POLICY = {
    "riskklasser": [
        {
            "klass": 1,
            "intervall_månader": 6,
            "förfallen": "fel",
            "aldrig_granskad": "fel",
            "får_granska": ["chef"],
            "betyder": "Allvarligt.",
        }
    ],
    "frågor": [{"id": "text", "fråga": "Går texten att läsa?", "titta_på": "Texten."}],
    "varna_dagar": [60, 30],
    "lagkontroll_dagar": 180,
}
RECEIPT = {
    "rutin": "RUT-ANV",
    "utgåva": "0.1",
    "dag": date(2026, 11, 22),
    "roll": "chef",
    "kontrollerat": [{"fråga": "text", "svar": "stämmer"}],
    "utfall": "ändrad",
}
ROUTINE: dict[str, Any] = {
    "id": "RUT-ANV",
    "typ": "rutin",
    "riskklass": 1,
    "ansvarig": "chef",
    "utgåva": "0.1",
    "beslutsläge": "förslag",
    "skede": "anvisning",
    "roller": ["handlaggare"],
    "checklistor": ["CL-ANV"],
    "lagrum": ["prov-3"],
    "steg": [
        {
            "id": "fraga",
            "roll": ["handlaggare"],
            "senast": {"före": "beslut"},
            "grund": ["prov-1"],
            "dokumenteras": "akten",
        },
        {
            "id": "mote",
            "roll": ["handlaggare", "coach"],
            "senast": {"frist": "startmote"},
            "grund": ["prov-2"],
            "mall": ["M-PLAN"],
            "dokumenteras": "akten",
        },
    ],
}
ITEM: dict[str, Any] = {
    "id": "CL-ANV-01",
    "text": "frågan är ställd",
    "steg": "fraga",
    "roll": ["handlaggare"],
    "senast": {"före": "beslut"},
    "varför": "Annars vet ingen.",
    "grund": ["prov-1"],
    "dokumenteras": "akten",
}
CHECKLIST: dict[str, Any] = {
    "id": "CL-ANV",
    "titel": "Anvisning",
    "rutin": "RUT-ANV",
    "punkter": [
        {**ITEM, "id": "CL-ANV-02", "steg": "mote", "text": "mötet är hållet", "roll": ["coach"]},
        ITEM,
        {**ITEM, "id": "CL-ANV-03", "text": "något gammalt", "utgår": date(2026, 11, 22)},
    ],
}


def wording(
    certainty: str = "säker", first: date | None = date(2025, 7, 1), last: date | None = None
) -> dict[str, Any]:
    return {
        "fr_o_m": first,
        "t_o_m": last,
        "sammanfattning": "Nämnden får begära det.",
        "säkerhet": certainty,
        "källa": "lagbok",
        "kontrollerad": date(2026, 11, 22),
    }


def provision(paragraph: str, *wordings: dict[str, Any], heading: str = "Om prov") -> dict[str, Any]:
    return {
        "id": f"prov-{paragraph.replace(' ', '')}",
        "kapitel": 12,
        "paragraf": paragraph,
        "rubrik": heading,
        "lydelser": list(wordings or [wording()]),
    }


def statute(*provisions: dict[str, Any]) -> Statute:
    return Statute.model_validate(
        {
            "id": "prov",
            "sfs": "2025:400",
            "namn": "Provlagen",
            "kortnamn": "PrL",
            "gäller_fr_o_m": date(2025, 7, 1),
            "källor": [{"id": "lagbok", "namn": "Lagboken"}],
            "bestämmelser": list(provisions),
        }
    )


NO_HOLDINGS = Holdings(
    templates={},
    forum_file=None,
    audits=(),
    indicator_groups={},
    control_file=None,
    process_file=None,
    glossary=None,
    language_limits=None,
)


def place(value: Any) -> Sourced[Any]:
    return Sourced(value, "prov.yml", {})


def routine_page(**changes: Any) -> Page:
    headings = (
        Heading(1, "Anvisning till insats", None, 1),
        Heading(3, "Ställ frågan", "fraga", 5),
        Heading(3, "Håll mötet", "mote", 9),
    )
    return Page("docs/rutiner/rut-anv.md", RoutineMeta.model_validate(ROUTINE | changes), PageBody(headings))


def plain_page(path: str, title: str, *calls: MacroCall) -> Page:
    body = PageBody((Heading(1, title, None, 1),), calls)
    return Page(path, PlainPageMeta.model_validate({"typ": "sida"}), body)


def small_handbook(**changes: Any) -> Handbook:
    """The small handbook, with some of its parts replaced."""
    checklist_meta = ChecklistPageMeta.model_validate({"typ": "checklista", "checklista": "CL-ANV"})
    pages = (
        Page("docs/checklistor/cl-anv.md", checklist_meta, PageBody((Heading(1, "Checklista", None, 1),))),
        plain_page("docs/lagrum/prov.md", "Provlagen", MacroCall("visa_lag", ("prov",), (), 3)),
        plain_page("docs/roller/index.md", "Roller", MacroCall("visa_roller", (), (), 3)),
        routine_page(),
    )
    provisions = (provision("1"), provision("2", wording("osäker")), provision("3", wording("trolig")))
    handbook = Handbook(
        root=Path(),
        settings=place(Settings.model_validate(SETTINGS)),
        profile=place(Profile.model_validate(PROFILE)),
        policy=place(ReviewPolicy.model_validate(POLICY)),
        event_file=place(EventFile.model_validate(EVENTS)),
        role_file=place(RoleFile.model_validate(ROLES)),
        statutes={"prov": place(statute(*provisions))},
        checklists={"CL-ANV": place(Checklist.model_validate(CHECKLIST))},
        receipts=(place(Receipt.model_validate(RECEIPT)),),
        pages=tuple(place(page) for page in pages),
        holdings=NO_HOLDINGS,
    )
    return replace(handbook, **changes)
