"""The search as a person uses it: opened, typed in, walked through, read out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.search.numbers import take_numbers
from macros.search.swedish import fold, stem
from tests.browser.conftest import watched
from tests.conftest import ROOT

FIELD, HITS, STATUS = ".rh-sokruta__falt", ".rh-traffar > li", ".rh-sokruta__status"
SCRIPTS = ROOT / "macros" / "theme" / "assets" / "js" / "sok"


def ask(page: Page, query: str) -> Locator:
    """Open the search and type; the hits once they are there."""
    page.keyboard.press("Control+k")
    page.locator(FIELD).fill(query)
    expect(page.locator(".rh-sokruta__traffar")).to_have_attribute("data-fraga", query, timeout=10_000)
    return page.locator(HITS)


def test_nothing_of_the_search_is_fetched_until_it_is_opened(page: Page, address: str) -> None:
    with watched(page) as (complaints, fetched):
        page.goto(address, wait_until="networkidle")
        assert [url for url in fetched if "/sok/" in url or "search" in url] == []
        expect(ask(page, "samtycke").first).to_be_visible()
    assert complaints == []
    assert any(url.endswith("/sok/katalog.js") for url in fetched)
    assert [url for url in fetched if not url.startswith(address)] == []


def test_a_hit_says_what_it_is_and_where_with_the_words_marked(page: Page, address: str) -> None:
    page.goto(address)
    first = ask(page, "samtycket").first
    expect(first.locator(".rh-traff__slag")).to_have_text(re.compile(r"^(Rutin|Mall|Checklista)"))
    expect(first.locator("mark").first).to_have_text(re.compile("samtyck", re.IGNORECASE))
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ träffar på ”samtycket”\.$"))


def test_the_routine_comes_before_its_checklist_and_template(page: Page, address: str) -> None:
    page.goto(address)
    kinds = [text.partition(" ")[0] for text in ask(page, "avslut").locator(".rh-traff__slag").all_inner_texts()]
    assert kinds.index("Rutin") < kinds.index("Checklista")


def test_search_is_worked_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    opener = page.locator("[data-rh-sok-oppna]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Sök i handboken")).to_be_visible()
    expect(page.locator(FIELD)).to_be_focused()
    ask(page, "samtycke")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{HITS} a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{HITS} a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.rh-sokruta")).not_to_be_visible()
    expect(opener).to_be_focused()


def test_enter_opens_the_first_hit(page: Page, address: str) -> None:
    page.goto(address)
    target = ask(page, "RUT-NAR").first.locator("a").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}" if target and target.startswith("/") else str(target))
    assert "rutiner/rut-nar/" in page.url


def test_an_item_of_a_checklist_is_found_by_its_id(page: Page, address: str) -> None:
    page.goto(address)
    hit = ask(page, "cl anv 7").first
    expect(hit.locator(".rh-traff__slag")).to_have_text("Checklista · punkt 7")
    expect(hit.locator("a")).to_have_attribute("href", re.compile(r"checklistor/cl-anv/#cl-anv-07$"))


def test_what_the_handbook_has_nothing_of_is_said(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "qqxxzz")
    expect(page.locator(STATUS)).to_have_text("Inga träffar på ”qqxxzz”. Prova ett annat ord eller färre ord.")
    ask(page, "parkeringstillstånd")
    expect(page.locator(STATUS)).to_have_text(
        re.compile("^Handboken har inget om ”parkeringstillstånd”. Närmast ligger")
    )


def test_more_hits_come_on_request_and_take_the_focus(page: Page, address: str) -> None:
    page.goto(address)
    hits = ask(page, "beslut")
    expect(hits).to_have_count(10)
    page.get_by_role("button", name="Visa fler träffar").click()
    expect(hits).to_have_count(20)
    expect(hits.nth(10).locator("a")).to_be_focused()


def test_results_have_a_page_of_their_own_with_an_address(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=samtycke")
    expect(page.locator(HITS).first).to_be_visible(timeout=10_000)
    page.locator("#soksida").fill("frånvaro")
    expect(page).to_have_url(re.compile(r"sok/\?q=fr%C3%A5nvaro$"))


def test_without_javascript_the_header_leads_to_all_pages(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("[data-rh-sok-oppna]").click()
    expect(page.get_by_role("link", name="Mallar", exact=True).last).to_be_visible()
    expect(page.locator("article a[href$='rutiner/rut-anv/']")).to_be_visible()
    context.close()


def test_search_works_from_a_folder_on_disk(browser: Browser, real_site: Path) -> None:
    page = browser.new_page()
    with watched(page) as (complaints, _):
        page.goto((real_site / "rutiner" / "rut-anv" / "index.html").as_uri())
        hits = ask(page, "samtycke")
        expect(hits.first).to_be_visible(timeout=10_000)
        hits.first.locator("a").click()
        page.wait_for_url(re.compile(r"^file://.*index\.html"))
    assert [text for text in complaints if "sok" in text] == []
    page.close()


def test_a_text_is_never_taken_for_markup(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "<img src=x onerror=alert(1)> qqxxzz")
    assert page.locator(".rh-sokruta img").count() == 0
    assert "onerror" in page.locator(STATUS).inner_text()


def test_script_and_index_read_words_alike(browser: Browser) -> None:
    """The browser must fold and stem as the index does, or words would not meet."""
    texts = [path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.md")]
    vocabulary = sorted({word for text in texts for word in re.findall(r"[^\W_]+", text)})
    page = browser.new_page()
    page.evaluate((SCRIPTS / "svenska.js").read_text("utf-8") + "; globalThis.rhSvenska = rhSvenska")
    theirs = page.evaluate("(all) => all.map((word) => rhSvenska.stem(rhSvenska.fold(word)))", vocabulary)
    page.close()
    ours = [stem(fold(word)) for word in vocabulary]
    assert len(vocabulary) > 4000
    assert [pair for pair in zip(vocabulary, ours, theirs, strict=True) if pair[1] != pair[2]] == []


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("4 kap. 4 §", ["p4x4"]),
        ("4 kap 4§ sol", ["p4x4"]),
        ("4 kap 4 paragrafen", ["p4x4"]),
        ("kap. 12 § 4", ["p12x4"]),
        ("10:15a osl", ["p10x15a"]),
        ("16 kapitel 6 f §", ["p16x6f"]),
        ("§ 32 fl", ["p32"]),
        ("32§", ["p32"]),
        ("2025:400", ["sfs2025x400"]),
        ("sfs 2001:453", ["sfs2001x453"]),
        ("12 dagar", []),
        ("kl 10:15", ["p10x15"]),
    ],
)
def test_numbers_are_read_as_people_type_them(browser: Browser, typed: str, numbers: list[str]) -> None:
    page = browser.new_page()
    page.evaluate((SCRIPTS / "svenska.js").read_text("utf-8") + "; globalThis.rhSvenska = rhSvenska")
    assert page.evaluate("(typed) => rhSvenska.takeNumbers(typed)[1]", typed) == numbers
    page.close()
    written = re.fullmatch(r"\d+ kap\. \d+ §|\d{4}:\d+", typed)
    if written:
        assert take_numbers(typed)[1] == numbers
