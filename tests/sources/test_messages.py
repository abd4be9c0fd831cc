from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from macros.model.page import RoutineMeta
from macros.model.profile import Profile
from macros.model.review import ReviewPolicy
from macros.model.statute import Statute
from macros.sources.messages import explain, is_echo

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
        (step(mall="x" * 121), "105", "är för lång, högst 120 tecken"),
    ],
)
def test_wrong_value_is_explained(data: dict[str, Any], code: str, words: str) -> None:
    ((found, message, cure),) = explained(RoutineMeta, data)
    assert found == code
    assert words in message
    assert cure.endswith((".", "?"))


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
                "betyder": "Prov.",
            }
        ],
        "varna_dagar": ["400"],
        "lagkontroll_dagar": "180",
    }
    assert [message for _, message, _ in explained(ReviewPolicy, policy)] == [
        "Uppgiften ”riskklasser.1.intervall_månader” ska vara minst 1.",
        "Uppgiften ”varna_dagar.1” ska vara högst 366 (nu står det ”400”).",
    ]


def test_very_long_value_is_cut_in_the_message() -> None:
    ((_, message, _),) = explained(RoutineMeta, step(mall="x" * 500))
    assert len(message) < 160
