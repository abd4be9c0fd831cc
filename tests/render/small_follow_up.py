"""The small handbook with an audit, an indicator, a risk and an insats, and the pages that show them."""

from dataclasses import replace
from typing import Any

from macros.handbook import Handbook
from macros.model.audit import AuditFile
from macros.model.control import ControlFile
from macros.model.indicator import Indicator, IndicatorGroup
from macros.model.measurement import COLUMNS, CountFile, CountRow
from macros.model.page import MacroCall
from macros.model.profile import Profile, Settings
from tests.render.small import NO_HOLDINGS, PROFILE, SETTINGS, place, plain_page, small_handbook

ANSWERED: dict[str, Any] = {
    "id": "PRV-1",
    "till": "nämnden",
    "rekommendation": "Skriv en rutin.",
    "bedömning": "Nej",
    "nämndens_svar": "Nämnden håller med.",
    "svar": [{"avsnitt": "RUT-ANV#mote", "hur": "Steget säger vem."}, {"avsnitt": "RUT-ANV", "hur": "Hela rutinen."}],
    "punkter": ["CL-ANV-01", "CL-ANV-03"],
    "bevis": "Akterna.",
    "status": "besvarad",
}
EXCEPTED: dict[str, Any] = {
    "id": "PRV-2",
    "till": "fullmäktige",
    "rekommendation": "Slå ihop.",
    "bedömning": "ej bedömd",
    "status": "undantag",
    "undantag": "Avgörs inte här.",
}
AUDIT: dict[str, Any] = {
    "granskning": {
        "id": "prov-2023",
        "kommun": "prov",
        "titel": "Granskning i Prov",
        "år": 2023,
        "månad": "maj",
        "källa": "En rapport.",
        "samlad_bedömning": "inte helt",
    },
    "rekommendationer": [ANSWERED, EXCEPTED],
}
PARTLY: dict[str, Any] = ANSWERED | {
    "id": "ANN-1",
    "status": "delvis",
    "svar": [ANSWERED["svar"][0]],
    "återstår": {"vad": "Ett beslut.", "varför": "Bara chefen kan.", "vem": ["chef", "coach"]},
}
OTHER_AUDIT: dict[str, Any] = {
    "granskning": {"id": "annan-2024", "kommun": "annan", "titel": "Granskning i Annan", "år": 2024, "källa": "En."},
    "rekommendationer": [PARTLY],
}
INDICATOR: dict[str, Any] = {
    "id": "langvarigt",
    "namn": "Långvarigt bistånd",
    "definition": "Andel av alla.",
    "enhet": "procent",
    "önskad_riktning": "ned",
    "kommun": "prov",
    "målnivåer": {"uppnått": 30, "på_rätt_väg": 35, "ej_uppnått": 40},
    "serier": [
        {
            "namn": "Prov",
            "värden": [
                {"år": 2024, "värde": "37,5", "källa": "bok"},
                {"år": 2023, "värde": "41", "källa": "rapport"},
            ],
        }
    ],
    "källor": [{"id": "rapport", "namn": "Rapporten", "år": 2024}, {"id": "bok", "namn": "Boken"}],
    "anmärkning": "Mäts i juni.",
}
RISK: dict[str, Any] = {
    "id": "EK-01",
    "risk": "Ingen frågar.",
    "sannolikhet": 2,
    "konsekvens": 4,
    "kontroll": "Läs akten.",
    "urval": "Tio fall.",
    "hur_ofta": "varje år",
    "roll": "chef",
    "rutin": "RUT-ANV",
    "punkter": ["CL-ANV-01", "CL-ANV-03"],
}
GRAVE_RISK = RISK | {"id": "EK-02", "risk": "Allt går fel.", "sannolikhet": 4, "punkter": ["CL-ANV-02"]}
MEASURE: dict[str, Any] = {
    "id": "verkstaden",
    "namn": "verkstaden",
    "utförare": "verkstad",
    "vad": "bygger stolar",
    "för": "okänt i underlaget",
    "grund": ["prov-2"],
    "väg_in": "genom mötet",
    "omfattning": "heltid",
    "uppföljning": "varje månad",
    "närvaro": "okänt i underlaget",
}
GENERAL_MEASURES = {"allmänna_insatser": [{"id": "praktik", "namn": "praktik på en plats"}]}
NAMELESS = MEASURE | {"id": "praktik", "namn": "okänt i underlaget", "grund": [], "för": "alla"}


def indicator(**changes: Any) -> Indicator:
    return Indicator.model_validate({key: value for key, value in (INDICATOR | changes).items() if value is not None})


def series(name: str, **values: str) -> dict[str, Any]:
    """A series by year: `series("Prov", y2020="1")`."""
    figures = [{"år": int(year[1:]), "värde": value, "källa": "bok"} for year, value in values.items()]
    return {"namn": name, "värden": figures}


def group(*indicators: dict[str, Any]) -> IndicatorGroup:
    return IndicatorGroup.model_validate(
        {
            "grupp": "bistand",
            "titel": "Bistånd",
            "beskrivning": "Om bistånd.",
            "nämnd": "nämnden",
            "indikatorer": list(indicators),
        }
    )


def controls(*risks: dict[str, Any]) -> ControlFile:
    return ControlFile.model_validate({"risker": list(risks or (RISK, GRAVE_RISK))})


def counted(day: str, *rows: tuple[str, int, int], risk: str = "EK-01", profile: str = "prov") -> CountFile:
    """A counting file of items with how many met them and were examined, out of a sample of ten."""
    cells = (
        {"kontroll": risk, "punkt": item, "uppfyllda": str(met), "granskade": str(examined)}
        | {"gäller_inte": str(10 - examined), "urval": "10"}
        for item, met, examined in rows
    )
    found = tuple(CountRow(line, row) for line, row in enumerate(cells, 2))
    return CountFile(f"data/egenkontroll/{profile}/{risk}/{day}.csv", 1, COLUMNS, found)


def follow_up_handbook(profile: dict[str, Any] | None = None, **holdings: Any) -> Handbook:
    """The small handbook with what this file holds, some of it replaced."""
    pages = (
        plain_page("docs/revision/index.md", "Revision", MacroCall("visa_revision", (), (), 3)),
        plain_page("docs/uppfoljning/matt.md", "Mått", MacroCall("visa_indikatorer", ("bistand",), (), 3)),
        plain_page("docs/uppfoljning/egenkontroll.md", "Egenkontroll", MacroCall("visa_risker", (), (), 3)),
        plain_page("docs/uppfoljning/blad.md", "Blad", MacroCall("visa_egenkontrollblad", (), (), 3)),
        plain_page("docs/uppfoljning/utfall.md", "Utfall", MacroCall("visa_utfall", (), (), 3)),
        plain_page("docs/samverkan/insatser.md", "Insatser", MacroCall("visa_insatser", (), (), 3)),
        plain_page("docs/samverkan/kommunen.md", "Kommunen", MacroCall("visa_profil", (), (), 3)),
    )
    found = {
        "audits": (place(AuditFile.model_validate(OTHER_AUDIT)), place(AuditFile.model_validate(AUDIT))),
        "indicator_groups": {"bistand": place(group(INDICATOR))},
        "control_file": place(controls()),
    }
    base = small_handbook()
    return replace(
        base,
        settings=place(Settings.model_validate(SETTINGS | GENERAL_MEASURES)),
        profile=place(Profile.model_validate(PROFILE | {"insatser": [MEASURE, NAMELESS]} | (profile or {}))),
        pages=(*base.pages, *map(place, pages)),
        holdings=replace(NO_HOLDINGS, **found | holdings),
    )
