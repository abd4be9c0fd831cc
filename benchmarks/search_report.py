"""The search's measurements as a section of Swedish Markdown."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.report import number, table
from benchmarks.search_quality import PARTS, Quality
from benchmarks.search_sites import MATERIAL, OURS
from benchmarks.search_times import Times, middle, slowest

COLD_AIM, WARM_AIM = 0.25, 30


@dataclass(frozen=True)
class Measurement:
    """One search at one size: its times, bytes of index and scripts, seconds to index, and how busy the machine was."""

    size: int
    engine: str
    times: Times
    raw: int
    compressed: int
    seconds: float
    load: float


def section(measured: Sequence[Measurement], found: Sequence[Quality], *, day: date, repeats: int) -> list[str]:
    """The section's lines."""
    lowest, highest = (number(pick(m.load for m in measured), 1) for pick in (min, max))
    return [
        "## Sökning",
        "",
        f"Mätt {day} med `python -m benchmarks.search` i Chromium, utan nätets fördröjning. Samma genererade sidor",
        "med tre sökningar: handbokens egen, Materials med `lang: sv` och Pagefind med sitt eget sökfält. Kön till",
        f"processorn var {lowest} till {highest} på {os.cpu_count()} kärnor. Är kön längre än kärnorna är många delas",
        "de med annat arbete, och alla tider blir längre än på läsarens dator.",
        "",
        *_cold(measured, repeats),
        *_warm(measured),
        *_size(measured),
        *_quality(found),
    ]


def _cold(measured: Sequence[Measurement], repeats: int) -> list[str]:
    theirs = {m.size: middle(m.times.cold) for m in measured if m.engine == MATERIAL}
    rows = []
    for m in measured:
        cold = middle(m.times.cold)
        share = cold / theirs[m.size]
        reached = ("ja" if share <= COLD_AIM else "nej") if m.engine == OURS else ""
        rows.append(
            [
                *(str(m.size), m.engine, number(cold / 1000, 2)),
                f"{number(min(m.times.cold) / 1000, 2)}–{number(max(m.times.cold) / 1000, 2)}",
                *(number(share, 2), reached, number(m.load, 1)),
            ]
        )
    return [
        "### Första besöket",
        "",
        "Sekunder från att en sida börjar hämtas, utan cache, till att sökningen har öppnats och den första träffen",
        f"står där. Medianen av {repeats} besök, efter ett som inte räknas. Mål: högst en fjärdedel av Materials tid.",
        "",
        *table(["Sidor", "Sökning", "Median, s", "Spridning, s", "Mot Material", "Når målet", "Kö"], rows),
    ]


def _warm(measured: Sequence[Measurement]) -> list[str]:
    rows = [
        [
            *(str(m.size), m.engine, number(middle(m.times.engine), 1), number(slowest(m.times.engine), 1)),
            *(number(middle(m.times.shown), 1), number(slowest(m.times.shown), 1), str(m.times.without_hits)),
            ("ja" if middle(m.times.engine) <= WARM_AIM else "nej") if m.engine == OURS else "",
        ]
        for m in measured
    ]
    count = len(measured[0].times.shown)
    return [
        "### När sökningen är hämtad",
        "",
        f"Millisekunder för en fråga, {count} frågor: ord ur sidorna, flera ord, böjda, felskrivna och utan prickar.",
        "Motorn: från frågan till träffarna med sina texter, det som då måste hämtas medräknat. Visat: från tangenten",
        "till träffarna på skärmen, med pausen då sökfältet väntar på nästa tangent (Handboken 60 ms, Pagefind 300 ms,",
        f"Material ingen). Mål: motorns median högst {WARM_AIM} ms.",
        "",
        *table(
            ["Sidor", "Sökning", "Motorn", "19 av 20 under", "Visat", "19 av 20 under", "Utan träff", "Når målet"], rows
        ),
    ]


def _size(measured: Sequence[Measurement]) -> list[str]:
    rows = [
        [
            *(str(m.size), m.engine, _kilobytes(m.raw), _kilobytes(m.compressed), _kilobytes(m.times.fetched)),
            number(m.seconds, 1),
        ]
        for m in measured
    ]
    return [
        "### Storlek",
        "",
        "Index och de skript som bara sökningen använder, i kB. Hämtat: komprimerat, före den första träffen. Sista",
        "kolumnen: processortid för att göra indexet av de färdiga sidorna.",
        "",
        *table(["Sidor", "Sökning", "Allt", "Komprimerat", "Hämtat", "Att göra, s"], rows),
    ]


def _quality(found: Sequence[Quality]) -> list[str]:
    rows = [
        [
            *(PARTS[q.part], str(q.queries), q.engine, number(q.recall, 3), number(q.rank, 3), str(q.without_hits)),
        ]
        for q in found
    ]
    return [
        "### Träffar",
        "",
        "Den riktiga handboken mot `tests/sok/facit.yml`, frågor som har ett svar. Recall@5: hur stor del av sidorna",
        "som ska hittas som är bland de fem första. MRR: ett delat med platsen för den första träffen som svarar.",
        "",
        *table(["Del", "Frågor", "Sökning", "Recall@5", "MRR", "Utan träff"], rows),
    ]


def _kilobytes(size: int) -> str:
    return number(size / 1000, 0)
