import pytest

from macros.sources.yaml_nodes import Fault, parse_yaml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2017:30", "2017:30"),
        ("2010:1", "2010:1"),
        ("2025:400", "2025:400"),
        ("010", "010"),
        ("2.10", "2.10"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("0x1f", "0x1f"),
        ("on", "on"),
        ("yes", "yes"),
        ("ja", "ja"),
        ("true", "true"),
        ("2026-11-22", "2026-11-22"),
        ("12:30:00", "12:30:00"),
        (".inf", ".inf"),
        ("'null'", "null"),
        ('""', ""),
        ("på § 4 å", "på § 4 å"),
    ],
)
def test_scalar_stays_the_text_that_was_written(written: str, read: str) -> None:
    parsed = parse_yaml(f"sfs: {written}\n")
    assert parsed.data == {"sfs": read}
    assert parsed.problems == []


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_empty_value_is_none(written: str) -> None:
    assert parse_yaml(f"gäller: {written}\n").data == {"gäller": None}


def test_key_that_yaml_would_turn_into_something_else_stays_text() -> None:
    assert parse_yaml("on: a\n010: b\n2017:30: c\n").data == {"on": "a", "010": "b", "2017:30": "c"}


def test_lines_and_columns_are_those_of_the_file() -> None:
    parsed = parse_yaml("id: exl\nsteg:\n  - id: ett\n    roll:\n      - chef\n", first_line=2)
    assert parsed.lines == {
        (): (2, 1),
        ("id",): (2, 1),
        ("steg",): (3, 1),
        ("steg", 0): (4, 5),
        ("steg", 0, "id"): (4, 5),
        ("steg", 0, "roll"): (5, 5),
        ("steg", 0, "roll", 0): (6, 9),
    }


def test_duplicate_key_names_both_lines() -> None:
    (problem,) = parse_yaml("roll: chef\nnamn: a\nroll: coach\n").problems
    assert (problem.fault, problem.line) == (Fault.DUPLICATE, 3)
    assert "rad 1" in problem.message
    assert "”roll”" in problem.message


def test_same_key_in_two_groups_is_no_duplicate() -> None:
    parsed = parse_yaml("a:\n  id: x\nb:\n  id: x\n")
    assert parsed.problems == []
    assert parsed.data == {"a": {"id": "x"}, "b": {"id": "x"}}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: &n [x]\nc: *n\n", 2, "Ankare"),
        ("a: 1\nb: &n text\nc: *n\n", 2, "Ankare"),
        ("a: 1\nb: *finns-inte\n", 2, "asterisk"),
        ("a: 1\nb: !okänd text\n", 2, "egen betydelse"),
        ("a: 1\nb: !okand text\n", 2, "Taggen"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "Taggen"),
        ("a:\n\tb: 1\n", 2, "tabbtecken"),
        ("a: 1\nb: text: mera text\n", 2, "kolon"),
        ('a: 1\nb: "text\nc: 2\n', 2, "citattecken"),
        ("a: 1\nb: [x, y\nc: 2\n", 2, "parentes"),
        ("a: 1\nb: @text\n", 2, "egen betydelse"),
        ("a: 1\nb: `text`\n", 2, "egen betydelse"),
        ("a: 1\nb: | text\n", 2, "egen betydelse"),
        ("a:\n  b: 1\n c: 2\n", 3, "Indragen"),
        ("a: 1\nb\nc: 2\n", 3, "kolon"),
        ("a: 1\n---\nb: 2\n", 2, "flera dokument"),
        ("a: 1\n[x]: 2\n", 2, "nyckel"),
        ("a: 1\nb: 2026-11-31\n", 2, "2026-11-31"),
        ("a: 1\nb: 2027-02-29\n", 2, "2027-02-29"),
    ],
)
def test_mistake_is_one_problem_with_its_line(text: str, line: int, words: str) -> None:
    (problem,) = parse_yaml(text).problems
    assert (problem.fault, problem.line) == (Fault.SYNTAX, line)
    assert words in problem.message
    assert problem.cure.endswith(".")


def test_quoted_impossible_day_is_left_to_the_model() -> None:
    assert parse_yaml('dag: "2026-11-31"\n').problems == []


def test_control_character_is_a_problem() -> None:
    (problem,) = parse_yaml("a: 1\x00\n").problems
    assert "tecken" in problem.message


def test_endless_nesting_is_a_problem() -> None:
    (problem,) = parse_yaml(f"a: {'[' * 3000}{']' * 3000}\n").problems
    assert "nivåer" in problem.message


def test_line_of_a_problem_counts_from_the_files_first_line() -> None:
    assert parse_yaml("a: 1\nb: text: mer\n", first_line=10).problems[0].line == 11


def test_empty_text_has_no_data_and_no_problems() -> None:
    parsed = parse_yaml("# bara en kommentar\n")
    assert (parsed.data, parsed.problems) == (None, [])


def test_long_text_over_several_lines_is_joined() -> None:
    assert parse_yaml("a: >-\n  ett\n  två\n").data == {"a": "ett två"}
