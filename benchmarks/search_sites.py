"""One text with three searches: the handbook's own, Material's and Pagefind's, each on a page to open it on."""

import json
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.comparison import BUILD
from benchmarks.generator import PROJECT, write_settings
from benchmarks.measure import run
from benchmarks.search_corpus import start_page
from macros.handbook import Handbook
from macros.page_weight import lighten
from macros.render.search_shortcuts import shortcuts
from macros.render.search_vocabulary import vocabulary
from macros.search.document import SearchPage
from macros.search.files import FOLDER, index_files
from macros.search.index import build_index
from macros.search.sections import page_sections

OURS, MATERIAL, PAGEFIND = "Handboken", "Material", "Pagefind"
ARTICLE = "article.md-content__inner"
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(PROJECT)}
_MATERIAL_SEARCH = {"search": {"lang": "sv"}}
_FIELD = """<link rel="stylesheet" href="pagefind/pagefind-ui.css"><script src="pagefind/pagefind-ui.js"></script>
<div id="pagefind"></div>
<script>new PagefindUI({ element: "#pagefind", showImages: false, showSubResults: true })</script>
</article>"""


@dataclass(frozen=True)
class Place:
    """A site to open a search on. `files`: the index and the scripts that only it loads. `seconds`: to index."""

    engine: str
    site: Path
    files: tuple[Path, ...]
    seconds: float


def install_pagefind(folder: Path) -> list[str]:
    """Fetch Pagefind by name into `folder`; the command that runs it."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "pagefind[extended]"], check=True)
    return [python, "-m", "pagefind"]


def material(folder: Path, nav: list[Any]) -> Place:
    """The pages in `folder`/docs built with plain Material and its search."""
    _settings(folder, [_MATERIAL_SEARCH], nav)
    clock = folder / "sekunder.json"
    command = [sys.executable, "-m", "benchmarks.search_clock", str(clock), "build", "--quiet"]
    run(command, folder, _QUIET)
    return material_place(folder / "site", json.loads(clock.read_text(encoding="utf-8"))["seconds"])


def material_place(site: Path, seconds: float) -> Place:
    """A built site with Material's search."""
    scripts = site / "assets" / "javascripts"
    loaded = [*(scripts / "workers").glob("*.js"), *(scripts / "lunr" / "min").glob("lunr.s[tv]*.js")]
    return Place(MATERIAL, site, (site / "search" / "search_index.json", *loaded), seconds)


def pagefind(folder: Path, indexed: Path, command: list[str]) -> Place:
    """A plain page with Pagefind's own field over the pages in `indexed`."""
    _write_start(folder / "docs")
    _settings(folder, [], [{"Start": "index.md"}])
    run(BUILD, folder, _QUIET)
    start = folder / "site" / "index.html"
    start.write_text(start.read_text(encoding="utf-8").replace("</article>", _FIELD, 1), encoding="utf-8")
    target = folder / "site" / "pagefind"
    choices = ["--root-selector", ARTICLE, "--exclude-selectors", "[data-search-exclude],.headerlink", "--quiet"]
    cost = run([*command, "--site", str(indexed), "--output-path", str(target), *choices], folder, {})
    used = (path for path in sorted(target.rglob("*")) if path.is_file())
    unused = ("component", "modular", "highlight", "wasm.unknown")
    return Place(PAGEFIND, folder / "site", tuple(p for p in used if not any(x in p.name for x in unused)), cost.cpu)


def ours(folder: Path, indexed: Path, handbook: Handbook, day: date) -> Place:
    """A page of the handbook's own theme with its own search over the pages in `indexed`."""
    _write_start(folder / "docs")
    write_settings(folder, nav=[{"Start": "index.md"}], plugins=[])
    run([*BUILD[:-1], "--quiet"], folder, _QUIET)
    site = folder / "site"
    lighten(site)
    pages = [(path.parent.relative_to(indexed), path) for path in sorted(indexed.glob("rutiner/*/index.html"))]
    texts = [(f"{url.as_posix()}/", path.read_text(encoding="utf-8")) for url, path in pages]
    started = time.process_time()
    found = [SearchPage(url, s[0].title, "Rutin", "", 1.0, s) for url, text in texts if (s := page_sections(text))]
    files = index_files(build_index(found), vocabulary(handbook), shortcuts(handbook, day))
    seconds = time.process_time() - started
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return Place(OURS, site, tuple(our_files(site)), seconds)


def our_files(site: Path) -> Iterator[Path]:
    """The index and the engine of the handbook's own search in a built site."""
    yield from sorted((site / FOLDER).rglob("*.js"))
    yield from sorted((site / "assets" / "js" / "sok").glob("*.js"))


def plain_page(folder: Path) -> Place:
    """A page of plain Material with its search, to put another index into."""
    _write_start(folder / "docs")
    return material(folder, [{"Start": "index.md"}])


def _write_start(docs: Path) -> None:
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    (docs / "index.md").write_text(start_page(), encoding="utf-8")


def _settings(folder: Path, plugins: list[Any], nav: list[Any]) -> None:
    """Plain Material in Swedish, with what keeps large sites small."""
    settings = {
        "site_name": "Rutinhandboken",
        "theme": {"name": "material", "language": "sv", "font": False, "features": ["navigation.prune"]},
        "plugins": plugins,
        "markdown_extensions": ["attr_list", "md_in_html", "tables", {"toc": {"permalink": "#"}}],
        "nav": nav,
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
