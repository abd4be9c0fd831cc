import markdown
import pytest

from macros.render.words import inline


@pytest.mark.parametrize(
    "text", ["[x](javascript:a())", "*x*", "a_b_c __d__", "`x`", "{: onclick=a() }", "\\*", "![x](//y.z)"]
)
def test_markdown_reads_no_sign_in_the_text(text: str) -> None:
    link = inline(f'<a href="x/">{text}</a>')
    shown = markdown.markdown(f"Se {link} nu.", extensions=["attr_list"])
    entities = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_[]{}"})
    assert shown == f'<p>Se <a href="x/">{text.translate(entities)}</a> nu.</p>'


def test_tags_are_left_alone_and_a_second_time_changes_nothing() -> None:
    text = '<a class="rh__a" title="a_b">12&nbsp;kap.</a>'
    assert inline(text) == text
    assert inline(inline("a_b")) == inline("a_b")


def test_line_breaks_become_spaces() -> None:
    assert inline("a\r\n\r\n  b\nc") == "a b c"
