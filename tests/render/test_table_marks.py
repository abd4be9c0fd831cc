"""Tables and headings of a built page say what they are."""

from macros.render.table_marks import mark_tables

PAGE = """<nav><table><tr><td>utanför</td></tr></table></nav><article>
<h2 id="svar">Svar<a class="headerlink" href="#svar">#</a></h2>
<table>
<thead>
<tr>
<th>Läge</th>
<th align="right">Antal &lt;5 <em>kvar</em></th>
</tr>
</thead>
<tbody>
<tr>
<td>Klart</td>
<td align="right">3</td>
</tr>
</tbody>
</table>
<table class="rh-siffror"><caption>Värden per år</caption><tr><td>1</td></tr></table>
<table class="rh-tabell" role="table">
<tr><td>1</td></tr></table>
</article>"""


def test_markdown_table_keeps_its_roles_where_it_is_shown_as_blocks() -> None:
    marked = mark_tables(PAGE)
    assert '<table class="rh-tabell" role="table" aria-labelledby="svar">\n<thead role="rowgroup">' in marked
    assert '<th role="columnheader" scope="col">Läge</th>' in marked
    assert marked.count('<tr role="row">') == 2
    assert '<td role="cell" data-label="Läge">Klart</td>' in marked


def test_label_of_a_cell_is_plain_and_escaped_text() -> None:
    assert '<td role="cell" data-label="Antal &lt;5 kvar" align="right">3</td>' in mark_tables(PAGE)


def test_table_with_a_caption_keeps_it_as_its_name_and_others_are_named_by_the_heading() -> None:
    marked = mark_tables(PAGE)
    assert '<table class="rh-siffror"><caption>' in marked
    assert '<table class="rh-tabell" role="table" aria-labelledby="svar">\n<tr><td>1' in marked


def test_link_beside_a_heading_is_not_read_with_it() -> None:
    assert '<a class="headerlink" tabindex="-1" aria-hidden="true" href="#svar">' in mark_tables(PAGE)


def test_twice_changes_no_more_and_the_frame_is_left_alone() -> None:
    marked = mark_tables(PAGE)
    assert mark_tables(marked) == marked
    assert marked.startswith("<nav><table><tr>")
    assert mark_tables("<p>ingen artikel</p>") == "<p>ingen artikel</p>"
