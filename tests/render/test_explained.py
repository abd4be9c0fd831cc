import json
from dataclasses import replace

import pytest

from macros.model.glossary import Glossary
from macros.model.page import ArchivePageMeta, MacroCall, TemplatePageMeta
from macros.render.explained import Word, explain, explain_on_page, explainable, word_script
from tests.render.small import place, plain_page
from tests.render.small_holdings import GLOSSARY, full_handbook, titled

KNOWN = (
    Word("offentlighets-och-sekretesslagen", "OSL", "OSL", "offentlighets- och sekretesslagen"),
    Word("plan", "SIP", "SIP", 'plan "samordnad"'),
)
OSL = '<abbr title="offentlighets- och sekretesslagen">OSL</abbr>'
BAD = '<script>alert("x")</script>'


def explain_short(body: str) -> str:
    return explain(f"<nav>OSL</nav><article>{body}</article><p>OSL</p>", KNOWN, None)


def explain_terms(body: str, *terms: str) -> str:
    glossary = Glossary.model_validate({"ord": [{"term": term, "betyder": "Något."} for term in terms]})
    words = explainable(full_handbook(glossary=place(glossary)))
    return explain(f"<article>{body}</article>", words, "../ordlista/")


def test_abbreviations_and_terms_come_from_the_glossary() -> None:
    words = explainable(full_handbook())
    assert [word.stem for word in words if word.stands_for] == ["OSL"]
    assert {word.stem for word in words} >= {"återkomst", "zon", "ärende"}
    assert explainable(full_handbook(glossary=None)) == ()


def test_term_that_everybody_knows_is_not_explained() -> None:
    rows = [row | {"förklaras": "nej"} for row in GLOSSARY["ord"]]
    words = explainable(full_handbook(glossary=place(Glossary.model_validate({"ord": rows}))))
    assert [word.stem for word in words] == ["OSL"]


def test_the_first_occurrence_in_running_text_is_explained_and_no_other() -> None:
    assert explain_short("<p>Enligt OSL och OSL.</p><p>OSL</p>").count("<abbr") == 1
    assert f"<p>Enligt {OSL} och OSL.</p>" in explain_short("<p>Enligt OSL och OSL.</p><p>OSL</p>")


@pytest.mark.parametrize(
    "element",
    ["h2", "a", "code", "pre", "abbr", "button", "cite", "label", "summary", "svg", "script", "title", "dt", "th"],
)
def test_headings_links_code_and_the_like_are_left_alone(element: str) -> None:
    body = f'<{element} title="OSL"><b>OSL</b></{element}>'
    assert explain_short(body) == f"<nav>OSL</nav><article>{body}</article><p>OSL</p>"
    assert OSL in explain_short(f"{body}<p>OSL</p>")


@pytest.mark.parametrize("text", ["OSLO", "XOSL", "X-OSL", "osl", "ROSLA"])
def test_only_whole_abbreviations_are_explained(text: str) -> None:
    assert "<abbr" not in explain_short(f"<p>{text}</p>")


def test_a_compound_and_text_after_a_void_element_are_explained() -> None:
    assert f"{OSL}-frågan" in explain_short("<p>OSL-frågan</p>")
    assert OSL in explain_short('<p><img alt="a > b"><br>OSL</p>')


def test_what_an_abbreviation_stands_for_is_escaped() -> None:
    assert '<abbr title="plan &#34;samordnad&#34;">SIP</abbr>' in explain_short("<p>SIP</p>")


def test_twice_changes_nothing_more_and_pages_without_article_come_back() -> None:
    once = explain_short("<p>OSL, OSL och SIP</p>")
    assert explain(once, KNOWN, None) == once
    linked = explain_terms("<p>samråd om samrådet, OSL</p>", "samråd")
    assert explain(linked, (Word("samrad", "samråd", "samråd"),), "../ordlista/") == linked
    assert explain("<p>OSL</p>", KNOWN, None) == "<p>OSL</p>"


@pytest.mark.parametrize("text", ["samråd", "Samråd", "samrådet", "samrådets", "samråden"])
def test_term_is_a_link_to_the_glossary_in_whatever_form_it_stands(text: str) -> None:
    link = f'<a class="rh-ord" href="../ordlista/#samrad" data-rh-ord="samrad">{text}</a>'
    assert f"<p>Om {link} igen samråd.</p>" in explain_terms(f"<p>Om {text} igen samråd.</p>", "samråd")


@pytest.mark.parametrize("text", ["samrådsmöte", "församråd", "samråda", "sam-samråd"])
def test_other_words_are_not_the_term(text: str) -> None:
    assert "rh-ord" not in explain_terms(f"<p>{text}</p>", "samråd")


def test_longest_term_wins() -> None:
    html = explain_terms("<p>Ett gynnande beslut är ett beslut.</p>", "beslut", "gynnande beslut")
    assert '>gynnande beslut</a> är ett <a class="rh-ord"' in html


def test_term_is_explained_once_whether_written_out_or_short() -> None:
    html = explain(
        "<article><p>OSL, alltså offentlighets- och sekretesslagen.</p></article>", explainable(full_handbook()), "o/"
    )
    assert html.count("data-rh-ord") == 1
    assert f'data-rh-ord="offentlighets-och-sekretesslagen">{OSL}</a>' in html


def test_frozen_pages_forms_the_start_page_and_the_glossary_itself_have_no_links() -> None:
    own = plain_page("docs/handboken/ordlista.md", "Ordlista", MacroCall("visa_ordlista", (), (), 3))
    base = full_handbook()
    handbook = replace(base, pages=(*base.pages, place(own)))
    words = explainable(handbook)
    html = "<article><p>Ett ärende enligt OSL</p></article>"
    frozen = titled(
        "docs/arkiv/rut-anv/1.0/index.md",
        ArchivePageMeta.model_validate({"typ": "arkiv", "rutin": "RUT-ANV", "utgåva": "1.0"}),
        "Fryst",
    )
    form = next(page.value for page in base.pages if isinstance(page.value.meta, TemplatePageMeta))
    for page in (own, plain_page("docs/index.md", "Start"), frozen, form):
        assert explain_on_page(html, handbook, page, words) == f"<article><p>Ett ärende enligt {OSL}</p></article>"
    other = plain_page("docs/rutiner/index.md", "Rutiner")
    assert 'href="../handboken/ordlista/#arende"' in explain_on_page(html, handbook, other, words)
    assert "href" not in explain_on_page(html, base, other, words)  # no page shows the glossary


def test_script_holds_every_word_escaped() -> None:
    rows = [{"term": BAD, "betyder": BAD, "förkortning": "B&B"}]
    script = word_script(full_handbook(glossary=place(Glossary.model_validate({"ord": rows}))))
    assert "<" not in script
    words = json.loads(script.removeprefix("rhOrd(").removesuffix(");\n"))
    assert list(words.values()) == [
        (
            "<strong>&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;</strong> (B&amp;B): "
            "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;"
        )
    ]
    assert word_script(full_handbook(glossary=None)) == "rhOrd({});\n"
