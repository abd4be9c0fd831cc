"""The doors of the engine: what may import what, and where the world outside is met."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from macros.model.macro import MACROS
from macros.sources.pages import PAGE_KINDS
from tests.conftest import ROOT

PACKAGE = ROOT / "macros"
FILES = sorted(PACKAGE.rglob("*.py"))
COMMANDS = {f"commands/{path.name}" for path in (PACKAGE / "commands").glob("*.py")} - {"commands/__init__.py"}
CLOCKLESS = {"commands/municipality.py", "commands/review_dialogue.py"}
MAX_FILE_LINES, MAX_FUNCTION_LINES = 300, 50

# Layer → what it may import besides the standard library.
ALLOWED = {
    "model": {"pydantic", "pydantic_core", "macros.model"},
    "sources": {"pydantic", "pydantic_core", "yaml", "jinja2", "macros.model", "macros.sources"},
    "checks": {
        "macros.model",
        "macros.cited_law",
        "macros.cited_ground",
        "macros.citations_in_text",
        "macros.handbook",
        "macros.loading",
        "macros.parents",
        "macros.standing",
        "macros.sections",
        "macros.uses",
        "macros.waivers",
        "macros.citing",
        "macros.suspicion",
        "macros.search",
        "macros.checks",
    },
    "render": {
        "icalendar",
        "jinja2",
        "markupsafe",
        "macros.model",
        "macros.handbook",
        "macros.cited_law",
        "macros.cited_ground",
        "macros.page_sources",
        "macros.parents",
        "macros.sections",
        "macros.standing",
        "macros.uses",
        "macros.working_days",
        "macros.citing",
        "macros.suspicion",
        "macros.search",
        "macros.render",
    },
    "search": {"macros.search"},
    "watch": {"macros.model", "macros.sources", "macros.handbook", "macros.citing", "macros.watch"},
    "forge": {"macros.sources.network", "macros.forge"},
    "citing.py": {"macros.model", "macros.handbook", "macros.uses"},
    "suspicion.py": {"macros.model", "macros.handbook", "macros.citing"},
    "page_sources.py": {"macros.model", "macros.handbook"},
    "handbook.py": {
        "macros.model",
        "macros.uses",
        "macros.holdings",
        "macros.fingerprint",
        "macros.prose",
        "macros.cited_law",
        "macros.citations_in_text",
    },
    "loading.py": {"macros.model", "macros.sources", "macros.handbook", "macros.holdings"},
    "holdings.py": {"macros.model", "macros.sources"},
    "sections.py": {"macros.model", "macros.handbook"},
    "uses.py": {"macros.model"},
    "prose.py": {"pydantic", "macros.model"},
    "cited_law.py": {"macros.model"},
    "cited_ground.py": {"macros.model", "macros.handbook"},
    "citations_in_text.py": {"macros.model", "macros.prose", "macros.cited_law", "macros.uses"},
    "fingerprint.py": {"macros.model"},
    "working_days.py": {"holidays"},
    "schedule.py": {"macros.model"},
    "coming_reviews.py": {"macros.model", "macros.handbook", "macros.schedule", "macros.working_days"},
    "waivers.py": {"macros.model", "macros.handbook"},
    "parents.py": {"macros.model", "macros.handbook"},
    "standing.py": {"macros.model", "macros.handbook", "macros.parents", "macros.waivers", "macros.suspicion"},
    "listing.py": {
        "macros.model",
        "macros.handbook",
        "macros.standing",
        "macros.schedule",
        "macros.coming_reviews",
    },
    "reviewing": {
        "macros.model",
        "macros.sources",
        "macros.fingerprint",
        "macros.handbook",
        "macros.standing",
        "macros.checks",
        "macros.reviewing",
    },
    "reports": {"macros.model", "macros.reports"},
    "notices": {
        "macros.model",
        "macros.handbook",
        "macros.standing",
        "macros.waivers",
        "macros.render",
        "macros.reports",
        "macros.notices",
    },
    "commands": {
        "click",
        "macros.model",
        "macros.sources",
        "macros.handbook",
        "macros.loading",
        "macros.checks",
        "macros.render",
        "macros.reports",
        "macros.notices",
        "macros.reviewing",
        "macros.listing",
        "macros.post_build",
        "macros.site",
        "macros.surroundings",
        "macros.swedish_click",
        "macros.watch",
        "macros.forge",
        "macros.commands",
    },
    "surroundings.py": {"macros.model"},
    "post_build.py": {"macros.model", "macros.handbook", "macros.page_weight", "macros.render", "macros.search"},
    "page_weight.py": {"macros.render.bundles", "macros.render.used_style"},
    "site.py": {"mkdocs"},
    "swedish_click.py": {"click"},
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} har en relativ import"
            yield node.module or ""


def users_of(module: str) -> set[str]:
    return {name_of(path) for path in FILES if any(within(found, module) for found in imports(path))}


def within(found: str, module: str) -> bool:
    return found == module or found.startswith(f"{module}.")


def settings() -> dict[str, Any]:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        loaded: dict[str, Any] = yaml_load(file)
    return loaded


@pytest.mark.parametrize("layer", ALLOWED)
def test_layer_imports_only_what_lies_below_it(layer: str) -> None:
    files = [path for path in FILES if name_of(path) == layer or name_of(path).startswith(f"{layer}/")]
    assert files
    outside = {
        (name_of(path), found)
        for path in files
        for found in imports(path)
        if found.partition(".")[0] not in sys.stdlib_module_names
        and not any(within(found, allowed) for allowed in ALLOWED[layer])
    }
    assert outside == set()


def test_every_module_has_a_layer_or_is_the_edge() -> None:
    edge = {"__init__.py", "__main__.py", "cli.py", "day_option.py", "watch_command.py"}
    assert {name_of(path).split("/")[0] for path in FILES} - edge == set(ALLOWED)


@pytest.mark.parametrize(
    ("module", "door"),
    [
        ("yaml", {"sources/yaml_nodes.py"}),
        ("icalendar", {"render/calendar.py"}),
        ("holidays", {"working_days.py"}),
        ("macros.holdings", {"handbook.py", "loading.py"}),
        ("mkdocs", {"site.py"}),
        ("click", {"cli.py", "swedish_click.py", *COMMANDS}),
        ("csv", {"sources/count_files.py", "render/control_csv.py"}),  # reading, and writing
        ("macros.sources.git", {"holdings.py", "commands/compare.py", "commands/summarise.py"}),
        ("macros.sources.archive", {"commands/freeze.py"}),
        ("subprocess", {"sources/git.py"}),
        ("urllib.request", {"sources/network.py"}),
        ("urllib.error", {"sources/network.py"}),
        ("http", {"sources/network.py"}),
        ("socket", {"sources/network.py"}),
        ("ssl", {"sources/network.py"}),
        (
            "macros.forge",
            {"commands/law_watch.py", "commands/platform.py", "commands/remind.py", "commands/summarise.py"},
        ),
        ("macros.watch", {"commands/law_watch.py"}),
        ("macros.cli", {"__main__.py"}),
        ("macros.site", {"__init__.py", "commands/build.py"}),
        ("macros.surroundings", {"__init__.py", *COMMANDS} - CLOCKLESS),
    ],
)
def test_door_is_the_only_one(module: str, door: set[str]) -> None:
    own = f"{module.removeprefix('macros.')}/"  # a package is at home with itself
    assert {user for user in users_of(module) if not user.startswith(own)} == door


def test_nobody_imports_the_surface_of_the_package() -> None:
    assert {name_of(path) for path in FILES if "macros" in imports(path)} == set()


def test_clock_is_asked_in_one_place() -> None:
    clocks = {"today", "now", "utcnow", "time", "localtime", "gmtime"}
    askers = {
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"date", "datetime", "time"}
    }
    assert askers == {"surroundings.py"}


def test_nothing_is_printed_outside_the_command_line() -> None:
    printers = {
        name_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in {"echo", "stdout"})
    }
    assert printers <= {"cli.py", *COMMANDS}


def test_no_module_is_named_after_nothing() -> None:
    assert {path.stem for path in FILES} & {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "constants",
        "misc",
    } == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_and_its_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE_LINES
    long = [
        node.name
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > MAX_FUNCTION_LINES
    ]
    assert long == []


def test_every_package_is_installed() -> None:
    folders = {path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in FILES}
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert set(tomllib.load(file)["tool"]["setuptools"]["packages"]) == folders


@pytest.mark.parametrize("path", [ROOT / "mkdocs.yml", ROOT / "tests/exempel/mkdocs.yml"], ids=["root", "exempel"])
def test_macros_stop_the_build_on_mistakes(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        plugins = yaml_load(file)["plugins"]
    (macros,) = [plugin["macros"] for plugin in plugins if isinstance(plugin, dict) and "macros" in plugin]
    assert macros["on_error_fail"] is True
    assert macros["on_undefined"] == "strict"


def test_site_settings_hold_what_the_design_decided() -> None:
    found = settings()
    assert found["strict"] is True
    assert "hooks" not in found
    assert "navigation.prune" in found["theme"]["features"]
    assert found["theme"]["font"] is False
    names = {next(iter(plugin)) if isinstance(plugin, dict) else plugin for plugin in found["plugins"]}
    assert names & {"offline", "privacy", "social"} == set()


def test_front_matter_keys_and_macro_names_are_disjoint() -> None:
    keys = {field.alias or name for model in PAGE_KINDS.values() for name, field in model.model_fields.items()}
    assert keys & set(MACROS) == set()


def test_every_setting_from_outside_is_named_once() -> None:
    variables = {
        (name_of(path), found)
        for path in FILES
        for found in re.findall(r'"(HANDBOK_[A-Z]+)"', path.read_text(encoding="utf-8"))
    }
    assert {name for name, _ in variables} == {"surroundings.py"}
