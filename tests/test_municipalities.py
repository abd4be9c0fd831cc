"""The same handbook for each of the four municipalities: it checks, it builds, and it speaks with their names."""

import re
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.handbook import Handbook
from macros.model.record import UNKNOWN
from tests.conftest import ROOT, run_python
from tests.facts import FACTS, missing_facts, read_facts
from tests.test_architecture import settings
from tests.test_content import DAY_AFTER

# What each municipality calls its own, as its source does.
NAMES = {
    "enkoping": ["Jobbcentrum", "Servicepoolen", "OneDotZero", "Joar Socia", "Amea", "SMAIL"],
    "botkyrka": ["Entré", "Arena"],
    "nykoping": ["Jobbtorg"],
    "pajala": ["Slussen"],
}
MUNICIPALITIES = sorted(path.stem for path in (ROOT / "data" / "kommuner").glob("*.yml"))


def load(municipality: str) -> Handbook:
    handbook, findings = load_and_check(ROOT, DAY_AFTER, municipality)
    assert [finding.line() for finding in findings if finding.blocks] == []
    assert handbook is not None
    return handbook


def test_the_four_municipalities_with_sources_are_there() -> None:
    assert sorted(path.stem for path in (ROOT / FACTS).glob("*.yml")) == sorted(NAMES)
    assert set(NAMES) <= set(MUNICIPALITIES)


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
    assert [name for name in NAMES.get(municipality, ()) if name not in article] == []
    others = [name for other in NAMES if other != municipality for name in NAMES[other]]
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


@pytest.mark.bygge
def test_drawings_have_at_most_one_decimal(site: tuple[str, Path]) -> None:
    _, target = site
    drawings = [
        (path.relative_to(target).as_posix(), drawing)
        for path in target.rglob("index.html")
        for drawing in re.findall(r"<svg.*?</svg>", visible(path.read_text(encoding="utf-8")), re.DOTALL)
    ]
    assert len(drawings) > len(MUNICIPALITIES)
    assert {(path, number) for path, drawing in drawings for number in re.findall(r"\d+\.\d{2,}", drawing)} == set()


def way_to(first: str, page: str) -> str:
    """The link from a tab's first page to another of its pages, wherever that lies."""
    near = Path(page).parent == Path(first).parent
    return f'href="{"" if near else "../"}{Path(page).stem}/'


@pytest.mark.bygge
def test_every_tab_begins_with_a_page_that_leads_to_its_others(site: tuple[str, Path]) -> None:
    _, target = site
    tabs = [pages for tab in settings()["nav"] for pages in tab.values() if isinstance(pages, list)]
    paths = [[page if isinstance(page, str) else next(iter(page.values())) for page in pages] for pages in tabs]
    assert [pages[0] for pages in paths if not pages[0].endswith("/index.md")] == []
    lost = [
        page
        for first, *others in paths
        for page in others
        if f'{way_to(first, page)}"'
        not in visible((target / first).with_suffix(".html").read_text("utf-8")).replace("#", '"')
    ]
    assert lost == []


@pytest.mark.bygge
def test_site_shows_every_recommendation(site: tuple[str, Path]) -> None:
    municipality, target = site
    page = visible((target / "revision" / "index.html").read_text(encoding="utf-8"))
    recommendations = load(municipality).holdings.recommendations
    assert len(recommendations) > len(MUNICIPALITIES)
    assert [found for found in recommendations if f'id="{found.lower()}"' not in page] == []
    assert [
        found.id for found in recommendations.values() if found.remainder and found.remainder.what not in page
    ] == []


@pytest.mark.bygge
def test_site_shows_what_the_sources_tell(site: tuple[str, Path]) -> None:
    municipality, target = site
    if municipality not in NAMES:
        pytest.skip(f"{municipality} har inga källor att jämföra med.")
    facts = read_facts(municipality)
    missing = [fact.line() for fact in missing_facts(target, facts)]
    if missing:
        head = f"Webbplatsen för {municipality} visar inte {len(missing)} av {len(facts)} uppgifter:"
        pytest.fail("\n".join([head, *missing]), pytrace=False)


@pytest.mark.bygge
def test_site_lacks_what_only_another_source_tells(site: tuple[str, Path]) -> None:
    municipality, target = site
    other = "pajala" if municipality == "enkoping" else "enkoping"
    own = tuple(fact for fact in read_facts(other) if set(NAMES[other]) & set(fact.words))
    assert own
    assert tuple(missing_facts(target, own)) == own
