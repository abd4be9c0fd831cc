from macros.model.glossary import Glossary
from macros.render.glossary import alphabetical, anchor_of, glossary
from tests.render.small import TODAY, place
from tests.render.small_holdings import GLOSSARY, full_handbook

BAD = '<script>alert("x")</script>'


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


def test_text_from_the_glossary_is_escaped() -> None:
    spoiled = [term | {"term": BAD, "betyder": BAD, "använd_inte": [BAD]} for term in GLOSSARY["ord"]]
    html = glossary(full_handbook(glossary=place(Glossary.model_validate({"ord": spoiled}))), "", TODAY)
    assert html.count("&lt;script&gt;") == 12
    assert "<script" not in html


def test_an_empty_glossary_says_so() -> None:
    assert "Inget ord är förklarat än." in glossary(full_handbook(glossary=None), "", TODAY)
