"""What staff meet is written down: every finding code, macro and command."""

import re
from types import SimpleNamespace
from typing import Any

from macros import _macro_functions
from macros.checks import load_and_check
from macros.cli import handbok
from macros.handbook import Handbook
from macros.model.citations import find_citations
from macros.model.macro import MACROS
from macros.sources.pages import AREA as PAGE_AREA
from macros.sources.pages import PAGE_KINDS
from macros.sources.registry import KINDS
from tests.conftest import ROOT, TODAY
from tests.test_mistakes import engine_codes, watch_codes

AREAS = {kind.area for kind in KINDS.values()} | {PAGE_AREA}


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def documented_codes() -> tuple[set[str], set[str]]:
    """Codes written in full in the tables, and the endings of those written `xxx101` for every area."""
    rows = "\n".join(re.findall(r"^(?:\||#+ ).*$", text_of("docs/handboken/felkoder.md"), re.MULTILINE))
    return set(re.findall(r"\b[A-Z]{3}\d{3}\b", rows)), set(re.findall(r"\bxxx(\d{3})\b", rows))


def test_every_code_is_explained() -> None:
    codes, endings = documented_codes()
    assert (engine_codes() | watch_codes()) - codes - {area + ending for area in AREAS for ending in endings} == set()


def test_no_code_is_explained_that_does_not_exist() -> None:
    codes, endings = documented_codes()
    assert codes - engine_codes() - watch_codes() == set()
    assert {ending for ending in endings if not any(area + ending in engine_codes() for area in AREAS)} == set()


def test_every_area_of_codes_is_named() -> None:
    assert {area for area in AREAS if not re.search(rf"\| {area} \|", text_of("docs/handboken/felkoder.md"))} == set()


def test_every_macro_is_described() -> None:
    text = text_of("CONTRIBUTING.md")
    assert {name for name in MACROS if f"{name}(" not in text} == set()


def test_every_macro_is_registered_and_no_other(handbook: Handbook) -> None:
    environment: Any = SimpleNamespace(page=None)
    assert set(_macro_functions(environment, handbook, [], TODAY)) == set(MACROS)


def test_every_command_is_described() -> None:
    text = text_of("README.md") + text_of("CONTRIBUTING.md")
    assert {name for name in handbok.commands if f"handbok {name}" not in text} == set()


def test_every_kind_of_data_file_is_described() -> None:
    text = text_of("CONTRIBUTING.md") + text_of("README.md")
    folders = {pattern.split("*")[0] for pattern in KINDS}
    assert {folder for folder in folders if folder not in text} == set()


def test_every_explained_cure_of_a_macro_can_be_written() -> None:
    written = set(re.findall(r"\{\{ (\w+)\(", text_of("CONTRIBUTING.md")))
    assert written - set(MACROS) == set()


def test_every_kind_of_page_is_described() -> None:
    text = text_of("CONTRIBUTING.md")
    assert {kind for kind in PAGE_KINDS if f"typ: {kind}" not in text} == set()


def test_every_way_of_citing_that_is_shown_is_understood() -> None:
    section = text_of("CONTRIBUTING.md").partition("## Hänvisa till lag i texten")[2].partition("\n## ")[0]
    handbook, _ = load_and_check(ROOT, TODAY)
    assert handbook is not None
    shown = [example for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for example in row.split("`")[1::2]]
    assert len(shown) > 10
    misread = [text for text in shown if not find_citations(text.replace("…", "gäller."), handbook.acts)]
    assert [text for text in misread if "samma lag" not in text] == []


def test_every_look_alike_that_is_shown_is_none() -> None:
    section = text_of("CONTRIBUTING.md").partition("## Hänvisa till lag i texten")[2].partition("\n## ")[0]
    (line,) = re.findall(r"^- (.*läses inte som lag)", section, re.MULTILINE)
    handbook, _ = load_and_check(ROOT, TODAY)
    assert handbook is not None
    assert find_citations(line.replace("`", ""), handbook.acts) == ()
