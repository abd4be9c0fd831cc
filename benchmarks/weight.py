"""`python -m benchmarks.weight`: what a page weighs and Lighthouse's marks, as a section of benchmarks/resultat.md."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks import lighthouse
from benchmarks.generator import PROJECT
from benchmarks.intranet_server import serving
from benchmarks.report import number, table
from benchmarks.result_file import RESULT, put_section
from benchmarks.transfer import FIRST_LIMIT, NEXT_LIMIT, PAGES, Visit, next_weight, visits

NAME = "sidvikt"


def main() -> None:
    """Build the site, measure it, and put the section into the result file."""
    arguments = _arguments()
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        sys.exit("Ingen webbläsare hittades. Installera Chromium, eller sätt CHROMIUM till dess sökväg.")
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        site = folder / "webb"
        subprocess.run([sys.executable, "-m", "macros", "bygg", "--till", str(site)], cwd=PROJECT, check=True)
        with serving(site) as address:
            weights = _visits(address, browser)
            found = []
            if not arguments.utan_lighthouse:
                lighthouse.install(folder / "lh")
                chosen = {name: url for name, url in PAGES.items() if name != "Längsta lagsidan"}
                found = list(lighthouse.marks(folder / "lh", address, chosen, browser, arguments.upprepa))
        text = "\n".join(section(weights, _heavy(site), found, day=arguments.datum, runs=arguments.upprepa, load=load))
    print(text)
    put_section(RESULT, NAME, text.rstrip())


def section(
    weights: Sequence[Visit],
    heavy: Sequence[tuple[str, int]],
    marks: Sequence[lighthouse.Marks],
    *,
    day: date,
    runs: int,
    load: float,
) -> list[str]:
    """The lines between the marks."""
    rows = [
        (visit.page, visit.first, visit.first_requests, visit.following, visit.following_requests, visit.search)
        for visit in weights
    ]
    lines = [
        "## Sidvikt",
        "",
        f"Mätt {day} med `python -m benchmarks.weight`: den riktiga webbplatsen, i Chromium mot en server med gzip",
        "och cache som i `drift/`. Byte över nätet med svarens huvuden, 1 kB är 1 000 byte. Sökningen står för sig:",
        "inget av den hämtas innan den öppnas, och här räknas allt till den första träffen på ett ord.",
        f"Mål: första besöket högst {_kilobytes(FIRST_LIMIT)} kB, nästa sida högst {_kilobytes(NEXT_LIMIT)} kB.",
        "",
        *table(
            ["Sida", "Första besöket, kB", "Frågor", "Nästa sida, kB", "Frågor", "Sökningen, kB"],
            [[a, _kilobytes(b), str(c), _kilobytes(d), str(e), _kilobytes(f)] for a, b, c, d, e, f in rows],
        ),
        f"Sidor som själva är över {_kilobytes(NEXT_LIMIT)} kB komprimerade: {len(heavy)}.",
        "",
        *table(["Sida", "kB"], [[url, _kilobytes(size)] for url, size in heavy]),
    ]
    return lines + (_marks(marks, runs, load) if marks else [])


def _marks(marks: Sequence[lighthouse.Marks], runs: int, load: float) -> list[str]:
    header = [
        *("Sida", "Som på", *lighthouse.CATEGORIES.values()),
        *("Störst ritat, s", "Låst, ms", "Maskinens fart", "Når målet"),
    ]
    rows = [
        [
            *(mark.page, mark.form, *map(str, mark.scores)),
            *(number(mark.paint / 1000, 1), f"{mark.blocked:.0f}", str(mark.machine)),
            "ja" if mark.reaches() else "nej",
        ]
        for mark in marks
    ]
    telephone, computer = lighthouse.AIMS["mobil"][0], lighthouse.AIMS["dator"][0]
    return [
        "### Lighthouse",
        "",
        f"Version {marks[0].version}, medianen av körningarna ({runs}). Mål: prestanda {telephone} som på mobil och",
        f"{computer} som på dator, tillgänglighet och god praxis 100. Prestanda vilar delvis på hur länge processorn",
        "är upptagen. *Maskinens fart* är Lighthouses eget mått: under 1000 var maskinen för lastad för ett rätt mått.",
        f"Kön till processorn före mätningen: {number(load, 1)} på {os.cpu_count()} kärnor. Är kön längre än",
        "kärnorna är många delas de med annat arbete, och låst tid blir längre än på läsarens dator.",
        "",
        *table(header, rows),
    ]


def _visits(address: str, browser: str) -> list[Visit]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        try:
            return list(visits(address, started))
        finally:
            started.close()


def _heavy(site: Path) -> list[tuple[str, int]]:
    sizes = [(path.parent.relative_to(site).as_posix() + "/", next_weight(path)) for path in site.rglob("index.html")]
    return sorted(((url, size) for url, size in sizes if size > NEXT_LIMIT), key=lambda found: -found[1])


def _kilobytes(size: int) -> str:
    return number(size / 1000, 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weight", description="Mät sidornas vikt och fart.")
    parser.add_argument("--upprepa", type=int, default=3, metavar="N", help="körningar av Lighthouse per sida (3)")
    parser.add_argument("--utan-lighthouse", action="store_true", help="mät bara vikten")
    parser.add_argument("--datum", type=date.fromisoformat, default=date.today(), help="dagen som skrivs i resultatet")
    return parser.parse_args()


if __name__ == "__main__":
    main()
