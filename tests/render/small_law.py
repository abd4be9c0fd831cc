"""A small old statute and the new one that took its place, for the tests of the law pages."""

from dataclasses import replace
from datetime import date
from typing import Any

from macros.handbook import Handbook
from macros.model.law_choice import LawChoiceFile
from macros.model.law_plan import LawPlan
from macros.model.page import MacroCall
from macros.model.statute import Statute
from tests.render.small import NO_HOLDINGS, place, plain_page, small_handbook

SOURCES = [{"id": "lagbok", "namn": "Lagboken", "adress": "https://example.com/lagbok"}]
OLDER = {"lagrum": "gam-4-4", "säkerhet": "säker", "ändring": "får har blivit ska", "del": "första stycket"}
QUESTION = {"fråga": "Får eller ska?"}
LAST_OLD, FIRST_NEW = date(2025, 6, 30), date(2025, 7, 1)


def lydelse(certainty: str = "säker", **facts: Any) -> dict[str, Any]:
    known = {"sammanfattning": "En mening.", "säkerhet": certainty, "källa": "lagbok", "kontrollerad": FIRST_NEW}
    return known | facts


def old_statute() -> Statute:
    def old(chapter: int, paragraph: str, rule_id: str, *newer: str) -> dict[str, Any]:
        return {
            "id": rule_id,
            "kapitel": chapter,
            "paragraf": paragraph,
            "rubrik": f"Om {rule_id}",
            "ersätts_av": [{"lagrum": rule} for rule in newer],
            "lydelser": [lydelse(t_o_m=LAST_OLD)],
        }

    return Statute.model_validate(
        {
            "id": "gam",
            "sfs": "2001:453",
            "namn": "Gamla lagen",
            "kortnamn": "GL",
            "gäller_t_o_m": LAST_OLD,
            "källor": SOURCES,
            "bestämmelser": [
                old(16, "6 f", "gam-16-6f", "ny-34-1"),
                old(4, "4", "gam-4-4", "ny-12-4"),
                old(10, "4-6", "gam-10-4-6", "ny-34-1"),
            ],
        }
    )


def new_statute(certainty: str = "osäker") -> Statute:
    anvisning = {
        "id": "ny-12-4",
        "kapitel": 12,
        "paragraf": "4",
        "rubrik": "Anvisning",
        "ersätter": [OLDER],
        "lydelser": [
            lydelse(fr_o_m=FIRST_NEW, t_o_m=date(2026, 6, 30)),
            lydelse(certainty, fr_o_m=date(2026, 7, 1), **({} if certainty == "säker" else QUESTION)),
        ],
    }
    rapport = {
        "id": "ny-34-1",
        "kapitel": 34,
        "paragraf": "1",
        "rubrik": "Rapport",
        "ersätter": [
            {"lagrum": "gam-16-6f", "säkerhet": "trolig", "fråga": "Är det rätt nummer?"},
            {"lagrum": "gam-10-4-6", "säkerhet": "säker"},
        ],
        "lydelser": [lydelse(fr_o_m=FIRST_NEW, säkerhet_dag="trolig", tolkningsfråga="Även nya ärenden?")],
    }
    return Statute.model_validate(
        {
            "id": "ny",
            "sfs": "2025:400",
            "namn": "Nya lagen",
            "kortnamn": "NL",
            "gäller_fr_o_m": FIRST_NEW,
            "källor": SOURCES,
            "bestämmelser": [anvisning, rapport],
            "utan_paragraf": [
                {"id": "ny-avgift", "rubrik": "Avgift", "lydelser": [lydelse("trolig", fr_o_m=date(2027, 7, 1))]},
            ],
            "övergångsbestämmelser": [
                {
                    "id": "ny-overgang-5",
                    "punkt": "5",
                    "rubrik": "Äldre beslut",
                    "gäller": ["ny-34-1"],
                    "tillämpa": ["gam-16-6f"],
                    "lydelse_per": LAST_OLD,
                    "lydelser": [lydelse(fr_o_m=FIRST_NEW)],
                }
            ],
        }
    )


CHOICES = {
    "ärenden": [
        {
            "id": "anvisa",
            "namn": "Anvisa någon",
            "dagen": "Dagen för beslutet",
            "rader": [
                {"t_o_m": LAST_OLD, "lag": "gam", "lagrum": ["gam-4-4"], "svar": "Gamla lagen.", "gör": "Läs den."},
                {
                    "fr_o_m": FIRST_NEW,
                    "t_o_m": date(2026, 6, 30),
                    "lag": "ny",
                    "lagrum": ["ny-12-4"],
                    "svar": "Nya lagen.",
                    "gör": "Samråd.",
                },
                {
                    "fr_o_m": date(2026, 7, 1),
                    "lag": "ny",
                    "lagrum": ["ny-12-4"],
                    "övergång": "ny-overgang-5",
                    "svar": "Inte läst. Avgiften är 1 500 000 kronor.",
                    "gör": "Fråga.",
                },
            ],
        }
    ]
}
PLAN = {
    "källor": [
        {"id": "forst", "öppna": "Lagboken", "läs": "12 kap.", "minuter": 5, "lagrum": ["ny-12-4"]},
        {"id": "sedan", "öppna": "Gamla lagboken", "läs": "Allt", "minuter": 10, "lagar": ["gam"]},
    ]
}


def law_handbook(certainty: str = "osäker", **changes: Any) -> Handbook:
    """Both statutes with a page each, the pages about the law, and a decision table and a plan."""
    calls = [
        ("ny", MacroCall("visa_lag", ("ny",), (), 3)),
        ("gam", MacroCall("visa_lag", ("gam",), (), 3)),
        ("vilken-lag", MacroCall("visa_lagval", (), (), 3)),
    ]
    pages = tuple(place(plain_page(f"docs/lagrum/{name}.md", name, call)) for name, call in calls)
    holdings = replace(
        NO_HOLDINGS,
        law_choices=place(LawChoiceFile.model_validate(CHOICES)),
        law_plan=place(LawPlan.model_validate(PLAN)),
    )
    return small_handbook(
        statutes={"gam": place(old_statute()), "ny": place(new_statute(certainty))},
        checklists={},
        pages=pages,
        holdings=holdings,
        **changes,
    )
