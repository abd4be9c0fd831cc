"""The built site: what stands on the pages, that it is the same every time, and that mistakes stop it."""

import difflib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.handbook import Handbook
from macros.post_build import finish_site
from tests.conftest import EXAMPLE, ROOT, TODAY, check, copy_example, edit, run_python

pytestmark = pytest.mark.bygge

GOLDEN = ROOT / "tests" / "forvantat"
PAGES = {
    "start": "index.html",
    "rutin": "rutiner/rut-aaa/index.html",
    "checklista": "checklistor/cl-aaa/index.html",
    "lag": "lagrum/exl/index.html",
    "lagval": "lagrum/vilken-lag/index.html",
    "nyckel": "lagrum/nyckel/index.html",
    "lagregister": "lagrum/register/index.html",
    "kontrollplan": "lagrum/att-kontrollera/index.html",
    "mall": "mallar/m-und/index.html",
    "roll": "roller/chef/index.html",
    "forum": "samverkan/forum/index.html",
    "insatser": "samverkan/insatser/index.html",
    "process": "samverkan/process/index.html",
    "indikatorer": "uppfoljning/indikatorer/index.html",
    "egenkontroll": "uppfoljning/egenkontroll/index.html",
    "revision": "revision/index.html",
    "arkiv": "arkiv/index.html",
    "arkiverad": "arkiv/rut-aaa/0.9/index.html",
    "efterhand": "arkiv/rut-bbb/2019.1/index.html",
    "utgavor": "arkiv/rut-aaa/index.html",
    "gallde-da": "arkiv/gallde-da/index.html",
    "ordlista": "handboken/ordlista/index.html",
    "andrat": "handboken/andrat/index.html",
    "lage": "handboken/lage/index.html",
    "fynd": "handboken/fynd/index.html",
    "program": "handboken/program/index.html",
    "ny-pa-jobbet": "roller/ny-pa-jobbet/index.html",
    "saknas": "404.html",
    "tillganglighet": "handboken/tillganglighet/index.html",
    "prov": "handboken/sa-testas/index.html",
}
SETTINGS = {"HANDBOK_DATUM": TODAY.isoformat(), "SOURCE_DATE_EPOCH": "1795305600"}


