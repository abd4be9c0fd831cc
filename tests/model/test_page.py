from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.page import Heading, MacroCall, Page, PageBody, PlainPageMeta, RoutineMeta, Stage

META = PlainPageMeta.model_validate({"typ": "sida"})


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("docs/index.md", ""),
        ("docs/rutiner/index.md", "rutiner/"),
        ("docs/rutiner/rut-anv.md", "rutiner/rut-anv/"),
        ("docs/om.md", "om/"),
        ("docs/handboken/myindex.md", "handboken/myindex/"),
    ],
)
def test_url_is_what_mkdocs_makes(path: str, url: str) -> None:
    assert Page(path, META, PageBody()).url == url


def test_title_is_the_first_level_one_heading() -> None:
    headings = (Heading(2, "Först", None, 1), Heading(1, "Titeln", None, 2), Heading(1, "En till", None, 3))
    assert Page("docs/a.md", META, PageBody(headings)).title == "Titeln"


def test_title_is_the_path_when_the_heading_is_missing() -> None:
    assert Page("docs/a.md", META, PageBody()).title == "docs/a.md"


def test_argument_is_found_by_position_or_by_name() -> None:
    call = MacroCall("visa_lagrum", ("exl-1-1",), (("per", "2020-01-01"),), 1)
    assert call.argument(0, "lagrum") == "exl-1-1"
    assert call.argument(1, "per") == "2020-01-01"
    assert call.argument(2, "annat") is None


def routine_data() -> dict[str, Any]:
    return {
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


def test_routine_of_the_whole_process_has_no_stage() -> None:
    data = routine_data()
    assert RoutineMeta.model_validate(data).stage is Stage.ASSIGNMENT
    del data["skede"]
    assert RoutineMeta.model_validate(data).stage is None
    with pytest.raises(ValidationError):
        RoutineMeta.model_validate(data | {"skede": "alla"})


@pytest.mark.parametrize("templates", ["M-UND", ["underlaget"], ["m-und"], [""]])
def test_step_names_templates_by_id_in_a_list(templates: str | list[str]) -> None:
    data = routine_data()
    step = data["steg"][0]
    assert RoutineMeta.model_validate(data).steps[0].templates == ()
    data["steg"] = [step | {"mall": ["M-UND", "M-SAM"]}]
    assert RoutineMeta.model_validate(data).steps[0].templates == ("M-UND", "M-SAM")
    with pytest.raises(ValidationError):
        RoutineMeta.model_validate(data | {"steg": [step | {"mall": templates}]})


@pytest.mark.parametrize(
    ("adoption", "day", "accepted"),
    [
        ("förslag", None, True),
        ("förslag", "2026-01-01", False),
        ("fastställd", "2026-01-01", True),
        ("fastställd", None, False),
        ("upphävd", None, False),
    ],
)
def test_only_a_proposal_lacks_its_first_day(adoption: str, day: str | None, accepted: bool) -> None:
    data = routine_data() | {"beslutsläge": adoption, "gäller_fr_o_m": day}
    if accepted:
        assert RoutineMeta.model_validate(data).id == "RUT-AAA"
    else:
        with pytest.raises(ValidationError):
            RoutineMeta.model_validate(data)
