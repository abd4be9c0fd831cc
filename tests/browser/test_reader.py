"""The small things readers expect, in a real browser: words explained, links copied, ways on, help for the lost."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import watched

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

ROUTINE = "rutiner/rut-anv/"
WORD = "a[data-rh-ord=samrad]"
BOX = ".rh-ordruta"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# Explained words ------------------------------------------------------------------------------------------------------


def test_word_is_explained_to_the_pointer_which_may_move_into_the_box(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    with watched(page) as (complaints, fetched):
        page.locator(WORD).hover()
        expect(page.locator(BOX)).to_contain_text("Att fråga Arbetsförmedlingen")
        page.locator(BOX).hover()
        page.wait_for_timeout(400)
        expect(page.locator(BOX)).to_be_visible()
        page.mouse.move(0, 0)
        expect(page.locator(BOX)).to_have_count(0)
    assert complaints == []
    assert [url for url in fetched if url.endswith("handboken/ord.js")] == [f"{address}handboken/ord.js"]


def test_word_is_explained_to_the_keyboard_and_escape_takes_it_away(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    page.keyboard.press("Tab")  # so that the browser knows that the keyboard is used
    page.locator(WORD).focus()
    expect(page.locator(BOX)).to_be_visible()
    expect(page.locator(WORD)).to_have_attribute("aria-describedby", "rh-ord-svavar")
    assert page.locator(BOX).get_attribute("role") == "tooltip"
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_count(0)
    expect(page.locator(WORD)).to_be_focused()
    assert page.locator(WORD).get_attribute("aria-describedby") is None


def test_first_tap_explains_and_the_second_leads_to_the_glossary(phone: Page, address: str) -> None:
    phone.goto(address + ROUTINE)
    phone.locator(WORD).tap()
    expect(phone.locator(BOX)).to_be_in_viewport()
    assert phone.url == address + ROUTINE
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= 390
    phone.locator(WORD).tap()
    expect(phone).to_have_url(f"{address}handboken/ordlista/#samrad")


def test_tapping_elsewhere_puts_the_explanation_away(phone: Page, address: str) -> None:
    phone.goto(address + ROUTINE)
    phone.locator(WORD).tap()
    expect(phone.locator(BOX)).to_be_visible()
    phone.locator("h1").tap()
    expect(phone.locator(BOX)).to_have_count(0)


def test_word_is_a_link_to_the_glossary_without_script(plain: Page, address: str) -> None:
    plain.goto(address + ROUTINE)
    plain.locator(WORD).click()
    expect(plain).to_have_url(f"{address}handboken/ordlista/#samrad")


def test_word_leads_to_the_glossary_when_the_explanations_cannot_be_fetched(page: Page, address: str) -> None:
    page.route("**/handboken/ord.js", lambda route: route.abort())
    page.goto(address + ROUTINE)
    page.locator(WORD).click()
    expect(page).to_have_url(f"{address}handboken/ordlista/#samrad")


def test_box_is_no_barrier(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    page.locator(WORD).hover()
    expect(page.locator(BOX)).to_be_visible()
    grave = [
        found["id"] for found in Axe().run(page).response["violations"] if found["impact"] in {"serious", "critical"}
    ]
    assert grave == []


def test_no_word_is_explained_twice_on_a_page(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    words = page.locator("a[data-rh-ord]").evaluate_all("all => all.map((one) => one.dataset.rhOrd)")
    assert len(words) > 5
    assert len(words) == len(set(words))


# Copied links ---------------------------------------------------------------------------------------------------------


def test_mark_after_a_heading_copies_the_whole_address_and_says_so(
    page: Page, context: BrowserContext, address: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + ROUTINE)
    expect(page.get_by_role("status").filter(has_text="kopierad")).to_have_count(0)
    page.locator("#steg").hover()
    page.locator("#steg .headerlink").click()
    expect(page.get_by_role("status").filter(has_text="Länken är kopierad")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{ROUTINE}#steg"
    expect(page).to_have_url(f"{address}{ROUTINE}#steg")


def test_mark_is_an_ordinary_link_where_nothing_may_be_copied(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    with watched(page) as (complaints, _):
        page.goto(address + ROUTINE)
        page.locator("#steg .headerlink").click()
    expect(page).to_have_url(f"{address}{ROUTINE}#steg")
    expect(page.locator(".rh-kvittens")).to_have_count(0)
    assert complaints == []


# Ways on and breadcrumbs ----------------------------------------------------------------------------------------------


def test_the_foot_leads_through_the_four_stages_and_stops(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    for stage, url in (("Samverkan", "rut-sam"), ("Uppföljning", "rut-upp"), ("Avslut", "rut-avs")):
        page.get_by_role("link", name=f"Nästa skede: {stage}", exact=True).click()
        expect(page).to_have_url(f"{address}rutiner/{url}/")
    expect(page.locator("a[rel=next]")).to_have_count(0)
    page.get_by_role("link", name="Skedet före: Uppföljning", exact=True).click()
    expect(page).to_have_url(f"{address}rutiner/rut-upp/")


def test_checklist_leads_to_its_routine_and_to_the_next_list(page: Page, address: str) -> None:
    page.goto(f"{address}checklistor/cl-anv/")
    ways = page.get_by_role("navigation", name="Vägen vidare")
    expect(ways.get_by_role("link", name=re.compile("^Nästa checklista: "))).to_be_visible()
    ways.get_by_role("link", name=re.compile("^Rutinen: ")).click()
    expect(page).to_have_url(address + ROUTINE)


def test_menu_order_stays_within_its_section(page: Page, address: str) -> None:
    page.goto(f"{address}lagrum/sol2001/")
    for link in page.locator("a[rel=next], a[rel=prev]").all():
        assert "/lagrum/" in str(link.evaluate("one => one.href"))


@pytest.mark.parametrize("url", ["rutiner/rut-inf/", "lagrum/sol2001/", "uppfoljning/indikatorer-langvarigt-bistand/"])
def test_breadcrumbs_fit_a_phone_and_can_be_hit(browser: Browser, address: str, url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + url)
    links = page.get_by_role("navigation", name="Sökväg").get_by_role("link")
    assert links.count() >= 2
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 24
    context.close()


# Foot, recently visited -----------------------------------------------------------------------------------------------


def test_no_dead_link_where_the_municipality_has_no_mailbox(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    expect(page.get_by_text("Rapportera fel på sidan")).to_have_count(0)
    expect(page.locator("a[href^=mailto], a[href='']")).to_have_count(0)


def test_start_page_shows_the_pages_lately_visited_in_this_tab_only(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    expect(page.locator("[data-rh-nyligen]")).to_be_hidden()
    visited = ["sam", "upp", "avs", "nar", "inf", "akt", "anv", "upp"]
    for name in visited:
        page.goto(f"{address}rutiner/rut-{name}/")
    page.goto(f"{address}arkiv/")
    page.goto(f"{address}finns-inte.html")
    page.goto(f"{address}404.html")
    page.goto(address)
    links = page.locator("[data-rh-nyligen] a")
    urls = links.evaluate_all("all => all.map((one) => one.href)")
    assert urls == [f"{address}rutiner/rut-{name}/" for name in ("upp", "anv", "akt", "inf", "nar", "avs")]
    assert links.first.inner_text() == "Uppföljning av insatsen"
    assert [key for key in page.evaluate("Object.keys(localStorage)") if "nyligen" in key] == []
    other = context.new_page()
    other.goto(address)
    expect(other.locator("[data-rh-nyligen]")).to_be_hidden()


def test_nothing_empty_is_shown_without_script(plain: Page, address: str) -> None:
    plain.goto(address)
    expect(plain.locator("[data-rh-nyligen]")).to_be_hidden()


# New in a role, help, lost --------------------------------------------------------------------------------------------


def test_new_coach_is_led_from_the_start_page_to_the_first_thing_to_read(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Ny på jobbet", exact=True).locator("visible=true").first.click()
    expect(page).to_have_url(f"{address}roller/ny-pa-jobbet/")
    page.goto(f"{address}roller/coach/")
    page.get_by_role("link", name="Det här läser och prövar du först").click()
    expect(page).to_have_url(f"{address}roller/ny-pa-jobbet/#coach")
    expect(page.locator("h2#coach")).to_be_in_viewport()
    page.locator("h2#coach ~ ul.rh-forsta a").first.click()
    expect(page).to_have_url(f"{address}{ROUTINE}#startmote")


def test_help_is_one_click_from_every_page(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    page.get_by_role("contentinfo").get_by_role("link", name="Så använder du handboken").click()
    expect(page.locator("h1")).to_contain_text("Så använder du handboken")


def test_search_works_on_the_page_for_lost_readers_at_any_depth(page: Page, address: str) -> None:
    """The page counts its addresses from the site's own, so it is served from there."""

    def answer(route: Route) -> None:
        found = page.request.get(address + route.request.url.removeprefix("http://handboken.test/rutiner/"))
        if found.status == HTTPStatus.NOT_FOUND:
            lost = page.request.get(f"{address}404.html")
            route.fulfill(status=HTTPStatus.NOT_FOUND, body=lost.body(), content_type="text/html")
        else:
            route.fulfill(response=found)

    page.route("http://handboken.test/**", answer)
    with watched(page) as (complaints, _):
        page.goto("http://handboken.test/rutiner/djupt/ner/finns-inte/")
        page.locator("#saknasok").fill("samtycke")
        page.keyboard.press("Enter")
        expect(page.locator(".rh-traff__lank").first).to_be_visible(timeout=10_000)
    assert [one for one in complaints if "404" not in one] == []
    page.keyboard.press("Escape")
    page.goto("http://handboken.test/rutiner/djupt/ner/finns-inte/")
    page.locator(".rh-saknad__skeden a").first.click()
    expect(page).to_have_url(f"http://handboken.test/rutiner/{ROUTINE}")
    page.wait_for_load_state("networkidle")
    page.unroute_all(behavior="wait")


