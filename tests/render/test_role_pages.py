import re

import pytest

from macros.model.page import Stage
from macros.model.role import RoleFile
from macros.render import role_pages, roles
from macros.render.responsibility import responsibility, step_roles
from macros.render.role_pages import by_stage
from macros.render.roles import RoutineDuties
from macros.render.view import View
from tests.render.small import ROLES, ROUTINE_URL, TODAY, place, routine_page
from tests.render.small_holdings import full_handbook

BAD = '<script>alert("x")</script>'


def page(role: str) -> str:
    return str(role_pages.role_page(full_handbook(), role, f"roller/{role}/", TODAY))


def test_a_role_has_its_own_steps_and_items_with_times_and_nobody_elses() -> None:
    html = page("coach")
    assert '<a href="../../rutiner/rut-anv/#mote">Håll mötet</a>' in html
    assert "10 arbetsdagar efter beslutet" in html
    assert '<a href="../../checklistor/cl-anv/#cl-anv-02">Mötet är hållet</a>' in html
    assert "Före beslutet" in html
    assert "#fraga" not in html
    assert "CL-ANV-03" not in html
    assert "1 steg och 1 punkt i checklistorna, 1 möte, 1 mall" in html


def test_a_role_page_has_its_tasks_meetings_and_templates() -> None:
    html = page("coach")
    assert "Skriva journal." in html
    assert '<a href="../../samverkan/forum/#genomgang">Torsdagsmötet</a>' in html
    assert '<td role="cell" data-label="Rollen">Deltar</td>' in html
    assert 'href="../../mallar/m-plan/"' in html


def test_the_one_who_calls_is_told_so_and_gets_a_calendar_of_its_own() -> None:
    html = page("chef")
    assert html.count('data-label="Rollen">Kallar</td>') == 2
    assert 'href="../../kalender/chef.ics"' in html
    assert ".ics" not in page("coach")


def test_an_owner_sees_the_routine_it_answers_for() -> None:
    assert 'Ansvarar för <a href="../../rutiner/rut-anv/">Anvisning till insats</a>.' in page("chef")


def test_stages_stand_in_the_order_of_the_process_and_the_whole_process_last() -> None:
    stages = [None, "avslut", "anvisning", "uppföljning"]
    found = by_stage(RoutineDuties(routine_page(skede=stage), False, ()) for stage in stages)
    assert [entry.stage for entry in found] == [Stage.ASSIGNMENT, Stage.FOLLOW_UP, Stage.CLOSING, None]
    assert [entry.title for entry in found] == ["Anvisning", "Uppföljning", "Avslut", "Hela processen"]
    assert all(re.fullmatch("[a-z-]+", entry.anchor) for entry in found)


def test_links_to_a_role_lead_to_its_own_page_when_it_has_one() -> None:
    assert 'href="../../roller/coach/"' in roles.role(full_handbook(), "coach", ROUTINE_URL)
    assert 'href="../../roller/#chef"' in roles.role(full_handbook(), "chef", ROUTINE_URL)


def test_a_role_with_nothing_to_do_says_so() -> None:
    idle = {"id": "gast", "namn": "gäst", "bestämd": "gästen", "uppdrag": "Tittar på."}
    handbook = full_handbook(forum_file=None, templates={})
    object.__setattr__(handbook, "role_file", place(RoleFile.model_validate({"roller": [*ROLES["roller"], idle]})))
    assert "Inga steg, punkter eller möten" in role_pages.role_page(handbook, "gast", "roller/gast/", TODAY)


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        page("annan")


def test_each_role_stands_once_in_a_row_in_the_first_part_it_has() -> None:
    handbook = full_handbook()
    first, second = step_roles(View(handbook, "", TODAY), handbook.routines["RUT-ANV"].value)
    assert (first.does, first.answers, first.contributes, first.told) == (("handlaggare",), "chef", (), ("coach",))
    assert (second.does, second.contributes, second.told) == (("handlaggare", "coach"), (), ())


def test_a_role_with_an_item_contributes_and_one_at_the_meeting_is_told() -> None:
    handbook = full_handbook()
    steps = [{"id": "mote", "roll": ["chef"], "senast": {"före": "beslut"}, "grund": ["prov-1"], "dokumenteras": "x"}]
    (row,) = step_roles(View(handbook, "", TODAY), routine_page(steg=steps))
    assert (row.contributes, row.told) == (("coach",), ("handlaggare",))


def test_the_table_names_the_owner_and_links_every_step() -> None:
    html = str(responsibility(full_handbook(), "roller/ansvar/", TODAY))
    assert 'Ansvarar (A) för alla steg: <a href="../#chef">chef</a>' in html
    assert '<a href="../../rutiner/rut-anv/#fraga">Ställ frågan</a>' in html
    assert 'data-label="Får veta (I)">Coach</td>' in html


def test_text_from_the_roles_is_escaped() -> None:
    spoiled = [role | {"namn": BAD, "uppdrag": BAD, "uppgifter": [BAD]} for role in ROLES["roller"]]
    handbook = full_handbook()
    object.__setattr__(handbook, "role_file", place(RoleFile.model_validate({"roller": spoiled})))
    for html in (
        role_pages.role_page(handbook, "chef", "", TODAY),
        responsibility(handbook, "", TODAY),
        roles.roles(handbook, "", TODAY),
    ):
        assert "&lt;script&gt;" in html
        assert "<script" not in html
