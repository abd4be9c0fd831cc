"""The status page, the findings and the notice on an old site, in a real browser and with the reader's own clock."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import QuietHandler
from tests.conftest import TODAY, copy_example, edit, run_python
from tests.test_content import DAY_AFTER

pytestmark = [pytest.mark.webblasare, pytest.mark.bygge]

STATUS, FINDINGS = "handboken/lage/", "handboken/fynd/"
NOTICE = ".rh-gammal[role=status]"
LAST_TRUSTED = DAY_AFTER + timedelta(days=7)


def at_noon(page: Page, day: date) -> None:
    page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 12))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example handbook as it was reviewed."""
    yield from built(copy_example(tmp_path_factory.mktemp("orord") / "handbok"))


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example handbook with one word of one routine changed after its review."""
    root = copy_example(tmp_path_factory.mktemp("andrad") / "handbok")
    edit(root / "docs/rutiner/rut-aaa.md", "- Utred samma dag.", "- Utred samma vecka.")
    yield from built(root)


def built(root: Path) -> Iterator[str]:
    site = root.parent / "site"
    done = run_python("-m", "macros", "bygg", "--till", site, cwd=root, HANDBOK_DATUM=TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    with served(site) as address:
        yield address
    shutil.rmtree(root.parent)


def test_one_word_changed_turns_the_box_to_changed_after_review(page: Page, edited: str) -> None:
    at_noon(page, TODAY)
    page.goto(edited + "rutiner/rut-aaa/")
    box = page.locator(".rh-tillit")
    expect(box.locator(".rh-lage:visible")).to_have_text("▲Ändrad efter granskning")
    expect(box).to_contain_text("men texten har ändrats efter granskningen")
    page.goto(edited + STATUS)
    expect(state_of(page, "RUT-AAA")).to_have_text("▲Ändrad efter granskning")
    expect(page.locator(".rh-forst")).to_contain_text("Pröva RUT-AAA")


def test_changed_and_then_late_says_both(page: Page, edited: str) -> None:
    at_noon(page, date(2027, 5, 2))  # the day after the example's review is due
    page.goto(edited + STATUS)
    expect(state_of(page, "RUT-AAA")).to_have_text(["■Förfallen", "▲Ändrad efter granskning"])
    expect(row_of(page, "RUT-AAA")).to_contain_text("1 dag sen")


@pytest.mark.parametrize(
    ("days", "state", "left"),
    [
        (-61, "●Aktuell", "om 61 dagar"),
        (-60, "◐Granskas snart", "om 60 dagar"),
        (-1, "◐Granskas snart", "om 1 dag"),
        (0, "◐Granskas snart", "i dag"),
        (1, "■Förfallen", "1 dag sen"),
        (200, "■Förfallen", "200 dagar sen"),
    ],
)
def test_state_and_days_left_follow_the_readers_clock(
    page: Page, untouched: str, days: int, state: str, left: str
) -> None:
    at_noon(page, date(2027, 5, 1) + timedelta(days=days))
    page.goto(untouched + STATUS)
    expect(state_of(page, "RUT-AAA")).to_have_text(state)
    expect(row_of(page, "RUT-AAA").locator("[data-rh-dagar-till]")).to_have_text(left)


def row_of(page: Page, routine: str) -> Locator:
    return page.locator("#rutinlaget tbody tr", has=page.get_by_text(routine, exact=True))


def state_of(page: Page, routine: str) -> Locator:
    return row_of(page, routine).locator(".rh-lage:visible")


def column(page: Page, label: str) -> list[str]:
    cells = page.locator(f"#rutinlaget tbody td[data-label='{label}']")
    return [text.splitlines()[0] for text in cells.all_inner_texts()]


def head(page: Page, name: str) -> Locator:
    return page.locator("#rutinlaget th", has=page.get_by_role("button", name=name))


def test_table_is_sorted_with_the_keyboard_and_says_so(page: Page, address: str) -> None:
    at_noon(page, DAY_AFTER)
    page.goto(address + STATUS)
    status = page.locator("[data-rh-styr] [role=status]")
    expect(head(page, "Granskas senast")).to_have_attribute("aria-sort", "ascending")
    assert column(page, "Granskas senast") == sorted(column(page, "Granskas senast"))
    page.locator("#visa-roll").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Riskklass":
            break
    page.keyboard.press("Enter")
    assert column(page, "Riskklass") == sorted(column(page, "Riskklass"))
    expect(status).to_have_text("Ordnad efter riskklass, stigande.")
    page.keyboard.press("Space")
    assert column(page, "Riskklass") == sorted(column(page, "Riskklass"), reverse=True)
    expect(head(page, "Riskklass")).to_have_attribute("aria-sort", "descending")
    expect(status).to_have_text("Ordnad efter riskklass, fallande.")
    expect(page.locator("#rutinlaget th[aria-sort]")).to_have_count(1)
    expect(head(page, "Riskklass").get_by_role("button")).to_be_focused()


def test_sorting_by_state_puts_the_gravest_first(page: Page, edited: str) -> None:
    at_noon(page, TODAY)
    page.goto(edited + STATUS)
    page.get_by_role("button", name="Tillstånd").click()
    assert [text[0] for text in page.locator("#rutinlaget .rh-lage:visible").all_inner_texts()] == ["■", "▲"]


def test_choosing_a_role_shows_its_routines_and_says_how_many(page: Page, address: str) -> None:
    page.goto(address + STATUS)
    everything = page.locator("#rutinlaget tbody tr").count()
    page.get_by_label("Ansvarig").select_option("kvalitetsutvecklare")
    shown = page.locator("#rutinlaget tbody tr:visible")
    assert 0 < shown.count() < everything
    assert {row.get_attribute("data-roll") for row in shown.all()} == {"kvalitetsutvecklare"}
    expect(page.locator("[data-rh-styr] [role=status]")).to_have_text(f"{shown.count()} av {everything} rutiner visas.")
    page.get_by_label("Ansvarig").select_option("")
    expect(shown).to_have_count(everything)


def test_the_counted_states_are_those_of_the_table(page: Page, address: str) -> None:
    at_noon(page, DAY_AFTER)
    page.goto(address + STATUS)
    counts = [int(text) for text in page.locator("[data-rh-raknas] dd").all_inner_texts()]
    assert sum(counts) == page.locator("#rutinlaget tbody tr").count()


def test_status_page_is_whole_and_true_without_javascript(browser: Browser, edited: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(edited + STATUS)
    expect(page.locator("#rutinlaget tbody tr")).to_have_count(2)
    expect(state_of(page, "RUT-AAA")).to_have_text("▲Ändrad efter granskning")
    expect(state_of(page, "RUT-BBB")).to_have_text("■Förfallen")  # late already when it was built
    expect(page.locator("article")).to_contain_text("Jämför granskningsdagarna med dagens datum.")
    for script_only in ("form:visible", "[data-rh-raknas]:visible", ".rh-med-skript:visible", "th button"):
        expect(page.locator(f"article {script_only}")).to_have_count(0)
    expect(page.locator(".md-copyright")).to_contain_text(
        "Byggd och kontrollerad 22 november 2026. Lita på den till och med 29 november 2026."
    )
    context.close()


def test_without_javascript_a_routine_in_time_says_until_when(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + STATUS)
    for row in page.locator("#rutinlaget tbody tr").all():
        text = row.locator("td").first.inner_text()
        assert text.startswith("I tid till och med") or "▲" in text
    context.close()


def test_phone_has_cards_and_a_menu_in_place_of_hidden_buttons(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + STATUS)
    expect(page.get_by_role("button", name="Riskklass")).to_have_count(0)
    page.get_by_label("Ordna efter").select_option(label="Riskklass, fallande")
    assert column(page, "Riskklass") == sorted(column(page, "Riskklass"), reverse=True)
    expect(page.locator("#rutinlaget tbody tr").first).to_have_css("display", "block")
    context.close()


def test_findings_are_chosen_by_level_and_their_codes_lead_to_the_explanation(page: Page, address: str) -> None:
    page.goto(address + FINDINGS)
    everything = page.locator(".rh-fynd tbody tr").count()
    page.get_by_label("Varningar", exact=True).check()
    shown = page.locator(".rh-fynd tbody tr:visible")
    assert 0 < shown.count() < everything
    expect(page.locator("[data-rh-styr-nivaer] [role=status]")).to_have_text(f"{shown.count()} fynd visas.")
    code = shown.first.get_by_role("link").first
    words = code.inner_text()
    page.goto(address + FINDINGS + "#notis")
    code = page.get_by_role("link", name=words, exact=True).first
    code.click()
    expect(page).to_have_url(f"{address}handboken/felkoder/#{words.lower()}")
    expect(page.locator(f"#{words.lower()}")).to_be_in_viewport()


def test_a_link_to_a_level_shows_it_whatever_was_chosen(page: Page, address: str) -> None:
    page.goto(address + FINDINGS)
    page.get_by_label("Varningar", exact=True).check()
    expect(page.locator("#notis")).to_be_hidden()
    page.locator("article a[href='#notis']").first.click()
    expect(page.locator("#notis")).to_be_visible()
    expect(page.get_by_label("Alla", exact=True)).to_be_checked()


@pytest.mark.parametrize(("day", "shown"), [(LAST_TRUSTED, False), (LAST_TRUSTED + timedelta(days=1), True)])
@pytest.mark.parametrize("name", ["", "rutiner/rut-anv/", "checklistor/cl-anv/"])
def test_an_old_site_says_so_on_every_page_and_on_paper(
    page: Page, address: str, name: str, day: date, shown: bool
) -> None:
    at_noon(page, day)
    page.goto(address + name)
    expect(page.locator(NOTICE)).to_have_count(int(shown))
    page.emulate_media(media="print")
    expect(page.locator(f"{NOTICE}:visible")).to_have_count(int(shown))
    if shown:
        expect(page.locator(NOTICE)).to_contain_text("Handboken har inte kontrollerats i tid.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_old_site_and_a_filtered_table_have_no_serious_barrier(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    at_noon(page, LAST_TRUSTED + timedelta(days=1000))
    page.goto(address + STATUS)
    page.get_by_label("Ansvarig").select_option(index=1)
    expect(page.locator(NOTICE)).to_be_visible()
    violations = Axe().run(page).response["violations"]
    assert [found["id"] for found in violations if found["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("path", ["", "handboken/andrat/", "roller/chef/"])
def test_a_change_is_marked_as_new_for_thirty_days_by_the_readers_clock(path: str, page: Page, untouched: str) -> None:
    first = date(2026, 11, 1)
    for after, marked in ((-1, 0), (0, 1), (30, 1), (31, 0)):
        at_noon(page, first + timedelta(days=after))
        page.goto(untouched + path)
        change = page.locator(f'[data-rh-galler-fran="{first}"]')
        expect(change.get_by_text("Nytt", exact=True)).to_have_count(marked)
        expect(change).to_contain_text("1 november 2026")


def test_a_link_to_a_minor_change_unfolds_it(page: Page, untouched: str) -> None:
    page.goto(f"{untouched}handboken/andrat/#rut-aaa-0-9")
    expect(page.locator("#rut-aaa-0-9")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_of_changes_is_accessible(scheme: str, browser: Browser, untouched: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{untouched}handboken/andrat/#rut-aaa-0-9")
    found = Axe().run(page)
    context.close()
    assert found.response["violations"] == []
