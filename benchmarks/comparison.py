"""One size of handbook: made, checked to be without fault, and timed in every way, the ways taking turns."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from benchmarks.generator import write_handbook
from benchmarks.measure import Cost, middle, run
from benchmarks.plain_site import write_plain_site
from benchmarks.stock import Stock
from macros.checks import load_and_check

PYTHON = sys.executable
BUILD = [PYTHON, "-m", "mkdocs", "build", "--strict"]
CHECK = [PYTHON, "-m", "macros", "kontrollera"]


class Way(StrEnum):
    """What is timed."""

    PLAIN = "Material utan handboken, samma text"
    OURS = "Handbokens bygge"
    CHECK = "handbok kontrollera"
    CHECK_INSIDE = "kontrollen utan att starta Python"


@dataclass(frozen=True)
class Comparison:
    """The middle cost of every way at one size, and how large the site became."""

    size: int
    repeats: int
    pages: int
    costs: dict[Way, Cost]
    site_megabytes: dict[Way, float]

    def ratio(self, way: Way, other: Way) -> float:
        """Processor time of one way in relation to another's."""
        return self.costs[way].cpu / self.costs[other].cpu


def compare(folder: Path, size: int, repeats: int, stock: Stock, say: Callable[[str], None]) -> Comparison:
    """Make the handbook and its plain twin in `folder` and time each way `repeats` times, taking turns."""
    ours, plain = folder / "handbok", folder / "plain"
    environment = _environment(stock)
    say(f"{size} rutiner: skriver handboken …")
    write_handbook(ours, size, stock)
    _assert_sound(ours, stock.day)
    say(f"{size} rutiner: fångar texten efter makron …")
    write_plain_site(ours, plain, BUILD, environment)
    runs: dict[Way, list[Cost]] = {way: [] for way in Way}
    for turn in range(1, repeats + 1):
        for way in Way:
            cost = _time(way, ours, plain, stock.day, environment)
            runs[way].append(cost)
            say(f"{size} rutiner, varv {turn} av {repeats}: {way.value}: {cost.wall:.2f} s ({cost.cpu:.2f} s CPU)")
    return Comparison(
        size,
        repeats,
        sum(1 for _ in (ours / "docs").rglob("*.md")),
        {way: middle(costs) for way, costs in runs.items()},
        {Way.PLAIN: _megabytes(plain / "site"), Way.OURS: _megabytes(ours / "site")},
    )


def _time(way: Way, ours: Path, plain: Path, day: date, environment: dict[str, str]) -> Cost:
    if way is Way.CHECK_INSIDE:
        return _time_inside(ours, day)
    if way is Way.CHECK:
        return run(CHECK, ours, environment)
    folder = plain if way is Way.PLAIN else ours
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run(BUILD, folder, environment)


def _time_inside(ours: Path, day: date) -> Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    load_and_check(ours, day)
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def _assert_sound(ours: Path, day: date) -> None:
    """A faulty handbook would be stopped by the build and time nothing."""
    _, findings = load_and_check(ours, day)
    if blocking := [finding.line() for finding in findings if finding.blocks]:
        raise SystemExit("\n".join(["Den genererade handboken har fel:", *blocking[:20]]))


def _environment(stock: Stock) -> dict[str, str]:
    return {"HANDBOK_DATUM": stock.day.isoformat(), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def _megabytes(folder: Path) -> float:
    files = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    return sum(path.stat().st_size for path in files) / 1e6
