"""Everything is reached and done by keyboard, the focus is always seen, and no single key does anything by surprise."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.model.accessibility import PageKind
from tests.trials import MAIN_KINDS

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

ROUTINE, CHECKLIST = "rutiner/rut-anv/", "checklistor/cl-anv/"
# Desktop, phone, and a desktop at 400 per cent: what is fixed at the top must not cover what has the focus.
SIZES = {"dator": (1280, 900), "telefon": (390, 844), "400-procent": (320, 256)}
# What has the focus: whether it is seen, is marked, and lies on top where its middle is.
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const mark = stop.matches(".rh-val input") ? stop.nextElementSibling : stop;
  const style = getComputedStyle(mark);
  const boxes = [...stop.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const uncovered = boxes.some((box) => [.1, .5, .9].some((part) => [.25, .5, .75].some((height) => {
    const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height * height);
    return top && (stop.contains(top) || top.contains(stop) || (stop.labels && [...stop.labels].includes(top)));
  })));
  return {
    what: stop.outerHTML.slice(0, 110), isSkip: stop.matches(".md-skip"),
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none",
    isUncovered: uncovered, isShown: stop.checkVisibility({visibilityProperty: true}),
  };
}"""
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(locale="sv-SE", viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(locale="sv-SE", reduced_motion="reduce")
    yield page
    page.context.close()


def walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Every stop until the keyboard is back where it began, or has left the page."""
    most = page.locator(FOCUSABLE).count() + 5
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["isSkip"] and key == "Tab"):
            return stops
        stops.append(stop)
    pytest.fail(f"Tangentbordet kom inte ut efter {most} steg. Sist: {[stop['what'] for stop in stops[-3:]]}")


@pytest.mark.prov("tangentbord")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", MAIN_KINDS, ids=lambda kind: kind.address)
def test_every_stop_is_seen_and_none_is_a_trap(still: Page, address: str, kind: PageKind, size: str) -> None:
    width, height = SIZES[size]
    still.set_viewport_size({"width": width, "height": height})
    still.goto(address + kind.url)
    stops = walk(still)
    assert len(stops) > 10
    assert stops[0]["isSkip"]
    for fault in ("isShown", "isMarked", "isUncovered"):
        assert [stop["what"] for stop in stops if not stop[fault]] == [], fault


@pytest.mark.prov("tangentbord")
def test_focus_going_backwards_is_not_covered_by_the_header(still: Page, address: str) -> None:
    still.set_viewport_size({"width": 390, "height": 500})
    still.goto(address + ROUTINE)
    stops = walk(still, "Shift+Tab")
    assert len(stops) > 10
    assert [stop["what"] for stop in stops if not stop["isUncovered"]] == []


@pytest.mark.prov("hoppa-lank")
def test_skip_link_is_seen_and_moves_past_the_menus(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + ROUTINE)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Gå till innehållet")
    expect(link).to_be_focused()
    assert float(link.evaluate("(link) => getComputedStyle(link).opacity")) == 1
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.prov("meny-och-knappar")
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_menu_opens_takes_the_focus_and_gives_it_back(phone: Page, address: str, key: str) -> None:
    phone.goto(address + ROUTINE)
    button, menu = phone.get_by_role("button", name="Meny", exact=True), phone.locator("#rh-meny")
    expect(menu).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    expect(button).to_be_focused()
    phone.keyboard.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("button", name="Stäng menyn")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.prov("meny-och-knappar")
def test_menu_closes_by_its_button_and_when_the_focus_leaves_it(phone: Page, address: str) -> None:
    phone.goto(address + ROUTINE)
    button, menu = phone.get_by_role("button", name="Meny", exact=True), phone.locator("#rh-meny")
    button.click()
    close = phone.get_by_role("button", name="Stäng menyn")
    expect(close).to_be_focused()
    phone.keyboard.press("Enter")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    expect(close).to_be_focused()
    phone.keyboard.press("Shift+Tab")
    expect(menu).to_be_hidden()


@pytest.mark.prov("meny-och-knappar")
def test_closed_menu_and_closed_search_take_no_stop(phone: Page, address: str) -> None:
    phone.goto(address + ROUTINE)
    stops = [stop["what"] for stop in walk(phone)]
    inside = phone.evaluate(
        "() => [...document.querySelectorAll('#rh-meny a, .rh-sokruta a, .rh-sokruta input')]"
        ".map((a) => a.outerHTML.slice(0, 110))"
    )
    assert inside
    assert set(stops) & set(inside) - set(phone.evaluate(LINKS_IN_ARTICLE)) == set()


LINKS_IN_ARTICLE = "() => [...document.querySelectorAll('article a')].map((a) => a.outerHTML.slice(0, 110))"


@pytest.mark.prov("meny-och-knappar")
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_colours_are_changed_by_keyboard_and_stay(page: Page, address: str, key: str) -> None:
    page.goto(address + ROUTINE)
    button, body = page.get_by_role("button", name="Mörkt läge"), page.locator("body")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    for pressed, scheme in (("true", "slate"), ("false", "default"), ("true", "slate")):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-pressed", pressed)
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_have_attribute("aria-pressed", "true")


@pytest.mark.prov("meny-och-knappar")
def test_search_button_opens_the_search_and_says_so(phone: Page, address: str) -> None:
    phone.goto(address + ROUTINE)
    button = phone.locator("[data-rh-sok-oppna]")
    expect(button).to_have_accessible_name("Sök i handboken")
    expect(button).to_have_attribute("aria-haspopup", "dialog")
    for key in ("Enter", "Space"):
        button.focus()
        phone.keyboard.press(key)
        expect(phone.get_by_role("dialog", name="Sök i handboken")).to_be_visible()
        phone.keyboard.press("Escape")
        expect(phone.locator("dialog.rh-sokruta")).not_to_be_visible()
        expect(button).to_be_focused()


@pytest.mark.prov("inga-kortkommandon")
@pytest.mark.parametrize("where", ["body", "a.md-logo", ".rh-punkt > input"])
def test_no_single_character_is_a_command(page: Page, address: str, where: str) -> None:
    page.goto(address + CHECKLIST)
    if where != "body":
        page.locator(where).first.focus()
    focus = "document.activeElement.outerHTML.slice(0, 200)"
    before, scrolled = page.evaluate(focus), page.evaluate("scrollY")
    for key in "abcdefghijklmnopqrstuvwxyz0123456789,.-/?'+<":
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.url == address + CHECKLIST
    assert (page.evaluate(focus), page.evaluate("scrollY")) == (before, scrolled)


@pytest.mark.prov("utan-skript")
def test_menu_opens_and_closes_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + ROUTINE)
    expect(page.locator("#rh-meny")).to_be_hidden()
    page.get_by_role("link", name="Meny", exact=True).click()
    expect(page.locator("#rh-meny")).to_be_visible()
    page.get_by_role("link", name="Stäng menyn").click()
    expect(page.locator("#rh-meny")).to_be_hidden()
    context.close()


def tab_to(page: Page, name: str, most: int = 250) -> None:
    """Press Tab until the stop with that name has the focus, as a person without a mouse would."""
    named = """() => { const at = document.activeElement;
      return (at.labels?.[0]?.textContent || at.getAttribute("aria-label") || at.textContent || "").trim(); }"""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(named).startswith(name):
            return
    pytest.fail(f"No stop is called {name!r}.")


@pytest.mark.prov("tangentbordet-hela-vagen")
def test_a_checklist_is_reached_filled_in_and_printed_by_keyboard_alone(page: Page, address: str) -> None:
    """From the start page to paper with Tab, Enter, Space and digits, and nothing else."""
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; }")
    page.goto(address)
    tab_to(page, "Anvisning")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rutiner/rut-anv/")
    tab_to(page, "Öppna checklistan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checklistor/cl-anv/")
    tab_to(page, "Startdag")
    page.keyboard.type("2026-11-23")
    tab_to(page, "Utredningen är öppnad")
    page.keyboard.press("Space")
    expect(page.locator(".rh-framsteg__text")).to_have_text("1 av 29 klara")
    tab_to(page, "Skriv ut")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    expect(page.locator("#cl-anv-01")).to_be_checked()
    assert page.locator("header:visible, .md-footer:visible").count() == 0
