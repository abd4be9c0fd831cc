"""A stylesheet keeps what something on the website can meet."""

import pytest

from macros.render.used_style import classes_of, names_in, used_style, without_unused_variables

USED = {"a", "b", "md-x"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (".a{top:0}.c{top:0}", ".a{top:0}"),
        (".a,.c{top:0}", ".a{top:0}"),
        (".a .c{top:0}.a .b>p{top:0}", ".a .b>p{top:0}"),
        ("p,h1:hover,[data-x=y]{top:0}", "p,h1:hover,[data-x=y]{top:0}"),
        (":is(.c,.d) p{top:0}.a:not(.c){top:0}", ":is(.c,.d) p{top:0}.a:not(.c){top:0}"),
        (".c:is(.a,.b){top:0}", ""),
        ("@media print{.a{top:0}.c{top:0}}", "@media print{.a{top:0}}"),
        ("@media print{.c{top:0}}", ""),
        ("@media screen{@supports (top:0){.c{top:0}.md-x{top:0}}}", "@media screen{@supports (top:0){.md-x{top:0}}}"),
        ('@charset "UTF-8";@keyframes c{0%{top:0}}', '@charset "UTF-8";@keyframes c{0%{top:0}}'),
        ('.a{content:"}.c{"}.c{content:"{"}', '.a{content:"}.c{"}'),
        (".a{background:url(data:image/svg+xml;x{y})}", ".a{background:url(data:image/svg+xml;x{y})}"),
        (".a{b:url('x)y}')}.c{top:0}", ".a{b:url('x)y}')}"),
        (".md-x\\:focus{top:0}", ""),
    ],
)
def test_only_rules_for_what_is_there_stay(text: str, kept: str) -> None:
    assert used_style(text, USED) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (":root{--a:1;--b:2}p{top:var(--a)}", ":root{--a:1;}p{top:var(--a)}"),
        (
            ":root{--a:var(--b);--b:2;--c:var(--d);--d:3}p{top:var( --a, 1px)}",
            ":root{--a:var(--b);--b:2;}p{top:var( --a, 1px)}",
        ),
        (":root{--a:url('data:x;y}');color:red}", ":root{color:red}"),
    ],
)
def test_variables_that_nothing_reads_are_left_out(text: str, kept: str) -> None:
    assert without_unused_variables(text) == kept


def test_classes_come_from_pages_and_every_word_of_a_script_counts() -> None:
    assert classes_of("<p class=\"a md-x\"><b class='b'>class=c</b>") == {"a", "md-x", "b"}
    assert {"rh-ny", "add"} <= names_in("box.classList.add('rh-ny')")
