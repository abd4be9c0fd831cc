"""The archive in a real browser: its own search, one day's editions and law, and what remains without JavaScript."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

FROZEN, EDITIONS, THEN, ARCHIVE = "arkiv/rut-anv/2001.1/", "arkiv/rut-anv/", "arkiv/gallde-da/", "arkiv/"


@pytest.mark.parametrize(
    ("day", "edition", "statute"),
    [
        ("2025-06-30", "Utgåva 2001.1", "SoL 2001, 2001:453"),
        ("2025-07-01", "Utgåva 2025.1", "SoL, 2025:400"),
        ("2026-06-30", "Utgåva 2025.1", "SoL, 2025:400"),
        ("2026-07-01", "Ingen fastställd utgåva", "SoL, 2025:400"),
    ],
)
def test_day_shows_its_edition_and_its_law(page: Page, address: str, day: str, edition: str, statute: str) -> None:
    stored = "JSON.stringify([sessionStorage, localStorage])"
    with watched(page) as (complaints, fetched):
        page.goto(address + THEN)
        before = page.evaluate(stored)
        page.get_by_label("Vilken dag?").fill(day)
        (row,) = [r for r in page.locator("tr[data-rutin='RUT-ANV']").all() if r.is_visible()]
        expect(row).to_contain_text(edition)
        laws = [r.inner_text() for r in page.locator("tr[data-lag]").all() if r.is_visible()]
        assert [text for text in laws if "2001:453" in text or "2025:400" in text] == [t for t in laws if statute in t]
        expect(page.locator("article [role=status]")).to_contain_text(day)
    assert complaints == []
    assert [url for url in fetched if not url.startswith(address)] == []
    assert page.evaluate(stored) == before
    page.get_by_role("button", name="Visa alla dagar").click()
    expect(page.locator("tr[data-rutin='RUT-ANV']:visible")).to_have_count(3)


def test_archive_has_a_search_of_its_own(page: Page, address: str) -> None:
    page.goto(address + ARCHIVE)
    page.get_by_label("Sök i arkivet").fill("uppfoljning 2001")
    expect(page.locator(".rh-arkiv tbody tr:visible")).to_have_count(1)
    expect(page.locator("article [role=status]")).to_have_text("1 utgåva av 4")


def test_frozen_pages_are_not_in_the_main_search(page: Page, address: str) -> None:
    script = page.request.get(f"{address}sok/katalog.js").text()
    places = [entry[0] for entry in json.loads(script.removeprefix("rhSok.katalog(").removesuffix(");\n"))["sidor"]]
    assert "arkiv/" in places
    assert [place for place in places if place.startswith("arkiv/rut-")] == []


@pytest.mark.parametrize("place", [FROZEN, EDITIONS, THEN, ARCHIVE])
def test_page_is_whole_without_javascript_and_fits_a_phone(browser: Browser, address: str, place: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address + place)
    assert page.locator("article form:visible").count() == 0
    assert all(row.is_visible() for row in page.locator("article tbody tr").all()[:5])
    context.close()
    narrow = browser.new_page(viewport={"width": 320, "height": 800})
    narrow.goto(address + place)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    narrow.close()


def test_banner_is_there_on_screen_and_on_paper(page: Page, address: str) -> None:
    page.goto(address + FROZEN)
    banner = page.get_by_role("complementary", name="Arkiverad utgåva")
    expect(banner).to_contain_text("sammanställd i efterhand, ej fastställd")
    page.emulate_media(media="print")
    expect(banner).to_be_visible()
    page.emulate_media(media="screen")
    banner.get_by_role("link", name="Läs förslaget som finns i dag").click()
    expect(page).to_have_url(f"{address}rutiner/rut-anv/")


def test_address_opens_the_difference(page: Page, address: str) -> None:
    page.goto(f"{address}{EDITIONS}#skillnad-1")
    expect(page.locator("ins.rh-till:visible").nth(1)).to_be_visible()
    assert "[tillagt: " in page.locator(".rh-skillnader ins").first.evaluate("mark => mark.textContent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [FROZEN, f"{EDITIONS}#skillnad-1", THEN, ARCHIVE])
def test_page_is_accessible(browser: Browser, address: str, place: str, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address + place)
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()
