import re

from macros.render.checklists import checklist
from tests.render.small import TODAY, place, routine_page, small_handbook


def html() -> str:
    return str(checklist(small_handbook(), "CL-ANV", "checklistor/cl-anv/", TODAY))


def test_every_item_is_a_labelled_checkbox_with_its_reason() -> None:
    assert '<input type="checkbox" id="cl-anv-01" aria-describedby="cl-anv-01-om" autocomplete="off">' in html()
    assert '<label for="cl-anv-01">Frågan är ställd</label>' in html()
    assert re.search(r'<p id="cl-anv-01-om">.*Handläggare.*Annars vet ingen\.</p>', html())


def test_groups_follow_the_steps_of_the_routine_not_the_file() -> None:
    headings = re.findall(r'<h2 id="grupp-(\w+)">.*?</span></span>(.*?)</h2>', html())
    assert headings == [("fraga", "Ställ frågan"), ("mote", "Håll mötet")]
    assert html().index("cl-anv-01") < html().index("cl-anv-02")


def test_retired_items_are_gone_from_the_list_and_the_count() -> None:
    assert "CL-ANV-03" not in html()
    assert "2 punkter i 2 steg" in html()
    assert '<p class="rh-framsteg__text" role="status">0 av 2 klara</p>' in html()


def test_the_role_filter_offers_only_roles_with_items() -> None:
    values = re.findall(r'name="rh-roll" id="[\w-]+" value="([\w-]*)"', html())
    assert values == ["", "handlaggare", "coach"]
    assert '<li class="rh-punkt" data-roller="coach">' in html()


def test_a_proposal_says_so_and_an_adopted_routine_does_not() -> None:
    adopted = {"beslutsläge": "fastställd", "gäller_fr_o_m": TODAY}
    handbook = small_handbook()
    pages = (*handbook.pages[:-1], place(routine_page(**adopted)))
    assert "förslag som ingen nämnd har antagit" in html()
    assert "antagit" not in checklist(small_handbook(pages=pages), "CL-ANV", "checklistor/cl-anv/", TODAY)


def test_links_lead_to_the_step_and_the_law() -> None:
    assert 'href="../../rutiner/rut-anv/#fraga"' in html()
    assert 'href="../../lagrum/prov/#prov-1"' in html()
