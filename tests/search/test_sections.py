"""A built page as sections of text."""

from macros.search.document import SearchSection
from macros.search.sections import page_sections


def article(body: str) -> str:
    inner = f'<article class="md-content__inner md-typeset">{body}</article>'
    return f"<html><nav>Meny</nav>{inner}<footer>Fot</footer></html>"


def test_a_page_has_its_beginning_and_a_section_for_each_heading_with_an_id() -> None:
    page = article(
        '<p>Före</p><h1 id="titel">Anvisning<a class="headerlink" href="#titel">#</a></h1><p>Kort &amp; gott.</p>'
        '<h2 id="kort-sagt">Kort sagt</h2><ul><li>Ett</li><li>Två</li></ul><h3>Utan id</h3><p>Tre</p>'
    )
    assert page_sections(page) == (
        SearchSection("", "Anvisning", "Kort & gott."),
        SearchSection("kort-sagt", "Kort sagt", "Ett Två Utan id Tre"),
    )


def test_tags_part_words_but_not_signs() -> None:
    page = article(
        "<h1>A</h1><dl><dt>Vem</dt><dd>Coach</dd></dl><p>(<a href='#'>12 kap. 4 §</a>), <em>så</em>.<br>Nytt</p>"
    )
    assert page_sections(page)[0].text == "Vem Coach (12 kap. 4 §), så. Nytt"


def test_controls_and_what_every_page_repeats_are_left_out() -> None:
    page = article(
        '<h1>A</h1><form><input name="q"><button>Sök</button></form><div class="rh-styr"><p>Styr</p></div>'
        '<section class="x rh-tillit"><h2 id="tillit">Gäller den?</h2><p>Nej</p></section>'
        "<script>let a;</script><p>Kvar</p>"
    )
    assert page_sections(page) == (SearchSection("", "A", "Kvar"),)


def test_what_is_excluded_is_left_out_and_a_heading_with_its_section() -> None:
    page = article(
        "<h1>A</h1><p data-search-exclude>Bort</p><p>Kvar</p>"
        '<h2 id="b" data-search-exclude>B</h2><p>Bort</p><h2 id="c">C</h2><p>Kvar</p>'
    )
    assert page_sections(page) == (SearchSection("", "A", "Kvar"), SearchSection("c", "C", "Kvar"))


def test_signs_in_attributes_and_comments_are_no_tags() -> None:
    page = article('<h1>A</h1><!-- <h2 id="b">B</h2> --><p title="a > b" data-x=\'<h2 id="c">\'>Text</p>')
    assert page_sections(page) == (SearchSection("", "A", "Text"),)


def test_a_page_without_article_or_heading_has_no_sections() -> None:
    assert page_sections("<html><h1>A</h1></html>") == ()
    assert page_sections(article("<p>Bara text</p>")) == ()
