import re
from dataclasses import replace

from macros.handbook import Handbook
from macros.render.introductions import introductions
from macros.render.links import introduction_url
from macros.render.role_pages import role_page
from tests.conftest import TODAY

URL = "roller/ny-pa-jobbet/"


def test_each_thing_leads_to_its_place_and_says_what_to_do(handbook: Handbook) -> None:
    html = str(introductions(handbook, URL, TODAY))
    assert re.findall(r'class="rh-forsta__nar">([^<]*)', html) == [
        "Första dagen",
        "Första dagen",
        "Första veckan",
        "Första månaden",
        "Det här är ditt",
    ]
    for way in (
        "../../samverkan/process/",
        "../../rutiner/rut-aaa/#utredning",
        "../../checklistor/cl-aaa/",
        "../../mallar/m-und/",
    ):
        assert f'<li><a href="{way}">' in html
    assert '<span class="rh-forsta__gor">Läs steget.</span>' in html


def test_what_is_the_roles_own_is_gathered_from_the_handbook(handbook: Handbook) -> None:
    html = str(introductions(handbook, URL, TODAY)).partition("Det här är ditt")[2]
    for word in ("Rutiner", "Checklistor", "Möten"):
        assert f"<dt>{word}</dt>" in html
    assert '<a href="../chef/">Allt som rollen gör' in html


def test_role_page_leads_to_its_introduction(handbook: Handbook) -> None:
    assert introduction_url(handbook, "chef") == "roller/ny-pa-jobbet/#chef"
    assert introduction_url(handbook, "handlaggare") is None
    assert '<a href="../ny-pa-jobbet/#chef">' in role_page(handbook, "chef", "roller/chef/", TODAY)


def test_handbook_without_introductions_says_so(handbook: Handbook) -> None:
    bare = replace(handbook, holdings=replace(handbook.holdings, introduction_file=None))
    assert "Ingen introduktion är skriven än." in introductions(bare, URL, TODAY)
    assert introduction_url(bare, "chef") is None