def build(root: Path, target: Path) -> subprocess.CompletedProcess[str]:
    return run_python("-m", "macros", "--mapp", root, "bygg", "--till", target, cwd=root, **SETTINGS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bygge")
    done = build(copy_example(folder / "handbok"), folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }


class References(HTMLParser):
    """Addresses that a browser fetches by itself, and those that a reader follows."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.followed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.followed.append(values.get("href", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            pass
        else:
            found = (values[name] for name in ("src", "href", "srcset", "data", "poster", "action") if name in values)
            self.fetched.extend(found)


def references(html: str) -> References:
    parser = References()
    parser.feed(html)
    return parser


def article(html: str) -> str:
    found = re.search(r"<article.*?</article>", html, re.DOTALL)
    assert found
    lines = (line.strip() for line in found[0].splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def test_build_says_what_was_built(tmp_path: Path) -> None:
    done = build(copy_example(tmp_path / "handbok"), tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^40 sidor byggda på \d+,\d s i ", done.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", PAGES)
def test_article_looks_as_approved(name: str, pages: dict[str, str], pytestconfig: pytest.Config) -> None:
    found, golden = article(pages[PAGES[name]]), GOLDEN / f"{name}.html"
    if pytestconfig.getoption("--godkann"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    approved = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
    difference = "\n".join(difflib.unified_diff(approved, found.splitlines(), "godkänt", "byggt", lineterm="", n=1))
    if difference:
        pytest.fail(
            f"Sidan {name} ser inte ut som i {golden.relative_to(ROOT)}. Är ändringen meningen, kör: "
            f"pytest tests/test_build.py --godkann\n{difference}",
            pytrace=False,
        )


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    assert build(copy_example(tmp_path / "annan" / "mapp"), again).returncode == 0
    one, two = ({p.relative_to(s): p for p in s.rglob("*") if p.is_file()} for s in (site, again))
    assert set(one) == set(two)
    assert [str(path) for path in one if one[path].read_bytes() != two[path].read_bytes()] == []


def test_second_finish_changes_no_page(site: Path, handbook: Handbook, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    assert finish_site(copy, handbook, check(EXAMPLE), TODAY) == 0


def test_finishing_command_changes_nothing_after_a_build(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    root = copy_example(tmp_path / "handbok")
    done = run_python("-m", "macros", "--mapp", root, "efterbygg", copy, cwd=root, **SETTINGS)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "0 sidor gjordes färdiga.")


def test_finishing_command_writes_the_address_into_the_feed_and_refuses_a_bad_one(site: Path, tmp_path: Path) -> None:
    copy, root = Path(shutil.copytree(site, tmp_path / "site")), copy_example(tmp_path / "handbok")
    arguments = ("-m", "macros", "--mapp", root, "efterbygg", copy)
    address = {"HANDBOK_ADRESS": "https://intranat.example.se/rutiner"}
    done = run_python(*arguments, cwd=root, **SETTINGS, **address)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 sidor gjordes färdiga.")
    assert 'href="https://intranat.example.se/rutiner/atom.xml"' in (copy / "atom.xml").read_text(encoding="utf-8")
    refused = run_python(*arguments, cwd=root, **SETTINGS, HANDBOK_ADRESS="intranätet")
    assert refused.returncode == 2
    assert "HANDBOK_ADRESS är ”intranätet”" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_page_for_lost_readers_counts_from_the_sites_own_address(tmp_path: Path) -> None:
    root, site = copy_example(tmp_path / "handbok"), tmp_path / "site"
    address = {"HANDBOK_ADRESS": "https://intranat.example.se/rutiner/"}
    done = run_python("-m", "macros", "--mapp", root, "bygg", "--till", site, cwd=root, **SETTINGS, **address)
    assert done.returncode == 0, done.stderr
    lost = references((site / "404.html").read_text(encoding="utf-8"))
    elsewhere = [url for url in [*lost.fetched, *lost.followed] if not url.startswith(("/rutiner/", "#", "mailto:"))]
    assert elsewhere == []
    assert "/rutiner/rutiner/rut-aaa/" in lost.followed
    assert "/rutiner/lagrum/nyckel/" in lost.followed


def test_every_page_names_the_feed_and_the_feed_leads_to_places_on_the_site(site: Path, pages: dict[str, str]) -> None:
    named = '<link rel="alternate" type="application/atom+xml" title="Exempelhandboken: ändringar" href="'
    assert [page for page, html in pages.items() if html.count(named) != 1] == []
    feed = ElementTree.parse(site / "atom.xml").getroot()  # noqa: S314 - our own text
    urls = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert "handboken/andrat/#rut-aaa-1-0" in urls
    for path, _, anchor in (url.partition("#") for url in urls):
        html = (site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f' id="{anchor}"' in html, path


MISTAKES = {
    "sidhuvud": ("docs/rutiner/rut-bbb.md", "\ntyp: rutin\n", "\ntyp rutin\n"),
    "okänt lagrum": ("docs/rutiner/rut-aaa.md", "  - exl-2-1\n", "  - exl-2-11\n"),
    "okänt makro": ("docs/roller/index.md", "visa_roller", "visa_rollerna"),
    "dubbel punkt": ("data/checklistor/CL-AAA.yml", "id: CL-AAA-02", "id: CL-AAA-01"),
    "bruten länk": ("docs/checklistor/cl-aaa.md", "rut-aaa.md", "rut-aab.md"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_stops_the_build_with_the_same_lines(mistake: str, tmp_path: Path) -> None:
    root = copy_example(tmp_path / "handbok")
    path, old, new = MISTAKES[mistake]
    edit(root / path, old, new)
    checked = run_python("-m", "macros", "kontrollera", cwd=root, **SETTINGS)
    lines = [line for line in checked.stdout.splitlines() if " fel: " in line]
    assert lines
    by_command = build(root, tmp_path / "site")
    by_mkdocs = run_python("-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site2", cwd=root, **SETTINGS)
    for done in (by_command, by_mkdocs):
        output = done.stdout + done.stderr
        assert done.returncode == 1, output
        assert [line for line in lines if line not in output] == []
        assert "Traceback" not in output
    assert not (tmp_path / "site" / "index.html").exists()
    assert not (tmp_path / "site2" / "index.html").exists()


def test_bad_day_stops_a_build_by_mkdocs_in_swedish(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "handbok")
    done = run_python(
        "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site", cwd=root, HANDBOK_DATUM="igår"
    )
    assert done.returncode == 1
    assert "”igår” är ingen dag." in done.stderr
    assert "Traceback" not in done.stderr


def test_page_outside_the_menu_stops_the_build(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "handbok")
    (root / "docs/ny.md").write_text("---\ntyp: sida\n---\n\n# Ny sida\n", encoding="utf-8")
    done = build(root, tmp_path / "site")
    assert done.returncode == 1
    assert "ny.md" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_fetched_from_another_host(pages: dict[str, str], site: Path) -> None:
    foreign = {(page, url) for page, html in pages.items() for url in references(html).fetched if "//" in url}
    assert foreign == set()
    styles = (path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert [url for text in styles for url in re.findall(r"url\(\s*['\"]?((?:https?:)?//[^)'\"]*)", text)] == []


def test_inline_styles_fetch_nothing(pages: dict[str, str]) -> None:
    assert [url for html in pages.values() for url in re.findall(r"(?:url\(|@import)[^)]*//[^)]*", html)] == []


def test_site_works_under_any_path(pages: dict[str, str]) -> None:
    absolute = {
        (page, url)
        for page, html in pages.items()
        if page != "404.html"
        for url in [*references(html).fetched, *references(html).followed]
        if url.startswith("/")
    }
    assert absolute == set()


def targets(site: Path, page: str, html: str) -> Iterator[tuple[str, Path]]:
    for url in [*references(html).fetched, *references(html).followed]:
        path = url.partition("#")[0].partition("?")[0]
        if path and not re.match(r"[a-z]+:", path):
            found = site / page / ".." / path
            yield url, Path(os.path.normpath(found / "index.html" if path.endswith(("/", ".")) else found))


def test_every_link_within_the_site_has_its_file(site: Path, pages: dict[str, str]) -> None:
    missing = {
        (page, url)
        for page, html in pages.items()
        if page != "404.html"
        for url, target in targets(site, page, html)
        if not target.is_file()
    }
    assert missing == set()


def test_every_link_to_an_anchor_has_its_place(site: Path, pages: dict[str, str]) -> None:
    ids = {
        (site / page).as_posix(): set(re.findall(r'\sid="?([^"\s>]+)', html)) | {"", "__top"}
        for page, html in pages.items()
    }
    missing = {
        (page, url)
        for page, html in pages.items()
        if page != "404.html"
        for url, target in targets(site, page, html)
        if target.suffix == ".html" and url.partition("#")[2] not in ids[target.as_posix()]
    }
    assert missing == set()


def test_no_id_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    twice = {
        (page, name)
        for page, html in pages.items()
        for names in [re.findall(r'<[^>]*\sid="([^"]+)"', html)]
        for name in names
        if names.count(name) > 1
    }
    assert twice == set()


def test_no_macro_or_model_shows_through(pages: dict[str, str]) -> None:
    leaks = re.compile(r"\{\{|\}\}|\{%|<function|<bound method|object at 0x|None</|Undefined|\[&#39;")
    assert {(page, found) for page, html in pages.items() for found in leaks.findall(article_or_all(html))} == set()


def article_or_all(html: str) -> str:
    return article(html) if "<article" in html else html


def test_retired_item_is_shown_without_a_box(pages: dict[str, str]) -> None:
    checklist = pages[PAGES["checklista"]]
    assert '<li class="rh-punkt rh-punkt--utgatt" id="cl-aaa-03"' in checklist
    assert checklist.count('type="checkbox" id="cl-aaa-') == 3


def test_every_page_is_in_swedish_and_has_its_title(pages: dict[str, str]) -> None:
    assert [page for page, html in pages.items() if '<html lang="sv"' not in html] == []
    assert [page for page, html in pages.items() if page != "404.html" and html.count("<h1") != 1] == []


def test_no_style_attribute_breaks_the_security_policy(pages: dict[str, str]) -> None:
    assert {page for page, html in pages.items() if re.search(r"<[^>]+\sstyle=", article_or_all(html))} == set()
