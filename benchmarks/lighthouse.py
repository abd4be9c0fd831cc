"""Lighthouse's marks for a few pages. Fetched by name into a temporary folder; nothing of it stays."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

CATEGORIES = {"performance": "Prestanda", "accessibility": "Tillgänglighet", "best-practices": "God praxis"}
AIMS = {"mobil": (95, 100, 100), "dator": (100, 100, 100)}
FORMS = {"mobil": (), "dator": ("--preset=desktop",)}


@dataclass(frozen=True)
class Marks:
    """The median of the runs, and the times that the mark for performance rests on."""

    page: str
    form: str
    scores: tuple[int, ...]
    paint: float
    blocked: float
    machine: int
    version: str

    def reaches(self) -> bool:
        """Whether every mark is as high as it should be."""
        return all(score >= aim for score, aim in zip(self.scores, AIMS[self.form], strict=True))


def install(folder: Path) -> None:
    """Fetch Lighthouse from the npm registry."""
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), "lighthouse"]
    subprocess.run(command, check=True, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}, stdout=subprocess.DEVNULL)


def marks(folder: Path, address: str, pages: dict[str, str], browser: str, repeats: int) -> Iterator[Marks]:
    """Every page as on a telephone and as on a computer."""
    for form in FORMS:
        for name, url in pages.items():
            runs = [_run(folder, address + url, form, browser) for _ in range(repeats)]
            yield Marks(
                name,
                form,
                tuple(round(100 * median(run["categories"][key]["score"] for run in runs)) for key in CATEGORIES),
                _middle(runs, "largest-contentful-paint"),
                _middle(runs, "total-blocking-time"),
                round(median(run["environment"]["benchmarkIndex"] for run in runs)),
                runs[0]["lighthouseVersion"],
            )


def _middle(runs: Sequence[Any], audit: str) -> float:
    return median(run["audits"][audit]["numericValue"] for run in runs)


def _run(folder: Path, url: str, form: str, browser: str) -> Any:
    command = [
        *(str(folder / "node_modules" / ".bin" / "lighthouse"), url, "--quiet", "--output=json"),
        *("--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}", *FORMS[form]),
    ]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": browser})
    return json.loads(done.stdout)
