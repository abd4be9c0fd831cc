"""Nothing from the data reaches a page as markup."""

from collections.abc import Callable
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.model.checklist import Checklist
from macros.model.profile import Profile
from macros.model.review import Receipt
from macros.model.role import RoleFile
from macros.render import (
    checklists,
    law_plan,
    law_register,
    profile,
    roles,
    routine_head,
    start,
    status_page,
    statutes,
    steps,
)
from tests.render.small import (
    CHECKLIST,
    PROFILE,
    RECEIPT,
    ROLES,
    ROUTINE_URL,
    TODAY,
    place,
    provision,
    routine_page,
    small_handbook,
    statute,
    wording,
)

BAD = '<script>alert("x")</script>'


def spoil(value: Any) -> Any:
    """The value with the bad text in every free text that is not an id, a day or a choice."""
    free = {
        "namn",
        "bestämd",
        "uppdrag",
        "underlag",
        "gör",
        "för",
        "text",
        "varför",
        "titel",
        "dokumenteras",
        "anmärkningar",
    }
    if isinstance(value, dict):
        return {key: BAD if key in free and isinstance(found, str) else spoil(found) for key, found in value.items()}
    return [BAD if item == "Skriva journal." else spoil(item) for item in value] if isinstance(value, list) else value


@pytest.fixture
def spoiled() -> Handbook:
    return small_handbook(
        profile=place(Profile.model_validate(spoil(PROFILE))),
        role_file=place(RoleFile.model_validate(spoil(ROLES))),
        checklists={"CL-ANV": place(Checklist.model_validate(spoil(CHECKLIST)))},
        receipts=(place(Receipt.model_validate({**RECEIPT, "anmärkningar": BAD})),),
        statutes={
            "prov": place(statute(*(provision(n, wording() | {"sammanfattning": BAD}, heading=BAD) for n in "123")))
        },
    )


@pytest.mark.parametrize(
    "render",
    [
        lambda h: checklists.checklist(h, "CL-ANV", "checklistor/cl-anv/", TODAY),
        lambda h: checklists.checklists(h, "checklistor/", TODAY),
        lambda h: profile.profile(h, "samverkan/"),
        profile.receivers,
        lambda h: roles.role(h, "coach", ""),
        lambda h: roles.roles(h, "roller/", TODAY),
        lambda h: routine_head.trust_box(h, routine_page(), TODAY),
        lambda h: start.start(h, "", TODAY),
        lambda h: status_page.status_page(h, "handboken/lage/", TODAY),
        lambda h: statutes.statute(h, "prov", "lagrum/prov/", TODAY),
    ],
)
def test_text_from_data_is_escaped(spoiled: Handbook, render: Callable[[Handbook], str]) -> None:
    html = str(render(spoiled))
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_an_open_question_in_the_register_is_escaped() -> None:
    unsure = statute(provision("1", wording("osäker") | {"fråga": BAD}, heading=BAD))
    handbook = small_handbook(statutes={"prov": place(unsure)})
    html = law_plan.work_plan(handbook, "lagrum/", TODAY) + law_register.rule_register(handbook, "lagrum/", TODAY)
    assert html.count("&lt;script&gt;") == 2
    assert "<script" not in html


def test_free_text_in_a_step_is_escaped() -> None:
    step = {"id": "fraga", "roll": ["coach"], "senast": {"före": "beslut"}, "grund": ["prov-1"]}
    page = routine_page(steg=[{**step, "dokumenteras": BAD}])
    html = steps.step(small_handbook(), page, "fraga", ROUTINE_URL, TODAY)
    assert html.count("&lt;script&gt;") == 1
    assert "<script" not in html
