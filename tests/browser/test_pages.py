"""The built real site in a real browser, under a path of its own as on an intranet."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.checks import load_and_check
from tests.browser.conftest import watched
from tests.conftest import ROOT, find_browser
from tests.test_content import DAY_AFTER

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

ROUTINE, CHECKLIST, LAW = "rutiner/rut-anv/", "checklistor/cl-anv/", "lagrum/sol/"
PAGES = {
    "start": "",
    "rutin": ROUTINE,
    "checklista": CHECKLIST,
    "lag": LAW,
    "lagval": "lagrum/vilken-lag/",
    "lagnyckel": "lagrum/nyckel/",
    "lagregister": "lagrum/register/",
    "lagplan": "lagrum/att-kontrollera/",
    "mall": "mallar/m-und/",
    "roll": "roller/socialsekreterare/",
    "ansvar": "roller/",
    "samverkan": "samverkan/",
    "forum": "samverkan/forum/",
    "insatser": "samverkan/insatser/",
    "kommunen": "samverkan/kommunen/",
    "process": "samverkan/process/",
    "indikatorer": "uppfoljning/indikatorer-jobbcentrum/",
    "egenkontroll": "uppfoljning/egenkontroll/",
    "revision": "revision/",
    "ordlista": "handboken/ordlista/",
    "lage": "handboken/lage/",
    "fynd": "handboken/fynd/",
    "program": "handboken/program/",
    "hjalp": "handboken/hjalp/",
    "ny-pa-jobbet": "roller/ny-pa-jobbet/",
}
# A made-up case from the first question to the end of the insats and round again, by links only.
WALK = [
    "rutiner/rut-anv/",
    "checklistor/cl-anv/",
    "rutiner/rut-anv/",
    "mallar/m-und/",
    "rutiner/rut-anv/#underlag",
    "rutiner/rut-sam/",
    "samverkan/forum/#trepartsmote",
    "rutiner/rut-nar/#trepartssamtal",
    "rutiner/rut-upp/",
    "rutiner/rut-avs/",
    "rutiner/rut-anv/#signal",
]


def due_day() -> datetime:
    handbook, _ = load_and_check(ROOT, DAY_AFTER)
    assert handbook is not None
    due = handbook.next_review("RUT-ANV", DAY_AFTER)
    assert due is not None
    return datetime(due.year, due.month, due.day, 12)


@pytest.mark.prov("inga-anrop")
@pytest.mark.parametrize("name", PAGES)
def test_page_loads_without_complaint_and_asks_no_other_host(page: Page, address: str, name: str) -> None:
    with watched(page) as (complaints, fetched):
        page.goto(address + PAGES[name], wait_until="networkidle")
    expect(page.locator("h1")).to_be_visible()
    assert complaints == []
    assert fetched
    assert [url for url in fetched if not url.startswith((address, "data:", "blob:"))] == []


def test_routine_opens_with_the_brief_and_then_the_trust_box(page: Page, address: str) -> None:
    page.goto(address + ROUTINE)
    headings = page.locator("article h2").all_inner_texts()
    assert [heading.rstrip("#").strip() for heading in headings[:2]] == ["Kort sagt", "Gäller den här sidan?"]
    expect(page.locator(".rh-steg")).to_have_count(len(re.findall("visa_steg", routine_text())))


def routine_text() -> str:
    return (ROOT / "docs/rutiner/rut-anv.md").read_text(encoding="utf-8")


def title_at(url: str) -> str:
    """The title of the page, as its Markdown has it."""
    stem = url.partition("#")[0]
    path = (
        ROOT
        / "docs"
        / (f"{stem.rstrip('/')}.md" if (ROOT / "docs" / f"{stem.rstrip('/')}.md").exists() else f"{stem}index.md")
    )
    return next(line[2:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# "))


def follow(page: Page, address: str, url: str, where: str = "article") -> None:
    """Click the first link that a reader can see that leads there."""
    links = page.locator(f"{where} a:visible")
    index = links.evaluate_all("(links, url) => links.findIndex((link) => link.href === url)", address + url)
    assert index >= 0, f"{page.url} har ingen synlig länk till {url}"
    links.nth(index).click()
    expect(page).to_have_url(address + url)
    expect(page.locator("h1")).to_contain_text(title_at(url))
    if anchor := url.partition("#")[2]:
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_case_is_walked_through_by_links_alone(page: Page, address: str) -> None:
    with watched(page) as (complaints, fetched):
        page.goto(address)
        expect(page.locator("h1")).to_contain_text(title_at(""))
        for url in WALK:
            follow(page, address, url)
        follow(page, address, "", where="header")
    assert complaints == []
    assert [url for url in fetched if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.prov("sokning")
def test_search_finds_the_routine(page: Page, address: str) -> None:
    with watched(page) as (complaints, fetched):
        page.goto(address + LAW)
        page.keyboard.press("Control+k")
        page.locator(".rh-sokruta__falt").press_sequentially("anvisning")
        expect(page.locator(f".rh-traff__lank[href*='{ROUTINE}']").first).to_be_visible(timeout=10_000)
    assert complaints == []
    assert [url for url in fetched if not url.startswith((address, "data:", "blob:"))] == []


def test_start_pages_search_field_opens_the_search(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#startsok").fill("samtycke")
    page.keyboard.press("Enter")
    expect(page.locator(".rh-traff__lank").first).to_be_visible(timeout=10_000)


def test_checklist_is_ticked_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + CHECKLIST)
    count = page.locator(".rh-punkt > input").count()
    status = page.locator(".rh-framsteg__text")
    expect(status).to_have_text(f"0 av {count} klara")
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.rh-punkt > input')"):
            break
    page.keyboard.press("Space")
    expect(status).to_have_text(f"1 av {count} klara")
    page.keyboard.press("Space")
    expect(status).to_have_text(f"0 av {count} klara")


@pytest.mark.prov("inget-sparas")
def test_ticks_stay_in_the_tab_and_nowhere_else(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address + CHECKLIST)
    page.locator(".rh-punkt > input").first.check()
    page.reload()
    expect(page.locator(".rh-punkt > input").first).to_be_checked()
    assert page.evaluate("Object.keys(sessionStorage).some((key) => key.includes('CL-ANV'))")
    assert page.evaluate("Object.keys(localStorage)") == []
    assert context.cookies() == []
    other = context.new_page()
    other.goto(address + CHECKLIST)
    expect(other.locator(".rh-punkt > input").first).not_to_be_checked()


def test_choosing_a_role_shows_its_items_only(page: Page, address: str) -> None:
    page.goto(address + CHECKLIST)
    everything = page.locator(".rh-punkt:visible").count()
    page.get_by_label("Socialsekreterare", exact=True).check()
    chosen = page.locator(".rh-punkt:visible")
    assert 0 < chosen.count() < everything
    assert all("socialsekreterare" in (item.get_attribute("data-roller") or "").split() for item in chosen.all())
    expect(page.locator(".rh-framsteg__text")).to_have_text(f"0 av {chosen.count()} klara för socialsekreterare")


@pytest.mark.prov("utan-skript")
def test_trust_box_says_the_due_day_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ROUTINE)
    day = due_day().date().isoformat()
    expect(page.locator(f".rh-tillit time[datetime='{day}']")).to_be_visible()
    expect(page.locator(".rh-tillit .rh-lage[data-granskas-senast]")).to_be_hidden()
    context.close()


def test_forum_is_folded_until_the_address_or_the_reader_asks_for_it(page: Page, address: str) -> None:
    page.goto(address + PAGES["forum"])
    expect(page.locator(".rh-forum")).not_to_have_count(0)
    expect(page.locator(".rh-forum[open]")).to_have_count(0)
    page.goto(address + PAGES["forum"] + "#chefsmote")
    expect(page.locator("#chefsmote + .rh-forum .rh-dagordning")).to_be_visible()
    expect(page.locator(".rh-forum[open]")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False])
def test_every_forum_unfolds_without_script_and_on_paper(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + PAGES["forum"])
    agendas = page.locator(".rh-dagordning")
    page.locator(".rh-forum summary").first.click()
    expect(agendas.first).to_be_visible()
    expect(agendas.last).to_be_hidden()
    page.emulate_media(media="print")
    assert all(agenda.is_visible() for agenda in agendas.all())
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_link_to_a_recommendation_opens_its_row_and_print_opens_all(
    browser: Browser, address: str, javascript: bool
) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{address}{PAGES['revision']}#nyk-4")
    linked, other = page.locator("#nyk-4 > .rh-rader"), page.locator("#nyk-3 > .rh-rader")
    expect(linked).to_be_visible()
    expect(page.locator("#nyk-4 > summary")).to_be_in_viewport()
    expect(other).to_be_hidden()
    page.emulate_media(media="print")
    expect(other).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("days", "state"), [(-61, "Aktuell"), (-60, "Granskas snart"), (0, "Granskas snart"), (1, "Förfallen")]
)
@pytest.mark.parametrize("name", ["start", "rutin"])
def test_review_state_follows_the_readers_clock(page: Page, address: str, name: str, days: int, state: str) -> None:
    page.clock.set_fixed_time(due_day() + timedelta(days=days))
    page.goto(address + PAGES[name])
    expect(page.locator("[data-granskas-senast]").first).to_contain_text(state)


@pytest.mark.parametrize(("days", "state"), [(-61, ""), (1, "Förfallen")])
def test_routine_in_doubt_is_not_called_current(page: Page, address: str, days: int, state: str) -> None:
    def in_doubt(route: Route) -> None:
        answer = route.fetch()
        marked = answer.text().replace(" data-varna-dagar", " data-bara-forfallen data-varna-dagar")
        route.fulfill(response=answer, body=marked)

    page.route(f"**/{ROUTINE}", in_doubt)
    page.clock.set_fixed_time(due_day() + timedelta(days=days))
    page.goto(address + ROUTINE)
    line = page.locator(".rh-tillit [data-granskas-senast]")
    expect(line).to_have_text(re.compile(f"{state}$"))
    expect(line).to_be_visible(visible=bool(state))


def test_browser_that_is_named_but_missing_is_not_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "finns-inte"))
    assert find_browser() is None
