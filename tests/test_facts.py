"""The check of what the sources tell can fail: on a word, a row, a heading, a figure and a page that is not there."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.facts import FACTS, Fact, missing_facts, read_facts

MUNICIPALITIES = sorted(path.stem for path in (ROOT / FACTS).glob("*.yml"))
MAX_WORDS = 7
PAGE = """<nav><p>Jobbhuset i menyn</p></nav><article>
<h2 id="a">Verk&shy;samheter<a href="#a">#</a></h2>
<table><tr><th>Jobbhuset</th><td>Coachning, <a href="/">tre</a> gånger</td></tr>
<tr><th>Lager<span>Praktik</span></th><td>2021 37,5&nbsp;%, se IB4.</td></tr></table>
<h2>Möten</h2><ul><li>Torsdagsmötet<ul><li>Varje vecka</li></ul></li></ul>
<dl><div><dt>Deltar</dt><dd>Chefer &amp; coacher</dd></div></dl>
</article><footer><p>Utanför</p></footer>"""


def fact(*words: str, under: str | None = None, page: str = "sida") -> Fact:
    values: dict[str, Any] = {"slag": "prov", "sida": page, "under": under, "visar": list(words)}
    return Fact.model_validate(values)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "sida").mkdir()
    (tmp_path / "sida" / "index.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "found",
    [
        fact("jobbhuset", "coachning, tre gånger"),
        fact("Jobbhus", under="Verksamheter"),
        fact("Lager", "Praktik", "37,5 %"),
        fact("IB4", "2021"),
        fact("Torsdagsmötet", "varje vecka", under="möten"),
        fact("Deltar", "Chefer & coacher"),
    ],
    ids=Fact.line,
)
def test_fact_that_is_shown_is_not_missing(site: Path, found: Fact) -> None:
    assert list(missing_facts(site, (found,))) == []


@pytest.mark.parametrize(
    "lost",
    [
        fact("Verkstaden"),
        fact("Jobbhuset", "Praktik"),
        fact("Jobbhuset", under="Möten"),
        fact("huset"),
        fact("7,5 %"),
        fact("37"),
        fact("202"),
        fact("i menyn"),
        fact("Utanför"),
        fact("Jobbhuset", page="finns/inte"),
    ],
    ids=Fact.line,
)
def test_fact_that_is_not_shown_is_missing(site: Path, lost: Fact) -> None:
    shown = fact("Lager")
    assert list(missing_facts(site, (shown, lost))) == [lost]


def test_the_line_of_a_missing_fact_says_where_and_what() -> None:
    assert fact("a", "b", under="Möten").line() == "sida under Möten: prov: a + b"


def test_an_unreadable_file_of_facts_is_told() -> None:
    with pytest.raises(AssertionError, match="TST101"):
        read_facts("finns-inte")


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_facts_are_names_and_figures_and_stand_once(municipality: str) -> None:
    facts = read_facts(municipality)
    assert len(set(facts)) == len(facts)
    assert {word for found in facts for word in found.words if len(word.split()) > MAX_WORDS} == set()
