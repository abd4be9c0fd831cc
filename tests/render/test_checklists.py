import re
from dataclasses import replace
from datetime import date

import pytest

from macros.handbook import Handbook
from macros.model.checklist import Checklist
from macros.model.page import ChecklistPageMeta, Page
from macros.render.checklists import checklist, checklists, red_day_table
from macros.working_days import is_working_day
from tests.render.small import CHECKLIST, ITEM, TODAY, place, routine_page, small_handbook

SOON = {"frist": "startmote"}  # ten working days after the decision


def html(handbook: Handbook | None = None, today: date = TODAY) -> str:
    return str(checklist(handbook or small_handbook(), "CL-ANV", "checklistor/cl-anv/", today))


def with_items(*items: dict[str, object]) -> Handbook:
    found = Checklist.model_validate({**CHECKLIST, "punkter": list(items)})
    return small_handbook(checklists={"CL-ANV": place(found)})


def with_occasion(occasion: str | None) -> Handbook:
    handbook = small_handbook()
    meta = ChecklistPageMeta.model_validate({"typ": "checklista", "checklista": "CL-ANV", "tillfälle": occasion})
    page: Page = replace(handbook.pages[0].value, meta=meta)
    return small_handbook(pages=(place(page), *handbook.pages[1:]))


def test_every_item_is_a_labelled_checkbox_with_its_reason() -> None:
    named = 'id="cl-anv-01" aria-describedby="cl-anv-01-nar cl-anv-01-om"'
    assert f'<input type="checkbox" {named} autocomplete="off">' in html()
    assert (
        '<p class="rh-punkt__nar" id="cl-anv-01-nar"><span class="rh-punkt__senast">Före beslutet</span></p>' in html()
    )
    assert '<label for="cl-anv-01">Frågan är ställd</label>' in html()
    assert re.search(r'<p id="cl-anv-01-om">.*Handläggare.*Annars vet ingen\.</p>', html())


def test_groups_follow_the_steps_of_the_routine_not_the_file() -> None:
    headings = re.findall(r'<h2 id="grupp-(\w+)">.*?</span></span>(.*?)</h2>', html())
    assert headings == [("fraga", "Ställ frågan"), ("mote", "Håll mötet")]
    assert html().index("cl-anv-01") < html().index("cl-anv-02")


def test_retired_items_are_marked_and_neither_ticked_nor_counted() -> None:
    retired = re.search(r'<li class="rh-punkt rh-punkt--utgatt" id="cl-anv-03".*?</li>', html(), re.DOTALL)
    assert retired
    assert "Något gammalt" in retired[0]
    assert "Utgick 22 november 2026" in retired[0]
    assert "<input" not in retired[0]
    assert "2 punkter i 2 steg" in html()
    assert '<p class="rh-framsteg__text" role="status">0 av 2 klara</p>' in html()


def test_the_role_filter_offers_only_roles_with_items() -> None:
    values = re.findall(r'name="rh-roll" id="[\w-]+" value="([\w-]*)"', html())
    assert values == ["", "handlaggare", "coach"]
    assert '<li class="rh-punkt" data-punkt="CL-ANV-02" data-roller="coach" ' in html()


def test_a_proposal_says_so_and_an_adopted_routine_does_not() -> None:
    adopted = {"beslutsläge": "fastställd", "gäller_fr_o_m": TODAY}
    handbook = small_handbook()
    pages = (*handbook.pages[:-1], place(routine_page(**adopted)))
    assert "förslag som ingen nämnd har antagit" in html()
    assert "antagit" not in checklist(small_handbook(pages=pages), "CL-ANV", "checklistor/cl-anv/", TODAY)


def test_links_lead_to_the_step_and_the_law() -> None:
    assert 'href="../../rutiner/rut-anv/#fraga"' in html()
    assert 'href="../../lagrum/prov/#prov-1"' in html()


def test_an_item_carries_what_its_day_is_counted_from() -> None:
    page = html(
        with_items(
            ITEM,
            {**ITEM, "id": "CL-ANV-02", "senast": SOON},
            {**ITEM, "id": "CL-ANV-04", "senast": {"samma_dag_som": "beslut"}},
        )
    )
    assert re.findall(r'data-handelse="(\w+)"(?: data-antal="(\d+)" data-enhet="(\w+)")?>', page) == [
        ("beslut", "", ""),
        ("beslut", "10", "arbetsdagar"),
        ("beslut", "0", "kalenderdagar"),
    ]


def test_the_first_event_is_the_start_and_one_event_needs_no_more_fields() -> None:
    assert '<label for="dag-beslut">Startdag: beslutet</label>' in html()
    assert html().count("data-rh-dag=") == 1
    assert "<details" not in html()


def test_controls_are_hidden_until_the_script_shows_them() -> None:
    assert '<div class="rh-styr" role="group" aria-label="Anpassa checklistan" hidden>' in html()
    assert 'aria-label="Ta med checklistan" data-search-exclude hidden>' in html()


def test_red_days_are_carried_only_where_working_days_are_counted() -> None:
    assert "data-roda-dagar" not in html()
    table = f'data-roda-dagar="{red_day_table(TODAY)}"'
    assert table in html(with_items({**ITEM, "senast": SOON}))


def test_red_days_reach_ten_years_ahead_and_agree_with_the_calendar() -> None:
    years = dict(row.split(":") for row in red_day_table(date(2026, 11, 22)).split("|"))
    assert list(years) == [str(year) for year in range(2025, 2037)]
    red = {date(int(year), int(day[:2]), int(day[2:])) for year, days in years.items() for day in days.split(",")}
    assert date(2027, 3, 26) in red  # Good Friday
    assert all(day.isoweekday() < 6 and not is_working_day(day) for day in red)
    assert len(red_day_table(TODAY)) < 600


def test_the_index_says_when_for_whom_and_from_which_day() -> None:
    page = str(checklists(with_occasion("ärende"), "checklistor/", TODAY))
    assert '<h2 id="i-arendet" markdown="span">I ärendet</h2>' in page
    assert '<td role="cell" data-label="För">Handläggare, coach</td>' in page
    assert '<td role="cell" data-label="Startdag">Beslutet</td>' in page
    assert '<td role="cell" data-label="Punkter">2</td>' in page
    assert "Fler checklistor" not in page


def test_a_list_without_an_occasion_stands_last_and_not_nowhere() -> None:
    page = str(checklists(with_occasion(None), "checklistor/", TODAY))
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == ["Fler checklistor"]
    assert 'href="cl-anv/"' in page


@pytest.mark.parametrize(("named", "words"), [(3, "Handläggare, coach, chef"), (2, "Handläggare, coach och en till")])
def test_the_index_names_some_roles_and_counts_the_rest(
    monkeypatch: pytest.MonkeyPatch, named: int, words: str
) -> None:
    monkeypatch.setattr("macros.render.checklists._ROLES_NAMED", named)
    roles = ["handlaggare", "coach", "chef"]
    page = str(checklists(with_items({**ITEM, "roll": roles}), "checklistor/", TODAY))
    assert f">{words}</td>" in page


def test_an_empty_handbook_has_no_table() -> None:
    assert (
        str(checklists(small_handbook(checklists={}), "checklistor/", TODAY))
        == "<p>Ingen checklista är skriven än.</p>"
    )
