"""The same handbook for each of the four municipalities: it checks, it builds, and it speaks with their names."""

from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.profile import UNKNOWN
from tests.conftest import ROOT, run_python
from tests.test_content import DAY_AFTER

# What each municipality calls its own, as its source does.
NAMES = {
    "enkoping": ["Jobbcentrum", "Servicepoolen", "OneDotZero", "Joar Socia", "Amea", "SMAIL"],
    "botkyrka": ["Entré", "Arena"],
    "nykoping": ["Jobbtorg"],
    "pajala": ["Slussen"],
}
MUNICIPALITIES = sorted(NAMES)


def load(municipality: str) -> Handbook:
    handbook, findings = load_and_check(ROOT, DAY_AFTER, municipality)
    assert [finding.line() for finding in findings if finding.blocks] == []
    assert handbook is not None
    return handbook


def test_every_profile_is_tested() -> None:
    assert sorted(path.stem for path in (ROOT / "data" / "kommuner").glob("*.yml")) == MUNICIPALITIES


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_profile_has_nothing_that_blocks(municipality: str) -> None:
    assert load(municipality).profile.value.id == municipality


@pytest.mark.parametrize("kind", ["boards", "units", "forums", "systems", "tools", "measures", "deadlines"])
def test_all_profiles_have_the_same_ids(kind: str) -> None:
    values = {municipality: getattr(load(municipality).profile.value, kind) for municipality in MUNICIPALITIES}
    ids = {
        name: sorted(found if kind == "deadlines" else [thing.id for thing in found]) for name, found in values.items()
    }
    assert ids["enkoping"]
    assert {name: found for name, found in ids.items() if found != ids["enkoping"]} == {}


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_every_name_has_one_to_show(municipality: str) -> None:
    handbook = load(municipality)
    ids = {name.id for name in handbook.profile.value.local_names}
    assert {name for name in ids if UNKNOWN in handbook.local_name(name)} == set()


@pytest.fixture(scope="module", params=MUNICIPALITIES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    target = tmp_path_factory.mktemp("kommun") / "site"
    settings = {"HANDBOK_DATUM": DAY_AFTER.isoformat(), "HANDBOK_KOMMUN": request.param}
    done = run_python("-m", "macros", "bygg", "--till", target, cwd=ROOT, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return request.param, target


@pytest.mark.bygge
def test_site_of_each_municipality_has_its_own_names(site: tuple[str, Path]) -> None:
    municipality, target = site
    pages = {path: path.read_text(encoding="utf-8") for path in target.rglob("*.html")}
    assert len(pages) > len(list((ROOT / "docs").rglob("*.md")))
    article = pages[target / "samverkan" / "kommunen" / "index.html"]
    assert [name for name in NAMES[municipality] if name not in article] == []
    others = [name for other in MUNICIPALITIES if other != municipality for name in NAMES[other]]
    routines = [text for path, text in pages.items() if path.is_relative_to(target / "rutiner")]
    assert {name for name in others for text in (article, *routines) if f" {name}" in visible(text)} == set()


def visible(html: str) -> str:
    """What the page itself says, without the menu, which names pages about other municipalities."""
    return html.partition("<article")[2].partition("</article>")[0]


@pytest.mark.bygge
def test_site_shows_no_gap_as_a_fact(site: tuple[str, Path]) -> None:
    _, target = site
    shown = {
        path.relative_to(target).as_posix()
        for path in target.rglob("*.html")
        if UNKNOWN in visible(path.read_text(encoding="utf-8"))
    }
    assert shown == set()


@pytest.mark.bygge
def test_site_says_which_municipality_it_is_for(site: tuple[str, Path]) -> None:
    municipality, target = site
    assert load(municipality).profile.value.name in (target / "index.html").read_text(encoding="utf-8")
