from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from macros.model.audit import AuditFile
from macros.model.indicator import Figure
from macros.model.language import LanguageLimits
from macros.model.page import RoutineMeta
from macros.model.profile import Profile
from macros.model.review import ReviewPolicy
from macros.model.statute import Statute
from macros.sources.messages import _PATTERN_EXAMPLES, explain, is_echo
from macros.sources.pages import PAGE_KINDS
from macros.sources.registry import KINDS

ROUTINE: dict[str, Any] = {
    "typ": "rutin",
    "id": "RUT-AAA",
    "riskklass": "1",
    "ansvarig": "chef",
    "utgåva": "1.0",
    "beslutsläge": "förslag",
    "skede": "anvisning",
    "roller": ["chef"],
    "steg": [
        {
            "id": "ett",
            "roll": ["chef"],
            "senast": {"före": "beslut"},
            "grund": ["exl-1-1"],
            "dokumenteras": "Akten",
        }
    ],
}
PROFILE: dict[str, Any] = {
    "id": "a",
    "namn": "A",
    "kortnamn": "A",
    "underlag": "Påhittat.",
    "nämnder": [{"id": "b", "namn": "b"}],
    "enheter": [{"id": "c", "namn": "c"}],
    "frister": {"start": {"antal": "1", "enhet": "veckor", "efter": "beslut", "ursprung": "förslag"}},
}


def explained(model: type[BaseModel], data: dict[str, Any]) -> list[tuple[str, str, str]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [explain(error, model) for error in caught.value.errors(include_url=False) if not is_echo(error)]


def step(**changes: Any) -> dict[str, Any]:
    return ROUTINE | {"steg": [ROUTINE["steg"][0] | changes]}


def test_unknown_key_suggests_the_near_miss() -> None:
    assert explained(RoutineMeta, ROUTINE | {"ansvarigg": "chef"}) == [
        ("103", "Nyckeln ”ansvarigg” är okänd.", "Menade du ”ansvarig”?")
    ]


def test_unknown_key_far_from_all_lists_the_known_ones() -> None:
    ((_, _, cure),) = explained(
        Statute.model_fields["sources"].annotation.__args__[0], {"id": "a", "namn": "b", "x": 1}
    )
    assert cure == "Ta bort raden, eller använd någon av: id, namn, dag, adress."


def test_unknown_key_in_a_step_suggests_the_steps_keys() -> None:
    assert explained(RoutineMeta, step(rol="chef")) == [("103", "Nyckeln ”steg.1.rol” är okänd.", "Menade du ”roll”?")]


def test_unknown_key_under_a_name_of_the_editors_own_suggests_too() -> None:
    deadline = PROFILE["frister"]["start"] | {"anmarkning": "x"}
    assert explained(Profile, PROFILE | {"frister": {"start": deadline}}) == [
        ("103", "Nyckeln ”frister.start.anmarkning” är okänd.", "Menade du ”anmärkning”?")
    ]


def test_unknown_key_in_a_group_two_levels_down() -> None:
    assert explained(RoutineMeta, step(senast={"före": "beslut", "frister": "x"})) == [
        ("103", "Nyckeln ”steg.1.senast.frister” är okänd.", "Menade du ”frist”?")
    ]


def test_bad_name_of_the_editors_own_is_shown_without_technical_marks() -> None:
    ((code, message, _),) = explained(Profile, PROFILE | {"frister": {"Stårt": PROFILE["frister"]["start"]}})
    assert code == "105"
    assert message == "Uppgiften ”frister.Stårt” har fel form (nu står det ”Stårt”)."


def test_missing_key_says_which_line_to_add() -> None:
    data = {key: value for key, value in ROUTINE.items() if key != "ansvarig"}
    assert explained(RoutineMeta, data) == [("104", "Uppgiften ”ansvarig” saknas.", "Lägg till raden ansvarig: …")]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (ROUTINE | {"ansvarig": None}, "104", "är tom"),
        (ROUTINE | {"ansvarig": "Chef"}, "105", "har fel form (nu står det ”Chef”)"),
        (ROUTINE | {"ansvarig": ["chef"]}, "105", "ska vara text"),
        (ROUTINE | {"roller": "chef"}, "105", "ska vara en lista"),
        (ROUTINE | {"roller": []}, "105", "är en tom lista"),
        (ROUTINE | {"riskklass": "hög"}, "105", "ska vara ett heltal"),
        (ROUTINE | {"skede": "anvisa"}, "105", "inte finns att välja"),
        (ROUTINE | {"hide": ["meny"]}, "105", "inte finns att välja"),
        (ROUTINE | {"utgåva": "1"}, "105", "har fel form"),
        (ROUTINE | {"gäller_fr_o_m": "igår"}, "105", "ska vara en dag"),
        (ROUTINE | {"gäller_fr_o_m": "2026-02-30"}, "105", "dag som inte finns"),
        (ROUTINE | {"gäller_fr_o_m": "2026-02-01"}, "105", "stämmer inte med ”beslutsläge”"),
        (ROUTINE | {"steg": ["ett"]}, "105", "ska vara en grupp"),
        (step(senast={}), "105", "exakt en av"),
        (step(dokumenteras="x" * 121), "105", "är för lång, högst 120 tecken"),
        (step(mall=["underlaget"]), "105", "har fel form"),
        (step(mall="M-UND"), "105", "ska vara en lista"),
    ],
)
def test_wrong_value_is_explained(data: dict[str, Any], code: str, words: str) -> None:
    ((found, message, cure),) = explained(RoutineMeta, data)
    assert found == code
    assert words in message
    assert cure.endswith((".", "?"))


