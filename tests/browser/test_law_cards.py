"""Law cards in a real browser: by pointer, by keyboard, by touch, and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import watched

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

ROUTINE = "rutiner/rut-anv/"
CITED = "article p > a[data-rh-lagrum='sol-12-4']"
CARD = "#kort-sol-12-4"
PREVIEW = "[role=tooltip].rh-lagkort"


@pytest.fixture
def citation(page: Page, address: str) -> Locator:
    page.goto(address + ROUTINE)
    return page.locator(CITED).first


def tab_to(page: Page, citation: Locator) -> None:
    """Move the focus as a keyboard does, so that it counts as visible."""
    citation.evaluate("link => link.scrollIntoView({block: 'center'})")
    page.evaluate(
        "link => { const before = [...document.querySelectorAll('a[href], button')];"
        " before[before.indexOf(link) - 1].focus(); }",
        citation.element_handle(),
    )
    page.keyboard.press("Tab")
    expect(citation).to_be_focused()


def test_pointing_shows_a_preview_that_can_be_pointed_at_and_goes_away(page: Page, citation: Locator) -> None:
    citation.hover()
    preview = page.locator(PREVIEW)
    expect(preview).to_contain_text("12 kap. 4 § SoL")
    expect(citation).to_have_attribute("aria-describedby", preview.get_attribute("id") or "")
    preview.hover()
    page.wait_for_timeout(400)  # longer than the time it would take to go away
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    assert citation.get_attribute("aria-describedby") is None
    page.mouse.move(2, 2)
    citation.hover()
    expect(preview).to_be_visible()
    page.mouse.move(2, 2)
    expect(preview).to_have_count(0)


def test_focus_shows_the_preview_and_enter_opens_the_card(page: Page, citation: Locator) -> None:
    tab_to(page, citation)
    expect(page.locator(PREVIEW)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(PREVIEW)).to_have_count(0)
    card = page.locator(CARD)
    expect(card).to_be_visible()
    expect(citation).to_have_attribute("aria-expanded", "true")
    expect(citation).to_have_attribute("aria-controls", "kort-sol-12-4")
    assert card.evaluate("card => card.previousElementSibling.matches('p')"), "kortet ska stå under stycket"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(citation).to_have_attribute("aria-expanded", "false")


def test_escape_inside_the_card_gives_the_focus_back(page: Page, citation: Locator) -> None:
    citation.click()
    page.locator(f"{CARD} button").focus()
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    expect(citation).to_be_focused()


def test_the_card_says_what_the_reader_must_know(page: Page, citation: Locator, address: str) -> None:
    citation.click()
    card = page.locator(CARD)
    for words in ("12 kap. 4 § SoL", "Socialtjänstlagen (2025:400)", "säker", "Kontrollerad", "Källa", "Ersatte"):
        expect(card).to_contain_text(words)
    target = card.get_by_role("link", name="Alla lydelser och var bestämmelsen används")
    expect(target).to_have_attribute("href", f"{address}lagrum/sol/#sol-12-4")


def test_clicking_again_closes_and_another_place_moves_the_card(page: Page, citation: Locator) -> None:
    citation.click()
    citation.click()
    expect(page.locator(CARD)).to_have_count(0)
    citation.click()
    other = page.locator("article a[data-rh-lagrum='sol-12-4']:visible").last
    other.click()
    expect(page.locator(CARD)).to_have_count(1)
    expect(citation).to_have_attribute("aria-expanded", "false")
    expect(other).to_have_attribute("aria-expanded", "true")


def test_a_tap_opens_the_card_and_shows_no_preview(browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + ROUTINE)
    page.locator(CITED).first.tap()
    expect(page.locator(CARD)).to_be_visible()
    expect(page.locator(PREVIEW)).to_have_count(0)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    context.close()


def test_without_javascript_a_citation_leads_to_the_law_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ROUTINE)
    page.locator(CITED).first.click()
    expect(page).to_have_url(f"{address}lagrum/sol/#sol-12-4")
    context.close()


def test_cards_that_cannot_be_fetched_leave_the_link(page: Page, address: str) -> None:
    page.route("**/lagrum/kort.js", lambda route: route.abort())
    page.goto(address + ROUTINE)
    page.locator(CITED).first.click()
    expect(page).to_have_url(f"{address}lagrum/sol/#sol-12-4")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_card_and_a_preview_have_no_serious_barrier(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    with watched(page) as (complaints, _):
        page.goto(address + ROUTINE)
        page.locator(CITED).first.click()
        expect(page.locator(CARD)).to_be_visible()
        page.locator("article a[data-rh-lagrum]:visible").last.hover()
        expect(page.locator(PREVIEW)).to_be_visible()
        violations = Axe().run(page).response["violations"]
    context.close()
    assert complaints == []
    assert [found["id"] for found in violations if found["impact"] in {"serious", "critical"}] == []
