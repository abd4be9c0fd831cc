import pytest

from macros.model.glossary import Glossary
from macros.render.glossary import abbreviations, alphabetical, anchor_of, explain_abbreviations, glossary
from tests.render.small import TODAY, place
from tests.render.small_holdings import GLOSSARY, full_handbook

BAD = '<script>alert("x")</script>'
KNOWN = {"OSL": "offentlighets- och sekretesslagen", "SIP": 'plan "samordnad"'}
OSL = '<abbr title="offentlighets- och sekretesslagen">OSL</abbr>'


def explain(body: str) -> str:
    return explain_abbreviations(f"<nav>OSL</nav><article>{body}</article><p>OSL</p>", KNOWN)


def test_terms_stand_in_swedish_order_with_anchors() -> None:
    html = str(glossary(full_handbook(), "handboken/ordlista/", TODAY))
    anchors = ["offentlighets-och-sekretesslagen", "zon", "aterkomst", "arende"]
    positions = [html.index(f'<tr role="row" id="{anchor}"') for anchor in anchors]
    assert positions == sorted(positions)
    assert "Förkortas OSL" in html
    assert "mål, fall" in html


def test_the_alphabet_ends_with_a_ring_a_diaeresis_o_diaeresis() -> None:
    assert sorted(["öl", "äng", "ål", "zebra", "Avslut", "idé"], key=alphabetical) == [
        "Avslut", "idé", "zebra", "ål", "äng", "öl",
    ]  # fmt: skip


def test_an_anchor_is_plain_ascii() -> None:
    assert anchor_of("Nekat eller nedsatt försörjningsstöd (NNF)") == "nekat-eller-nedsatt-forsorjningsstod-nnf"


def test_abbreviations_come_from_the_glossary() -> None:
    assert abbreviations(full_handbook()) == {"OSL": "offentlighets- och sekretesslagen"}
    assert abbreviations(full_handbook(glossary=None)) == {}


def test_the_first_occurrence_in_running_text_is_explained_and_no_other() -> None:
    assert explain("<p>Enligt OSL och OSL.</p><p>OSL</p>").count("<abbr") == 1
    assert f"<p>Enligt {OSL} och OSL.</p>" in explain("<p>Enligt OSL och OSL.</p><p>OSL</p>")


@pytest.mark.parametrize(
    "element", ["h2", "a", "code", "pre", "abbr", "button", "label", "svg", "script", "title", "dt"]
)
def test_headings_links_code_and_the_like_are_left_alone(element: str) -> None:
    body = f'<{element} title="OSL"><b>OSL</b></{element}>'
    assert explain(body) == f"<nav>OSL</nav><article>{body}</article><p>OSL</p>"
    assert OSL in explain(f"{body}<p>OSL</p>")


@pytest.mark.parametrize("text", ["OSLO", "XOSL", "X-OSL", "osl", "ROSLA"])
def test_only_whole_words_are_explained(text: str) -> None:
    assert "<abbr" not in explain(f"<p>{text}</p>")


def test_a_compound_and_text_after_a_void_element_are_explained() -> None:
    assert f"{OSL}-frågan" in explain("<p>OSL-frågan</p>")
    assert OSL in explain('<p><img alt="a > b"><br>OSL</p>')


def test_what_an_abbreviation_stands_for_is_escaped() -> None:
    assert '<abbr title="plan &#34;samordnad&#34;">SIP</abbr>' in explain("<p>SIP</p>")


def test_twice_changes_nothing_more_and_pages_without_article_come_back() -> None:
    once = explain("<p>OSL, OSL och SIP</p>")
    assert explain_abbreviations(once, KNOWN) == once
    assert explain_abbreviations("<p>OSL</p>", KNOWN) == "<p>OSL</p>"


def test_text_from_the_glossary_is_escaped() -> None:
    spoiled = [term | {"term": BAD, "betyder": BAD, "använd_inte": [BAD]} for term in GLOSSARY["ord"]]
    html = glossary(full_handbook(glossary=place(Glossary.model_validate({"ord": spoiled}))), "", TODAY)
    assert html.count("&lt;script&gt;") == 12
    assert "<script" not in html


def test_an_empty_glossary_says_so() -> None:
    assert "Inget ord är förklarat än." in glossary(full_handbook(glossary=None), "", TODAY)
