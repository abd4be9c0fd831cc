"""`python -m benchmarks.citations`: how well and how fast citations of law are found. Prints; writes nothing.

The annotated set and the sources it points into are described in tests/hanvisningar/facit.py.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.generator import PROJECT
from macros.checks import load_and_check
from macros.model.citations import Acts, find_citations
from macros.surroundings import current_day
from tests.hanvisningar.facit import SOURCES, Passage, Score, load_passages, score

_REPEATS = 5
# Texts that would make a careless search look again and again at the same place.
_TRAPS = (
    "a", "A", "1", "1.", "1:", "1, ", "§ ", "kap", "paragraf", "lag ", "lagen om ", "(", "4 § första ", "12:4-", "4 a-",
    "artikel 1.4 a, ", "\n- ", " \n", "\u00ad", "fo\u0308", "https://", "a.se/", "AFS ", "ordningen ", "och ",
)  # fmt: skip
_TRAP_SIZE = 20_000
_HALVES = {"Utveckling": False, "Prov, undanhållet": True}


def main() -> None:
    """Print precision and recall on each half of the annotated set, and speed on every kind of text."""
    handbook, _ = load_and_check(PROJECT, current_day())
    if handbook is None:
        raise SystemExit("Handboken går inte att läsa. Kör handbok kontrollera.")
    passages = load_passages()
    if (SOURCES / "seeds").is_dir():
        _print_scores(passages, handbook.acts)
    else:
        print(f"Underlaget finns inte i {SOURCES}. Bara hastigheten mäts.")
    _print_speeds(handbook.acts)
    _print_growth(handbook.acts)


def _print_scores(passages: Iterable[Passage], acts: Acts) -> None:
    print(f"{'Del':32} {'rätt':>5} {'hittade':>8} {'facit':>6} {'precision':>10} {'täckning':>9}")
    groups = {name: [p for p in passages if p.held_out is held_out] for name, held_out in _HALVES.items()}
    groups["Revisionsrapporterna"] = [p for p in passages if p.file.startswith("seeds/")]
    groups["Alla"] = list(passages)
    for name, group in groups.items():
        total = sum((score(passage, acts) for passage in group), Score(0, 0, 0))
        counts = f"{total.right:5} {total.found:8} {total.there:6}"
        print(f"{name:32} {counts} {total.precision:10.3f} {total.recall:9.3f}")


def _print_speeds(acts: Acts) -> None:
    print(f"\n{'Text':32} {'MB':>6} {'hänvisningar':>13} {'MB/s':>6}")
    for name, text in _texts().items():
        if text:
            size = len(text.encode()) / 1e6
            found, seconds = _timed(text, acts)
            print(f"{name:32} {size:6.2f} {found:13} {size / seconds:6.2f}")


def _print_growth(acts: Acts) -> None:
    """The trap whose time grows most when its text becomes four times as long. Linear growth gives about four."""
    growth = {}
    for trap in _TRAPS:
        text = "4 § SoL " + trap * (_TRAP_SIZE // len(trap))
        growth[trap] = _timed(text * 4, acts)[1] / max(_timed(text, acts)[1], 0.002)
    worst = max(growth, key=lambda trap: growth[trap])
    print(f"\nFyra gånger så lång text tar som mest {growth[worst]:.1f} gånger så lång tid (av {worst!r} om igen).")


def _texts() -> dict[str, str]:
    """Texts of different kinds by name: from prose without law to statutes that cite in every sentence."""
    return {
        "Handbokens sidor": _joined((PROJECT / "docs").rglob("*.md")),
        "Revisionsrapporterna": _joined((SOURCES / "seeds").glob("*")),
        "Regeringens texter": _joined((SOURCES / "lagtext" / "regeringen").glob("*")),
        "Socialtjänstlagen": _joined((SOURCES / "lagtext").glob("2025-400.txt")),
        "All lagtext": _joined((SOURCES / "lagtext").glob("*")),
        "Prosa utan lagrum": "Nämnden går igenom planen tillsammans med den enskilde och skriver ner det.\n\n" * 20_000,
    }


def _joined(paths: Iterable[Path]) -> str:
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(paths) if path.is_file())


def _timed(text: str, acts: Acts) -> tuple[int, float]:
    """How many citations there are, and the fewest processor seconds that it took to find them."""
    seconds = []
    count = 0
    for _ in range(_REPEATS):
        started = time.process_time()
        count = len(find_citations(text, acts))
        seconds.append(time.process_time() - started)
    return count, min(seconds)


if __name__ == "__main__":
    main()
