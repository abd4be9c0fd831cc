"""No page of any kind, on any screen and in no state, breaks a rule that can be tried automatically.

Which pages, on which screens, stands in data/tillganglighet.yml: the statement that readers meet is made of the same.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.model.accessibility import PageKind
from tests.trials import (
    DARK_DESKTOP,
    DARK_PHONE,
    DECLARED,
    KINDS,
    LIGHT_DESKTOP,
    LIGHT_PHONE,
    Screen,
    screens_of,
)

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """(setup) => axe.run(document, {
  runOnly: {type: "tag", values: setup.tags}, resultTypes: ["violations"],
  rules: Object.fromEntries(setup.exempted.map((rule) => [rule, {enabled: false}])),
}).then((found) => found.violations.flatMap((fault) => fault.nodes.map((node) => [fault.id, node.target.join(" ")])))"""
ROUTINE, LAW, FORUM = "rutiner/rut-anv/", "lagrum/sol/", "samverkan/forum/"


class Screens:
    """One browser page for each screen, kept from test to test: a new one for each costs more than the rules do."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.pages: dict[Screen, Page] = {}

    def open(self, screen: Screen) -> Page:
        if screen not in self.pages:
            width, height = screen.size
            scheme = "dark" if screen.scheme == "dark" else "light"
            page = self.browser.new_page(
                locale="sv-SE",
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            self.pages[screen] = page
        return self.pages[screen]


@pytest.fixture(scope="module")
def screens(browser: Browser) -> Iterator[Screens]:
    found = Screens(browser)
    yield found
    for page in found.pages.values():
        page.context.close()


def faults(page: Page) -> list[list[str]]:
    page.evaluate(AXE)
    exempted = [exemption.rule for exemption in DECLARED.exemptions]
    found: list[list[str]] = page.evaluate(RUN, {"tags": [*WCAG, "best-practice"], "exempted": exempted})
    return found


@pytest.mark.prov("regler")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.address)
def test_page_of_every_kind_breaks_no_rule(screens: Screens, address: str, kind: PageKind) -> None:
    broken = {}
    for screen in screens_of(kind):
        page = screens.open(screen)
        page.goto(address + kind.url)
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        assert scheme == ("slate" if screen.scheme == "dark" else "default")
        if found := faults(page):
            broken[screen.name] = found
    assert broken == {}


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Meny").click()
    expect(page.get_by_role("navigation", name="Meny")).to_be_visible()


def open_search(page: Page) -> None:
    page.locator("[data-rh-sok-oppna]").click()
    page.locator(".rh-sokruta__falt").press_sequentially("4 kap. 4 § anvisning")
    expect(page.locator(".rh-traff__lank").first).to_be_visible(timeout=20_000)


def open_law_card(page: Page) -> None:
    page.locator("article a.rh-lag[aria-expanded]").first.click()
    expect(page.locator(".rh-lagkort").first).to_be_visible()


def unfold(page: Page) -> None:
    page.locator("article summary").first.click()
    expect(page.locator("article details[open]").first).to_be_visible()


STATES: list[tuple[str, str, Callable[[Page], None], tuple[Screen, ...]]] = [
    ("meny", ROUTINE, open_menu, (LIGHT_PHONE, DARK_PHONE)),
    ("sok", LAW, open_search, (DARK_DESKTOP, LIGHT_PHONE)),
    ("lagkort", ROUTINE, open_law_card, (LIGHT_DESKTOP, DARK_PHONE)),
    ("utfallt", FORUM, unfold, (DARK_DESKTOP, LIGHT_PHONE)),
]


@pytest.mark.prov("oppna-lagen")
@pytest.mark.parametrize(("url", "act", "where"), [state[1:] for state in STATES], ids=[state[0] for state in STATES])
def test_open_state_breaks_no_rule(
    screens: Screens, address: str, url: str, act: Callable[[Page], None], where: tuple[Screen, ...]
) -> None:
    for screen in where:
        page = screens.open(screen)
        page.goto(address + url)
        act(page)
        assert faults(page) == [], screen.name


def test_broken_page_would_be_found(page: Page) -> None:
    page.set_content('<html lang="sv"><title>x</title><main><h1>x</h1><img src="x.png"><button></button></main>')
    assert {rule for rule, _ in faults(page)} == {"image-alt", "button-name"}


def test_only_good_practice_is_ever_exempted(page: Page) -> None:
    page.set_content("<html lang='sv'><title>x</title><main><h1>x</h1></main>")
    page.evaluate(AXE)
    required = set(page.evaluate("(tags) => axe.getRules(tags).map((rule) => rule.ruleId)", WCAG))
    assert required > {"image-alt", "target-size", "color-contrast"}
    assert {exemption.rule for exemption in DECLARED.exemptions} & required == set()
