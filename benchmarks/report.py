"""The measurements as a Swedish Markdown document, readable as plain text too."""

import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from benchmarks.comparison import Comparison, Way

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pydantic", "PyYAML", "Markdown")
OVERHEAD_AIM, CHECK_AIM, GROWTH_AIM = 1.15, 0.05, 10.5


def report(comparisons: Sequence[Comparison], day: date, arguments: Sequence[str]) -> str:
    """The whole document."""
    command = " ".join(["python -m benchmarks", *arguments])
    return "\n".join(
        [
            "# Vad handboken kostar att bygga och kontrollera",
            "",
            f"Mätt {day} med `{command}` på {_machine()}. Skriven av programmet, ändra inte för hand.",
            "",
            *_explanation(),
            *_costs(comparisons),
            *_ratios(comparisons),
            *_growth(comparisons),
            *_sites(comparisons),
        ]
    )


def _explanation() -> list[str]:
    return [
        "Varje mått är medianen av flera körningar, var och en i en egen process, där sätten turas om.",
        "Handboken är genererad: varje rutin har tio steg, fem lagrum i texten, en checklista med tjugo punkter och",
        "ett granskningskvitto. Material utan handboken bygger samma text, så som den ser ut efter makron, med samma",
        "tema, utan makron och utan rutinernas sidhuvud. Kvoterna räknas på processortid, eftersom maskinen kan vara",
        "delad med annat arbete; räkna ändå med att de svänger med en tiondel mellan två mätningar.",
        "",
    ]


def _costs(comparisons: Sequence[Comparison]) -> list[str]:
    header = ["Rutiner", "Körningar", "Vad", "Väggtid, s", "Processortid, s", "Minne som mest, MB"]
    rows = [
        [str(c.size), str(c.repeats), way.value, number(cost.wall, 2), number(cost.cpu, 2), _memory(cost.memory)]
        for c in comparisons
        for way, cost in c.costs.items()
    ]
    return ["## Tid", "", *table(header, rows)]


def _ratios(comparisons: Sequence[Comparison]) -> list[str]:
    header = ["Rutiner", "Bygge mot Material", "Kontroll mot bygge", "Kontroll utan start mot bygge"]
    rows = [
        [
            str(c.size),
            number(c.ratio(Way.OURS, Way.PLAIN), 2),
            _percent(c.ratio(Way.CHECK, Way.OURS)),
            _percent(c.ratio(Way.CHECK_INSIDE, Way.OURS)),
        ]
        for c in comparisons
    ]
    overhead, check = number(OVERHEAD_AIM, 2), _percent(CHECK_AIM)
    aims = f"Mål: bygget högst {overhead} gånger Material, kontrollen högst {check} av bygget."
    return ["## Kvoter", "", aims, "", *table(header, rows)]


def _growth(comparisons: Sequence[Comparison]) -> list[str]:
    rows = []
    for smaller, larger in pairwise(comparisons):
        for way in Way:
            times = larger.costs[way].cpu / smaller.costs[way].cpu
            rows.append([f"{smaller.size} till {larger.size}", way.value, number(times, 1)])
    if not rows:
        return []
    aim = f"Hur många gånger längre processortid. Mål från 300 till 3000: högst {number(GROWTH_AIM, 1)}."
    return ["## Tillväxt", "", aim, "", *table(["Rutiner", "Vad", "Gånger"], rows)]


def _sites(comparisons: Sequence[Comparison]) -> list[str]:
    header = ["Rutiner", "Sidor", "Handbokens webbplats, MB", "Material utan handboken, MB"]
    rows = [
        [str(c.size), str(c.pages), number(c.site_megabytes[Way.OURS], 1), number(c.site_megabytes[Way.PLAIN], 1)]
        for c in comparisons
    ]
    return ["## Storlek", "", *table(header, rows)]


def table(header: list[str], rows: list[list[str]]) -> list[str]:
    """A table in columns as wide as their widest cell, and an empty line."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]
    head, *body = (_table_row(row, widths) for row in [header, *rows])
    return [head, "|" + "|".join("-" * (width + 2) for width in widths) + "|", *body, ""]


def _table_row(cells: list[str], widths: list[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"


def number(value: float, decimals: int) -> str:
    """The number with a decimal comma."""
    return f"{value:.{decimals}f}".replace(".", ",")


def _percent(value: float) -> str:
    return f"{number(100 * value, 1)} %"


def _memory(megabytes: float) -> str:
    return f"{megabytes:.0f}" if megabytes else "–"


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    cores = os.cpu_count() or 1
    return f"{_processor()}, {cores} kärnor, {platform.system()}, Python {platform.python_version()}, {packages}"


def _processor() -> str:
    """The processor's name where the system tells it, else its kind."""
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        for line in listing.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
