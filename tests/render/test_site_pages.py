import re

import pytest

from macros.render.site_pages import decorate, finish_page, page_head
from tests.render.small import TODAY, routine_page, small_handbook

BUILT = """<html><nav><a href="#kort-sagt">Kort sagt</a></nav><article>
<h1 id="anvisning">Anvisning till insats<a class="headerlink" href="#anvisning">#</a></h1>
<h2 id="kort-sagt">Kort sagt<a class="headerlink" href="#kort-sagt">#</a></h2>
<ul><li>Fråga.</li></ul>
<h2 id="ansvar">Vem ansvarar</h2>
<p>Alla.</p>
<h2 id="steg">Så här gör du</h2>
<p>Två steg.</p>
<h3 id="fraga">Ställ frågan</h3>
<p>Fråga nu.</p>
<h3 id="emellan">Inte ett steg</h3>
<p>Kvar ändå.</p>
<h3 id="mote">Håll mötet</h3>
<p>Mötas.</p>
<h2 id="lag">Lag</h2>
</article></html>"""


def finish(html: str) -> str:
    return finish_page(html, small_handbook(), routine_page(), TODAY)


def test_the_parts_stand_in_order() -> None:
    marks = (
        'class="rh-ovan"',
        "<h1",
        'class="rh-skedesrad"',
        'class="rh-kort"',
        "Öppna checklistan",
        'id="tillit"',
        'id="ansvar"',
    )
    positions = [finish(BUILT).index(mark) for mark in marks]
    assert positions == sorted(positions)


def test_each_step_is_a_numbered_section_and_nothing_is_lost() -> None:
    html = finish(BUILT)
    sections = re.findall(
        r'<section class="rh-steg" aria-labelledby="(\w+)">\n<h3 id="\w+"><span class="rh-steg__nr">(\d)', html
    )
    assert sections == [("fraga", "1"), ("mote", "2")]
    assert "<p>Fråga nu.</p>\n</section>" in html
    assert "<p>Mötas.</p>\n</section>\n</div>\n<h2" in html
    assert '<h3 id="emellan">Inte ett steg</h3>\n<p>Kvar ändå.</p>' in html
    assert html.count("<section") == html.count("</section>")


def test_twice_changes_nothing_more() -> None:
    once = finish(BUILT)
    assert finish(once) == once
    assert once != BUILT


@pytest.mark.parametrize("anchor", ["kort-sagt", "steg", "fraga", "mote"])
def test_a_missing_anchor_is_named(anchor: str) -> None:
    with pytest.raises(ValueError, match=f"#{anchor}"):
        finish(BUILT.replace(f'id="{anchor}"', 'id="annat"'))


def test_a_page_without_title_is_an_error() -> None:
    with pytest.raises(ValueError, match="h1"):
        finish(BUILT.replace("<h1", "<p").replace("</h1>", "</p>"))


def test_a_page_that_ends_too_early_is_an_error() -> None:
    with pytest.raises(ValueError, match="artikeln"):
        finish(BUILT[: BUILT.index("<p>Mötas")])


def test_a_checklist_page_gets_only_the_line_above_its_title() -> None:
    handbook = small_handbook()
    page = handbook.pages[0].value
    html = finish_page("<article><h1>Checklista</h1><p>Text</p></article>", handbook, page, TODAY)
    assert html.startswith('<article><p class="rh-ovan"><span>CL-ANV</span>')
    assert html.endswith("<p>Text</p></article>")


def test_other_pages_come_back_as_they_are() -> None:
    handbook = small_handbook()
    page = handbook.pages[1].value
    assert page_head(handbook, page, TODAY) is None
    assert finish_page("<p>", handbook, page, TODAY) == "<p>"


def test_what_belongs_together_ends_the_article() -> None:
    html = finish(BUILT)
    assert html.count('<section class="rh-hor"') == 1
    assert html.index('<h2 id="lag">') < html.index('id="hor-ihop"')
    assert html.endswith("</section>\n</article></html>")


def test_without_a_checklist_page_there_is_no_button() -> None:
    handbook = small_handbook(pages=small_handbook().pages[1:])
    head = page_head(handbook, routine_page(), TODAY)
    assert head is not None
    assert "Öppna checklistan" not in decorate(BUILT, head)