@pytest.mark.parametrize("width", [1280, 320])
def test_lost_reader_finds_the_search_the_stages_and_the_key(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}404.html")
    assert page.title().startswith("Sidan finns inte")
    stages = page.locator(".rh-saknad__skeden a").all_inner_texts()
    assert stages == ["Anvisning", "Samverkan", "Uppföljning", "Avslut"]
    expect(page.get_by_role("link", name="Gamla och nya paragrafnummer")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    expect(page.locator("form[data-rh-sok]")).to_be_visible()
    context.close()


# On paper -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "what"),
    [
        (ROUTINE, "RUT-ANV Anvisning till arbetsmarknadsinsats · utgåva 0.1, förslag"),
        ("checklistor/cl-anv/", "CL-ANV Checklista för anvisning · utgåva 0.1, förslag"),
        ("mallar/m-und/", "M-UND Underlag inför anvisning"),
        ("lagrum/fl/", "Förvaltningslagen"),
    ],
)
def test_every_sheet_says_what_it_is(page: Page, address: str, url: str, what: str) -> None:
    page.goto(address + url)
    page.emulate_media(media="print")
    line = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--rh-blad')")
    assert line.strip('"').startswith(what)
    assert "Byggd" in line
    for hidden in (".md-header", ".md-tabs", ".md-sidebar", ".rh-vagar", ".rh-sidfot__val", ".md-path"):
        for found in page.locator(hidden).all():
            expect(found).to_be_hidden()
    for shown in ("h1", "article"):
        expect(page.locator(shown).first).to_be_visible()


def test_printed_sheets_are_a4_and_numbered(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}mallar/m-und/")
    made = page.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made))
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}
    assert len(re.findall(rb"/Type /Page\b", made)) == 5  # no sheet with nothing but the website's foot
