import pytest

from macros.model.finding import Finding, Level, Place, count_line, tidy


def finding(path: str = "docs/a.md", line: int = 1, code: str = "SID201", level: Level = Level.FEL) -> Finding:
    return Finding(code, level, Place(path, line), "Något är fel.", "Rätta det.")


def test_line_gives_place_code_level_message_and_cure() -> None:
    assert finding(line=7).line() == "docs/a.md:7: SID201 fel: Något är fel. Rätta det."


def test_tidy_sorts_by_path_line_and_code_and_drops_doubles() -> None:
    first, second, third = finding("docs/a.md", 2), finding("docs/a.md", 10, "LAG201"), finding("docs/a.md", 10)
    last = finding("docs/b.md", 1)
    assert tidy([last, third, first, second, finding("docs/a.md", 2)]) == [first, second, third, last]


def test_only_errors_block() -> None:
    assert [level for level in Level if finding(level=level).blocks] == [Level.FEL]


@pytest.mark.parametrize(
    ("levels", "line"),
    [
        ([], "0 fel, 0 varningar och 0 notiser i 3 filer."),
        ([Level.FEL, Level.VARNING, Level.NOTIS], "1 fel, 1 varning och 1 notis i 3 filer."),
        ([Level.FEL, Level.FEL, Level.VARNING, Level.VARNING], "2 fel, 2 varningar och 0 notiser i 3 filer."),
    ],
)
def test_count_line_inflects(levels: list[Level], line: str) -> None:
    assert count_line([finding(level=level) for level in levels], "3 filer") == line
