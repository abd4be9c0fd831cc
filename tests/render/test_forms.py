import re

import pytest

from macros.model.template import Template
from macros.render import forms, steps
from macros.render.checklists import checklist
from tests.render.small import ITEM, ROUTINE_URL, TODAY, place, routine_page
from tests.render.small_holdings import TEMPLATE, full_handbook

BAD = '<script>alert("x")</script>'


def sheet() -> str:
    return str(forms.sheet(full_handbook(), "M-PLAN", "mallar/m-plan/", TODAY))


def field(kind: str) -> str:
    html = sheet()
    start = html.index(f'data-typ="{kind}"')
    return html[start : html.find("data-typ", start + 1) if "data-typ" in html[start + 1 :] else None]


def test_a_template_is_a_link_with_its_id_on_one_line() -> None:
    html = forms.form_link(full_handbook(), "M-PLAN", "mallar/")
    assert html == '<a class="rh-mallank" href="m-plan/"><span class="rh-id">M-PLAN</span> Planen</a>'


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(KeyError):
        forms.form_link(full_handbook(), "M-ANNAN", "mallar/")


def test_the_sheet_says_when_who_on_what_ground_and_where_it_is_kept() -> None:
    html = sheet()
    labels = ["När", "Fylls i av", "Grund", "Bevaras"]
    positions = [html.index(f"<dt>{label}</dt>") for label in labels]
    assert positions == sorted(positions)
    assert '<a href="../../roller/coach/">Coach</a>' in html
    assert "12&nbsp;kap.&nbsp;2&nbsp;§" in html


def test_every_kind_of_field_has_room_to_write() -> None:
    assert field("rad").count("rh-falt__linje") == 1
    assert field("text").count("rh-falt__linje") == 4
    assert "<span>år</span><span>månad</span><span>dag</span>" in field("dag")
    assert "kryssa i det som stämmer" in field("kryss")
    assert "<li>Tolk</li>" in field("kryss")
    assert "välj ett" in field("val")
    assert field("tabell").count("<td></td>") == 10
    assert "En rad per dag." in field("tabell")


def test_nothing_on_the_sheet_can_be_typed_into() -> None:
    assert not re.search(r"<(input|textarea|select)|contenteditable", sheet())


def test_the_sheet_and_the_list_say_which_steps_use_the_template() -> None:
    assert '<a href="../../rutiner/rut-anv/#mote">Håll mötet</a> <span>RUT-ANV, steg 2</span>' in sheet()
    listed = str(forms.sheets(full_handbook(), "mallar/", TODAY))
    assert '<a href="../rutiner/rut-anv/#mote">RUT-ANV, steg 2</a>' in listed
    assert '<a href="m-plan/">Planen</a>' in listed


def test_the_sheet_says_which_items_use_the_template_but_not_retired_ones() -> None:
    handbook = full_handbook()
    found = handbook.checklists["CL-ANV"].value
    items = tuple(item.model_copy(update={"templates": ("M-PLAN",)}) for item in found.items)
    handbook.checklists["CL-ANV"] = place(found.model_copy(update={"items": items}))  # type: ignore[index]
    html = str(forms.sheet(handbook, "M-PLAN", "mallar/m-plan/", TODAY))
    assert "punkt CL-ANV-01" in html
    assert "CL-ANV-03" not in html
    shown = str(checklist(handbook, "CL-ANV", "checklistor/cl-anv/", TODAY))
    assert 'Mall: <a class="rh-mallank" href="../../mallar/m-plan/">' in shown
    assert ITEM["text"] in shown.lower()


def test_a_step_links_to_its_template() -> None:
    html = steps.step(full_handbook(), routine_page(), "mote", ROUTINE_URL, TODAY)
    assert '<dt>Mall</dt><dd><a class="rh-mallank" href="../../mallar/m-plan/">' in html


def test_text_from_the_template_is_escaped() -> None:
    def spoil(value: object) -> object:
        if isinstance(value, dict):
            free = {"titel", "används", "bevaras", "rubrik", "hjälp", "etikett"}
            return {key: BAD if key in free else spoil(found) for key, found in value.items()}
        return [BAD if item in ("tolk", "Dag") else spoil(item) for item in value] if isinstance(value, list) else value

    handbook = full_handbook(templates={"M-PLAN": place(Template.model_validate(spoil(TEMPLATE)))})
    for html in (
        forms.sheet(handbook, "M-PLAN", "mallar/m-plan/", TODAY),
        forms.sheets(handbook, "mallar/", TODAY),
        forms.form_link(handbook, "M-PLAN", ""),
    ):
        assert "&lt;script&gt;" in html
        assert "<script" not in html


def test_an_empty_list_says_so() -> None:
    assert "Ingen mall är skriven än." in forms.sheets(full_handbook(templates={}), "mallar/", TODAY)
