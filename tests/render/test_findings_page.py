"""The page of findings: every one, the gravest first, with a way to what its code means."""

import re

import pytest

from macros.checks import load_and_check
from macros.model.finding import Finding, Level, Place
from macros.model.page import Page, PageBody, PlainPageMeta
from macros.model.sourced import Sourced
from macros.render.findings import CODES_PATH, anchor_codes, area_names, by_level, code_anchor, findings_page
from tests.conftest import ROOT
from tests.render.small import TODAY, small_handbook
from tests.test_mistakes import engine_codes

CODES = Page(
    CODES_PATH,
    PlainPageMeta.model_validate({"typ": "sida"}),
    PageBody(text="| Bokstäver | Gäller |\n|---|---|\n| GRA | granskning |\n| LAG | lagrum |\n"),
)
PAGES = (*(page.value for page in small_handbook().pages), CODES)
HANDBOOK = small_handbook(pages=tuple(Sourced(page, page.path, {}) for page in PAGES))


def finding(code: str, level: Level = Level.VARNING, path: str = "data/lagar/prov.yml", line: int = 1) -> Finding:
    return Finding(code, level, Place(path, line), f"Fel i {code}.", "Rätta.")


def page(*findings: Finding) -> str:
    return str(findings_page(HANDBOOK, findings, "handboken/fynd/", TODAY))


def test_levels_come_gravest_first_and_areas_within_them() -> None:
    found = [finding("LAG204"), finding("GRA202", Level.NOTIS), finding("GRA203", line=2), finding("GRA203")]
    levels = list(by_level(found, {"GRA": "granskning"}))
    assert [(level.level, level.count) for level in levels] == [(Level.FEL, 0), (Level.VARNING, 3), (Level.NOTIS, 1)]
    assert [(area.area, area.name, len(area.findings)) for area in levels[1].areas] == [
        ("GRA", "granskning", 2),
        ("LAG", "LAG", 1),
    ]
    assert [f.place.line for f in levels[1].areas[0].findings] == [1, 2]


def test_the_page_says_when_and_how_many() -> None:
    html = page(finding("LAG204"), finding("LAG205", Level.NOTIS), finding("LAG205", Level.NOTIS, line=2))
    assert '<time datetime="2026-11-22">22 november 2026</time>' in html
    assert re.findall(r'<a href="#\w+">([^<]+)</a>', html) == ["0&nbsp;fel", "1&nbsp;varning", "2&nbsp;notiser"]


def test_a_finding_has_its_code_message_cure_and_place() -> None:
    html = page(finding("LAG204", path="docs/rutiner/rut-anv.md", line=24))
    assert '<a href="../felkoder/#lag204">LAG204</a>' in html
    assert "Fel i LAG204." in html
    assert "Rätta." in html
    assert '<a href="../../rutiner/rut-anv/">docs/rutiner/rut-anv.md</a>, rad 24' in html


def test_no_findings_is_said_and_needs_no_filter() -> None:
    html = page()
    for words in ("Ett fel hade stoppat bygget.", "Inga varningar.", "Inga notiser."):
        assert words in html
    assert "<form" not in html
    assert "<table" not in html


def test_text_in_a_finding_is_no_markup() -> None:
    html = page(Finding("LAG204", Level.VARNING, Place("<b>.yml"), "<script>", "*_`<i>"))
    assert "&lt;script&gt;" in html
    assert not re.search("<script|<b>|<i>", html)


@pytest.mark.parametrize(
    ("code", "anchor"), [("LAG101", "filen"), ("SID106", "filen"), ("SID107", "sid107"), ("GRA201", "gra201")]
)
def test_codes_that_all_files_share_have_one_place(code: str, anchor: str) -> None:
    assert code_anchor(code) == anchor


def test_every_row_of_the_built_page_of_codes_gets_its_anchor_once() -> None:
    html = "<td>GRA201</td><td>fel</td><td>GRA202, GRA203</td>"
    once = anchor_codes(html)
    assert once == '<td id="gra201">GRA201</td><td>fel</td><td>GRA202, GRA203</td>'
    assert anchor_codes(once) == once


def test_every_code_of_the_engine_has_its_place_on_the_real_page() -> None:
    text = (ROOT / CODES_PATH).read_text(encoding="utf-8")
    rows = {code.lower() for code in re.findall(r"^\| ([A-Z]{3}\d{3}) \|", text, re.MULTILINE)}
    assert {code_anchor(code) for code in engine_codes()} - rows == {"filen"}
    assert "{ #filen }" in text


def test_every_area_of_the_engine_has_a_name_on_the_real_page() -> None:
    handbook, _ = load_and_check(ROOT, TODAY)
    assert handbook is not None
    assert {code[:3] for code in engine_codes()} <= set(area_names(handbook))
