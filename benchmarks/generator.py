"""Writes a whole handbook: the project's own data, pages, theme and settings, and so many generated routines."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from benchmarks.routine_text import Routine
from benchmarks.stock import Stock
from macros.loading import load_handbook

SECTION_SIZE = 25
PROJECT = Path(__file__).resolve().parent.parent


def write_handbook(folder: Path, count: int, stock: Stock) -> None:
    """Write the project's own handbook with `count` generated routines into `folder`, replacing what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("docs", "data"):
        shutil.copytree(PROJECT / part, folder / part)
    (folder / "macros").symlink_to(PROJECT / "macros")
    routines = [Routine(number, count, stock) for number in range(count)]
    for routine in routines:
        for path, text in routine.files().items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    _bind_receipts(folder, routines)
    write_settings(folder, nav=_nav(routines))


def _bind_receipts(folder: Path, routines: list[Routine]) -> None:
    """Add to each receipt what ties it to its routine, which is known when all is written."""
    handbook, findings = load_handbook(folder)
    if handbook is None:
        raise SystemExit("\n".join(finding.line() for finding in findings if finding.blocks))
    for routine in routines:
        (path,) = (path for path in routine.files() if path.startswith("data/granskningar/"))
        unverified = ", ".join(
            handbook.unverified_law(f"RUT-{routine.code}", date.fromisoformat(str(routine.reviewed_on)))
        )
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(f"inte_verifierad_lag: [{unverified}]\n")
            file.write(f"fingeravtryck: {handbook.fingerprint(f'RUT-{routine.code}')}\n")


def write_settings(folder: Path, **changes: Any) -> None:
    """Write an mkdocs.yml that is the project's own, except for `changes` and paths that must be absolute."""
    settings = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "theme": {"custom_dir": str(PROJECT / project_settings()["theme"]["custom_dir"])},
        "watch": [],
        **changes,
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def project_settings() -> dict[str, Any]:
    """The project's own mkdocs.yml."""
    with (PROJECT / "mkdocs.yml").open("rb") as file:
        return yaml_load(file)


def _nav(routines: list[Routine]) -> list[Any]:
    """The project's menu with the generated pages added to the sections where such pages stand."""
    added = {
        "rutiner/index.md": _sections([{r.title: f"rutiner/rut-{r.code.lower()}.md"} for r in routines]),
        "checklistor/index.md": _sections([{r.title: f"checklistor/cl-{r.code.lower()}.md"} for r in routines]),
    }
    tabs = project_settings()["nav"]
    for tab in tabs:
        for title, pages in tab.items():
            if isinstance(pages, list):
                tab[title] = [*pages, *added.get(pages[0], [])]
    return tabs


def _sections(entries: list[dict[str, str]]) -> list[Any]:
    """The entries in sections of a size that a person could read."""
    starts = range(0, len(entries), SECTION_SIZE)
    return [{f"Del {1 + start // SECTION_SIZE}": entries[start : start + SECTION_SIZE]} for start in starts]
