import json
from datetime import date
from xml.etree import ElementTree

import pytest
from markdown import markdown as as_html

from macros.model.finding import Finding, Level, Place
from macros.reports import REPORTS

DAY = date(2026, 11, 22)
COUNTED = "3 filer"
ERROR = Finding("LAG201", Level.FEL, Place("data/lagar/sol.yml", 7, 3), "Lagrummet ”x” finns inte.", "Rätta id.")
WARNING = Finding("GRA202", Level.VARNING, Place("docs/a.md", 2), "Snart.", "Granska.")
NOTE = Finding("LAG205", Level.NOTIS, Place("docs/a.md", 9), "Trolig.", "Läs.")
EVERY = [ERROR, WARNING, NOTE]
NASTY = Finding(
    "SID103", Level.FEL, Place("docs/å,b:c.md", 1), "100 % <b>@alla</b> | [x](y)\u0000 :: ]]> & *fet*.", "Skriv `så`."
)


def read_xml(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  our own output


def report(form: str, *findings: Finding) -> str:
    return REPORTS[form](list(findings), DAY, COUNTED)


def test_json_counts_and_lists_with_swedish_keys() -> None:
    document = json.loads(report("json", *EVERY))
    assert document["antal"] == {"fel": 1, "varning": 1, "notis": 1}
    assert document["datum"] == "2026-11-22"
    assert document["fynd"][0] == {
        "kod": "LAG201",
        "nivå": "fel",
        "fil": "data/lagar/sol.yml",
        "rad": 7,
        "kolumn": 3,
        "meddelande": "Lagrummet ”x” finns inte.",
        "åtgärd": "Rätta id.",
    }


def test_github_has_a_command_a_line_at_the_place() -> None:
    assert report("github", *EVERY).splitlines() == [
        "::error file=data/lagar/sol.yml,line=7,col=3,title=LAG201::Lagrummet ”x” finns inte. Rätta id.",
        "::warning file=docs/a.md,line=2,col=1,title=GRA202::Snart. Granska.",
        "::notice file=docs/a.md,line=9,col=1,title=LAG205::Trolig. Läs.",
    ]


def test_github_lets_no_text_end_the_property_or_the_command() -> None:
    line = report("github", NASTY)
    assert "file=docs/å%2Cb%3Ac.md," in line
    assert "::100 %25 <b>" in line
    assert len(line.splitlines()) == 1


def test_gitlab_has_the_fields_that_code_quality_demands() -> None:
    issues = json.loads(report("gitlab", *EVERY))
    assert [issue["severity"] for issue in issues] == ["blocker", "minor", "info"]
    assert issues[0]["location"] == {"path": "data/lagar/sol.yml", "lines": {"begin": 7}}
    assert issues[0]["check_name"] == "LAG201"
    assert issues[0]["description"] == "Lagrummet ”x” finns inte. Rätta id."


def test_gitlab_follows_a_finding_that_moves_and_tells_twins_apart() -> None:
    moved = Finding(ERROR.code, ERROR.level, Place(ERROR.place.path, 99), ERROR.message, ERROR.cure)
    marks = [issue["fingerprint"] for issue in json.loads(report("gitlab", ERROR, moved))]
    assert marks[0] == json.loads(report("gitlab", moved))[0]["fingerprint"]
    assert marks[0] != marks[1]


def test_junit_fails_what_blocks_and_skips_what_warns() -> None:
    root = read_xml(report("junit", *EVERY))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "2")
    assert [case[0].tag for case in suite] == ["failure", "skipped", "skipped"]
    assert suite[0].get("classname") == "data/lagar/sol.yml"
    assert suite[0][0].text == ERROR.line()


def test_junit_shows_a_clean_run_as_a_test_that_passed() -> None:
    suite = read_xml(report("junit"))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [(case.get("name"), len(case)) for case in suite] == [("Inga fynd i 3 filer", 0)]


def test_junit_survives_signs_that_xml_forbids() -> None:
    case = read_xml(report("junit", NASTY))[0][0]
    assert "<b>@alla</b>" in (case[0].text or "")
    assert "\ufffd" in (case[0].text or "")


@pytest.mark.parametrize(
    ("findings", "heading"),
    [
        (EVERY, "❌ 1 fel måste rättas"),
        ([WARNING], "⚠️ Inget stoppar, men något behöver göras"),
        ([], "✅ Kontrollen hittade inget"),
    ],
)
def test_markdown_opens_with_the_verdict(findings: list[Finding], heading: str) -> None:
    lines = report("markdown", *findings).splitlines()
    assert lines[0] == f"## {heading}"
    assert lines[2].endswith("i 3 filer. Räknat 2026-11-22.")


def test_markdown_shows_what_blocks_and_folds_the_rest() -> None:
    text = report("markdown", *EVERY)
    assert "### Det här stoppar (1)" in text
    assert "- **LAG201** `data/lagar/sol.yml:7` Lagrummet ”x” finns inte. Rätta id." in text
    assert "<summary>Varningar (1)</summary>" in text
    assert text.index("Varningar") < text.index("Notiser")


def test_markdown_takes_what_an_editor_typed_as_it_stands() -> None:
    html = as_html(report("markdown", NASTY))
    assert "<b>" not in html
    assert "<a " not in html
    assert "<em>" not in html
    assert "*fet*" in html


def test_markdown_keeps_within_what_a_comment_may_hold() -> None:
    many = [Finding("LAG201", Level.FEL, Place("docs/a.md", line), "Fel.", "Rätta.") for line in range(1, 131)]
    text = report("markdown", *many)
    assert text.count("\n- **LAG201**") == 100
    assert "- … och 30 till." in text
