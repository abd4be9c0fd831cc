"""The findings of the build as a page, and the anchors of the page that explains their codes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.finding import Finding, Level
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import counted, first_upper

CODES_PATH = "docs/handboken/felkoder.md"
_AREA_ROW = re.compile(r"^\| ([A-Z]{3}) \| (.+?) \|$", re.MULTILINE)
_CODE_CELL = re.compile(r"<td>([A-Z]{3}\d{3})</td>")
# These codes are the same for every kind of file and are explained together (macros/sources/documents.py).
_SHARED, _SHARED_ANCHOR = range(101, 107), "filen"
_NOUNS = {Level.FEL: ("fel", "fel"), Level.VARNING: ("varning", "varningar"), Level.NOTIS: ("notis", "notiser")}
_MEANINGS = {
    Level.FEL: "Ett fel stoppar bygget.",
    Level.VARNING: "Bygget går vidare, men någon måste göra något.",
    Level.NOTIS: "Bra att veta.",
}


@dataclass(frozen=True)
class AreaFindings:
    """The findings of one level in one area. `area`: the three letters; `name`: what they stand for."""

    area: str
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class LevelFindings:
    """The findings of one level, area by area."""

    level: Level
    areas: tuple[AreaFindings, ...]

    @property
    def count(self) -> int:
        """How many findings the level has."""
        return sum(len(area.findings) for area in self.areas)

    @property
    def title(self) -> str:
        """The heading of the level."""
        return first_upper(_NOUNS[self.level][1])

    @property
    def counted(self) -> str:
        """How many, in words: `31 varningar`."""
        return counted(self.count, *_NOUNS[self.level])

    @property
    def meaning(self) -> str:
        """What it means that something is found on this level."""
        return _MEANINGS[self.level]


def findings_page(handbook: Handbook, findings: Sequence[Finding], page_url: str, today: date) -> Markup:
    """Every finding of the build on `today`, the gravest first."""
    view = View(handbook, page_url, today)
    codes = handbook.pages_by_path.get(CODES_PATH)
    return fill(
        "findings_page.html",
        view=view,
        levels=list(by_level(findings, area_names(handbook))),
        total=len(findings),
        files=handbook.file_count,
        codes_url=view.url(codes.url) if codes else None,
        pages={path: view.url(page.url) for path, page in handbook.pages_by_path.items()},
        anchor=code_anchor,
    )


def by_level(findings: Sequence[Finding], names: dict[str, str]) -> Iterator[LevelFindings]:
    """The findings level by level, also a level that has none: that nothing was found is news."""
    for level in reversed(Level):
        found = sorted((f for f in findings if f.level is level), key=lambda f: (f.code[:3], f.code, f.sort_key))
        groups = groupby(found, key=lambda finding: finding.code[:3])
        yield LevelFindings(level, tuple(AreaFindings(area, names.get(area, area), tuple(f)) for area, f in groups))


def area_names(handbook: Handbook) -> dict[str, str]:
    """What each area of codes is about, from the page that explains them."""
    page = handbook.pages_by_path.get(CODES_PATH)
    return dict(_AREA_ROW.findall(page.body.text)) if page else {}


def code_anchor(code: str) -> str:
    """The anchor of the code's row on the page of finding codes; shared codes have one section together."""
    return _SHARED_ANCHOR if int(code[3:]) in _SHARED else code.lower()


def anchor_codes(html: str) -> str:
    """The built page of finding codes with an anchor on each code's row; twice changes nothing more."""
    return _CODE_CELL.sub(lambda found: f'<td id="{found[1].lower()}">{found[1]}</td>', html)
