"""`python -m benchmarks`: measure build and check of generated handbooks, and write benchmarks/resultat.md."""

import argparse
import sys
from datetime import date
from pathlib import Path

from benchmarks.comparison import compare
from benchmarks.generator import PROJECT
from benchmarks.report import report
from benchmarks.result_file import RESULT, sections, with_sections
from benchmarks.stock import read_stock

WORK = Path(__file__).with_name(".arbete")
DEFAULT_SIZES = (30, 300, 3000)


def main() -> None:
    """Measure, print the tables and write them to the result file."""
    arguments = _arguments()
    stock = read_stock(PROJECT)
    comparisons = [
        compare(WORK / str(size), size, arguments.upprepa or _repeats(size), stock, _say)
        for size in arguments.storlekar
    ]
    text = report(comparisons, arguments.datum, sys.argv[1:])
    before = arguments.till.read_text(encoding="utf-8") if arguments.till.is_file() else ""
    arguments.till.write_text(with_sections(text, sections(before)), encoding="utf-8")  # measured by other commands
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Mät handbokens bygge och kontroll.")
    parser.add_argument(
        "--storlekar", type=_sizes, default=DEFAULT_SIZES, metavar="N,N", help="antal rutiner (30,300,3000)"
    )
    parser.add_argument("--upprepa", type=int, metavar="N", help="körningar per mått (annars 5, 3 eller 1)")
    parser.add_argument("--datum", type=date.fromisoformat, default=date.today(), help="dagen som skrivs i resultatet")
    parser.add_argument("--till", type=Path, default=RESULT, metavar="FIL", help="annars benchmarks/resultat.md")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _repeats(size: int) -> int:
    if size <= 100:
        return 5
    return 3 if size <= 1000 else 1


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
