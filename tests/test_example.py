from pathlib import Path

from macros.model.finding import Level
from tests.conftest import check, marks


def test_example_gives_exactly_the_known_findings(example: Path) -> None:
    assert marks(check(example)) == [
        ("UTG303", "data/granskningar", 1),
        ("GRA203", "data/granskningar/RUT-BBB/1983-01-18.yml", 4),
        ("ROL208", "data/kommuner/exempelkoping.yml", 17),
        ("LAG305", "data/lagar/exl.yml", 32),
        ("UTG210", "docs/rutiner/rut-aaa.md", 6),
        ("LAG205", "docs/rutiner/rut-aaa.md", 36),
    ]


def test_example_has_nothing_that_blocks(example: Path) -> None:
    levels = [finding.level for finding in check(example)]
    assert levels == [Level.NOTIS, Level.VARNING, Level.NOTIS, Level.VARNING, Level.VARNING, Level.NOTIS]