AUDIT: dict[str, Any] = {
    "granskning": {"id": "prov-2024", "kommun": "prov", "titel": "Prov", "år": "2024", "källa": "Påhittat."},
    "rekommendationer": [
        {"id": "EXK-1", "till": "nämnden", "rekommendation": "Gör.", "bedömning": "Nej", "status": "besvarad"}
    ],
}


def recommendation(**changes: Any) -> dict[str, Any]:
    return AUDIT | {"rekommendationer": [AUDIT["rekommendationer"][0] | changes]}


@pytest.mark.parametrize(
    ("model", "data", "words"),
    [
        (AuditFile, recommendation(id="EXK1"), "”rekommendationer.1.id” har fel form"),
        (AuditFile, recommendation(status="klar"), "”rekommendationer.1.status” har ett värde som inte finns"),
        (AuditFile, recommendation(status="undantag"), "”status” stämmer inte med ”undantag”"),
        (AuditFile, recommendation(undantag="Nej."), "”status” stämmer inte med ”undantag”"),
        (AuditFile, recommendation(svar=[{"avsnitt": "RUT-AAA#Ett", "hur": "Så."}]), "svar.1.avsnitt” har fel form"),
        (AuditFile, recommendation(punkter=["CL-AAA"]), "punkter.1” har fel form"),
        (
            Figure,
            {"år": "2025", "värde": "ungefär 3", "källa": "a"},
            "”värde” ska vara ett tal (nu står det ”ungefär 3”)",
        ),
        (Figure, {"år": "2025", "värde": "", "källa": "a"}, "”värde” ska vara ett tal"),
        (Figure, {"år": "1025", "värde": "3", "källa": "a"}, "”år” ska vara minst 1990"),
        (LanguageLimits, {"lix": "-1", "längsta_mening": "20"}, "”lix” ska vara minst 20"),
    ],
)
def test_wrong_value_in_the_other_kinds_is_explained(model: type[BaseModel], data: dict[str, Any], words: str) -> None:
    ((code, message, cure),) = explained(model, data)
    assert code == "105"
    assert words in message
    assert cure.endswith((".", "?"))


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for value in schema.values():
            yield from patterns(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from patterns(value)


@pytest.mark.parametrize("model", [*(kind.model for kind in KINDS.values()), *PAGE_KINDS.values()])
def test_every_form_that_a_value_must_have_is_shown_by_an_example(model: type[BaseModel]) -> None:
    assert {pattern for pattern in patterns(model.model_json_schema()) if pattern not in _PATTERN_EXAMPLES} == set()


def test_choices_are_listed_in_swedish() -> None:
    ((_, _, cure),) = explained(RoutineMeta, ROUTINE | {"skede": "anvisa"})
    assert cure == "Välj anvisning, samverkan, uppföljning eller avslut."


def test_number_out_of_bounds_says_the_bound() -> None:
    policy = {
        "riskklasser": [
            {
                "klass": "1",
                "intervall_månader": "0",
                "förfallen": "fel",
                "aldrig_granskad": "fel",
                "får_granska": ["redaktion"],
                "betyder": "Prov.",
            }
        ],
        "varna_dagar": ["400"],
        "lagkontroll_dagar": "180",
        "frågor": [{"id": "text", "fråga": "Går texten att läsa?", "titta_på": "Texten."}],
    }
    assert [message for _, message, _ in explained(ReviewPolicy, policy)] == [
        "Uppgiften ”riskklasser.1.intervall_månader” ska vara minst 1.",
        "Uppgiften ”varna_dagar.1” ska vara högst 366 (nu står det ”400”).",
    ]


def test_very_long_value_is_cut_in_the_message() -> None:
    ((_, message, _),) = explained(RoutineMeta, step(mall="x" * 500))
    assert len(message) < 160
