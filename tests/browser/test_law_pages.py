"""The law pages in a real browser: filters, the key, the decision table and the search for old numbers."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched
from tests.browser.test_pages import PAGES
from tests.lagrum.test_register import real_handbook

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

CHOICE, KEY, REGISTER, PLAN = (PAGES[name] for name in ("lagval", "lagnyckel", "lagregister", "lagplan"))


def nothing_is_kept(page: Page) -> bool:
    """Save the pages visited in this tab, which the start page lists."""
    kept = page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]")
    return not [key for key in kept if not key.endswith(".nyligen")]


@pytest.mark.parametrize(
    ("matter", "day", "row"),
    [
        ("aterkrav", "2025-06-30", ("Till och med 30 juni 2025", "Den gamla lagens 9 kap.")),
        ("aterkrav", "2025-07-01", ("1 juli 2025 och senare", "33 kap. i den nya lagen.")),
        ("sarskild-avgift", "2025-12-31", ("1 juli 2025 – 31 december 2025", "10 000 till 1 000 000 kronor")),
        ("sarskild-avgift", "2026-01-01", ("1 januari 2026 och senare", "15 000 till 1 500 000 kronor")),
        ("aktivitetskrav", "2026-09-30", ("Till och med 30 september 2026", "ännu inte begära")),
        ("aktivitetskrav", "2026-10-01", ("1 oktober 2026 och senare", "ska troligen begära")),
        ("sekretess", "2025-11-30", ("Till och med 30 november 2025", "fanns inte")),
        ("nedsattning", "2026-07-01", ("1 juli 2026 och senare", "inte läst i lagtext")),
    ],
)
def test_choosing_matter_and_day_shows_the_row(
    page: Page, address: str, matter: str, day: str, row: tuple[str, str]
) -> None:
    when, said = row
    with watched(page) as (complaints, fetched):
        page.goto(address + CHOICE, wait_until="networkidle")
        page.locator("#lagval-arende").select_option(matter)
        before = len(fetched)
        page.locator("#lagval-dag").fill(day)
        answer = page.locator(".rh-lagval__svar")
        expect(answer).to_contain_text(when)
        assert said in re.sub(r"\s", " ", answer.inner_text())
    expect(page.locator(".rh-lagvalstabell tr[aria-current]")).to_have_count(1)
    assert fetched[before:] == []
    assert complaints == []
    assert nothing_is_kept(page)
    assert page.url == address + CHOICE


def test_answer_is_announced_and_the_label_names_the_day(page: Page, address: str) -> None:
    page.goto(address + CHOICE)
    expect(page.locator(".rh-lagval__svar")).to_have_attribute("aria-live", "polite")
    page.locator("#lagval-arende").select_option("overklagande")
    expect(page.get_by_label("Dagen då beslutet meddelades", exact=True)).to_be_visible()
    expect(page.locator(".rh-lagval__svar")).to_be_empty()


@pytest.mark.parametrize("path", [CHOICE, KEY, REGISTER])
def test_without_script_the_tables_are_whole_and_no_form_is_shown(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    expect(page.locator(".rh-filter")).to_be_hidden()
    rows = page.locator(".rh-tabell tbody tr")
    assert rows.count() > 20
    assert rows.evaluate_all("rows => rows.every((row) => row.offsetHeight > 0)")
    context.close()


@pytest.mark.parametrize("typed", ["4:4", "4 kap 4 §", "4 kap. 4 §", "SoL 4:4", "4 KAP. 4", "4\xa0kap.\xa04\xa0§"])
def test_key_finds_an_old_number_however_it_is_typed(page: Page, address: str, typed: str) -> None:
    page.goto(address + KEY)
    page.locator("#nyckel-sok").fill(typed)
    old, _ = page.locator(".rh-nyckel").all()
    expect(old.locator("tbody:visible")).to_have_count(1)
    expect(old.locator("tbody:visible")).to_contain_text("12 kap. 4 § SoL")
    expect(page.locator("[data-rh-nyckel] [role=status]")).to_contain_text(re.compile(r"^1 av \d+ gamla visas"))
    assert nothing_is_kept(page)


def test_key_finds_by_word_and_says_when_nothing_fits(page: Page, address: str) -> None:
    page.goto(address + KEY)
    page.locator("#nyckel-sok").fill("praktik")
    expect(page.locator(".rh-nyckel tbody:visible")).to_have_count(2)
    page.locator("#nyckel-sok").fill("zzz")
    expect(page.locator("[data-rh-nyckel] [role=status]")).to_contain_text("0 av")
    page.locator("#nyckel-sok").fill("")
    assert page.locator(".rh-nyckel tbody:visible").count() == page.locator(".rh-nyckel tbody").count()


def test_register_is_filtered_and_counted(page: Page, address: str) -> None:
    page.goto(address + REGISTER)
    everything = page.locator("#lagrum-alla tbody tr").count()
    assert everything == len(real_handbook().rules)
    page.get_by_label("Säkerhet", exact=True).select_option("osäker")
    page.get_by_label("Läge", exact=True).select_option("gäller")
    shown = page.locator("#lagrum-alla tbody tr:visible")
    assert 0 < shown.count() < everything
    assert all(row.get_attribute("data-sakerhet") == "osäker" for row in shown.all())
    assert all(row.get_attribute("data-lage") == "gäller" for row in shown.all())
    expect(page.locator(".rh-filter [role=status]")).to_have_text(f"{shown.count()} av {everything} lagrum visas.")
    assert nothing_is_kept(page)


# What people type, and the section that it must lead to.
NUMBERS = [
    ("4:4", "4 kap. 4 § → 12 kap. 4 § SoL", "sol-12-4"),
    ("4 kap. 4 §", "4 kap. 4 § → 12 kap. 4 § SoL", "sol-12-4"),
    ("4 kap 4 paragrafen SoL", "4 kap. 4 § → 12 kap. 4 § SoL", "sol-12-4"),
    ("2 kap. 1 §", "2 kap. 1 § → 4 kap. 1 § SoL", "sol-4-1"),
    ("16 kap. 6 f §", "16 kap. 6 f § → 34 kap. 1 § SoL", "sol-34-1"),
    ("12:4", "12 kap. 4 § SoL", "sol-12-4"),
    ("34 kap. 7 §", "34 kap. 7 § SoL", "sol-34-7"),
]


@pytest.mark.parametrize(("typed", "said", "anchor"), NUMBERS)
def test_a_number_is_answered_above_the_hits(page: Page, address: str, typed: str, said: str, anchor: str) -> None:
    page.goto(address)
    page.keyboard.press("Control+k")
    page.locator(".rh-sokruta__falt").press_sequentially(typed)
    answer = page.locator(".rh-traffar > li").first.locator("a", has_text=re.compile(rf"^{re.escape(said)}$"))
    expect(answer).to_be_visible(timeout=10_000)
    answer.click()
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_every_old_number_has_a_section_to_land_on(page: Page, address: str) -> None:
    page.goto(address + KEY)
    anchors = set(page.locator("h3[id^='gammal-']").evaluate_all("found => found.map((one) => one.id)"))
    old = real_handbook().statutes["sol2001"].value
    assert {f"gammal-{p.id}" for p in old.provisions if "-" not in p.paragraph} <= anchors
    assert {f"gammal-sol2001-10-{n}" for n in (4, 5, 6)} <= anchors


def test_plan_opens_with_the_sources_in_order(page: Page, address: str) -> None:
    page.goto(address + PLAN)
    plan = real_handbook().holdings.law_plan
    assert plan is not None
    headings = [text.rstrip("#").strip() for text in page.locator("h2[id^='kalla-']").all_inner_texts()]
    shown = [f"{number}. {source.name}" for number, source in enumerate(plan.value.sources, 1)]
    assert headings == shown
