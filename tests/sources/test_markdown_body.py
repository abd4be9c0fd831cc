from dataclasses import replace

import pytest

from macros.model.page import Heading, PageBody
from macros.sources.markdown_body import BodyProblem, read_body

MACROS = frozenset({"visa_steg", "visa_roll", "frist"})


def read(body: str, first_line: int = 1) -> tuple[PageBody | None, list[BodyProblem]]:
    return read_body(body, first_line, MACROS)


def good(body: str, first_line: int = 1) -> PageBody:
    found, problems = read(body, first_line)
    assert problems == []
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Rubrik", Heading(1, "Rubrik", None, 1)),
        ("## Kort sagt { #kort-sagt }", Heading(2, "Kort sagt", "kort-sagt", 1)),
        ("## Kort sagt {: #kort-sagt .ruta }", Heading(2, "Kort sagt", "kort-sagt", 1)),
        ("### Steg ett {: .ruta #ett }", Heading(3, "Steg ett", "ett", 1)),
        ("## Rubrik ##", Heading(2, "Rubrik", None, 1)),
        ("## C# och { text }", Heading(2, "C# och { text }", None, 1)),
    ],
)
def test_heading_is_read_with_its_anchor(line: str, heading: Heading) -> None:
    assert good(f"{line}\n").headings == (heading,)


def test_heading_has_its_line_in_the_file() -> None:
    assert [heading.line for heading in good("\n# Ett\n\n## Två\n", first_line=5).headings] == [6, 8]


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "``` python"])
def test_headings_and_links_in_fences_are_not_counted(fence: str) -> None:
    closing = fence.split(" ", maxsplit=1)[0]
    body = good(f"# Ett\n{fence}\n# Två\n[länk](finns-inte.md)\n{closing}\n# Tre\n")
    assert [heading.text for heading in body.headings] == ["Ett", "Tre"]
    assert body.links == ()


def test_fence_is_closed_only_by_one_as_long() -> None:
    body = good("````\n```\n# Inne\n```\n````\n# Ute\n")
    assert [heading.text for heading in body.headings] == ["Ute"]


def test_fence_without_end_hides_the_rest() -> None:
    assert good("```\n# Inne\n").headings == ()


def test_links_within_the_handbook_are_read_with_lines() -> None:
    body = good("Text\n[a](b.md) och [c](<d.md#e>)\n![bild](bild.png)\n")
    assert [(link.target, link.line) for link in body.links] == [("b.md", 2), ("d.md#e", 2), ("bild.png", 3)]


@pytest.mark.parametrize("target", ["https://example.com/a.md", "mailto:a@b.se", "//example.com/a.md"])
def test_links_out_of_the_handbook_are_left_alone(target: str) -> None:
    assert good(f"[a]({target})\n").links == ()


def test_links_in_code_are_left_alone() -> None:
    assert good("Skriv `[a](b.md)` eller ``[a](`c.md`)``.\n").links == ()


def test_macro_calls_have_arguments_and_lines() -> None:
    body = good('Text\n{{ visa_roll("chef", form="bestämd") }}\n\nOch {{ frist("startmote") }}\n', first_line=10)
    assert [(call.name, call.args, call.kwargs, call.line) for call in body.calls] == [
        ("visa_roll", ("chef",), (("form", "bestämd"),), 11),
        ("frist", ("startmote",), (), 13),
    ]


def test_computed_arguments_are_none() -> None:
    (call,) = good('{{ visa_steg("a" ~ "b") }}\n').calls
    assert call.args == (None,)


def test_number_as_argument_is_none() -> None:
    (call,) = good("{{ visa_steg(4) }}\n").calls
    assert call.args == (None,)


def test_hash_right_after_brace_is_a_trap() -> None:
    body, problems = read("# Rubrik\n\n## Kort sagt {#kort-sagt}\n")
    assert body is None
    assert [problem.line for problem in problems] == [3]
    assert "{ #ankare }" in problems[0].cure


@pytest.mark.parametrize("text", ['{{ visa_steg("a" }}', "{% if %}", "{{ visa_steg(“a”) }}", "{% for %}", "{{ visa_"])
def test_syntax_error_is_a_problem_with_its_line(text: str) -> None:
    body, problems = read(f"Rad ett\n{text}\n", first_line=5)
    assert body is None
    assert [problem.line for problem in problems] == [6]


def test_unknown_macro_is_a_problem_that_names_the_known_ones() -> None:
    _, problems = read('Text\n{{ visa_stegg("a") }}\n')
    assert [problem.line for problem in problems] == [2]
    assert "visa_stegg" in problems[0].message
    assert "visa_steg" in problems[0].cure


def test_misspelt_variable_is_a_problem() -> None:
    _, problems = read("{{ visa_steget }}\n")
    assert ["visa_steget" in problem.message for problem in problems] == [True]


def test_unknown_filter_is_a_problem() -> None:
    _, problems = read('Text\n{{ frist("a") | stor }}\n')
    assert [(problem.line, "stor" in problem.message) for problem in problems] == [(2, True)]


def test_macro_without_brackets_is_a_problem() -> None:
    _, problems = read("Text\n{{ visa_steg }}\n")
    assert [problem.line for problem in problems] == [2]
    assert "parenteser" in problems[0].message


def test_text_without_macros_is_not_parsed() -> None:
    assert good("Ett { ensamt } tecken och 50 %.\n") == PageBody(text="Ett { ensamt } tecken och 50 %.\n")


@pytest.mark.parametrize(
    "call",
    [
        '{{ visa_steg("a") }}',
        '{{visa_steg("a")}}',
        '{{ visa_roll( "a" , "bestämd" ) }}',
        '{{ visa_roll("a", form="bestämd",) }}',
        '{{ visa_roll(roll="a", form="b") }}',
        '{{ frist("a") }} och {{ frist("b") }}\n\n{{ visa_roll("c") }}',
        "{{ visa_roll() }}",
        "{{ visa_roll('a') }}",
        '{{ visa_roll("a (b), c=d") }}',
        '{{ visa_roll("a" "b") }}',
        '{{ visa_roll(form="b", "a") }}',
        '{{ visa_roll("a\\n") }}',
        '{{ visa_roll("a\\\\") }}',
        "{{ visa_roll\n(\n'a'\n) }}",
        '{{ visa_roll("a") | upper }}',
        '{{ visa_roll(frist("a")) }}',
        '{{- visa_roll("a") -}}',
        "{{ visa_roll }}",
        '{{ okand("a") }}',
        '{{ "{{" }}',
        '{{ visa_roll("a" }}',
        '{{ visa_roll("a"), }}',
        "{{ visa_roll(,) }}",
        '{{ visa_roll("a",, "b") }}',
        '{{ visa_roll(1="a") }}',
        '{{ visa_roll(form="a", form="b") }}',
        '{{{ visa_roll("a") }}}',
        '}} {{ visa_roll("a") }}',
        '{{ visa_roll("a") }} {{ "x" }}',
    ],
)
def test_quick_reading_agrees_with_jinja(call: str) -> None:
    body = f"Rad ett\n\n{call}\n\nslut\n"
    quick, by_jinja = read(body, first_line=3), read(f"{body}{{% if true %}}{{% endif %}}", first_line=3)
    assert [without_text(quick[0]), quick[1]] == [without_text(by_jinja[0]), by_jinja[1]]


def without_text(body: PageBody | None) -> PageBody | None:
    return body and replace(body, text="")
