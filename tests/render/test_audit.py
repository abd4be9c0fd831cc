from dataclasses import replace
from typing import Any

import pytest

from macros.model.audit import AuditFile
from macros.render.audit import recommendation_url, revision, standing
from tests.render.small import TODAY, place, routine_page, small_handbook
from tests.render.small_follow_up import ANSWERED, AUDIT, PARTLY, follow_up_handbook

URL = "revision/"


@pytest.fixture
def html() -> str:
    return str(revision(follow_up_handbook(), URL, TODAY))


def block(html: str, anchor: str) -> str:
    start = html.index(f'<details class="rh-vik rh-spar" id="{anchor}"')
    return html[start : html.index("</details>", start)]


def test_the_own_examination_comes_first_and_another_is_called_a_lesson(html: str) -> None:
    own, other = html.index('<h3 id="prov-2023"'), html.index('<h3 id="annan-2024"')
    assert own < other
    assert "Den egna kommunen." in html[own:other]
    assert "Raderna är lärdomar, inte vår status." in html[other:]


def test_the_later_of_two_own_examinations_comes_first() -> None:
    examination = AUDIT["granskning"] | {"id": "prov-2025", "år": 2025}
    later = AUDIT | {"granskning": examination, "rekommendationer": [ANSWERED]}
    audits = tuple(place(AuditFile.model_validate(audit)) for audit in (AUDIT, later))
    html = revision(follow_up_handbook(audits=audits), URL, TODAY)
    assert html.index('<h3 id="prov-2025"') < html.index('<h3 id="prov-2023"')


def test_a_recommendation_leads_to_section_item_and_evidence(html: str) -> None:
    found = block(html, "prv-1")
    assert '<a href="../rutiner/rut-anv/#mote">Håll mötet</a>' in found
    assert '<a href="../rutiner/rut-anv/">Anvisning till insats</a>' in found
    assert '<a href="../checklistor/cl-anv/#cl-anv-01">CL-ANV-01</a>' in found
    for text in ("Skriv en rutin.", "Nämnden håller med.", "Steget säger vem.", "Akterna."):
        assert text in found


def test_a_retired_item_is_said_to_be_so_and_is_no_link(html: str) -> None:
    assert "<span>CL-ANV-03</span>" in block(html, "prv-1")
    assert "Används inte längre" in block(html, "prv-1")


@pytest.mark.parametrize(
    ("anchor", "glyph", "word"),
    [("prv-1", "●", "Besvarad"), ("ann-1", "◐", "Delvis besvarad"), ("prv-2", "○", "Undantag")],
)
def test_a_status_is_a_glyph_and_a_word(html: str, anchor: str, glyph: str, word: str) -> None:
    assert f'aria-hidden="true">{glyph}</span>{word}</span>' in block(html, anchor)


def test_the_folded_row_says_id_what_and_status(html: str) -> None:
    summary = block(html, "prv-1").partition("</summary>")[0]
    for text in ("PRV-1", "Skriv en rutin.", "Besvarad"):
        assert text in summary
    assert "Akterna." not in summary


def test_an_exception_gives_its_reason(html: str) -> None:
    assert "<dt>Skäl</dt><dd>Avgörs inte här.</dd>" in block(html, "prv-2")
    assert "Handboken svarar" not in block(html, "prv-2")


def test_a_partial_answer_says_what_remains_why_and_who_can_do_it(html: str) -> None:
    found = block(html, "ann-1")
    assert "<dt>Återstår</dt><dd>Ett beslut.</dd>" in found
    assert "<dt>Därför</dt><dd>Bara chefen kan.</dd>" in found
    assert '<dt>Görs av</dt><dd><a href="../roller/#chef">Chef</a>, <a href="../roller/#coach">coach</a></dd>' in found
    assert "Återstår" not in block(html, "prv-1") + block(html, "prv-2")


def test_everything_that_is_not_answered_is_gathered_in_one_table(html: str) -> None:
    table = html[html.index('id="aterstar"') : html.index('<h3 id="prov-2023"')]
    assert table.index('href="#prv-2"') < table.index('href="#ann-1"')
    assert "Avgörs inte här." in table
    assert "Ett beslut." in table
    assert "prv-1" not in table


def test_a_trail_where_all_is_answered_has_no_such_table() -> None:
    audit = AuditFile.model_validate(AUDIT | {"rekommendationer": [ANSWERED]})
    assert 'id="aterstar"' not in revision(follow_up_handbook(audits=(place(audit),)), URL, TODAY)


def test_the_overview_counts_each_status(html: str) -> None:
    row = html[html.index('<a href="#prov-2023">') : html.index('<a href="#annan-2024">')]
    assert 'data-label="Besvarad">1</td>' in row
    assert 'data-label="Delvis besvarad">0</td>' in row
    assert 'data-label="Undantag">1</td>' in row
    assert "Inte helt" in row


def test_the_way_back_lists_each_section_once_in_the_order_of_the_routine(html: str) -> None:
    table = html[html.index('id="fran-avsnitt"') :]
    whole, section = table.index('href="../rutiner/rut-anv/"'), table.index('href="../rutiner/rut-anv/#mote"')
    assert whole < section
    assert table.count("#mote") == 1
    assert '<a class="rh-id" href="#ann-1">ANN-1</a>, <a class="rh-id" href="#prv-1">PRV-1</a>' in table[section:]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Svaren står i en rutin. Den är inte fastställd."),
        ({"beslutsläge": "fastställd", "gäller_fr_o_m": TODAY}, "Svaren står i en rutin. Den är fastställd."),
    ],
)
def test_an_answer_in_a_proposal_is_said_to_bind_nobody(changes: dict[str, Any], text: str) -> None:
    handbook = follow_up_handbook()
    pages = tuple(page for page in handbook.pages if "rut-anv" not in page.value.path)
    assert standing(replace(handbook, pages=(*pages, place(routine_page(**changes))))) == text


def test_without_examinations_the_page_says_so() -> None:
    assert "Ingen granskning är inlagd än." in revision(small_handbook(), URL, TODAY)


def test_a_recommendation_without_a_page_has_no_address() -> None:
    assert recommendation_url(small_handbook(), "PRV-1") is None
    assert recommendation_url(follow_up_handbook(), "PRV-1") == "revision/#prv-1"


def test_nothing_from_the_data_is_markup() -> None:
    bad = "<script>x</script>"
    spoiled = {key: bad if key not in {"id", "svar", "punkter", "status"} else value for key, value in ANSWERED.items()}
    spoiled["svar"] = [{"avsnitt": "RUT-ANV", "hur": bad}]
    partly = PARTLY | {"återstår": {"vad": bad, "varför": bad, "vem": ["chef"]}}
    examination = AUDIT["granskning"] | {"titel": bad, "källa": bad, "samlad_bedömning": bad, "månad": bad}
    audit = AuditFile.model_validate({"granskning": examination, "rekommendationer": [spoiled, partly]})
    html = revision(follow_up_handbook(audits=(place(audit),)), URL, TODAY)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 10
