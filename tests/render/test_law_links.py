import re

import pytest

from macros.handbook import Handbook
from macros.model.page import MacroCall
from macros.render.law_links import link_citations
from tests.render.small import TODAY, place, plain_page, provision, small_handbook, statute, wording

PAGE = plain_page("docs/fakta.md", "Fakta")
LINK = re.compile(r'<a class="([^"]*)" href="([^"]*)" data-rh-lagrum="([^"]*)">(.*?)</a>')


def handbook() -> Handbook:
    provisions = (provision("1"), provision("2", wording("osäker")), provision("4 a"))
    return small_handbook(statutes={"prov": place(statute(*provisions))})


def linked(body: str, page: object = PAGE) -> str:
    html = f"<body><h1>12 kap. 1 § PrL</h1><article>{body}</article></body>"
    return link_citations(html, handbook(), page, TODAY)  # type: ignore[arg-type]


def links(body: str) -> list[tuple[str, str, str, str]]:
    return LINK.findall(linked(body))


def test_a_citation_in_text_becomes_a_link_with_its_words_as_they_stand() -> None:
    assert links("<p>Enligt 12&nbsp;kap. 1&nbsp;§ PrL ska det ske.</p>") == [
        ("rh-lag", "../lagrum/prov/#prov-1", "prov-1", "12&nbsp;kap. 1&nbsp;§ PrL")
    ]


def test_each_number_of_a_citation_is_a_link_of_its_own() -> None:
    found = links("<p>Se 12 kap. 1 och 4 a §§ PrL.</p>")
    assert [(target, shown) for _, _, target, shown in found] == [("prov-1", "12 kap. 1"), ("prov-4a", "4 a §§ PrL")]


def test_what_is_not_verified_is_marked() -> None:
    ((css, _, _, shown),) = links("<p>Se 12 kap. 2 § PrL.</p>")
    assert css == "rh-lag rh-lag--se-upp rh-lag--osaker"
    assert shown.endswith('<span class="rh-dold"> (inte kontrollerad)</span>')


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="#x">12 kap. 1 § PrL</a></p>',
        "<h2>12 kap. 1 § PrL</h2>",
        "<pre><code>12 kap. 1 § PrL</code></pre>",
        "<p><code>12 kap. 1 § PrL</code></p>",
        "<label>12 kap. 1 § PrL</label>",
        "<svg><text>12 kap. 1 § PrL</text></svg>",
        "<p>12 kap. 99 § PrL</p>",
        "<p>12 kap. 1 §</p>",
        "<p>Inget lagrum här.</p>",
    ],
)
def test_what_is_a_link_a_name_or_unknown_is_left_alone(body: str) -> None:
    assert linked(body) == f"<body><h1>12 kap. 1 § PrL</h1><article>{body}</article></body>"


def test_an_act_named_in_a_link_is_inherited_in_its_paragraph_and_not_beyond() -> None:
    same = '<p>Enligt <a href="#x">12 kap. 1 § PrL</a> och 4 a § gäller det.</p>'
    assert [target for _, _, target, _ in links(same)] == ["prov-4a"]
    assert links('<p>Enligt <a href="#x">12 kap. 1 § PrL</a>.</p><ul><li>12 kap. 4 a §</li></ul>') == []


def test_a_paragraf_split_by_markup_is_left_rather_than_broken() -> None:
    body = "<p>Se 12 kap. <strong>1 §</strong> PrL.</p>"
    assert body in linked(body)


def test_twice_changes_nothing_more() -> None:
    once = linked("<p>Se 12 kap. 1 och 4 a §§ PrL, och 12 kap. 2 § PrL.</p>")
    assert link_citations(once, handbook(), PAGE, TODAY) == once


def test_on_the_acts_own_page_a_bare_number_is_its_own() -> None:
    own = plain_page("docs/lagrum/prov.md", "Provlagen", MacroCall("visa_lag", ("prov",), (), 3))
    assert 'href="#prov-1"' in linked("<p>Jämför 12 kap. 1 §.</p>", own)


def test_signs_that_markup_uses_survive() -> None:
    body = "<p>Om a &lt; b &amp; c: se 12 kap. 1 § PrL &amp; mer.</p>"
    assert "&lt; b &amp; c: se <a" in linked(body)
