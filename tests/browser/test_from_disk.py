"""The site opened from a folder, without a server: a reader can go from page to page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

RESOLVED = "(links) => links.map((link) => new URL(link.getAttribute('href'), location).href)"


def test_reader_goes_from_page_to_page_by_clicking(page: Page, real_site: Path) -> None:
    start = (real_site / "index.html").as_uri()
    root = start.removesuffix("index.html")
    page.goto(start)
    page.locator("article a[href*='rutiner/rut-anv/']:visible").first.click()
    expect(page).to_have_url(f"{root}rutiner/rut-anv/index.html")
    page.locator("article a[href*='checklistor/cl-anv/']:visible").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(f"{root}checklistor/cl-anv/index.html")
    page.locator(".rh-punkt > input").first.check()
    page.reload()
    expect(page.locator(".rh-punkt > input").first).to_be_checked()
    page.locator(".md-tabs__link", has_text="Lagrum").click()
    expect(page).to_have_url(f"{root}lagrum/index.html")
    page.locator(".md-logo:visible").click()
    expect(page).to_have_url(start)


def test_link_to_a_heading_and_links_of_a_law_card_lead_to_pages(page: Page, real_site: Path) -> None:
    root = (real_site / "index.html").as_uri().removesuffix("index.html")
    page.goto(f"{root}rutiner/rut-anv/index.html")
    page.locator("article a[data-rh-lagrum]").first.click()
    card = page.locator("aside.rh-lagkort a[href*='lagrum/']").first
    expect(card).to_have_attribute("href", re.compile(rf"^{re.escape(root)}lagrum/[a-z0-9-]+/index\.html"))
    card.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/index.html#" in page.url


@pytest.mark.parametrize("name", ["index.html", "rutiner/index.html", "samverkan/process/index.html"])
def test_no_link_on_a_page_leads_to_a_folder(page: Page, real_site: Path, name: str) -> None:
    page.goto((real_site / name).as_uri())
    hrefs = page.locator("a[href]").evaluate_all(RESOLVED)
    local = [href.partition("#")[0] for href in hrefs if href.startswith("file:")]
    assert len(local) > 20
    assert [href for href in local if href.endswith("/")] == []


def test_from_a_server_links_are_left_as_they_are(page: Page, address: str) -> None:
    page.goto(address)
    hrefs = page.locator("a[href]").evaluate_all(RESOLVED)
    assert [href for href in hrefs if href.endswith("index.html")] == []
