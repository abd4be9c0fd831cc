"""What data/tillganglighet.yml says is tried: the pages, the screens and the rules. The tests read it from here."""

from dataclasses import dataclass

from macros.model.accessibility import AccessibilityFile, Extent, PageKind
from macros.model.finding import Finding
from macros.sources.registry import ACCESSIBILITY_PATH, read_file
from tests.conftest import ROOT

DESKTOP, PHONE = (1280, 900), (390, 844)


@dataclass(frozen=True)
class Screen:
    """A screen and the colours that its reader has asked for."""

    name: str
    size: tuple[int, int]
    scheme: str


DARK_DESKTOP = Screen("mörk dator", DESKTOP, "dark")
LIGHT_PHONE = Screen("ljus telefon", PHONE, "light")
LIGHT_DESKTOP = Screen("ljus dator", DESKTOP, "light")
DARK_PHONE = Screen("mörk telefon", PHONE, "dark")


def _read() -> AccessibilityFile:
    findings: list[Finding] = []
    found = read_file(ROOT, ACCESSIBILITY_PATH, AccessibilityFile, findings)
    assert found is not None, [finding.line() for finding in findings]
    return found.value


DECLARED = _read()
KINDS = DECLARED.kinds
MAIN_KINDS = [kind for kind in KINDS if kind.extent is Extent.FOUR]


def screens_of(kind: PageKind) -> tuple[Screen, ...]:
    """The screens on which a kind of page is tried."""
    both = (DARK_DESKTOP, LIGHT_PHONE)
    return (*both, LIGHT_DESKTOP, DARK_PHONE) if kind.extent is Extent.FOUR else both
